import Safeguarding
import Testing

@testable import Dashboard
@testable import TerminalUI

/// What a screen says can be seen on it and understood, in a narrow window too.
@Suite struct InSightTests {
  static let scenes = Scene.tabs + Scene.sections
  static let sizes = [Size(60, 20), Size(80, 24)]

  /// The tables in sight with the widths of their columns.
  private func tables(_ dashboard: Dashboard) -> [(panel: Panel, table: Table, widths: [Int])] {
    let browsing = dashboard.browsing
    return zip(browsing.content.panels, browsing.panelAreas()).compactMap { panel, area in
      guard !area.isEmpty, let (view, room) = browsing.view(of: panel, in: area) else { return nil }
      return (panel, view.table, view.widths(in: room))
    }
  }

  @Test("No word of a short text is broken where the long one can be read", arguments: scenes)
  func wordsAreWhole(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    _ = dashboard.draw(in: Size(60, 20))
    for (panel, table, widths) in tables(dashboard) {
      guard let main = table.main, widths[main] > 26 else { continue }
      for column in widths.indices where column != main && widths[column] > 0 {
        guard case .text = table.columns[column].width else { continue }
        let words = (0..<table.count).filter { !table.isHeading(at: $0) }
          .flatMap { table[$0].cells[column].plain.split(separator: " ") }
        let broken = words.first { $0.count <= 14 && $0.count > widths[column] }
        #expect(broken == nil, "\(panel.title): \(table.columns[column].title), \(widths)")
      }
    }
  }

  @Test("Whatever a list is sorted by shows, in every window", arguments: scenes)
  func whatSortsShows(_ scene: Scene) throws {
    var dashboard = scene.dashboard(on: .sample)
    for size in [Size(60, 20), Size(200, 60)] {
      _ = dashboard.draw(in: size)
      let panel = try #require(dashboard.focusedPanel)
      for _ in panel.table?.columns.indices ?? 0..<0 {
        _ = dashboard.receive(.key(.character("s")))
        guard let column = dashboard.browsing.visit.lists[panel.id]?.sortColumn else { break }
        for window in [size, Size(60, 20)] {
          _ = dashboard.draw(in: window)
          let shown = tables(dashboard).first { $0.panel.id == panel.id }
          let widths = try #require(shown).widths
          #expect(widths[column] > 0, "\(panel.title): \(column) at \(window.width), \(widths)")
        }
        _ = dashboard.draw(in: size)
      }
    }
  }

  @Test("What an alarm counts is in sight, or the last row says where", arguments: scenes)
  func alarmIsExplained(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    let lede = dashboard.content.lede
    guard lede.first?.what.spans.contains(where: { $0.role == .alarm }) ?? false else { return }
    for size in InSightTests.sizes {
      let canvas = dashboard.draw(in: size)
      let top = dashboard.browsing.contentArea.y
      let isMarked = (top..<canvas.size.height).contains { y in
        canvas.row(y).contains { $0.role == .overdue && $0.scalar != 0x20 }
      }
      #expect(isMarked, "\(scene.name) at \(size.width)x\(size.height)")
    }
  }

  @Test("Every panel in which something is overdue says so, out of sight too")
  func hiddenPanelsSayWhatIsLate() {
    var dashboard = Fixture.sample.dashboard(at: Place(ExecutivePane.id, ["agreed"]))
    let rows = dashboard.draw(in: Size(60, 20)).rows
    #expect(rows.contains { $0.contains("More here: Who agrees what 23°, 2 overdue") }, "\(rows)")
    let shown = rows.first { $0.contains("Medway Council") } ?? ""
    #expect(shown.contains("!  2 days late"), "\(rows)")
  }

  @Test("A list of records says how late each is, and whose it is, in a narrow window")
  func recordsSayHowLateAndWhose() throws {
    var dashboard = Fixture.sample.dashboard(at: Place(GroupsPane.id, ["work"]))
    let rows = dashboard.draw(in: Size(60, 20)).rows
    let late = try #require(rows.firstIndex { $0.contains("private") }, "\(rows)")
    #expect(rows[late].contains("73 days late  Medway"), "\(rows)")
    #expect(rows[late + 1].contains("Council"), "\(rows)")
  }

  @Test(
    "A day of the year one stands in has no year, in every list", arguments: EveryListTests.scenes)
  func daysHaveNoYearOfTheirOwn(_ scene: Scene) {
    let content = scene.dashboard(on: .sample).content
    for panel in content.panels {
      guard let table = panel.table else { continue }
      // Terms lie beside those of other years.
      let columns = table.columns.indices.filter {
        !["From", "To", "Begins", "Ends"].contains(table.columns[$0].title) && $0 != table.main
      }
      for row in 0..<min(table.count, 300) where !table.isHeading(at: row) {
        let cells = table[row].cells
        for column in columns where column < cells.count {
          let words = cells[column].plain.split(separator: " ")
          let isDay =
            (3...4).contains(words.count) && words.last == "2024" && words.first != "to"
            && words.dropLast().last.map { CalendarDate.monthNames.contains(String($0)) } == true
            && words.dropLast(2).last.flatMap { Int($0) } != nil
          if isDay { Issue.record("\(panel.title), \(table.columns[column].title): \(words)") }
        }
      }
    }
  }

  @Test("A weekday stands up to 60 days away, in lists of records as in others")
  func weekdaysOfNearDays() {
    let day = Fixture.marchEnd
    func said(_ text: String) -> String? { ImpreciseDate(text)?.wholeInList(on: day) }
    #expect(said("2024-04-04") == "Thu  4 Apr")
    #expect(said("2024-01-18") == "18 Jan")
    #expect(said("2023-11-23") == "23 Nov 2023")
    #expect(said("2024-01-01/2024-03-31") == "1 Jan to 31 Mar")
    #expect(said("2023-10-01/2024-03-31") == "1 Oct 2023 to 31 Mar 2024")
    #expect(said("2023-24") == nil || said("2023/24") == "2023-24")
  }

  @Test(
    "What a document does not print is said to be worked out",
    arguments: scenes + Scene.kinds.filter { $0.name.hasSuffix("-first") })
  func whatIsDerivedIsSaidInWords(_ scene: Scene) {
    let lines = scene.dashboard(on: .sample).plainLines
    #expect(!lines.contains { $0.contains("derived:") }, "\(scene.name)")
  }

  @Test("Another day than today stands out in the first row", arguments: [60, 80, 120])
  func anotherDayStandsOut(_ width: Int) {
    var dashboard = Fixture.sample.dashboard(at: Place(OverviewPane.id))
    func role() -> Role? {
      let row = dashboard.draw(in: Size(width, 24)).row(0)
      let text = row.map { String($0.text) }.joined()
      guard let place = text.firstRange(of: "as at")?.lowerBound else { return nil }
      return row[row.startIndex + text.distance(from: text.startIndex, to: place)].role
    }
    #expect(role() == .dueSoon)
    for key in [Key.character("t")] + "2 apr 2024".map({ .character($0) }) + [.enter] {
      _ = dashboard.receive(.key(key))
    }
    #expect(role() == .secondary)
  }

  @Test func derivedIsReadAsWorkedOut() {
    #expect("derived: the year".asRead == "Worked out: the year")
    #expect("As printed. derived: the year".asRead == "As printed. Worked out: the year")
    #expect("Grouping derived: the year".asRead == "Grouping worked out: the year")
    #expect("Derived values say so".asRead == "Derived values say so")
  }
}

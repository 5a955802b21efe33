import Letters
import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// Taking a list along, and coming from anything to whoever owes it.
@Suite struct ExportStories {
  /// The dashboard after some keys on the sample, and the list that the last of them takes along.
  private func taken(
    at place: Place = Place(OverviewPane.id), by keys: [String]
  ) throws -> (dashboard: Dashboard, export: Export?) {
    var dashboard = Fixture.sample.dashboard(at: place)
    var effects: [DashboardEffect] = []
    for name in keys {
      _ = dashboard.draw(in: Size(120, 40))
      effects = dashboard.receive(.key(try #require(Key(named: name), "\(name)")))
    }
    let exports = effects.compactMap { if case .export(let export) = $0 { export } else { nil } }
    return (dashboard, exports.first)
  }

  @Test func exactlyWhatShowsIsTakenAlong() throws {
    let keys = ["/", "p", "a", "p", "e", "r", "Enter", "E", "Enter"]
    let (dashboard, found) = try taken(at: Place(DeadlinesPane.id), by: keys)
    let export = try #require(found)
    #expect(export.form == .spreadsheet && export.place == .file)
    let table = try #require(dashboard.browsing.focusedTable)
    #expect(export.list.rows.count == table.selectableCount)
    #expect(export.list.rows.count > 2)
    #expect(export.list.rows.count < dashboard.context.deadlines.count)
    for row in export.list.rows {
      #expect(row.cells.joined(separator: " ").folded.contains("paper"))
    }
    #expect(export.list.title == "Deadlines, with \"paper\"")
    #expect(export.list.owed.deadlines.count == export.list.rows.count)
    // The order is that of the screen.
    let shown = (0..<table.count).filter { !table.isHeading(at: $0) }.map { table.id(at: $0) }
    #expect(export.list.owed.deadlines.map(\.id) == shown)
    #expect(export.list.columns.contains("What is owed"))
    // What the screen says short is whole: every owner, and days with their years.
    let (due, owner) = (
      try #require(export.list.columns.firstIndex(of: "Due")),
      try #require(export.list.columns.firstIndex(of: "Owner"))
    )
    for (row, deadline) in zip(export.list.rows, export.list.owed.deadlines) {
      #expect(row.cells[due] == deadline.due?.iso ?? "")
      if !deadline.owners.isEmpty {
        #expect(row.cells[owner] == deadline.owners.text(dashboard.context.names))
      }
    }
    #expect(export.list.columns.first == "Part", "What the headings say is lost.")
  }

  @Test func daysLeaveWithTheirYears() throws {
    for place in [Place(GroupsPane.id, ["documents"]), Place(GroupsPane.id)] {
      let (_, found) = try taken(at: place, by: ["E", "Enter"])
      let cells = try #require(found).list.rows.flatMap(\.cells)
      let months = CalendarDate.monthNames
      #expect(cells.contains { $0.contains("Feb 2024") })
      let days = cells.map { $0.replacing(" (illustrative)", with: "") }
      #expect(!days.contains { day in months.contains { day.hasSuffix(" \($0)") } }, "\(days)")
    }
    let day = Fixture.marchEnd
    #expect("Thu  4 Apr".withYear(of: day) == "4 Apr 2024")
    #expect("1 Jan to 31 Mar".withYear(of: day) == "1 Jan to 31 Mar 2024")
    for text in ["23 Nov 2023", "no date", "2023-24", "Apr", "4 of 9", "to", ""] {
      #expect(text.withYear(of: day) == text)
    }
  }

  @Test func oneOwnersListIsInAFileWithinEightKeys() throws {
    // The third row has several owners: the first is chosen.
    let keys = ["j", "j", "O", "Enter", "E", "Enter"]
    print("Keys to chase one owner's list into a file: \(keys.count) (goal 8)")
    #expect(keys.count <= 8)
    let (dashboard, found) = try taken(by: keys)
    let export = try #require(found)
    #expect(!export.list.rows.isEmpty)
    let owner = try #require(
      dashboard.visit.place.path.compactMap(DeadlineFacet.init).first { $0.kind == .owner })
    for deadline in export.list.owed.deadlines {
      #expect(owner.includes(deadline, dashboard.context))
      #expect(deadline.status.isOpen)
    }
    let all = dashboard.context.deadlines.filter {
      $0.status.isOpen && owner.includes($0, dashboard.context)
    }
    #expect(export.list.rows.count == all.count)
  }

  @Test(arguments: [
    ("save the pack", "page", ExportForm.packPage), ("save the pack", "markdown", .packMarkdown),
    ("save the action list", "page", .actionsPage),
    ("save the action list", "markdown", .actionsMarkdown),
  ])
  func thePackAndTheActionListOfAMeetingAreTakenAlong(
    _ what: String, _ how: String, _ form: ExportForm
  ) throws {
    let keys = ["E"] + "\(what) \(how)".map { $0 == " " ? "Space" : String($0) } + ["Enter"]
    let (_, found) = try taken(at: heldMeeting, by: keys)
    let export = try #require(found)
    #expect(export.form == form && export.place == .file)
    #expect(export.meeting?.id == "mscp-pmqa-2024-01-18")
  }

  @Test func escapeLeadsBackFromAnOwner() {
    story(on: .sample) {
      press("j", "j", "O", "Enter")
      expect(contains: "still owe")
      press("Esc")
      expect(contains: "Needs attention")
    }
  }

  @Test func whatCannotBeTakenAlongSaysWhy() {
    story(on: .empty) {
      press("6", "E")
      expect(lastLine: "Nothing is listed here that could be taken along.")
    }
  }

  @Test(arguments: ["1", "3", "4", "5", "6", "K"])
  func everyListCanBeTakenAlong(key: String) throws {
    let (dashboard, _) = try taken(by: [key])
    let list = try #require(dashboard.shownList)
    #expect(!list.columns.contains(""))
    for row in list.rows {
      #expect(row.cells.count == list.columns.count)
      #expect(!row.cells.contains { $0.contains("…") })
    }
  }
}

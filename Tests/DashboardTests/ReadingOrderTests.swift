import Letters
import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// What one sees of a place first, and that nothing in it looks otherwise than it is.
@Suite struct ReadingOrderTests {
  static let scenes = Scene.tabs + Scene.sections

  @Test("The keys go first to the list that a place is there for", arguments: scenes)
  func mainListHasTheKeys(_ scene: Scene) {
    let dashboard = scene.dashboard(on: .sample)
    let content = dashboard.content
    #expect(dashboard.focusedPanel?.id == content.main ?? content.panels.first?.id)
  }

  @Test("Whatever finds no room is named, wherever the keys are", arguments: scenes)
  func hiddenPanelsAreNamed(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    for size in [Size(60, 20), Size(80, 24), Size(120, 40)] {
      for _ in dashboard.content.panels {
        let rows = dashboard.draw(in: size).rows
        let areas = dashboard.browsing.panelAreas()
        let isWhole = areas.allSatisfy { !$0.isEmpty }
        #expect(isWhole || rows.contains { $0.hasPrefix(" More here: ") }, "\(rows)")
        _ = dashboard.receive(.key(.tab))
      }
    }
  }

  @Test("No title of a panel is cut in the narrowest window", arguments: scenes)
  func titlesAreWhole(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    for _ in dashboard.content.panels {
      let canvas = dashboard.draw(in: Size(60, 20))
      for area in dashboard.browsing.panelAreas() where !area.isEmpty {
        let cut = canvas.rows[area.y].contains(String(canvas.glyphs.ellipsis))
        #expect(!cut, "\(canvas.rows[area.y])")
      }
      _ = dashboard.receive(.key(.tab))
    }
  }

  @Test("Only the list that has the keys points at a row", arguments: scenes)
  func onlyOneListPoints(_ scene: Scene) {
    var dashboard = scene.dashboard(on: .sample)
    for _ in dashboard.content.panels {
      let canvas = dashboard.draw(in: Size(120, 40))
      let areas = dashboard.browsing.panelAreas()
      for (index, area) in areas.enumerated() where index != dashboard.visit.focus {
        guard dashboard.content.panels[index].table != nil else { continue }
        let edge = (area.y..<area.maxY).map { y in
          Array(canvas.row(y))[area.x + (area.x > 0 ? 1 : 0)].text
        }
        #expect(!edge.contains(String(canvas.glyphs.pointer)), "\(dashboard.content.panels[index])")
      }
      _ = dashboard.receive(.key(.tab))
    }
  }

  @Test("A colour that nearly every row has in a column marks nothing", arguments: scenes)
  func colourMarksTheException(_ scene: Scene) {
    for panel in scene.dashboard(on: .sample).content.panels {
      guard let table = panel.table else { continue }
      let rows = (0..<table.count).map { table[$0] }.filter { !$0.isHeading }
      guard rows.count >= 5 else { continue }
      for column in table.columns.indices {
        let coloured = rows.compactMap { row -> String? in
          guard column < row.cells.count,
            [.dueSoon, .good, .changed].contains(row.cells[column].spans.first?.role)
          else { return nil }
          return row.cells[column].plain
        }
        let most = Dictionary(grouping: coloured, by: \.self).values.map(\.count).max() ?? 0
        #expect(most * 10 < rows.count * 6, "\(panel.title): \(table.columns[column].title)")
      }
    }
  }

  @Test func shortFormsAreFoundByTheirLetters() throws {
    let place = Place(ExecutivePane.id, ["words"])
    let panel = try #require(Fixture.sample.dashboard(at: place).content.panels.first)
    let table = try #require(panel.table)
    let column = try #require(table.columns.firstIndex { $0.title == "Short form" })
    let shown = (0..<table.count).map { table[$0].cells[column].plain }
    #expect(shown.count > 50 && shown == shown.sorted { $0.folded < $1.folded }, "\(shown)")
    #expect(shown.contains("MSCP"))
  }

  @Test("A day that is typed is seen with its answer in the narrowest window")
  func aTypedDayIsSeen() throws {
    var dashboard = Fixture.sample.dashboard()
    for key in "t28 mar + 15wd" { _ = dashboard.receive(.key(.character(key))) }
    let line = try #require(dashboard.draw(in: Size(60, 20)).rows.last)
    #expect(line.contains("28 mar + 15wd") && line.contains("Apr 20"), "\(line)")
  }
}

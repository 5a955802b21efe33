import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// A cell that no record that illustrates touches has no mark, whatever stands beside it.
@Suite struct MarkedCellsTests {
  @Test(arguments: IllustrativeTests.places)
  func onlyCellsThatSaySomethingElseAreMarked(place: Place) throws {
    let published = try #require(Fixture.sample.workspace.published)
    var dashboard = Fixture.sample.dashboard(at: place)
    let marked = dashboard.browsing.content.panels
    _ = dashboard.receive(DashboardMessage.loaded(published))
    for panel in marked {
      let other = dashboard.browsing.content[panel.id]
      guard let table = panel.table, let plain = other?.table else { continue }
      for position in 0..<table.rows.count {
        let id = table.rows.id(position)
        guard let twin = (0..<plain.rows.count).first(where: { plain.rows.id($0) == id }) else {
          continue
        }
        check(table.rows[position], of: table, against: plain.rows[twin], of: plain, "\(place)")
      }
    }
  }

  /// The main text stands for its row, and a mark in front for all of it.
  private func check(
    _ row: TableRow, of table: Table, against twin: TableRow, of plain: Table, _ place: String
  ) {
    for (index, cell) in row.cells.enumerated() where index != table.main {
      let title = table.columns[index].title
      let said = cell.plain.filter { String($0) != illustrativeMark }
      guard said.count < cell.plain.count, !title.isEmpty,
        table.columns.count(where: { $0.title == title }) == 1,
        let column = plain.columns.firstIndex(where: { $0.title == title })
      else { continue }
      #expect(twin.cells[column].plain != said, "\(place), \(title): \(cell.plain)")
    }
  }

  /// A period in which only what illustrates was sent moves no mark into the one beside it.
  @Test func aPeriodOfItsOwnMovesNoMarks() throws {
    let dashboard = Fixture.sample.dashboard(at: Place(DatasetPane.id))
    let panel = try #require(dashboard.browsing.content[.submissions])
    let table = try #require(panel.table)
    func cell(_ agency: String, _ title: String) -> String? {
      let row = (0..<table.rows.count).first { table.rows.id($0) == "agency-\(agency)" }
      let column = table.columns.firstIndex { $0.title == title }
      return row.flatMap { row in column.map { table.rows[row].cells[$0].plain } }
    }
    #expect(cell("medway-council", "2023-24") == "sent")
    #expect(cell("medway-council", "Mar 2024") == "not yet")
    #expect(cell("medway-council", "Jan-Mar 2024") == "due 30 Apr°")
    #expect(cell("kent-police", "To see to next") == "due Tue 30 Apr°")
    // What all of them owe is said once.
    #expect(
      table.rows[0].cells.map(\.plain) == ["Quarterly return for the multi-agency dataset°"])
  }
}

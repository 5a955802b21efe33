import Testing

@testable import TerminalUI

@Suite struct TableViewTests {
  private static let columns = [Column("Owner", .text(least: 4)), Column("What", .main(least: 10))]

  /// Rows whose owner is long in each, and whose text is long in every other one.
  private static let rows = TableRows(
    (0..<8).map { index in
      TableRow(
        id: "\(index)",
        cells: [
          Line("MSCP Business Manager"),
          Line(index.isMultiple(of: 2) ? "short" : String(repeating: "many words ", count: 8)),
        ])
    })

  private func drawn(_ view: TableView, in size: Size) -> [String] {
    var canvas = Canvas(size: size)
    view.draw(in: &canvas, area: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas.rows
  }

  @Test("What is no long text wraps in all rows of a long list, or in none")
  func wrapsShort() {
    var view = TableView(Table(columns: Self.columns, rows: Self.rows), showsHead: false)
    view.wrapsShort = true
    let rows = drawn(view, in: Size(34, 24))
    #expect(rows.count { $0.contains("MSCP") } == rows.count { $0.contains("Manager") })
    #expect(!rows.contains { $0.contains("MSCP Busi…") })
  }

  @Test("Beside an owner in two lines a long text has two lines, and no more")
  func goesOnBesideOthers() {
    var view = TableView(Table(columns: Self.columns, rows: Self.rows), showsHead: false)
    view.wrapsShort = true
    let area = Rect(x: 0, y: 0, width: 34, height: 24)
    let widths = view.widths(in: area)
    let owner = Self.rows[0].cells[0].wrapped(width: widths[0]).count
    #expect(owner > 1)
    #expect(view.places(in: area).allSatisfy { $0.height == owner })
  }

  @Test("What stands under a text goes before its last line is cut at the foot")
  func footOfFurther() {
    let rows = TableRows([
      TableRow(
        id: "0", cells: [Line("Ann"), Line("some words that take two lines")],
        further: [Line("and why")])
    ])
    let view = TableView(Table(columns: Self.columns, rows: rows), showsHead: false, mostLines: 3)
    #expect(!drawn(view, in: Size(30, 2)).contains { $0.contains("…") || $0.contains("and why") })
    #expect(drawn(view, in: Size(30, 3)).contains { $0.contains("and why") })
  }

  @Test(
    "A heading counts what follows it, and of how many where a filter leaves some out",
    arguments: [
      ("18", "Overdue  18  MSCP", "Overdue  2 of 18 shown  MSCP"),
      ("", "Overdue  MSCP", "Overdue  MSCP  2 of 18 shown"),
    ])
  func headings(tally: String, whole: String, part: String) {
    func heading(_ id: String, _ tally: String) -> TableRow {
      TableRow(
        id: id, cells: [Line(id), Line("MSCP")], isHeading: true,
        tally: tally.isEmpty ? .empty : Line(tally))
    }
    let rows =
      [heading("Overdue", tally)] + (0..<18).map { TableRow(id: "\($0)", cells: [Line("a")]) }
      + [heading("Later", "1"), TableRow(id: "last", cells: [Line("b")])]
    let table = Table(columns: Self.columns, rows: TableRows(rows))
    #expect(table.heading(at: 0).plain == whole)
    let narrowed = table.showing([0, 4, 9, 19, 20])
    #expect(narrowed.heading(at: 0).plain == part)
    #expect(narrowed.heading(at: 3).plain == "Later  1  MSCP")
  }
}

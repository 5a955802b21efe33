import TerminalUI
import Testing

/// Rows side by side, where a list is longer than its room and the room is wide.
@Suite struct TablePackingTests {
  private func view(_ count: Int, selected: Int = 0, offset: Int = 0) -> TableView {
    let rows = (0..<count).map { index in
      TableRow(id: "\(index)", cells: ["·", Line("Seat \(index)"), "not yet said"])
    }
    var table = Table(
      columns: [Column("", .whole), Column("Who", .main(least: 4)), Column("", .whole)],
      rows: TableRows(rows))
    table.isPackable = true
    return TableView(table, selected: selected, offset: offset, isFocused: true)
  }

  private func drawn(_ view: TableView, _ size: Size) -> [String] {
    var canvas = Canvas(size: size)
    view.draw(in: &canvas, area: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas.rows.map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test func aListThatFitsStandsBelowEachOtherUnderItsHead() {
    #expect(
      drawn(view(2), Size(40, 3)) == [
        "    Who", "►·  Seat 0  not yet said", " ·  Seat 1  not yet said",
      ])
  }

  @Test func aLongerOneGoesAlongTheLinesWithoutAHead() {
    #expect(
      drawn(view(7, selected: 3), Size(40, 3)) == [
        " ·  Seat 0   ·  Seat 1   ·  Seat 2", "►·  Seat 3   ·  Seat 4   ·  Seat 5", " ·  Seat 6",
      ])
  }

  @Test func whereTheLinesDoNotSufficeTheSelectedOneStaysInSight() {
    var view = view(12, selected: 11)
    let size = Size(40, 3)
    view.offset = view.offset(in: Rect(x: 0, y: 0, width: 40, height: 3))
    #expect(view.offset == 3)
    #expect(drawn(view, size).last == " ·  Seat 9    ·  Seat 10  ►·  Seat 11")
    view.selected = 4
    #expect(view.offset(in: Rect(x: 0, y: 0, width: 40, height: 3)) == 3)
    view.selected = 0
    #expect(view.offset(in: Rect(x: 0, y: 0, width: 40, height: 3)) == 0)
  }

  @Test func aNarrowRoomHasOneBelowTheOther() {
    #expect(drawn(view(7), Size(22, 3)).count { $0.contains("·") } == 2)
  }

  @Test func aPressMeetsTheRowUnderIt() {
    let places = view(7).places(in: Rect(x: 0, y: 5, width: 40, height: 3))
    #expect(places.first { $0.area.contains(Point(14, 6)) }?.position == 4)
  }
}

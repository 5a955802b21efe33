/// A table in a given room: which rows show, where the columns stand, what is selected.
package struct TableView {
  package let table: Table
  /// The position of the selected row, or nil.
  package var selected: Int?
  /// The first row that shows.
  package var offset: Int
  /// The column the rows are sorted by, and which way.
  package var sort: (column: Int, isDescending: Bool)?
  package var isFocused: Bool
  package var showsHead: Bool

  package init(
    _ table: Table, selected: Int? = nil, offset: Int = 0,
    sort: (column: Int, isDescending: Bool)? = nil, isFocused: Bool = false, showsHead: Bool = true
  ) {
    self.table = table
    self.selected = selected
    self.offset = offset
    self.sort = sort
    self.isFocused = isFocused
    self.showsHead = showsHead
  }

  /// How many rows fit under the head.
  package static func capacity(of area: Rect, showsHead: Bool) -> Int {
    max(0, area.height - (showsHead ? 1 : 0))
  }

  /// The first row to show so that the selected one is in sight, moving as little as possible.
  package static func offset(_ offset: Int, selected: Int?, count: Int, capacity: Int) -> Int {
    guard capacity > 0 else { return 0 }
    var first = min(offset, max(0, count - capacity))
    if let selected {
      if selected < first { first = selected }
      if selected >= first + capacity { first = selected - capacity + 1 }
    }
    return max(0, first)
  }

  /// Draws the head and the rows in sight, and puts the cursor on the selected one.
  package func draw(in canvas: inout Canvas, area: Rect) {
    if area.isEmpty { return }
    let inner = area.inset(horizontal: 1, vertical: 0)
    let widths = table.widths(in: inner.width)
    var y = area.y
    if showsHead {
      drawHead(in: &canvas, x: inner.x, y: y, widths: widths)
      y += 1
    }
    for index in offset..<max(offset, table.count) {
      if y >= area.maxY { break }
      let row = table[index]
      if row.isHeading {
        canvas.write(
          row.cells.first ?? .empty, x: inner.x, y: y, width: inner.width)
      } else {
        drawCells(row.cells, in: &canvas, x: inner.x, y: y, widths: widths)
      }
      if index == selected { mark(row, in: &canvas, x: area.x, y: y, widths: widths) }
      y += 1
    }
  }

  /// Points at the selected row and lays a bar under its main text.
  ///
  /// The rest of the row keeps its meanings, and a move of the selection sends little over a line.
  private func mark(
    _ row: TableRow, in canvas: inout Canvas, x: Int, y: Int, widths: [Int]
  ) {
    let role: Role = isFocused ? .selected : .selectedElsewhere
    canvas.repeatRight(
      canvas.glyphs.pointer, isFocused ? .accent : .secondary, x: x, y: y, count: 1)
    if isFocused { canvas.cursor = Point(x, y) }
    guard let main = mainColumn(widths), main < row.cells.count else { return }
    let left = widths[..<main].reduce(x + 1) { $0 + ($1 > 0 ? $1 + 2 : 0) }
    let width = min(widths[main], max(1, row.cells[main].width))
    canvas.paint(Rect(x: left, y: y, width: width, height: 1), role)
  }

  /// The column that says what a row is about: the first that takes what the others leave.
  private func mainColumn(_ widths: [Int]) -> Int? {
    let shown = widths.indices.filter { widths[$0] > 0 }
    let sharing = shown.first {
      if case .share = table.columns[$0].width { true } else { false }
    }
    return sharing ?? shown.first { widths[$0] > 3 } ?? shown.first
  }

  private func drawHead(in canvas: inout Canvas, x: Int, y: Int, widths: [Int]) {
    let heads = table.columns.enumerated().map { index, column in
      guard let sort, sort.column == index else { return Line(column.title, .heading) }
      let mark = sort.isDescending ? canvas.glyphs.down : canvas.glyphs.up
      return Line("\(column.title)\(mark)", .heading)
    }
    drawCells(heads, in: &canvas, x: x, y: y, widths: widths)
  }

  private func drawCells(
    _ cells: [Line], in canvas: inout Canvas, x: Int, y: Int, widths: [Int]
  ) {
    var left = x
    for (index, cell) in cells.enumerated() where index < widths.count && widths[index] > 0 {
      canvas.write(
        cell.onOneLine, x: left, y: y, width: widths[index],
        alignment: table.columns[index].alignment)
      left += widths[index] + 2
    }
  }
}

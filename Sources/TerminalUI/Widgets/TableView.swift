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
  /// How many lines a long text may take in its column.
  package var mostLines: Int
  /// Rows that may take more lines than others, as rows would stay blank below, by their positions.
  package var roomyRows: [Int: Int] = [:]
  /// Whether what is no long text is never cut: who owes something reads the same way in each row.
  package var wrapsShort = false
  /// The position of the row under whose text a line is free to type into; nil for none.
  package var opened: Int?

  /// Where a row stands.
  package struct Place: Hashable, Sendable {
    package let position: Int
    package let x: Int
    package let y: Int
    package let width: Int
    package let height: Int

    /// The cells of the screen that it takes.
    package var area: Rect { Rect(x: x, y: y, width: width, height: height) }
  }

  package init(
    _ table: Table, selected: Int? = nil, offset: Int = 0,
    sort: (column: Int, isDescending: Bool)? = nil, isFocused: Bool = false,
    showsHead: Bool = true, mostLines: Int = 1
  ) {
    self.table = table
    self.selected = selected
    self.offset = offset
    self.sort = sort
    self.isFocused = isFocused
    self.showsHead = showsHead
    self.mostLines = mostLines
  }

  /// The first row to show so that the selected one is in sight, moving as little as possible.
  ///
  /// Only rows that come into sight are made.
  package func offset(in area: Rect) -> Int {
    let capacity = TableView.capacity(of: area, showsHead: showsHead)
    guard capacity > 0 else { return 0 }
    if let packing = packing(in: area) {
      let last = packing.lines(table.count) - area.height
      let line = (selected ?? 0) / packing.across
      let first = max(line - area.height + 1, min(offset / packing.across, last, line))
      return max(0, first) * packing.across
    }
    let widths = widths(in: area)
    let width = area.width - 2
    var first = min(offset, first(showing: table.count - 1, capacity, widths, in: width))
    if let selected {
      if selected < first { first = selected }
      first = max(first, self.first(showing: selected, capacity, widths, in: width))
    }
    return max(0, first)
  }

  /// The first row to show so that a row is the last in sight.
  private func first(
    showing last: Int, _ capacity: Int, _ widths: [Int], in width: Int
  ) -> Int {
    var (first, left) = (last, capacity)
    while first >= 0 {
      left -= height(first, widths, in: width)
      if left < 0 { return min(last, first + 1) }
      first -= 1
    }
    return 0
  }

  /// The rows in sight.
  package func places(in area: Rect) -> [Place] {
    if let packing = packing(in: area) {
      let room = area.height * packing.across
      return (offset..<min(table.count, offset + room)).map { position in
        let (line, column) = (position - offset).quotientAndRemainder(dividingBy: packing.across)
        return Place(
          position: position, x: area.x + column * packing.cell,
          y: area.y + line, width: packing.cell, height: 1)
      }
    }
    let widths = widths(in: area)
    var (y, places) = (area.y + (showsHead ? 1 : 0), [Place]())
    var position = max(0, offset)
    while position < table.count, y < area.maxY {
      let height = height(position, widths, in: area.width - 2)
      // At the foot a row has the lines that are left.
      places.append(
        Place(
          position: position, x: area.x, y: y, width: area.width,
          height: min(height, area.maxY - y)))
      y += height
      position += 1
    }
    return places
  }

  /// The width of each column of the rows in a room; 0 for a column that found no room.
  package func widths(in area: Rect) -> [Int] {
    packing(in: area)?.widths ?? table.widths(in: area.inset(horizontal: 1, vertical: 0).width)
  }

  /// How the rows stand side by side, where they do.
  func packing(in area: Rect) -> TablePacking? {
    TablePacking(
      table, width: area.width, lines: TableView.capacity(of: area, showsHead: showsHead))
  }

  /// How many lines a row may take whose text would be cut beside cells that stay blank.
  private static let mostLinesBesideBlanks = 3
  /// So many blank cells at the right of a row are too many for something to be cut there.
  private static let tooManyBlanks = 8

  /// How many lines a row takes.
  private func height(_ position: Int, _ widths: [Int], in width: Int) -> Int {
    // Where even the widest fits, no row has to be made.
    let narrow = widths.indices.filter { widths[$0] > 0 && table.wishes[$0].widest > widths[$0] }
    let free = position == opened ? 1 : 0
    if narrow.isEmpty && !table.hasFurther || table.isHeading(at: position) { return 1 + free }
    let row = table[position]
    let further = further(of: row, widths).count
    let cells = row.cells
    let cut = narrow.filter { $0 < cells.count && cells[$0].width > widths[$0] }
    let main = table.main
    let lines = cut.map { ($0, cells[$0].onOneLine.wrapped(width: widths[$0]).count) }
    let mostLines = max(mostLines, roomyRows[position] ?? 0)
    var (most, mostOfShort) = (mostLines, wrapsShort ? TableView.mostLinesBesideBlanks : mostLines)
    if most == 1, !cut.isEmpty {
      if width - rightEnd(of: cells, widths) >= TableView.tooManyBlanks {
        (most, mostOfShort) = (TableView.mostLinesBesideBlanks, TableView.mostLinesBesideBlanks)
      } else if wrapsShort {
        // Beside the lines that something else takes anyway the long text goes on, and no further.
        let others = lines.filter { $0.0 != main }.map(\.1).max() ?? 1
        most = min(others, TableView.mostLinesBesideBlanks)
        // Nor is it cut where the last of those lines ends early.
        if most > 1, width - rightEnd(of: cells, widths, line: most) >= TableView.tooManyBlanks {
          most = TableView.mostLinesBesideBlanks
        }
      }
    }
    return further + free
      + lines.reduce(1) { max($0, min($1.0 == main ? most : mostOfShort, $1.1)) }
  }

  /// The line that is free under the text of the opened row; nil where it is out of sight.
  package func openLine(in area: Rect) -> Rect? {
    guard let opened, let main = table.main,
      let place = places(in: area).first(where: { $0.position == opened })
    else { return nil }
    let widths = widths(in: area)
    let x = left(of: main, x: area.x + 1, widths: widths)
    let y =
      place.y + height(opened, widths, in: area.width - 2) - 1
      - further(of: table[opened], widths).count
    return y < area.maxY ? Rect(x: x, y: y, width: area.maxX - x - 1, height: 1) : nil
  }

  /// Where the last text of a row ends, in its first line or in a further one.
  private func rightEnd(of cells: [Line], _ widths: [Int], line: Int = 1) -> Int {
    let last = cells.indices.last { $0 < widths.count && widths[$0] > 0 && !cells[$0].isEmpty }
    guard let last else { return 0 }
    let isLeading = table.columns[last].alignment == .leading
    var width = isLeading ? min(widths[last], cells[last].width) : widths[last]
    if line > 1 {
      let lines = cells[last].onOneLine.wrapped(width: widths[last])
      width = lines.count < line ? 0 : lines[line - 1].width
    }
    return left(of: last, x: 0, widths: widths) + width
  }

  /// What stands under the main text of a row, wrapped from there to the row's end: nothing is beside it.
  private func further(of row: TableRow, _ widths: [Int]) -> [Line] {
    guard !row.further.isEmpty, let main = table.main else { return [] }
    return row.further.flatMap { $0.onOneLine.wrapped(width: room(from: main, widths)) }
  }

  /// How wide a row is from a column to its end.
  private func room(from column: Int, _ widths: [Int]) -> Int {
    left(of: widths.count, x: 0, widths: widths) - ColumnRoom.gap
      - left(of: column, x: 0, widths: widths)
  }

  /// Draws the head and the rows in sight, and puts the cursor on the selected one.
  package func draw(in canvas: inout Canvas, area: Rect) {
    if area.isEmpty { return }
    let inner = area.inset(horizontal: 1, vertical: 0)
    let widths = widths(in: area)
    if showsHead, packing(in: area) == nil {
      drawHead(in: &canvas, x: inner.x, y: area.y, widths: widths)
    }
    for place in places(in: area) {
      let row = table[place.position]
      if row.isHeading {
        canvas.write(
          table.heading(at: place.position), x: inner.x, y: place.y, width: inner.width)
        canvas.layBand(Rect(x: area.x, y: place.y, width: area.width, height: 1))
      } else {
        draw(row, place, in: &canvas, x: place.x + 1, widths: widths)
      }
      if place.position == selected { mark(row, place, in: &canvas, x: place.x, widths: widths) }
    }
  }

  /// Draws the cells of a row; a long text goes on under itself.
  private func draw(
    _ row: TableRow, _ place: Place, in canvas: inout Canvas, x: Int, widths: [Int]
  ) {
    let further = further(of: row, widths)
    let height = textHeight(place, widths, besides: further.count)
    if let main = table.main {
      let left = left(of: main, x: x, widths: widths)
      for (step, line) in further.prefix(place.height - height).enumerated() {
        canvas.write(line, x: left, y: place.y + height + step, width: room(from: main, widths))
      }
    }
    if height == 1 {
      drawCells(row.cells, in: &canvas, x: x, y: place.y, widths: widths)
      return
    }
    for column in row.cells.indices where column < widths.count && widths[column] > 0 {
      let left = left(of: column, x: x, widths: widths)
      let lines = lines(of: row.cells[column], height, width: widths[column])
      for (step, line) in lines.enumerated() {
        canvas.write(
          line, x: left, y: place.y + step, width: widths[column],
          alignment: table.columns[column].alignment)
      }
    }
  }

  /// How many lines of a row are its cells': at the foot what stands under them goes first.
  private func textHeight(_ place: Place, _ widths: [Int], besides further: Int) -> Int {
    if further == 0 { return max(1, place.height) }
    let whole = height(place.position, widths, in: place.width - 2)
    return max(1, min(place.height, whole - further))
  }

  /// The lines of a cell, at most so many; the last one is cut where more follows.
  private func lines(of cell: Line, _ most: Int, width: Int) -> [Line] {
    cell.onOneLine.wrapped(width: width, most: most)
  }

  func left(of column: Int, x: Int, widths: [Int]) -> Int {
    widths[..<column].reduce(x) { $0 + ($1 > 0 ? $1 + ColumnRoom.gap : 0) }
  }

  /// Points at the selected row and lays a bar under its main text.
  ///
  /// The rest of the row keeps its meanings, and a move of the selection sends little over a line.
  private func mark(
    _ row: TableRow, _ place: Place, in canvas: inout Canvas, x: Int, widths: [Int]
  ) {
    let role: Role = isFocused ? .selected : .selectedElsewhere
    // The pointer stands where the keys are, and nowhere else.
    if isFocused {
      canvas.repeatRight(canvas.glyphs.pointer, .accent, x: x, y: place.y, count: 1)
      canvas.cursor = Point(x, place.y)
    }
    guard let main = table.main, main < row.cells.count, widths[main] > 0 else { return }
    let left = left(of: main, x: x + 1, widths: widths)
    let height = textHeight(place, widths, besides: further(of: row, widths).count)
    let lines = lines(of: row.cells[main], height, width: widths[main])
    for (step, line) in lines.enumerated() {
      let width = min(widths[main], max(1, line.width))
      canvas.paint(Rect(x: left, y: place.y + step, width: width, height: 1), role)
    }
  }

  private func drawCells(
    _ cells: [Line], in canvas: inout Canvas, x: Int, y: Int, widths: [Int]
  ) {
    var left = x
    for (index, cell) in cells.enumerated() where index < widths.count && widths[index] > 0 {
      canvas.write(
        cell.onOneLine, x: left, y: y, width: widths[index],
        alignment: table.columns[index].alignment)
      left += widths[index] + ColumnRoom.gap
    }
  }
}

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
    let laid = laid(in: area)
    var first = min(offset, first(showing: table.count - 1, capacity, laid))
    if let selected {
      if selected < first { first = selected }
      first = max(first, self.first(showing: selected, capacity, laid))
    }
    return max(0, first)
  }

  /// The first row to show so that a row is the last in sight.
  private func first(showing last: Int, _ capacity: Int, _ laid: LaidRows) -> Int {
    var (first, left) = (last, capacity)
    while first >= 0 {
      left -= height(first, laid)
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
    let laid = laid(in: area)
    var (y, places) = (area.y + (showsHead ? 1 : 0), [Place]())
    var position = max(0, offset)
    while position < table.count, y < area.maxY {
      let height = height(position, laid)
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
}

extension TableView {
  /// How many lines a row may take whose text would be cut beside cells that stay blank.
  private static let mostLinesBesideBlanks = 3
  /// So many blank cells at the right of a row are too many for something to be cut there.
  private static let tooManyBlanks = 8

  /// The rows as they stand in a room.
  func laid(in area: Rect) -> LaidRows { laid(widths(in: area), in: area.width - 2) }

  /// The rows as they stand with columns of some widths, in a width.
  func laid(_ widths: [Int], in width: Int) -> LaidRows {
    let room = LaidRows.Room(
      width: width, widths: widths, mostLines: mostLines, roomyRows: roomyRows,
      wrapsShort: wrapsShort)
    return table.laid(room) { LaidRows(room) }
  }

  /// How many lines a row takes, with the one under it where it is open.
  func height(_ position: Int, _ laid: LaidRows) -> Int {
    let text = laid.heights(position) { textLines(of: position, laid.widths, in: laid.width) }
    return text + (position == opened ? 1 : 0)
  }

  /// How many lines what a row says takes.
  private func textLines(of position: Int, _ widths: [Int], in width: Int) -> Int {
    // Where even the widest fits, no row has to be made.
    let wishes = table.wishes
    let narrow = widths.indices.filter { widths[$0] > 0 && wishes[$0].widest > widths[$0] }
    if narrow.isEmpty && !table.hasFurther || table.isHeading(at: position) { return 1 }
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
    return further
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
      place.y + height(opened, laid(in: area)) - 1
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
  func further(of row: TableRow, _ widths: [Int]) -> [Line] {
    guard !row.further.isEmpty, let main = table.main else { return [] }
    return row.further.flatMap { $0.onOneLine.wrapped(width: room(from: main, widths)) }
  }

  /// How wide a row is from a column to its end.
  func room(from column: Int, _ widths: [Int]) -> Int {
    left(of: widths.count, x: 0, widths: widths) - ColumnRoom.gap
      - left(of: column, x: 0, widths: widths)
  }
}

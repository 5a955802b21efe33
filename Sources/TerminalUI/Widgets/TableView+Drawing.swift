extension TableView {
  /// Draws the head and the rows in sight, and puts the cursor on the selected one.
  package func draw(in canvas: inout Canvas, area: Rect) {
    if area.isEmpty { return }
    let inner = area.inset(horizontal: 1, vertical: 0)
    let widths = widths(in: area)
    if showsHead, packing(in: area) == nil {
      drawHead(in: &canvas, x: inner.x, y: area.y, widths: widths)
    }
    let laid = laid(in: area)
    for place in places(in: area) {
      if place.position == opened {
        draw(place, in: &canvas, widths)
      } else {
        canvas.lay(picture(of: place, canvas.glyphs, laid), place.area)
      }
      if place.position == selected { mark(place, in: &canvas, widths) }
    }
  }

  /// The cells of a row as they are drawn, whether or not it is selected.
  private func picture(of place: Place, _ glyphs: Glyphs, _ laid: LaidRows) -> [Cell] {
    let look = LaidRows.Look(
      position: place.position, width: place.width, height: place.height, tier: glyphs.tier)
    return laid.pictures(look) {
      var picture = Canvas(size: Size(place.width, place.height), glyphs: glyphs)
      let own = Place(
        position: place.position, x: 0, y: 0, width: place.width, height: place.height)
      draw(own, in: &picture, laid.widths)
      return picture.cells
    }
  }

  /// Draws a row where it stands.
  private func draw(_ place: Place, in canvas: inout Canvas, _ widths: [Int]) {
    let row = table[place.position]
    if row.isHeading {
      let heading = table.heading(at: place.position)
      canvas.write(heading, x: place.x + 1, y: place.y, width: place.width - 2)
      canvas.layBand(Rect(x: place.x, y: place.y, width: place.width, height: 1))
    } else {
      draw(row, place, in: &canvas, x: place.x + 1, widths: widths)
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
    let whole = height(place.position, laid(widths, in: place.width - 2))
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
  private func mark(_ place: Place, in canvas: inout Canvas, _ widths: [Int]) {
    let (row, x) = (table[place.position], place.x)
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

extension TableView {
  /// The column whose head is at a point; nil where none is.
  package func column(at point: Point, in area: Rect) -> Int? {
    guard showsHead, point.y == area.y, packing(in: area) == nil else { return nil }
    let widths = widths(in: area)
    return widths.indices.first { column in
      let left = left(of: column, x: area.x + 1, widths: widths)
      // The mark of the order stands in the gap behind the title.
      return widths[column] > 0 && (left...left + widths[column]).contains(point.x)
    }
  }

  /// How many lines fit under the head.
  package static func capacity(of area: Rect, showsHead: Bool) -> Int {
    max(0, area.height - (showsHead ? 1 : 0))
  }

  /// Draws the titles of the columns.
  func drawHead(in canvas: inout Canvas, x: Int, y: Int, widths: [Int]) {
    var left = x
    for (index, column) in table.columns.enumerated() where widths[index] > 0 {
      canvas.write(
        column.title, .heading, x: left, y: y, width: widths[index], alignment: column.alignment)
      if let sort, sort.column == index {
        // The mark of the order stands in the gap behind the title.
        let title = min(widths[index], TextWidth.of(column.title))
        canvas.repeatRight(
          sort.isDescending ? canvas.glyphs.down : canvas.glyphs.up, .heading,
          x: column.alignment == .trailing ? left + widths[index] : left + title, y: y, count: 1)
      }
      left += widths[index] + ColumnRoom.gap
    }
  }
}

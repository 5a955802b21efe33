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
}

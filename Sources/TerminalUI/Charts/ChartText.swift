/// Text fitted into the little room a chart has for it.
enum ChartText {
  /// The text cut to a width, with the mark for text that was cut off.
  static func fitted(_ text: String, width: Int, glyphs: Glyphs) -> String {
    guard TextWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    for character in text {
      let longer = kept + String(character)
      if TextWidth.of(longer) > width - 1 { break }
      kept = longer
    }
    while kept.last == " " { kept.removeLast() }
    return kept + String(glyphs.ellipsis)
  }

  /// Draws a text over as many rows as it needs and the area has.
  static func draw(_ text: String, _ role: Role, in canvas: inout Canvas, area: Rect) {
    guard !area.isEmpty else { return }
    var lines = Line(text, role).wrapped(width: area.width)
    if lines.count > area.height {
      let rest = lines[(area.height - 1)...].map(\.plain).joined(separator: " ")
      lines = lines[..<(area.height - 1)] + [Line(rest, role)]
    }
    for (row, line) in lines.enumerated() {
      canvas.write(line, x: area.x, y: area.y + row, width: area.width)
    }
  }
}

extension Rect {
  /// The part of the rectangle that lies on a grid.
  func clipped(to size: Size) -> Rect {
    let left = max(0, min(size.width, x))
    let top = max(0, min(size.height, y))
    return Rect(
      x: left, y: top, width: max(0, min(size.width, maxX)) - left,
      height: max(0, min(size.height, maxY)) - top)
  }
}

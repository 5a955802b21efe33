/// The rule above a panel, with its title set into it and a note at its right end.
package struct PanelRule {
  package var title: Line
  package var note: Line
  package var isFocused: Bool
  /// Whether a line parts the panel from the one at its left.
  package var hasLeftLine: Bool

  package init(title: Line, note: Line = .empty, isFocused: Bool = false, hasLeftLine: Bool = false)
  {
    self.title = title
    self.note = note
    self.isFocused = isFocused
    self.hasLeftLine = hasLeftLine
  }

  /// Draws the rule and the line at the left; answers the room that is left for the panel.
  package func draw(in canvas: inout Canvas, area: Rect) -> Rect {
    if area.isEmpty { return area }
    let role: Role = isFocused ? .focusedBorder : .border
    canvas.repeatRight(canvas.glyphs.horizontal, .border, x: area.x, y: area.y, count: area.width)
    if hasLeftLine {
      canvas.repeatRight(canvas.glyphs.teeDown, .border, x: area.x, y: area.y, count: 1)
      canvas.repeatDown(
        canvas.glyphs.vertical, .border, x: area.x, y: area.y + 1, count: area.height - 1)
    }
    let left = area.x + (hasLeftLine ? 2 : 1)
    var room = area.maxX - left - 1
    let noteWidth = note.isEmpty ? 0 : note.width + 2
    if noteWidth > 0, noteWidth + title.width + 3 <= room {
      canvas.write(
        " " + note + " ", x: area.maxX - noteWidth - 1, y: area.y, width: noteWidth)
      room -= noteWidth + 1
    }
    let shown = Line(spans: title.spans.map { Span($0.text, isFocused ? role : $0.role) })
    canvas.write(" " + shown + " ", x: left, y: area.y, width: max(0, room))
    let edge = hasLeftLine ? 1 : 0
    return Rect(
      x: area.x + edge, y: area.y + 1, width: area.width - edge, height: area.height - 1)
  }
}

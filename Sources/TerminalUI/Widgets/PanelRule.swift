/// The rule above a panel, with its title set into it and a note at its right end.
package struct PanelRule {
  package var title: Line
  /// What to say at the right end, most important first; what finds no room is left out.
  package var notes: [Line]
  /// Where one is in the panel; it stands at the very end and is left out last.
  package var position: Line
  package var isFocused: Bool
  /// Whether a line parts the panel from the one at its left.
  package var hasLeftLine: Bool

  package init(
    title: Line, notes: [Line] = [], position: Line = .empty, isFocused: Bool = false,
    hasLeftLine: Bool = false
  ) {
    self.title = title
    self.notes = notes
    self.position = position
    self.isFocused = isFocused
    self.hasLeftLine = hasLeftLine
  }

  /// Draws the rule and the line at the left; answers the room that is left for the panel.
  package func draw(in canvas: inout Canvas, area: Rect) -> Rect {
    if area.isEmpty { return area }
    let role: Role = isFocused ? .focusedBorder : .border
    let rule = isFocused ? canvas.glyphs.doubleHorizontal : canvas.glyphs.horizontal
    canvas.repeatRight(rule, role, x: area.x, y: area.y, count: area.width)
    if hasLeftLine {
      canvas.repeatRight(canvas.glyphs.teeDown, .border, x: area.x, y: area.y, count: 1)
      canvas.repeatDown(
        canvas.glyphs.vertical, .border, x: area.x, y: area.y + 1, count: area.height - 1)
    }
    let left = area.x + (hasLeftLine ? 2 : 1)
    var room = area.maxX - left - 1
    // Where one is stays in sight beside a title that is cut.
    let note = note(in: max(room - title.width - 5, min(position.width, room / 3)))
    if !note.isEmpty {
      let width = note.width + 2
      canvas.write(" " + note + " ", x: area.maxX - width - 1, y: area.y, width: width)
      room -= width + 1
    }
    let shown = Line(spans: title.spans.map { Span($0.text, isFocused ? role : $0.role) })
    // A title that is cut stands apart from the rule, too.
    canvas.write(" " + shown, x: left, y: area.y, width: max(0, room - 1))
    let end = min(shown.width + 1, max(0, room - 1))
    canvas.write(" ", x: left + end, y: area.y, width: min(1, max(0, room)))
    let edge = hasLeftLine ? 1 : 0
    return Rect(
      x: area.x + edge, y: area.y + 1, width: area.width - edge, height: area.height - 1)
  }

  /// As many of the notes as a width holds, and the position behind them.
  private func note(in width: Int) -> Line {
    var parts = notes.filter { !$0.isEmpty }
    while true {
      let all = parts + (position.isEmpty ? [] : [position])
      var line = Line.empty
      for part in all { line += (line.isEmpty ? .empty : Line("  ", .border)) + part }
      if line.width <= width { return line }
      if parts.popLast() == nil { return .empty }
    }
  }
}

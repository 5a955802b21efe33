import Entry
import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// Draws what there is to say of the row that has the keys, and what Save will do.
  func drawFoot(of form: GridForm, in canvas: inout Canvas, _ layout: GridLayout) {
    let foot = layout.foot
    guard foot.height > 0 else { return }
    let width = foot.width - GridLayout.gutter - 1
    let x = foot.x + GridLayout.gutter
    if foot.height > 1 {
      canvas.repeatRight(
        canvas.glyphs.horizontal, .border, x: foot.x, y: foot.y, count: foot.width)
    }
    var lines = [form.refusal, form.meanwhile].filter { !$0.isEmpty }.flatMap {
      Line($0, .fault).wrapped(width: width)
    }
    lines += form.about(width: width, context)
    // Between Save and what there is to say of a row stands a blank row, where there is one to spare.
    let gap = foot.maxY - layout.buttons - 1 > lines.count ? 1 : 0
    let top = layout.buttons + 1 + gap
    let room = max(0, foot.maxY - top)
    for (offset, line) in lines.prefix(room).enumerated() {
      let isCut = offset == room - 1 && lines.count > room
      canvas.write(
        isCut ? line + Line(" …", .secondary) : line, x: x, y: top + offset, width: width)
    }
    drawButtons(of: form, in: &canvas, x: x, y: layout.buttons, width: width)
  }

  /// The mark of the return, Save, and how much there is of what.
  private func drawButtons(
    of form: GridForm, in canvas: inout Canvas, x: Int, y: Int, width: Int
  ) {
    let isMark = form.stop == .mark
    let isSave = form.stop == .save
    if isMark || isSave {
      canvas.repeatRight(canvas.glyphs.pointer, .accent, x: x - GridLayout.gutter, y: y, count: 1)
    }
    var left = x
    if !form.grid.owed.isEmpty {
      let mark = form.grid.isReceived ? "[x] Return came in today" : "[ ] Return came in today"
      if isMark { canvas.cursor = Point(left + 1, y) }
      left += canvas.write(mark, isMark ? .selected : .text, x: left, y: y) + 3
    }
    if isSave { canvas.cursor = Point(left + 2, y) }
    let words = form.saving == nil ? "[ Save ]" : "[ Saving… ]"
    left += canvas.write(words, isSave ? .selected : .key, x: left, y: y) + 3
    canvas.write(form.tally, x: left, y: y, width: max(0, x + width - left))
  }

  /// Draws what was pasted before it is taken: what goes where, and what goes nowhere.
  func draw(
    _ pasted: FigurePaste, of form: GridForm, in canvas: inout Canvas, _ area: Rect
  ) {
    let width = area.width - GridLayout.gutter - 1
    let lines = form.lines(of: pasted, width: width)
    let first = max(0, min(form.pastedOffset, lines.count - area.height))
    for (offset, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      canvas.write(line, x: area.x + GridLayout.gutter, y: area.y + offset, width: width)
    }
    if first > 0 {
      canvas.write(String(canvas.glyphs.up), .secondary, x: area.maxX - 1, y: area.y)
    }
    if first + area.height < lines.count {
      canvas.write(String(canvas.glyphs.down), .secondary, x: area.maxX - 1, y: area.maxY - 1)
    }
    canvas.cursor = Point(area.x, area.y)
  }

  /// What the keys do in a grid, as many as there is room for.
  func hints(for form: GridForm) -> Line {
    var parts: [(String, String)]
    if form.pasted != nil {
      parts = [("Enter", "take it"), ("Esc", "leave it"), ("Up Down", "show the rest")]
    } else {
      switch form.stop {
      case .agency, .period:
        parts = [("Left/Right", "choose"), ("a-z", "look for one"), ("Down", "figures")]
      case .mark: parts = [("Space", "mark or not"), ("Down", "save")]
      case .save: parts = [("Enter", "save"), ("Up", "back")]
      case .cell: parts = [("Enter", "down"), ("Tab", "comment"), ("F2", "edit")]
      }
      parts += [("Ctrl-S", "save all"), ("Esc", "leave, keep"), ("Ctrl-X", "drop"), ("F1", "keys")]
    }
    var line = Line(" ")
    for (key, words) in parts {
      let hint = Line(key, .key) + Line(" \(words)  ", .secondary)
      if line.width + hint.width > size.width { continue }
      line += hint
    }
    return line
  }
}

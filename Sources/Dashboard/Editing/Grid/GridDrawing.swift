import Entry
import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// Draws a grid of figures over all between the tabs and the last line.
  func draw(_ form: GridForm, in canvas: inout Canvas) {
    let area = GridEntry.area(in: browsing)
    let layout = GridLayout(form, in: area)
    canvas.clear(area)
    let changed = form.grid.changedCount
    let position = form.row.map { "\($0 + 1) of \(form.grid.rows.count)" } ?? ""
    _ = PanelRule(
      title: Line(form.title, .heading),
      notes: [
        form.saving == nil ? .empty : Line("Saving…", .accent),
        changed == 0 ? .empty : Line("* \(changed) typed", .accent),
      ], position: .secondary(position), isFocused: true
    ).draw(in: &canvas, area: area)
    if let pasted = form.pasted {
      draw(pasted, of: form, in: &canvas, layout.inside)
      return
    }
    drawChoices(of: form, in: &canvas, layout)
    drawHead(in: &canvas, layout)
    if form.grid.rows.isEmpty {
      let lines = Line(form.emptyText(context), .secondary).wrapped(
        width: layout.inside.width - GridLayout.gutter - 1)
      for (offset, line) in lines.prefix(3).enumerated() {
        let x = layout.inside.x + GridLayout.gutter
        canvas.write(line, x: x, y: layout.top + offset, width: max(0, size.width - x))
      }
    }
    for offset in 0..<layout.rowCount where form.grid.rows.indices.contains(layout.first + offset) {
      drawRow(layout.first + offset, of: form, in: &canvas, layout, y: layout.top + offset)
    }
    let x = layout.inside.maxX - 1
    if layout.first > 0 {
      canvas.write(String(canvas.glyphs.up), .secondary, x: x, y: layout.top)
    }
    if layout.first + layout.rowCount < form.grid.rows.count {
      canvas.write(
        String(canvas.glyphs.down), .secondary, x: x, y: layout.top + layout.rowCount - 1)
    }
    drawFoot(of: form, in: &canvas, layout)
  }

  /// Whose figures, and of which period.
  private func drawChoices(of form: GridForm, in canvas: inout Canvas, _ layout: GridLayout) {
    let y = layout.inside.y
    var x = layout.inside.x + GridLayout.gutter
    for (stop, label) in [(GridForm.Stop.agency, "Agency "), (.period, "Period ")] {
      let isHere = form.stop == stop
      x += canvas.write(label, isHere ? .key : .secondary, x: x, y: y)
      let text = stop == .agency ? form.name(of: form.grid.source) : form.grid.period.words
      if isHere {
        canvas.repeatRight(canvas.glyphs.pointer, .accent, x: layout.inside.x, y: y, count: 1)
        let shown = form.isFresh ? text : form.editor.text
        canvas.cursor = Point(min(size.width - 1, x + (form.isFresh ? 0 : TextWidth.of(shown))), y)
        x += canvas.write(
          shown.isEmpty ? " " : shown, form.isFresh ? .selected : .input, x: x, y: y)
      } else {
        x += canvas.write(text, x: x, y: y)
      }
      x += canvas.write("   ", x: x, y: y)
    }
    let told = form.problem.isEmpty ? form.standing(context) : Line("x \(form.problem)", .fault)
    canvas.write(told, x: x, y: y, width: max(0, layout.inside.maxX - x - 1))
  }

  private func drawHead(in canvas: inout Canvas, _ layout: GridLayout) {
    for (column, x, width) in layout.columns {
      canvas.write(
        column.title, .heading, x: x, y: layout.inside.y + 1, width: width,
        alignment: column == .before || column == .number ? .trailing : .leading)
    }
  }

  private func drawRow(
    _ index: Int, of form: GridForm, in canvas: inout Canvas, _ layout: GridLayout, y: Int
  ) {
    let (row, state) = (form.grid.rows[index], form.states[index])
    let isHere = form.row == index
    if isHere {
      canvas.repeatRight(canvas.glyphs.pointer, .accent, x: layout.inside.x, y: y, count: 1)
    }
    if row.isChanged || row.texts != row.before {
      canvas.write("*", .accent, x: layout.inside.x + 1, y: y)
    }
    for (column, x, width) in layout.columns {
      let text: Line =
        switch column {
        case .number: row.parts.isEmpty ? .secondary(row.indicator.number) : .empty
        case .label:
          row.parts.isEmpty ? Line(row.indicator.label) : .secondary("  \(row.label)")
        case .unit: .secondary(row.indicator.unit)
        case .before: .secondary(row.past.latest?.value?.text ?? "")
        case .value: Line(row.texts.value, row.texts.value == row.before.value ? .text : .input)
        case .reading: state.mark(row)
        case .comment:
          state.needsComment ? Line("comment?", .dueSoon) : Line(row.texts.comment.onOneLine)
        }
      let isTrailing = column == .before || column == .number
      canvas.write(
        text, x: x, y: y, width: width, alignment: isTrailing ? .trailing : .leading)
    }
    guard isHere, let place = layout.place(of: form.column) else { return }
    let window = form.editor.window(width: place.width)
    let blank = String(repeating: " ", count: max(0, place.width - TextWidth.of(window.text)))
    canvas.write(
      Line(window.text + blank, form.isFresh ? .selected : .input), x: place.x, y: y,
      width: place.width)
    canvas.cursor = Point(
      min(size.width - 1, place.x + min(place.width - 1, form.isFresh ? 0 : window.column)), y)
  }
}

extension GridLayout.Column {
  fileprivate var title: String {
    switch self {
    case .number: "No"
    case .label: "Indicator"
    case .unit: "Unit"
    case .before: "Before"
    case .value: "This period"
    case .reading: "Read as"
    case .comment: "Comment"
    }
  }
}

extension FigureGrid.State {
  /// What is said beside a row: what is wrong, what is doubtful, else how it is understood.
  func mark(_ row: FigureGrid.Row) -> Line {
    if let first = findings.first {
      let role: Role = first.isFault ? .fault : first.isOfTyped ? .dueSoon : .secondary
      return Line("\(first.isFault ? "x" : "!") \(first.sentence)", role)
    }
    if row.texts.value.isEmpty, let base = row.base?.value {
      return .secondary("\(base.text) stays")
    }
    if row.lock != nil { return .secondary("not yours") }
    let isTyped = row.texts.value != row.before.value
    if isTyped, let base = row.base?.value {
      return .secondary(
        [cell.words, "was \(base.text)"].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    return .secondary(isTyped && cell.words.isEmpty && cell.value != nil ? "ok" : cell.words)
  }
}

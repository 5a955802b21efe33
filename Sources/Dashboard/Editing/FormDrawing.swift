import Entry
import Safeguarding
import TerminalUI

extension Dashboard {
  /// Draws the open form in place of the panels.
  func draw(_ outer: Form, in canvas: inout Canvas) {
    let area = contentArea
    let form = outer.innermost
    let room = FormRoom(contentArea, forInnermostOf: outer, context)
    let changed = form.changedCount
    let hasNotes = area.width >= 70 && (changed > 0 || outer.saving != nil)
    let inside = PanelRule(
      title: Line(outer.trail(in: area.width - (hasNotes ? 42 : 22), canvas.glyphs), .heading),
      notes: [
        outer.saving == nil ? .empty : Line("Saving", .accent),
        changed == 0 ? .empty : Line("* \(changed) changed", .accent),
      ], position: position(in: form), isFocused: true
    ).draw(in: &canvas, area: area)
    let head = form.headRows(in: room)
    for (offset, row) in head.rows.enumerated() {
      draw(row, in: &canvas, room, x: inside.x, y: inside.y + offset)
    }
    let rows = form.rows(in: room, context.glyphs, outer.everything(context.entry))
    let (first, height) = shown(of: form, rows, room)
    let below = inside.y + head.rows.count
    for (offset, row) in rows.dropFirst(first).prefix(height).enumerated() {
      draw(row, in: &canvas, room, x: inside.x, y: below + offset)
    }
    drawEdges(rows.count, first, height, in: &canvas, inside, y: below)
    // What belongs into the field stands under the form, where the eye is, not at the foot of the screen.
    let used = head.rows.count + min(rows.count - first, height) + 1
    let top = inside.y + min(room.fieldRows, used)
    // Rows that stay blank below are used before anything of it is cut.
    let rowsForHelp = max(room.helpRows, inside.maxY - top)
    drawHelp(form.help(room), rowsForHelp, in: &canvas, inside, y: top)
  }

  /// Draws the help of the field, and says where there is more of it.
  private func drawHelp(
    _ lines: [Line], _ rows: Int, in canvas: inout Canvas, _ inside: Rect, y: Int
  ) {
    let (x, width) = (inside.x + FormRoom.gutter, inside.width - FormRoom.gutter)
    for (offset, line) in lines.prefix(rows).enumerated() {
      canvas.write(line, x: x, y: y + offset, width: width)
    }
    let cut = " \(canvas.glyphs.ellipsis) "
    let more = Line(cut, .secondary) + Line("F1", .key) + Line(" more ", .secondary)
    guard lines.count > rows, rows > 0 else { return }
    canvas.write(more, x: inside.maxX - more.width, y: y + rows - 1, width: more.width)
  }

  private func position(in form: Form) -> Line {
    let shown = form.stops.filter { $0 < form.fields.count }
    guard let place = shown.firstIndex(of: form.focus) else {
      let save = form.isInside ? "Done" : "Save"
      return .secondary(form.focus == form.morePosition ? "more fields" : save)
    }
    return .secondary("field \(place + 1) of \(shown.count)")
  }

  private func draw(_ row: FormRow, in canvas: inout Canvas, _ room: FormRoom, x: Int, y: Int) {
    if row.hasPointer {
      canvas.repeatRight(canvas.glyphs.pointer, .accent, x: x, y: y, count: 1)
    }
    if row.isChanged { canvas.write("*", .accent, x: x + 1, y: y) }
    let left = x + FormRoom.gutter
    let valueX = row.isWide ? left : left + room.labelWidth + 1
    canvas.write(row.label, x: left, y: y, width: room.labelWidth)
    canvas.write(row.text, x: valueX, y: y, width: max(0, size.width - valueX - 1))
    if let cursor = row.cursor {
      canvas.cursor = Point(min(size.width - 1, valueX + cursor), y)
    }
  }

  /// Shows at the right edge that there are more rows above or below.
  private func drawEdges(
    _ count: Int, _ first: Int, _ height: Int, in canvas: inout Canvas, _ inside: Rect, y: Int
  ) {
    let x = inside.maxX - 1
    if first > 0 { canvas.write(String(canvas.glyphs.up), .secondary, x: x, y: y) }
    if first + height < count {
      canvas.write(String(canvas.glyphs.down), .secondary, x: x, y: y + height - 1)
    }
  }

  /// The first row that shows, and how many do: the whole of the field that has the keys, and its cursor
  /// above all.
  private func shown(of form: Form, _ rows: [FormRow], _ room: FormRoom) -> (Int, Int) {
    let height = room.fieldRows - form.headRows(in: room).rows.count
    guard let start = rows.firstIndex(where: { $0.hasPointer }) else { return (0, height) }
    let end = rows.lastIndex { $0.field == form.focus } ?? start
    let cursor = rows.firstIndex { $0.cursor != nil } ?? start
    let last = min(rows.count - 1, end + 1)
    var first = max(0, last - height + 1)
    first = min(first, start)
    if cursor >= first + height { first = cursor - height + 1 }
    return (first, height)
  }

  /// The field in whose rows a point lies; nil outside of the form.
  func field(at point: Point, in outer: Form) -> Int? {
    let form = outer.innermost
    let room = FormRoom(contentArea, forInnermostOf: outer, context)
    let rows = form.rows(in: room, context.glyphs, outer.everything(context.entry))
    let offset = point.y - contentArea.y - 1 - form.headRows(in: room).rows.count
    let (first, height) = shown(of: form, rows, room)
    let index = first + offset
    guard offset >= 0, offset < height, rows.indices.contains(index) else { return nil }
    return rows[index].field
  }

  /// What the keys do in the open form, as many as there is room for.
  func hints(for outer: Form) -> Line {
    let form = outer.innermost
    let context = outer.everything(context.entry)
    let hasList = form.focused?.matches(context).isEmpty == false
    let esc =
      hasList
      ? "close the list"
      : form.isHelpShown
        ? "close the help"
        : form.isInside ? "back, keep" : "leave, keep"
    if form.isInline {
      return .hints(
        [("Enter", "save"), ("Esc", "leave, keep"), ("Ctrl-X", "drop"), ("F1", "whole form")],
        width: size.width)
    }
    var parts: [(key: String, words: String)] = [
      ("Ctrl-S", form.isInside ? "done" : "save"), ("Esc", esc),
    ]
    switch form.focused?.kind {
    case .choice: parts += [("Left/Right", "choose"), ("a-z", "replace")]
    case .date where form.focused?.isReplaced == true:
      parts += [("a-z", "replace"), ("Backspace", "edit")]
    case .reference, .owners, .citation, .several:
      if hasList {
        parts.insert(("Up/Down Enter", "choose"), at: 0)
      } else if form.focused?.isReplaced == true {
        parts += [("a-z", "replace"), ("Backspace", "edit")]
      }
    case .part, .rows: parts = form.rowHints + parts
    case .text(.long), .texts, .papers: parts.append(("Enter", "new line"))
    case .text, .date, .time, .whole, .number, .measure, .cadence, nil: break
    }
    parts += [("Tab", "next"), ("Ctrl-X", "drop"), ("F1", form.isHelpShown ? "all keys" : "help")]
    return .hints(parts, width: size.width)
  }

  /// The open form as plain lines.
  func plainLines(of outer: Form) -> [String] {
    let form = outer.innermost
    let context = outer.everything(context.entry)
    var lines = ["", outer.trail]
    lines += [form.refusal, form.meanwhile].filter { !$0.isEmpty }.map { "  \($0)" }
    for (index, field) in form.fields.enumerated() where !form.isFolded(field) {
      let reading = field.isChanged ? field.reading(context).told : ""
      let text =
        field.shape == nil
        ? field.text : field.rows.map { field.words(of: $0, context) }.joined(separator: "; ")
      var parts = ["\(field.label): \(text.isEmpty ? "blank" : text)"]
      if !reading.isEmpty { parts.append(reading) }
      let caution = form.caution(on: field, context)
      if !caution.isEmpty { parts.append(caution) }
      if let before = form.before(field, context) { parts.append(before) }
      if !field.problem.isEmpty { parts.append("wrong: \(field.problem)") }
      let mark = index == form.focus ? "> " : "  "
      lines.append(mark + parts.joined(separator: ", ").replacing("\n", with: " / "))
    }
    if form.foldedCount > 0 {
      let mark = form.focus == form.morePosition ? "> " : "  "
      lines.append("\(mark)\(counted(form.foldedCount, "more field")): Enter shows them")
    }
    let end =
      form.isInside
      ? "  Enter on Done, or Ctrl-S, goes back to the form around this one, and so does Esc."
      : "  Enter on Save, or Ctrl-S, saves. Esc leaves and keeps what was typed."
    return lines + [end]
  }
}

extension Line {
  /// As many of some hints as there is room for; none is cut.
  fileprivate static func hints(_ parts: [(key: String, words: String)], width: Int) -> Line {
    var line = Line(" ")
    for part in parts {
      let hint = Line(part.key, .key) + Line(" \(part.words)", .secondary)
      let gap: Line = line.width > 1 ? "  " : .empty
      if line.width + gap.width + hint.width + 1 > width { continue }
      line += gap + hint
    }
    return line
  }
}

extension Form {
  /// Where one is, from the form that saves to the one that has the keys.
  var trail: String { inside.map { "\(title) > \($0.trail)" } ?? title }

  /// The same in so many columns: where one is now is shown before where one comes from.
  func trail(in width: Int, _ glyphs: Glyphs) -> String {
    guard let inside else { return title.cut(to: width, glyphs) }
    let end = " > \(inside.trail)"
    let room = width - TextWidth.of(end)
    return room < 8
      ? innermost.title.cut(to: width, glyphs) : title.cut(to: room, glyphs) + end
  }

  /// What there is to refer to, with all that the forms add.
  func everything(_ context: EntryContext) -> EntryContext {
    let own = context.adding(added)
    return inside?.everything(own) ?? own
  }

  /// What the keys do among the records of a field.
  var rowHints: [(key: String, words: String)] {
    guard let field = focused else { return [] }
    let isRow = field.selectedRow != nil
    var hints = [("Enter", isRow ? "open" : "add")]
    if field.holdsSeveral, isRow { hints.append(("a", "add")) }
    if isRow { hints.append(("Del", "take out")) }
    if field.holdsSeveral, field.rows.count > 1 { hints.append(("< >", "move")) }
    return hints
  }
}

extension String {
  /// The beginning of the text that finds room in so many columns.
  fileprivate func cut(to width: Int, _ glyphs: Glyphs) -> String {
    if TextWidth.of(self) <= width { return self }
    var rest = self[...]
    while TextWidth.of(String(rest)) >= max(1, width), !rest.isEmpty { rest.removeLast() }
    return rest + String(glyphs.ellipsis)
  }
}

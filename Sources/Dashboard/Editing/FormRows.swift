import Entry
import Safeguarding
import TerminalUI

extension Form {
  /// Everything the form shows between its title and its help, row by row.
  func rows(in room: FormRoom, _ glyphs: Glyphs, _ outer: EntryContext) -> [FormRow] {
    let context = outer.adding(added)
    var rows: [FormRow] = []
    // What the rule above it says whole is not said twice.
    if subjects.count > 1, TextWidth.of(title) > room.titleWidth {
      rows += notes(title, .secondary, field: 0, room, isWide: true)
    }
    for index in fields.indices where !isFolded(fields[index]) {
      rows += labelled(values(of: index, room, glyphs, context), index, room)
      rows += remarks(on: index, room, glyphs, context)
    }
    if foldedCount > 0 {
      rows.append(button("[ More fields (\(foldedCount)) ]", at: morePosition))
    }
    let done = isInside ? "[ Done ]" : "[ Save ]"
    rows.append(button(saving == nil ? done : "[ Saving ]", at: savePosition))
    return rows
  }

  /// Why it was not saved and what happened meanwhile, above the fields, which leave room for it; and
  /// whether all of that shows.
  func headRows(in room: FormRoom) -> (rows: [FormRow], isWhole: Bool) {
    let width = room.valueWidth + room.labelWidth
    let lines = [refusal, meanwhile].filter { !$0.isEmpty }.flatMap {
      Line($0, .fault).wrapped(width: width)
    }
    let most = max(min(1, room.fieldRows - 1), min(8, room.fieldRows - 3))
    var rows = lines.prefix(most).map { FormRow(field: focus, text: $0, isWide: true) }
    if lines.count > rows.count, !rows.isEmpty { rows[rows.count - 1].text += Line(" …", .fault) }
    return (rows, lines.count == rows.count)
  }

  /// The labels that show.
  var labels: [String] { fields.filter { !isFolded($0) }.map(\.label) }

  /// The rows of a field with its label beside them: a label that is too long goes on below.
  private func labelled(_ rows: [FormRow], _ index: Int, _ room: FormRoom) -> [FormRow] {
    var rows = rows
    let label = Line(fields[index].label, index == focus ? .key : .secondary)
    for (offset, line) in label.wrapped(width: room.labelWidth).enumerated() {
      if offset >= rows.count { rows.append(FormRow(field: index)) }
      rows[offset].label = line
    }
    rows[0].hasPointer = index == focus
    rows[0].isChanged = fields[index].isChanged
    return rows
  }

  private func button(_ words: String, at position: Int) -> FormRow {
    let isHere = focus == position
    var row = FormRow(field: position)
    row.text = Line(words, isHere ? .selected : .key)
    row.hasPointer = isHere
    if isHere { row.cursor = 2 }
    return row
  }

  /// What is typed into a field.
  private func values(
    of index: Int, _ room: FormRoom, _ glyphs: Glyphs, _ context: EntryContext
  ) -> [FormRow] {
    let field = fields[index]
    let isHere = index == focus
    if field.shape != nil { return recordRows(of: index, room, glyphs, context) }
    if field.kind.wraps {
      return isHere ? editorRows(of: index, room) : quietRows(of: index, room)
    }
    if !isHere, TextWidth.of(field.text) > room.valueWidth { return quietRows(of: index, room) }
    var row = FormRow(field: index)
    guard isHere else {
      row.text = Line(field.text) + understood(field, room, context)
      return [row]
    }
    let window = field.editor.window(width: room.valueWidth)
    row.text = Line(window.text, .input) + understood(field, room, context)
    row.cursor = window.column
    return [row]
  }

  /// How a field was understood, where that finds room behind what is typed.
  private func understood(_ field: FormField, _ room: FormRoom, _ context: EntryContext) -> Line {
    let told = field.text.isEmpty ? following(field, context) : ""
    let words =
      !told.isEmpty
      ? told : field.isChanged ? field.reading(context).told : dayWords(of: field, context)
    let caution = caution(on: field, context)
    let mark = caution.isEmpty ? Line.empty : Line("   \(caution)", .dueSoon)
    guard !words.isEmpty,
      TextWidth.of(field.text) + mark.width + TextWidth.of(words) + 3 <= room.valueWidth
    else { return mark }
    return mark + .secondary("   \(words)")
  }

  /// What follows from other records where a field says nothing.
  func following(_ field: FormField, _ context: EntryContext) -> String {
    guard let subject = subjects.first, subjects.count == 1, subject.target.path.isEmpty,
      let record = context.workspace.record(subject.target.record)
    else { return "" }
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let following = record.following(records)[field.name] ?? ""
    return following.isEmpty ? "" : "follows: \(following)"
  }

  /// How far a date is that nobody has changed.
  private func dayWords(of field: FormField, _ context: EntryContext) -> String {
    guard case .date(let isImprecise, _) = field.kind, let old = field.old else { return "" }
    guard let date = ImpreciseDate.read(from: StoredSource(old)), date.precision == .day else {
      return ""
    }
    return TypedDate.reading(of: field.before, isImprecise: isImprecise, context).words
  }

  private func editorRows(of index: Int, _ room: FormRoom) -> [FormRow] {
    let layout = fields[index].editor.layout(width: room.valueWidth)
    let first = max(0, min(layout.cursor.y - room.longRows / 2, layout.rows.count - room.longRows))
    let shown = layout.rows.indices.dropFirst(first).prefix(room.longRows)
    return shown.map { place in
      var row = FormRow(field: index)
      row.text = Line(layout.rows[place].text, .input)
      if place == layout.cursor.y { row.cursor = layout.cursor.x }
      return row
    }
  }

  /// A long text that does not have the keys: its beginning.
  private func quietRows(of index: Int, _ room: FormRoom) -> [FormRow] {
    // A long text is wrapped as far as it can show.
    let limit = room.quietRows
    let beginning = String(fields[index].text.prefix(room.valueWidth * (limit + 2)))
    let lines = Line(beginning).wrapped(width: room.valueWidth)
    var rows = lines.prefix(limit).map { line in
      var row = FormRow(field: index)
      row.text = line
      return row
    }
    if lines.count > limit { rows[limit - 1].text += Line(" …", .secondary) }
    return rows.isEmpty ? [FormRow(field: index)] : rows
  }

  /// What there is to say below a field: options, matches, what is wrong, what was there before.
  private func remarks(
    on index: Int, _ room: FormRoom, _ glyphs: Glyphs, _ context: EntryContext
  ) -> [FormRow] {
    let field = fields[index]
    var rows: [FormRow] = []
    if index == focus {
      rows +=
        optionRows(of: field, index, room) + matchRows(of: field, index, room, glyphs, context)
    }
    let isBelow = field.shape != nil || field.kind.wraps
    let caution = isBelow ? caution(on: field, context) : ""
    if !caution.isEmpty { rows += notes(caution, .dueSoon, field: index, room) }
    if !field.problem.isEmpty {
      rows += notes("x \(field.problem)", .fault, field: index, room)
    } else if field.isChanged, field.shape == nil {
      let words = field.reading(context).told
      let isShown = understood(field, room, context).plain.contains(words) && !field.kind.wraps
      if !words.isEmpty, !isShown { rows += notes(words, .secondary, field: index, room) }
    }
    if let before = before(field, context) {
      // The end of a long one is cut with an ellipsis where it is drawn.
      rows.append(FormRow(field: index, text: .secondary(before)))
    } else if index == focus, subjects.count > 1, subjects.allSatisfy({ $0.prepared == nil }) {
      rows += notes("Blank leaves each as it is.", .secondary, field: index, room)
    }
    return rows
  }

  /// What stood in a field that is changed, on one line; nil where there is nothing to say.
  func before(_ field: FormField, _ context: EntryContext) -> String? {
    guard field.isChanged, !isNew, field.name != FormLayout.addedNote else { return nil }
    if field.shape != nil {
      let count = field.old.map { $0.elements?.count ?? 1 } ?? 0
      return count == 0 ? "was blank" : "was \(counted(count, field.one))"
    }
    let texts: Set<String> =
      subjects.count <= 1
      ? [field.before] : Set(subjects.map { field.kind.text(of: $0.base?[field.name], context) })
    guard texts.count == 1, let text = texts.first else { return "was different in each" }
    return "was \(text.isEmpty ? "blank" : text.replacing("\n", with: " / "))"
  }

  private func notes(
    _ sentence: String, _ role: Role, field: Int, _ room: FormRoom, isWide: Bool = false
  ) -> [FormRow] {
    let width = room.valueWidth + (isWide ? room.labelWidth : 0)
    return Line(sentence, role).wrapped(width: width).prefix(4).map {
      FormRow(field: field, text: $0, isWide: isWide)
    }
  }

  /// What belongs into the field that has the keys, and how it is typed.
  func help(_ room: FormRoom) -> [Line] {
    let width = room.valueWidth + room.labelWidth
    guard let field = focused else {
      let words =
        focus == morePosition
        ? "Enter shows the fields that say nothing yet."
        : isInside
          ? "Enter or Ctrl-S goes back to the form around this one. Nothing is saved before that one is."
          : "Enter or Ctrl-S saves. Esc leaves and keeps what you typed."
      return Line(words, .secondary).wrapped(width: width)
    }
    let words = [field.help, field.kind.instruction].filter { !$0.isEmpty }
    return Line(words.joined(separator: " "), .secondary).wrapped(width: width)
  }
}

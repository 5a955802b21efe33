import Safeguarding
import TerminalUI

extension Form {
  /// Everything the form shows between its title and its help, row by row.
  func rows(in room: FormRoom, _ context: PaneContext) -> [FormRow] {
    var rows = sentence.isEmpty ? [] : notes(sentence, .fault, field: focus, room, isWide: true)
    if subjects.count > 1 { rows += notes(title, .secondary, field: 0, room, isWide: true) }
    for index in fields.indices {
      var own = values(of: index, room, context)
      own[0].label = Line(fields[index].label, index == focus ? .key : .secondary)
      own[0].hasPointer = index == focus
      own[0].isChanged = fields[index].isChanged
      rows += own + remarks(on: index, room, context)
    }
    rows.append(saveRow)
    return rows
  }

  private var saveRow: FormRow {
    let isHere = focus >= fields.count
    var row = FormRow(field: fields.count)
    let words = saving == nil ? "[ Save ]" : "[ Saving… ]"
    row.text = Line(words, isHere ? .selected : .key)
    row.hasPointer = isHere
    if isHere { row.cursor = 2 }
    return row
  }

  /// What is typed into a field.
  private func values(of index: Int, _ room: FormRoom, _ context: PaneContext) -> [FormRow] {
    let field = fields[index]
    let isHere = index == focus
    if field.kind.wraps {
      return isHere ? editorRows(of: index, room) : quietRows(of: index, room)
    }
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
  private func understood(_ field: FormField, _ room: FormRoom, _ context: PaneContext) -> Line {
    let words = field.isChanged ? field.reading(context).words : dayWords(of: field, context)
    let caution = caution(on: field, context)
    let mark = caution.isEmpty ? Line.empty : Line("   \(caution)", .dueSoon)
    guard !words.isEmpty,
      TextWidth.of(field.text) + mark.width + TextWidth.of(words) + 3 <= room.valueWidth
    else { return mark }
    return mark + .secondary("   \(words)")
  }

  /// How far a date is that nobody has changed.
  private func dayWords(of field: FormField, _ context: PaneContext) -> String {
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
    let beginning = String(fields[index].text.prefix(room.valueWidth * 4))
    let lines = Line(beginning).wrapped(width: room.valueWidth)
    let limit = 2
    var rows = lines.prefix(limit).map { line in
      var row = FormRow(field: index)
      row.text = line
      return row
    }
    if lines.count > limit { rows[limit - 1].text += Line(" …", .secondary) }
    return rows.isEmpty ? [FormRow(field: index)] : rows
  }

  /// What there is to say below a field: options, matches, what is wrong, what was there before.
  private func remarks(on index: Int, _ room: FormRoom, _ context: PaneContext) -> [FormRow] {
    let field = fields[index]
    var rows: [FormRow] = []
    if index == focus {
      rows += optionRows(of: field, index, room) + matchRows(of: field, index, room, context)
    }
    if !field.problem.isEmpty {
      rows += notes("x \(field.problem)", .fault, field: index, room)
    } else if field.isChanged {
      let words = field.reading(context).words
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
  func before(_ field: FormField, _ context: PaneContext) -> String? {
    guard field.isChanged, !isNew, field.name != FormKind.addedNote else { return nil }
    let texts: Set<String> =
      subjects.count == 1
      ? [field.before] : Set(subjects.map { field.kind.text(of: $0.base?[field.name], context) })
    guard texts.count == 1, let text = texts.first else { return "was different in each" }
    return "was \(text.isEmpty ? "blank" : text.replacing("\n", with: " / "))"
  }

  private func optionRows(of field: FormField, _ index: Int, _ room: FormRoom) -> [FormRow] {
    guard case .choice(let options) = field.kind else { return [] }
    let chosen =
      field.text.isEmpty
      ? nil
      : options.first { $0.title == field.text } ?? FieldKind.option(field.text, among: options)
    var rows: [FormRow] = []
    var line = Line.empty
    for option in options {
      let isChosen = option == chosen
      let part =
        Line(isChosen ? "(*) " : "( ) ", isChosen ? .accent : .secondary)
        + Line(option.title, isChosen ? .selected : .text) + Line("  ")
      if line.width + part.width > room.valueWidth, !line.isEmpty {
        rows.append(FormRow(field: index, text: line))
        line = .empty
      }
      line += part
    }
    return rows + [FormRow(field: index, text: line)]
  }

  private func matchRows(
    of field: FormField, _ index: Int, _ room: FormRoom, _ context: PaneContext
  ) -> [FormRow] {
    let matches = field.matches(context)
    guard !matches.isEmpty else { return [] }
    let selected = min(field.selected, matches.count - 1)
    let first = max(0, min(selected - room.matchRows + 1, matches.count - room.matchRows))
    let pointer = String(context.glyphs.pointer)
    return matches.indices.dropFirst(first).prefix(room.matchRows).map { place in
      let isHere = place == selected
      let mark = Line(isHere ? "\(pointer) " : "  ", .accent)
      let name = Line(matches[place].text, isHere ? .selected : .text)
      return FormRow(
        field: index, text: mark + name + .secondary("  \(matches[place].note)"))
    }
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
    guard let field = focused else {
      return Line("Enter or Ctrl-S saves. Esc leaves and keeps what you typed.", .secondary)
        .wrapped(width: room.valueWidth + room.labelWidth)
    }
    let words = [field.help, field.kind.instruction].filter { !$0.isEmpty }
    return Line(words.joined(separator: " "), .secondary)
      .wrapped(width: room.valueWidth + room.labelWidth)
  }
}

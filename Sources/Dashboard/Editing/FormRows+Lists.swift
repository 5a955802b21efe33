import Entry
import Safeguarding
import TerminalUI

extension Form {
  /// The records of a field, a row each, and where one is added.
  func recordRows(
    of index: Int, _ room: FormRoom, _ glyphs: Glyphs, _ context: EntryContext
  ) -> [FormRow] {
    let field = fields[index]
    let isHere = index == focus
    let title = field.one
    var rows = field.rows.indices.map { place in
      recordRow(of: field, place, isHere, index, glyphs, context)
    }
    if rows.count < field.placeCount {
      let isSelected = isHere && field.selectedRow == nil
      var row = FormRow(field: index)
      row.text =
        isHere
        ? pointer(isSelected, glyphs) + Line("[ Add \(title) ]", isSelected ? .selected : .key)
        : rows.isEmpty ? .empty : .secondary("")
      if isSelected { row.cursor = 4 }
      if isHere || rows.isEmpty { rows.append(row) }
    }
    let limit = isHere ? room.longRows : 4
    guard rows.count > limit else { return rows }
    let first = isHere ? max(0, min(field.selected - limit / 2, rows.count - limit)) : 0
    var shown = Array(rows[first..<(first + limit)])
    let hidden = rows.count - first - limit
    if hidden > 0, !isHere {
      shown[limit - 1] = FormRow(field: index, text: .secondary("and \(hidden + 1) more"))
    }
    return shown
  }

  private func recordRow(
    of field: FormField, _ place: Int, _ isHere: Bool, _ index: Int, _ glyphs: Glyphs,
    _ context: EntryContext
  ) -> FormRow {
    let row = field.rows[place]
    let isSelected = isHere && field.selected == place
    var result = FormRow(field: index)
    var words = Line(field.words(of: row, context), isSelected ? .selected : .text)
    if !row.typed.isEmpty { words += Line("  x not finished", .fault) }
    if row.isRemoved {
      words = .secondary("\(field.words(of: row, context))  taken out, Delete brings it back")
    }
    result.text = isHere ? pointer(isSelected, glyphs) + words : words
    if isSelected { result.cursor = 2 }
    return result
  }

  private func pointer(_ isSelected: Bool, _ glyphs: Glyphs) -> Line {
    Line(isSelected ? "\(glyphs.pointer) " : "  ", .accent)
  }

  func optionRows(of field: FormField, _ index: Int, _ room: FormRoom) -> [FormRow] {
    guard case .choice(let options) = field.kind else { return [] }
    let chosen =
      field.text.isEmpty
      ? nil
      : options.first { $0.title == field.text } ?? EntryKind.option(field.text, among: options)
    guard let first = options.first?.group else {
      return flowing(options, chosen, index, room)
    }
    // Of many, the usual ones show, and those among which the chosen one stands.
    let shown = [first, chosen?.group ?? first]
    var rows: [FormRow] = []
    var others: [String] = []
    for (group, members) in options.grouped {
      guard shown.contains(group) else {
        others.append("\(group.title.lowercased()) (\(members.count))")
        continue
      }
      rows.append(FormRow(field: index, text: .secondary("\(group.title):")))
      rows += flowing(members, chosen, index, room)
    }
    let more = "Further on with Right, or by letters: \(others.joined(separator: ", "))."
    for words in [others.isEmpty ? "" : more, chosen?.help ?? ""] where !words.isEmpty {
      let role: Role = words == more ? .secondary : .accent
      rows += Line(words, role).wrapped(width: room.valueWidth)
        .map { FormRow(field: index, text: $0) }
    }
    return rows
  }

  /// Options one behind the other, as many as there is room for in a row.
  private func flowing(
    _ options: [EntryKind.Option], _ chosen: EntryKind.Option?, _ index: Int, _ room: FormRoom
  ) -> [FormRow] {
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

  func matchRows(
    of field: FormField, _ index: Int, _ room: FormRoom, _ glyphs: Glyphs,
    _ context: EntryContext
  ) -> [FormRow] {
    let matches = field.matches(context)
    guard !matches.isEmpty else { return [] }
    let selected = min(field.selected, matches.count - 1)
    let first = max(0, min(selected - room.matchRows + 1, matches.count - room.matchRows))
    let pointer = String(glyphs.pointer)
    return matches.indices.dropFirst(first).prefix(room.matchRows).map { place in
      let isHere = place == selected
      let mark = Line(isHere ? "\(pointer) " : "  ", .accent)
      let name = Line(matches[place].text, isHere ? .selected : .text)
      return FormRow(
        field: index, text: mark + name + .secondary("  \(matches[place].note)"))
    }
  }
}

extension [EntryKind.Option] {
  /// The options by what they have in common, in their order.
  fileprivate var grouped: [(group: ChoiceGroup, members: [EntryKind.Option])] {
    var found: [(group: ChoiceGroup, members: [EntryKind.Option])] = []
    for option in self {
      guard let group = option.group else { continue }
      if found.last?.group != group { found.append((group, [])) }
      found[found.count - 1].members.append(option)
    }
    return found
  }
}

import Letters
package import Safeguarding

/// Owners as they are typed: names parted by semicolons; a name in quotes is nobody of the records.
///
/// So is `name:` and a name; `agency:police` means an agency only.
package enum OwnerText {
  /// The kinds of records that can own something.
  static let kinds = Owner.references.map(\.kind)
  /// Those of them that can be added by their names.
  private static let addable = kinds.filter { Kinds.nameField(of: $0) != nil }

  /// An owner of a file as it is typed.
  static func text(of value: StoredValue, _ context: EntryContext) -> String {
    let order = Owner.tellingOrder
    let members = (value.members ?? []).sorted {
      order.firstIndex(of: $0.key) ?? order.count < order.firstIndex(of: $1.key) ?? order.count
    }
    return members.compactMap { member -> String? in
      guard let text = member.value.text else { return nil }
      guard let kind = Owner.references.first(where: { $0.field == member.key })?.kind else {
        return QuotedText.encoded(text)
      }
      return context.ownerFinder.text(of: text, kind: kind)
    }.joined(separator: ", ")
  }

  /// Understands owners; one that stood there before keeps all that is said of it.
  static func reading(
    of text: String, old: StoredValue?, isSeveral: Bool, _ context: EntryContext
  ) -> EntryReading {
    let names = isSeveral ? QuotedText.parts(text) : text.isEmpty ? [] : [text]
    let before = (isSeveral ? old?.elements : old.map { [$0] }) ?? []
    let known = before.map { (text: self.text(of: $0, context), value: $0) }
    var owners: [StoredValue] = []
    var words: [String] = []
    for name in names {
      if let owner = known.first(where: { $0.text == name }) {
        owners.append(owner.value)
        continue
      }
      let reading = owner(name, context)
      guard let value = reading.value else { return reading }
      if !owners.contains(value) { owners.append(value) }
      if !reading.words.isEmpty { words.append(reading.words) }
    }
    let value = isSeveral ? (owners.isEmpty ? nil : .list(owners)) : owners.first
    return .understood(value, words.joined(separator: "; "))
  }

  /// The one owner with an id, or too many; nil where no record has it.
  package static func identified(_ text: String, _ context: EntryContext) -> EntryReading? {
    let (finder, id) = narrowed(text, context)
    let found = finder.identified(id)
    if found.count > 1 {
      return EntryReading(
        problem: "\"\(text.shortened)\" is the id of \(found.count) owners.", candidates: found)
    }
    return found.first.map { .understood(.list([owner(of: $0)])) }
  }

  private static func owner(_ name: String, _ context: EntryContext) -> EntryReading {
    if let free = unquoted(name) ?? freeName(name) {
      return .understood(owner("name", free), "\(free): a name only")
    }
    let (finder, name) = narrowed(name, context)
    if let record = finder.named(name) {
      let words = record.key == name.folded ? record.note : "\(record.text), \(record.note)"
      return .understood(owner(of: record), words)
    }
    if let several = composed(name, context) { return several }
    let found = finder.matches(name)
    guard let first = found.first else {
      let near = finder.nearest(name)?.text ?? ""
      let suggestion = near.isEmpty ? "" : " Did you mean \(near)?"
      return EntryReading(
        problem: "No agency, seat, person or group is called \"\(name.shortened)\".\(suggestion) "
          + "Add who it is, or put it in quotes to keep it as a name only.",
        unknown: UnknownName(name: name, near: near, kinds: addable, canStayName: true))
    }
    if found.count == 1 {
      return .understood(owner(of: first), "\(first.text), \(first.note)")
    }
    return EntryReading(
      problem: "\"\(name.shortened)\" may be \(first.text) or "
        + "\(counted(found.count - 1, "other")). Choose one from the list with Enter, "
        + "or put it in quotes for a name only.",
      candidates: found)
  }

  /// The name behind `name:`; nil where there is none.
  private static func freeName(_ text: String) -> String? {
    guard text.hasPrefix("name:") else { return nil }
    let name = String(text.dropFirst(5)).trimmingBlanks
    return name.isEmpty ? nil : name
  }

  /// The records of the kind that a text names, and the rest of the text: `agency:police`.
  private static func narrowed(
    _ text: String, _ context: EntryContext
  ) -> (RecordFinder, String) {
    let finder = context.ownerFinder
    guard finder.named(text) == nil, let colon = text.firstIndex(of: ":"),
      let kind = kinds.first(where: { $0.name == text[..<colon] })
    else { return (finder, text) }
    return (finder.only(kind), String(text[text.index(after: colon)...]).trimmingBlanks)
  }

  private static func owner(_ key: String, _ text: String) -> StoredValue {
    .record([StoredValue.Member(key, .text(text))])
  }

  private static func owner(of record: Candidate) -> StoredValue {
    owner(Owner.references.first { $0.kind == record.kind }?.field ?? "name", record.id)
  }

  /// One owner named by several records: `Tim Smith, Kent Police`.
  private static func composed(_ text: String, _ context: EntryContext) -> EntryReading? {
    var rest = text[...]
    var members: [StoredValue.Member] = []
    while !rest.isEmpty {
      let found: (value: StoredValue, length: Int)
      if let (record, length) = first(in: rest, context) {
        found = (owner(of: record), length)
      } else if let free = QuotedText.decoded(String(rest)) {
        found = (owner("name", free), rest.count)
      } else {
        return nil
      }
      members += (found.value.members ?? []).filter { new in
        !members.contains { $0.key == new.key }
      }
      rest = rest.dropFirst(found.length + 2)
    }
    guard members.count > 1 else { return nil }
    return .understood(StoredValue.record(members).ordered(as: RecordShape(Owner.self)))
  }

  /// The record whose name stands first, before a comma or as the whole, and how long it is spelled.
  private static func first(
    in text: Substring, _ context: EntryContext
  ) -> (Candidate, Int)? {
    for name in String(text).beginnings(before: ", ") {
      if let record = context.ownerFinder.first(comparedAs: String(name).folded) {
        return (record, name.count)
      }
    }
    return nil
  }

  /// The text between quotes; nil where there are none.
  package static func unquoted(_ text: String) -> String? {
    QuotedText.decoded(text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The bytes of the name in which the cursor stands, blanks at its beginning left out.
  package static func part(of text: String, at cursor: Int) -> Range<Int> {
    let bytes = Array(text.utf8)
    var isQuoted = false
    var start = 0
    var end = bytes.count
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: ";"), !isQuoted else { continue }
      guard index < cursor else {
        end = index
        break
      }
      start = index + 1
    }
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    return start..<end
  }
}

extension StoredValue {
  /// The record with its fields in the order in which they are declared.
  package func ordered(as shape: RecordShape) -> StoredValue {
    guard let members else { return self }
    let order = shape.fields.map(\.name)
    let known = order.compactMap { name in members.first { $0.key == name } }
    return .record(known + members.filter { !order.contains($0.key) })
  }
}

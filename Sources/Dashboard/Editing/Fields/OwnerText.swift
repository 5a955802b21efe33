import Safeguarding

/// Owners as they are typed: names parted by semicolons; a name in quotes is nobody of the records.
enum OwnerText {
  /// The kinds of records that can own something.
  static let kinds = [Agency.kind, Seat.kind, Person.kind, PartnershipGroup.kind, Partnership.kind]

  /// An owner of a file as it is typed.
  static func text(of value: StoredValue, _ context: PaneContext) -> String {
    let members = value.members ?? []
    if members.count == 1, let member = members.first, let text = member.value.text {
      if member.key == "name" { return isNobody(text, context) ? text : "\"\(text)\"" }
      return context.ownerFinder.text(of: text, kind: kinds.first { $0.name == member.key })
    }
    let owner = Owner.read(from: StoredSource(value)) ?? Owner()
    return owner.lines(context.names).joined().replacing(";", with: ",")
  }

  /// Whether letters can mean none of the records.
  private static func isNobody(_ text: String, _ context: PaneContext) -> Bool {
    !text.contains(";") && context.ownerFinder.matches(text).isEmpty
      && context.ownerFinder.nearest(text) == nil
  }

  /// Understands owners; one that stood there before keeps all that is said of it.
  static func reading(
    of text: String, old: StoredValue?, isSeveral: Bool, _ context: PaneContext
  ) -> FieldReading {
    let names = isSeveral ? parts(text) : text.isEmpty ? [] : [text]
    let before = (isSeveral ? old?.elements : old.map { [$0] }) ?? []
    let known = before.map { (text: self.text(of: $0, context), value: $0) }
    let finder = context.ownerFinder
    var owners: [StoredValue] = []
    var words: [String] = []
    for name in names {
      if let owner = known.first(where: { $0.text == name }) {
        owners.append(owner.value)
        continue
      }
      switch owner(name, finder) {
      case .success((let value, let meaning)):
        if !owners.contains(value) { owners.append(value) }
        if !meaning.isEmpty { words.append(meaning) }
      case .failure(let problem): return .problem(problem.sentence)
      }
    }
    let value = isSeveral ? (owners.isEmpty ? nil : .list(owners)) : owners.first
    return .understood(value, words.joined(separator: "; "))
  }

  private struct Problem: Error { let sentence: String }

  private static func owner(
    _ name: String, _ finder: RecordFinder
  ) -> Result<(StoredValue, String), Problem> {
    func named(_ key: String, _ text: String) -> StoredValue {
      .record([StoredValue.Member(key, .text(text))])
    }
    if let free = unquoted(name) { return .success((named("name", free), "\(free): a name only")) }
    if let record = finder.named(name) {
      let kind = record.kind.title.lowercased()
      let words = record.key == name.lowercased() ? kind : "\(record.text), \(kind)"
      return .success((named(record.kind.name, record.id), words))
    }
    let found = finder.matches(name)
    guard let first = found.first else {
      if let near = finder.nearest(name) {
        return .failure(
          Problem(
            sentence: "No agency, seat or person is called \"\(name.shortened)\". Did you mean "
              + "\(near.text)? Put it in quotes to keep it as a name only."))
      }
      return .success((named("name", name), "\(name): a name only"))
    }
    if found.count == 1 {
      return .success(
        (named(first.kind.name, first.id), "\(first.text), \(first.kind.title.lowercased())"))
    }
    return .failure(
      Problem(
        sentence: "\"\(name.shortened)\" may be \(first.text) or "
          + "\(counted(found.count - 1, "other")). Choose one from the list with Enter, "
          + "or put it in quotes for a name only."))
  }

  /// The text between quotes; nil where there are none.
  static func unquoted(_ text: String) -> String? {
    guard text.count > 2, text.first == "\"", text.last == "\"" else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// The names of a text, without blanks around them; a semicolon in quotes parts nothing.
  static func parts(_ text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  /// The bytes of the name in which the cursor stands, blanks at its beginning left out.
  static func part(of text: String, at cursor: Int) -> Range<Int> {
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

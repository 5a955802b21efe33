package import Safeguarding

/// Why an edit was not made, in words: what stands in each field, and what was expected there.
package struct ConflictWords: Hashable, Sendable {
  /// What stands there and what was expected, and that nothing was changed.
  package let sentence: String

  /// Says it of every field in which something else stands.
  package init(_ conflicts: [Conflict]) {
    var said: [String] = []
    for conflict in conflicts {
      let words = ConflictWords.words(for: conflict)
      if !said.contains(words) { said.append(words) }
    }
    sentence = said.joined(separator: "; ") + "; nothing was changed"
  }

  /// Says it of one field.
  package init(field: String, is present: StoredValue?, expected: StoredValue?) {
    sentence =
      ConflictWords.words(field, present, expected) + "; nothing was changed"
  }

  private static func words(for conflict: Conflict) -> String {
    let record = "the \(conflict.mine.record.kind.title.lowercased()) \(conflict.mine.record.id)"
    if conflict.isGone { return "\(record) is gone" }
    let who = conflict.user.map { " (changed by \($0))" } ?? ""
    guard let field = conflict.mine.field else {
      if conflict.mine.from == nil { return "\(record) is there already" }
      let changed = changedFields(conflict)
      return changed.isEmpty
        ? "\(record) is not as it was\(who)" : changed.joined(separator: "; ") + who
    }
    return words(field, conflict.theirs, conflict.mine.from) + who
  }

  /// The fields of a whole record that stand otherwise than expected.
  private static func changedFields(_ conflict: Conflict) -> [String] {
    let keys = [conflict.theirs, conflict.mine.from].flatMap { $0?.members ?? [] }.map(\.key)
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }.compactMap { key in
      let (present, expected) = (conflict.theirs?[key], conflict.mine.from?[key])
      return present == expected ? nil : words(key, present, expected)
    }
  }

  private static func words(
    _ field: String, _ present: StoredValue?, _ expected: StoredValue?
  ) -> String {
    "\(field) is \(quoted(present)), expected \(quoted(expected))"
  }

  private static func quoted(_ value: StoredValue?) -> String {
    guard let value else { return "none" }
    let line = value.brief.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"\(line.count <= 200 ? line : line.prefix(197) + "...")\""
  }
}

extension StoredValue {
  /// The value on one line, as a person would type it: a date by its day, an owner by the id.
  fileprivate var brief: String {
    switch self {
    case .boolean(let value): String(value)
    case .number(let spelling): spelling
    case .text(let text): text
    case .list(let values): values.map(\.brief).joined(separator: "; ")
    case .record(let members):
      self["when"]?.text ?? members.map(\.value.brief).joined(separator: ", ")
    }
  }
}

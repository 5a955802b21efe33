import Letters

extension String: FieldValue {
  /// Written as text.
  public static var shape: ValueShape { .text }

  /// Reads text; a number or a list is reported.
  @inlinable
  public static func read(from source: some ValueSource) -> String? {
    if let text = source.text { return text }
    source.report(
      "Text was expected, but here is \(source.description).", hint: "Put it in double quotes.")
    return nil
  }

  /// The text itself.
  public func lines(_ names: Names) -> [String] { [self] }

  /// The text.
  public var stored: StoredValue? { .text(self) }

  /// Whether the text is empty.
  public var isBlank: Bool { isEmpty }
}

extension Bool: FieldValue {
  /// Written as `true` or `false`.
  public static var shape: ValueShape { .boolean }

  /// Reads `true` or `false`.
  @inlinable
  public static func read(from source: some ValueSource) -> Bool? {
    if let value = source.boolean { return value }
    source.report(
      "True or false was expected, but here is \(source.description).",
      hint: "Write true or false without quotes.")
    return nil
  }

  /// "yes" or "no".
  public func lines(_ names: Names) -> [String] { [self ? "yes" : "no"] }

  /// The truth value.
  public var stored: StoredValue? { .boolean(self) }

  /// False says nothing that needs showing.
  public var isBlank: Bool { !self }
}

extension Int: FieldValue {
  /// Written as a whole number.
  public static var shape: ValueShape { .whole }

  /// Reads a whole number.
  @inlinable
  public static func read(from source: some ValueSource) -> Int? {
    if let spelling = source.numberSpelling, let value = Int(spelling) { return value }
    source.report(
      "A whole number was expected, but here is \(source.description).",
      hint: "Write digits only, without quotes.")
    return nil
  }

  /// The digits.
  public func lines(_ names: Names) -> [String] { [String(self)] }

  /// The digits.
  public var stored: StoredValue? { .number(String(self)) }

  /// A number always says something.
  public var isBlank: Bool { false }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  /// Written as the value itself.
  public static var shape: ValueShape { Wrapped.shape }

  /// Reads the value; `null` counts as not given.
  @inlinable
  public static func read(from source: some ValueSource) -> Wrapped?? {
    if source.isNull { return .some(nil) }
    return Wrapped.read(from: source).map { .some($0) }
  }

  /// The value's lines, or none.
  public func lines(_ names: Names) -> [String] { self?.lines(names) ?? [] }

  /// The value as a file holds it, or nothing.
  public var stored: StoredValue? { self?.stored }

  /// Whether there is no value or a blank one.
  public var isBlank: Bool { self?.isBlank ?? true }

  /// Whether the value names a record.
  @inlinable
  public func refers(to record: RecordID) -> Bool { self?.refers(to: record) ?? false }
}

extension Array: FieldValue where Element: FieldValue {
  /// Written as a list.
  public static var shape: ValueShape { .list(Element.shape) }

  /// Reads every readable element.
  @inlinable
  public static func read(from source: some ValueSource) -> [Element]? {
    if let list = source.list(of: Element.self) { return list }
    source.report(
      "A list was expected, but here is \(source.description).",
      hint: "Put the values between [ and ], with commas between them.")
    return nil
  }

  /// The lines of all elements.
  public func lines(_ names: Names) -> [String] { flatMap { $0.lines(names) } }

  /// The elements as a file holds them.
  public var stored: StoredValue? { .list(compactMap { $0.stored }) }

  /// Whether the list is empty.
  public var isBlank: Bool { isEmpty }

  /// Whether an element names a record.
  @inlinable
  public func refers(to record: RecordID) -> Bool { contains { $0.refers(to: record) } }
}

/// One of a few words.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {
  /// What the word means, as a person reads it.
  var title: String { get }
  /// When it is chosen, as a sentence; empty where its title says all.
  var help: String { get }
  /// The words it stands among, where there are too many for one list.
  var group: ChoiceGroup? { get }
}

/// Words of a choice that are listed together.
public struct ChoiceGroup: Hashable, Sendable {
  /// What they have in common.
  public let title: String
  /// Where they stand: the lowest first.
  public let rank: Int

  /// Names a group of words.
  public init(_ title: String, rank: Int) {
    self.title = title
    self.rank = rank
  }
}

/// One word of a choice, and what a person reads of it.
public struct ChoiceWord: Hashable, Sendable {
  /// The word in a file.
  public let word: String
  /// What it means.
  public let meaning: String
  /// When it is chosen, as a sentence; empty where its meaning says all.
  public let help: String
  /// The words it stands among, where there are too many for one list.
  public let group: ChoiceGroup?
}

extension Choice {
  /// Written as one of its words.
  public static var shape: ValueShape {
    .choice(
      allCases.map {
        ChoiceWord(word: $0.rawValue, meaning: $0.title, help: $0.help, group: $0.group)
      })
  }

  /// Most words need no more than their title.
  public var help: String { "" }

  /// Most choices are short.
  public var group: ChoiceGroup? { nil }

  /// Reads one of the words; another one is reported with the nearest.
  @inlinable
  public static func read(from source: some ValueSource) -> Self? {
    guard let text = source.text else {
      source.report(
        "One of a few words was expected, but here is \(source.description).",
        hint: "Write one of \(words).")
      return nil
    }
    if let value = Self(rawValue: text) { return value }
    source.report("\"\(text)\" is not one of the words known here.", hint: hint(for: text))
    return nil
  }

  @usableFromInline
  static func hint(for word: String) -> String {
    let nearest = nearest(to: word, among: allCases.map(\.rawValue))
    return (nearest.map { "Did you mean \"\($0)\"? " } ?? "") + "Known: \(words)."
  }

  @usableFromInline
  static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What the word means.
  public func lines(_ names: Names) -> [String] { [title] }

  /// The word.
  public var stored: StoredValue? { .text(rawValue) }

  /// A choice always says something.
  public var isBlank: Bool { false }
}

/// The id of a record of another kind, checked once everything is read.
///
/// The type asks nothing of its target, so that Swift has nothing to look up when it is first used.
public struct Reference<Target>: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The id of the record that is meant.
  public var id: String

  /// Refers to a record by its id.
  @inlinable
  public init(_ id: String) { self.id = id }

  /// Refers to a record by its id.
  public init(stringLiteral value: String) { id = value }
}

extension Reference: FieldValue where Target: Entity {
  /// Written as the id.
  public static var shape: ValueShape { .reference(Target.kind) }

  /// Reads an id and notes it for checking.
  @inlinable
  public static func read(from source: some ValueSource) -> Reference? {
    guard let id = String.read(from: source) else { return nil }
    source.refers(to: Target.kind, id: id)
    return Reference(id)
  }

  /// What people call the record.
  public func lines(_ names: Names) -> [String] { [names(Target.kind, id)] }

  /// The id.
  public var stored: StoredValue? { .text(id) }

  /// Whether no record is named.
  public var isBlank: Bool { id.isEmpty }

  /// Whether the record is the one that is named.
  @inlinable
  public func refers(to record: RecordID) -> Bool {
    id == record.id && record.kind == Target.kind
  }
}

/// The word most like another one, when one is near enough to be meant.
///
/// Only words of at most 64 letters are compared: nobody mistypes a longer one by a slip.
public func nearest(to word: String, among words: some Sequence<String>) -> String? {
  guard isShort(word) else { return nil }
  let wanted = Array(word.folded)
  let most = min(max(2, wanted.count / 3), wanted.count - 1)
  var near: (word: String, distance: Int)?
  for other in words where isShort(other) {
    let letters = Array(other.folded)
    guard abs(letters.count - wanted.count) <= most else { continue }
    let distance = distance(wanted, letters)
    if distance <= most, distance < near?.distance ?? .max { near = (other, distance) }
  }
  return near?.word
}

/// Whether a word is short enough to be compared letter by letter.
private func isShort(_ word: String) -> Bool { word.utf8.count <= 256 && word.count <= 64 }

/// How many slips make one word the other: a letter too many, too few, wrong, or two swapped.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
  var before = [Int](repeating: 0, count: right.count + 1)
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var next = [i + 1] + Array(repeating: 0, count: right.count)
    for (j, b) in right.enumerated() {
      next[j + 1] = min(row[j + 1] + 1, next[j] + 1, row[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == right[j - 1], b == left[i - 1] {
        next[j + 1] = min(next[j + 1], before[j - 1] + 1)
      }
    }
    (before, row) = (row, next)
  }
  return row[right.count]
}

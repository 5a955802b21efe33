/// What a kind of record is called.
///
/// Every value that refers to another one carries its kind, so a kind is a single pointer.
public struct RecordKind: Hashable, Sendable {
  private final class Texts: Sendable {
    let name: String
    let title: String
    let help: String

    init(name: String, title: String, help: String) {
      self.name = name
      self.title = title
      self.help = help
    }
  }

  private let texts: Texts

  /// Names a kind of record.
  public init(_ name: String, title: String, help: String) {
    texts = Texts(name: name, title: title, help: help)
  }

  /// The name in schemas and messages: `agency`, `action`.
  public var name: String { texts.name }
  /// The name a person reads, in the singular: "Agency", "Action".
  public var title: String { texts.title }
  /// One sentence that says what such a record holds.
  public var help: String { texts.help }

  /// Two kinds are the same when their names are.
  public static func == (left: RecordKind, right: RecordKind) -> Bool {
    left.texts === right.texts || left.name == right.name
  }

  /// Feeds the name into a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A value whose fields are declared once and read, checked, shown and described from there.
///
/// A new field is one stored property and one line in ``visitFields(_:)``.
public protocol Record: FieldValue {
  /// What this kind of record is called.
  static var kind: RecordKind { get }
  /// A record with nothing filled in.
  init()
  /// Calls the visitor once for each field, in the order in which people read them.
  mutating func visitFields(_ visitor: inout some FieldVisitor)
  /// Which of its fields a form shows, and in which order.
  static var form: FormLayout { get }
  /// What people read for fields whose keys in words they would not understand.
  static var fieldWords: [String: FieldWords] { get }
  /// What Space does to such a record where it lies in a field of another one; nil for most.
  static var partTick: PartTick<Self>? { get }
  /// The record with what goes along with a change of it: the day on which an action is done.
  func settled(after before: Self, on day: CalendarDate) -> Self
  /// What is wrong with the fields taken together, though each can be read.
  var problems: [RecordProblem] { get }
}

/// Something wrong with a record whose fields can all be read.
public struct RecordProblem: Hashable, Sendable {
  /// The key of the field to look at.
  public let field: String
  /// What is wrong, as a sentence.
  public let message: String
  /// How to mend it, as a sentence.
  public let hint: String

  /// Names a problem and the field it lies in.
  public init(_ field: String, _ message: String, hint: String) {
    self.field = field
    self.message = message
    self.hint = hint
  }
}

/// Whether a record can do without a field.
public enum Presence: Hashable, Sendable {
  case required, optional
}

/// Walks the fields of a record: to read them, write them, show them or describe them.
public protocol FieldVisitor {
  /// Visits one field of the record.
  ///
  /// - Parameters:
  ///   - name: The field's key in the file.
  ///   - value: The field itself; a reading visitor changes it.
  ///   - presence: Whether the record can do without it.
  ///   - help: One sentence that says what belongs into the field.
  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString)
}

extension FieldVisitor {
  /// Visits a field that every such record must have.
  @inlinable
  public mutating func required<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ help: StaticString
  ) {
    visit(name, &value, .required, help)
  }

  /// Visits a field that a record may leave out.
  @inlinable
  public mutating func optional<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ help: StaticString
  ) {
    visit(name, &value, .optional, help)
  }
}

extension Record {
  /// What the record cannot do without comes first; everything else is folded away.
  public static var form: FormLayout { FormLayout(of: Self.self) }

  /// The keys of most fields say what they are.
  public static var fieldWords: [String: FieldWords] { [:] }
  /// Most records that lie in others are changed by their forms only.
  public static var partTick: PartTick<Self>? { nil }

  /// Nothing goes along with a change of most records.
  @inlinable
  public func settled(after before: Self, on day: CalendarDate) -> Self { self }

  /// Most records have nothing that their fields could say wrongly together.
  @inlinable
  public var problems: [RecordProblem] { [] }

  /// A record's shape is its own kind.
  public static var shape: ValueShape { .record(RecordShape(Self.self)) }

  /// Reads the record field by field; a faulty field is reported and the rest is kept.
  @inlinable
  public static func read(from source: some ValueSource) -> Self? { source.record(Self.self) }

  /// The record's filled-in fields, a line each.
  public func lines(_ names: Names) -> [String] {
    fieldTexts(names).flatMap { field in
      field.lines.enumerated().map { $0.offset == 0 ? "\(field.label): \($0.element)" : $0.element }
    }
  }

  /// A record always says something.
  public var isBlank: Bool { false }

  /// Whether one of its fields names a record.
  public func refers(to record: RecordID) -> Bool {
    var visitor = ReferenceFinder(record: record)
    var copy = self
    copy.visitFields(&visitor)
    return visitor.isFound
  }

  /// The filled-in fields with their labels, values as a person reads them, and help.
  public func fieldTexts(_ names: Names) -> [FieldText] {
    var visitor = TextVisitor(names: names, words: Self.fieldWords)
    var copy = self
    copy.visitFields(&visitor)
    return visitor.texts
  }
}

/// One field of a record as a person reads it.
public struct FieldText: Hashable, Sendable {
  /// The key in the file.
  public let name: String
  /// The key in words: "review due on".
  public let label: String
  /// The value, a line or more.
  public let lines: [String]
  /// What belongs into the field.
  public let help: String
}

private struct ReferenceFinder: FieldVisitor {
  let record: RecordID
  var isFound = false

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    if !isFound, value.refers(to: record) { isFound = true }
  }
}

private struct TextVisitor: FieldVisitor {
  let names: Names
  let words: [String: FieldWords]
  var texts: [FieldText] = []

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    if value.isBlank { return }
    texts.append(
      FieldText(
        name: name.description, label: fieldLabel(name.description, words),
        lines: value.lines(names).map(\.asRead), help: help.description))
  }
}

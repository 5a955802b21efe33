/// A value that a field can hold: it can be read from a file, shown, and described in a schema.
public protocol FieldValue: Hashable, Sendable {
  /// How the value is written in a file.
  static var shape: ValueShape { get }
  /// Reads the value, or reports why it cannot be read and answers nil.
  static func read(from source: some ValueSource) -> Self?
  /// The value as a person reads it, a line or more.
  func lines(_ names: Names) -> [String]
  /// The value as a file holds it; reading that gives the value again. Nil when there is none.
  var stored: StoredValue? { get }
  /// Whether there is nothing to show.
  var isBlank: Bool { get }
  /// Whether it names a record, itself or in a part of it.
  func refers(to record: RecordID) -> Bool
}

extension FieldValue {
  /// Most values name no record.
  @inlinable
  public func refers(to record: RecordID) -> Bool { false }
}

/// How a value is written in a file; schemas, forms and documentation are made from it.
public indirect enum ValueShape: Sendable {
  case text
  case boolean
  case whole
  case number
  /// One of a few words, each with what it means.
  case choice([ChoiceWord])
  /// Text of a fixed form, described in words and by a regular expression.
  case pattern(String, example: String, help: String)
  /// The id of a record of another kind.
  case reference(RecordKind)
  case list(ValueShape)
  case record(RecordShape)
  /// A value that says one thing in words of its own, and how a file holds it.
  case value(NamedValue, stored: ValueShape)
  /// An object with these members, described by hand.
  case object([(name: String, shape: ValueShape, help: String)])
  case anyOf([ValueShape])
}

/// The values that are read from words of their own, however a file spells them.
public enum NamedValue: Hashable, Sendable {
  /// A day of the calendar.
  case day
  /// A date as exact as its source.
  case impreciseDate
  /// A published value.
  case measure
  /// How often something happens.
  case cadence
  /// A place in a published document.
  case citation
}

/// The fields of a kind of record, found by walking an empty one.
public struct RecordShape: Sendable {
  /// One declared field.
  public struct Field: Sendable {
    /// The key in the file.
    public let name: String
    /// How its value is written.
    public let shape: ValueShape
    /// Whether a record can do without it.
    public let presence: Presence
    /// What belongs into it.
    public let help: String
  }

  /// The type of record.
  public let type: any Record.Type
  /// The kind of record.
  public var kind: RecordKind { type.kind }
  private let find: @Sendable () -> [Field]

  /// The shape of a type of record.
  public init<R: Record>(_ type: R.Type) {
    self.type = type
    find = {
      var visitor = ShapeVisitor()
      var empty = R()
      empty.visitFields(&visitor)
      return visitor.fields
    }
  }

  /// The declared fields in reading order.
  public var fields: [Field] { find() }
}

extension RecordShape: Hashable {
  /// Two shapes are the same when they are of the same kind.
  public static func == (left: RecordShape, right: RecordShape) -> Bool {
    left.kind == right.kind
  }

  /// Feeds the kind into a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

private struct ShapeVisitor: FieldVisitor {
  var fields: [RecordShape.Field] = []

  mutating func visit<Value: FieldValue>(
    _ name: StaticString, _ value: inout Value, _ presence: Presence, _ help: StaticString
  ) {
    fields.append(
      RecordShape.Field(
        name: name.description, shape: Value.shape, presence: presence, help: help.description))
  }
}

/// A place in a file that a value is read from.
public protocol ValueSource {
  /// The text, or nil when something else is written here.
  var text: String? { get }
  /// The number as it is spelled, or nil.
  var numberSpelling: String? { get }
  /// The truth value, or nil.
  var boolean: Bool? { get }
  /// Whether `null` is written here.
  var isNull: Bool { get }
  /// The readable values of a list; a faulty one is reported and left out. Nil when there is no list.
  func list<Value: FieldValue>(of type: Value.Type) -> [Value]?
  /// What stands under a name, when an object is written here.
  func member(_ name: StaticString) -> Self?
  /// A record read field by field, or nil when no object is written here.
  func record<R: Record>(_ type: R.Type) -> R?
  /// Reports a fault at this place with a hint how to mend it; nothing is worded that is not told.
  func report(_ message: @autoclosure () -> String, hint: @autoclosure () -> String)
  /// Notes that the value here names a record of another kind, to be checked when all are read.
  func refers(to kind: RecordKind, id: String)
  /// What is written here in a few words, for messages: "the number 12".
  var description: String { get }
}

/// Looks up what people call a record.
public struct Names: Sendable {
  private let find: @Sendable (RecordKind, String) -> String?

  /// Names found by a function; it answers nil for a record that is not there.
  public init(_ find: @escaping @Sendable (RecordKind, String) -> String?) { self.find = find }

  /// Names that show the bare ids.
  public static let none = Names { _, _ in nil }

  /// The name of a record, or its id with a mark when there is no such record.
  public func callAsFunction(_ kind: RecordKind, _ id: String) -> String {
    find(kind, id) ?? "\(id) (unknown)"
  }
}

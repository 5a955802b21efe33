/// A JSON value to be written: built in code, not read from a file.
public enum JSONLiteral: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONLiteral])
  case object([Member])

  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// The key as text, without quotes or escapes.
    public let key: String

    /// The value of the key.
    public let value: JSONLiteral

    /// A key with its value.
    public init(_ key: String, _ value: JSONLiteral) {
      self.key = key
      self.value = value
    }
  }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONLiteral { .number(JSONNumber(value)) }

  /// The JSON text of the value, without a line end behind it.
  ///
  /// With an indentation (a number of spaces) every element and member stands on a line of its
  /// own; without one everything is on one line and without spaces. Control characters, line and
  /// paragraph separators and characters that change the direction of writing are always escaped.
  public func write(indentation: Int? = nil) -> String {
    var style = JSONStyle.compact
    if let indentation {
      style = .spaced
      style.unit = String(repeating: " ", count: max(0, indentation))
    }
    return JSONWriter.text(of: self, style: style)
  }
}

extension JSONLiteral: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) {
    self = .string(value)
  }

  /// True or false.
  public init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }

  /// A whole number.
  public init(integerLiteral value: Int) {
    self = .number(JSONNumber(value))
  }

  /// A number; null when it is too large to be finite.
  public init(floatLiteral value: Double) {
    self = JSONNumber(value).map(Self.number) ?? .null
  }

  /// An array.
  public init(arrayLiteral elements: JSONLiteral...) {
    self = .array(elements)
  }

  /// An object whose members keep this order.
  public init(dictionaryLiteral elements: (String, JSONLiteral)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONValue {
  /// The value to be written elsewhere: the same numbers as spelled, the same order of keys.
  public var literal: JSONLiteral {
    switch kind {
    case .null: .null
    case .boolean: .boolean(boolean ?? false)
    case .number: .number(JSONNumber(accepted: spelling))
    case .string: .string(string ?? "")
    case .array: .array(elements.map(\.literal))
    case .object: .object(members.map { JSONLiteral.Member($0.key, $0.value.literal) })
    }
  }
}

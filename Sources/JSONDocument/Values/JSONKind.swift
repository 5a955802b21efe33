/// The kind of a JSON value.
public enum JSONKind: UInt8, Hashable, Sendable, CaseIterable {
  case object
  case array
  case string
  case number
  case boolean
  case null

  /// The kind in words, with its article, for sentences such as “this is a text”.
  public var name: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}

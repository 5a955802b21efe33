import Safeguarding

// Tables of values read best when they look like the files that hold them.

extension WrittenValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

extension WrittenValue: ExpressibleByUnicodeScalarLiteral {
  init(unicodeScalarLiteral value: String) { self = .text(value) }
}

extension WrittenValue: ExpressibleByExtendedGraphemeClusterLiteral {
  init(extendedGraphemeClusterLiteral value: String) { self = .text(value) }
}

extension WrittenValue: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension WrittenValue: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension WrittenValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: WrittenValue...) { self = .list(elements) }
}

extension WrittenValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, WrittenValue)...) {
    self = .record(elements.map { Member($0.0, $0.1) })
  }
}

extension WrittenValue {
  /// The value in a line.
  var spelling: String {
    switch self {
    case .boolean(let value): String(value)
    case .number(let spelling): spelling
    case .text(let text): "'\(text)'"
    case .list(let elements): "[\(elements.map(\.spelling).joined(separator: ", "))]"
    case .record(let members):
      "{\(members.map { "\($0.key): \($0.value.spelling)" }.joined(separator: ", "))}"
    }
  }
}

import Safeguarding

// Tables of values read best when they look like the files that hold them.

extension StoredValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

extension StoredValue: ExpressibleByUnicodeScalarLiteral {
  init(unicodeScalarLiteral value: String) { self = .text(value) }
}

extension StoredValue: ExpressibleByExtendedGraphemeClusterLiteral {
  init(extendedGraphemeClusterLiteral value: String) { self = .text(value) }
}

extension StoredValue: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension StoredValue: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension StoredValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: StoredValue...) { self = .list(elements) }
}

extension StoredValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, StoredValue)...) {
    self = .record(elements.map { Member($0.0, $0.1) })
  }
}

extension StoredValue {
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

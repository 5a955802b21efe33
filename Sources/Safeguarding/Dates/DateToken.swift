/// A piece of a written date: a number, a word or a mark.
struct DateToken {
  /// What stands there.
  enum Kind: Hashable {
    /// A number, and with how many digits it is written; its value is wrong beyond nine digits.
    case number(Int, digits: Int)
    /// A word of ASCII letters, in small letters.
    case word(String)
    /// Anything else that is not white space; every dash is a hyphen.
    case mark(Unicode.Scalar)
  }

  /// What stands there.
  let kind: Kind
  /// Where it stands in the text.
  let range: Range<String.Index>

  /// The pieces of a text, as many as the limit allows; nil when there are more.
  static func tokens(of text: String, limit: Int = .max) -> [DateToken]? {
    let scalars = text.unicodeScalars
    var tokens: [DateToken] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let start = index
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        index = scalars.index(after: index)
        continue
      }
      guard tokens.count < limit else { return nil }
      let kind: Kind
      if isDigit(scalar) {
        index = scalars[start...].firstIndex { !isDigit($0) } ?? scalars.endIndex
        kind = number(scalars[start..<index])
      } else if isLetter(scalar) {
        index = scalars[start...].firstIndex { !isLetter($0) } ?? scalars.endIndex
        kind = .word(String(scalars[start..<index]).lowercased())
      } else {
        index = scalars.index(after: index)
        kind = .mark(isDash(scalar) ? "-" : scalar)
      }
      tokens.append(DateToken(kind: kind, range: start..<index))
    }
    return tokens
  }

  private static func number(_ digits: Substring.UnicodeScalarView) -> Kind {
    let value = digits.prefix(9).reduce(0) { $0 * 10 + Int($1.value) - 48 }
    return .number(value, digits: digits.count)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
  }
}

extension DateToken.Kind {
  /// The word that stands here.
  var word: String? {
    if case .word(let word) = self { word } else { nil }
  }

  /// The number of a day of a month: one or two digits.
  var dayOfMonth: Int? {
    if case .number(let value, digits: 1...2) = self, (1...31).contains(value) {
      value
    } else {
      nil
    }
  }

  /// A year in four digits.
  var fullYear: Int? {
    if case .number(let value, digits: 4) = self { value } else { nil }
  }

  /// A number of exactly two digits.
  var twoDigits: Int? {
    if case .number(let value, digits: 2) = self { value } else { nil }
  }
}

extension Collection<DateToken.Kind> where SubSequence == Self {
  /// Whether these words stand at the beginning.
  func begins(with words: [String]) -> Bool {
    count >= words.count && zip(self, words).allSatisfy { $0 == .word($1) }
  }

  /// Takes the first of these phrases that stands at the beginning away, and says which it was.
  mutating func drop(oneOf phrases: [[String]]) -> [String]? {
    guard let found = phrases.first(where: { begins(with: $0) }) else { return nil }
    self = dropFirst(found.count)
    return found
  }
}

/// Finds a name that an age of a child follows: "Jo Bloggs, aged 7", "Jo (age 7)", "Jo, 7 years old".
enum NameAndAge {
  /// Words with a capital that are no name, though an age may follow them.
  private static let common: Set<String> = [
    "children", "child", "boys", "boy", "girls", "girl", "pupils", "people", "persons", "women",
    "men",
    "young", "youth", "youths", "teenagers", "residents", "those", "all", "families", "students",
    "infants", "babies", "adults", "learners", "practitioners", "professionals", "someone",
    "somebody",
    "anyone", "patients", "members", "siblings", "victims", "survivors",
  ]

  /// The oldest age that is told.
  private static let oldest = 17

  /// Whether a name with an age stands in a text.
  static func stands(in text: [UInt8]) -> Bool {
    for place in text.indices where text[place] == 0x2c || text[place] == 0x28 {
      let rest = text[(place + 1)...].drop { $0 == 0x20 }
      if isAge(rest), isName(before: place, in: text) { return true }
    }
    return false
  }

  /// "aged 7", "age 7", "7 years old", "7-year-old", and nothing that makes it a span of ages.
  private static func isAge(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text.prefix(24), as: UTF8.self).folded.split {
      !($0.isLetter || $0.isNumber)
    }
    guard let first = words.first else { return false }
    if first == "aged" || first == "age" {
      guard words.count > 1, isChildsAge(words[1]) else { return false }
      let digits = text.drop { !$0.isDigit }
      let after = digits.drop { $0.isDigit }
      let isSpan =
        after.first == 0x2d || after.first == 0xe2
        || words.count > 2 && ["to", "and", "or"].contains(words[2])
      return !isSpan
    }
    return isChildsAge(first) && words.count > 2 && words[1].hasPrefix("year") && words[2] == "old"
  }

  private static func isChildsAge(_ word: Substring) -> Bool {
    Int(word).map { $0 <= oldest } ?? false
  }

  /// Whether the word before a place is a name: a capital, small letters, and none that many things have.
  private static func isName(before place: Int, in text: [UInt8]) -> Bool {
    let word = text[..<place].reversed().drop { $0 == 0x20 }.prefix {
      $0.isLetter || $0 == 0x27 || $0 == 0x2d || $0 >= 0x80
    }
    let letters = Array(word.reversed())
    guard letters.count > 1, let first = letters.first, (0x41...0x5a).contains(first),
      letters.dropFirst().contains(where: { (0x61...0x7a).contains($0) })
    else { return false }
    return !common.contains(String(decoding: letters, as: UTF8.self).folded)
  }
}

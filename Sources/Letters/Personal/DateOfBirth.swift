/// Finds dates of birth: a word that announces one, and a full date shortly after it.
enum DateOfBirth {
  /// How many characters may stand between the word and the date.
  private static let reach = 20

  /// Whether a date of birth stands in a text.
  static func stands(in text: [UInt8]) -> Bool {
    let small = text.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    return ["born", "dob", "d.o.b", "date of birth", "birth date", "birthdate", "birthday"]
      .contains { word in
        ends(of: Array(word.utf8), in: small).contains { end in
          let last = min(small.count, end + reach)
          return (end..<max(end, last)).contains { isDate(small[$0...], after: small[$0 - 1]) }
        }
      }
  }

  /// Where a word that stands alone ends.
  private static func ends(of word: [UInt8], in text: [UInt8]) -> [Int] {
    guard text.count > word.count else { return [] }
    return (0..<(text.count - word.count)).compactMap { start in
      guard text[start..<(start + word.count)].elementsEqual(word),
        start == 0 || !text[start - 1].isLetter, !text[start + word.count].isLetter
      else { return nil }
      return start + word.count
    }
  }

  /// Whether a full date begins here: 12/03/2010, 2010-03-12, 12 March 2010, March 12, 2010.
  private static func isDate(_ text: ArraySlice<UInt8>, after before: UInt8) -> Bool {
    guard let first = text.first, first.isDigit || first.isLetter, !before.isDigit,
      !before.isLetter
    else { return false }
    let parts = text.prefix(32).split { !($0.isDigit || $0.isLetter) }.prefix(3).map(Part.init)
    guard parts.count == 3 else { return false }
    switch (parts[0], parts[1], parts[2]) {
    case (.number(let day), .number(let month), .year) where day <= 31 && month <= 12:
      return true
    case (.number(let day), .number(let month), .number(let year))
    where day <= 31 && month <= 12 && year <= 99:
      return true
    case (.year, .number(let month), .number(let day)): return day <= 31 && month <= 12
    case (.number(let day), .month, .year), (.month, .number(let day), .year): return day <= 31
    case (.number(let day), .month, .number(let year)): return day <= 31 && year <= 99
    default: return false
    }
  }

  private enum Part {
    case number(Int), year, month, other

    init(_ bytes: ArraySlice<UInt8>) {
      let text = String(decoding: bytes, as: UTF8.self)
      let digits = String(text.prefix { $0.isNumber })
      let rest = text.dropFirst(digits.count)
      if let number = Int(digits), digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(rest) {
        self = .number(number)
      } else if digits.count == 4, rest.isEmpty || rest.hasPrefix("t"), Int(digits) != nil {
        self = .year
      } else if digits.isEmpty, Part.months.contains(String(text.prefix(3))) {
        self = .month
      } else {
        self = .other
      }
    }

    private static let months = Set(
      ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
  }
}

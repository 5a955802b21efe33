/// ASCII in place of other characters, for readers that have nothing else.
enum PlainLetters {
  /// The ASCII characters that stand for another one; a question mark where there are none.
  static func ascii(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    if scalar.isASCII { return String.UnicodeScalarView([scalar]) }
    return (sign(scalar) ?? letter(scalar)).unicodeScalars
  }

  private static func sign(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{a0}", "\u{2000}"..."\u{200a}", "\u{202f}": " "
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    case "\u{2018}"..."\u{201b}", "\u{2032}": "'"
    case "\u{201c}"..."\u{201f}", "\u{2033}": "\""
    case "\u{2022}", "\u{b7}", "\u{b0}": "*"
    case "\u{2026}": "..."
    case "£": "GBP "
    case "€": "EUR "
    case "ß": "ss"
    case "æ": "ae"
    case "Æ": "AE"
    case "œ": "oe"
    case "Œ": "OE"
    case "ø": "o"
    case "Ø": "O"
    case "đ", "ð": "d"
    case "Đ", "Ð": "D"
    case "ł": "l"
    case "Ł": "L"
    case "ı": "i"
    case "þ": "th"
    case "Þ": "Th"
    default: nil
    }
  }

  /// The letter below an accent, found by the character's own name: "… LETTER E WITH ACUTE".
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    guard scalar.value < 0x2000, let name = scalar.properties.name, name.hasPrefix("LATIN ") else {
      return "?"
    }
    let words = name.split(separator: " ")
    guard words.count > 4, words[2] == "LETTER", words[4] == "WITH", words[3].count == 1 else {
      return "?"
    }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}

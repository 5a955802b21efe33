/// The one ASCII character that stands for another where only ASCII is to be had.
enum AsciiFold {
  /// The base letter of a letter with an accent, a like sign for others, "?" where there is none.
  static func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    let folded: Unicode.Scalar? =
      switch value {
      case 0x20..<0x7f: scalar
      case 0xa0...0x17f: latin(at: Int(value - 0xa0))
      case 0x1cd...0x21b: laterLatin(scalar)
      case 0x2000...0x20bf: punctuation(scalar)
      case 0x2190...0x25ff: drawing(scalar)
      case 0x3000: " "
      case 0xff01...0xff5e: Unicode.Scalar(value - 0xff01 + 0x21)
      case 0x1f1e6...0x1f1ff: Unicode.Scalar(value - 0x1f1e6 + 0x41)
      default: nil
      }
    return folded ?? "?"
  }

  /// U+00A0 to U+017F, in order.
  ///
  /// The pound is "#", whose place it has in the British ASCII (ISO 646-GB). Fractions, raised
  /// digits and the like are "?": a digit in their place would tell another number. The degree sign, which
  /// stands right behind words and numbers, is no letter: "overdue'", not "overdueo".
  private static let latinLetters: StaticString = """
     !c#oY|S"ca<--R-'???'uP.,?o>????\
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs\
    aaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg\
    GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs\
    SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """

  private static func latin(at index: Int) -> Unicode.Scalar? {
    latinLetters.withUTF8Buffer { bytes in
      index < bytes.count ? Unicode.Scalar(bytes[index]) : nil
    }
  }

  private static func laterLatin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "Ș": "S"
    case "ș": "s"
    case "Ț": "T"
    case "ț": "t"
    case "Ǎ": "A"
    case "ǎ": "a"
    case "Ǐ": "I"
    case "ǐ": "i"
    case "Ǒ": "O"
    case "ǒ": "o"
    case "Ǔ": "U"
    case "ǔ": "u"
    case "Ǧ": "G"
    case "ǧ": "g"
    default: nil
    }
  }

  private static func punctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2000...0x200a, 0x202f, 0x205f: " "
    case 0x2010...0x2015, 0x2043, 0x2052: "-"
    case 0x2018...0x201b, 0x2032, 0x2035: "'"
    case 0x201c...0x201f, 0x2033, 0x2036: "\""
    case 0x2020, 0x2021: "+"
    case 0x2022, 0x2023, 0x2219: "*"
    case 0x2024, 0x2025, 0x2027: "."
    case 0x2026: "~"
    case 0x2039: "<"
    case 0x203a: ">"
    case 0x203c: "!"
    case 0x2044: "/"
    case 0x20ac: "E"
    default: nil
    }
  }

  private static func drawing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2190, 0x21d0, 0x25c0, 0x25c2, 0x25c4: "<"
    case 0x2191, 0x21d1, 0x25b2, 0x25b4: "^"
    case 0x2192, 0x21d2, 0x25b6, 0x25b8, 0x25ba: ">"
    case 0x2193, 0x21d3, 0x25bc, 0x25be: "v"
    case 0x2194: "-"
    case 0x2195: "|"
    case 0x2212: "-"
    case 0x2215: "/"
    case 0x2219, 0x22c5: "."
    case 0x2248: "~"
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250a, 0x250b, 0x254e, 0x254f: "|"
    case 0x2550, 0x2574, 0x2576, 0x2578, 0x257a, 0x257c, 0x257e: "-"
    case 0x2551, 0x2575, 0x2577, 0x2579, 0x257b, 0x257d, 0x257f: "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "x"
    case 0x250c...0x254b, 0x2552...0x2570: "+"
    case 0x2591: "."
    case 0x2592, 0x2593: "="
    case 0x2580...0x259f, 0x25a0, 0x25aa, 0x25ac, 0x25ae: "#"
    case 0x25cf, 0x25c6: "*"
    case 0x25a1, 0x25ab, 0x25cb, 0x25e6, 0x25c7: "o"
    default: nil
    }
  }
}

import Letters

/// A line of a calendar file: the name of a property and its value.
struct CalendarLine {
  private let content: String

  /// A line with a value that needs no escapes.
  ///
  /// - Parameters:
  ///   - name: The property, with its parameters, in ASCII.
  ///   - value: The value as it is spelled in the file.
  init(_ name: String, _ value: String) { content = "\(name):\(value)" }

  /// A line with a text that a person wrote.
  init(text name: String, _ text: String) { self.init(name, CalendarLine.escaped(text)) }

  /// A line with several texts.
  init(texts name: String, _ texts: [String]) {
    self.init(name, texts.map(CalendarLine.escaped).joined(separator: ","))
  }

  /// A line with an address in the web; nil for any other.
  init?(address name: String, _ address: String) {
    let beginning = address.prefix(8).lowercased()
    guard beginning == "https://" || beginning.hasPrefix("http://") else { return nil }
    self.init(name, CalendarLine.percentEncoded(address))
  }

  /// The line in pieces of at most 75 octets, none of which cuts a character, each with its end.
  ///
  /// Every piece but the first begins with a space, which counts.
  var folded: String {
    var folded = String.UnicodeScalarView()
    var octets = 0
    for scalar in content.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        folded.append(contentsOf: "\r\n ".unicodeScalars)
        octets = 1
      }
      folded.append(scalar)
      octets += width
    }
    return String(folded) + "\r\n"
  }

  /// A text with escapes for what the format gives a meaning of its own.
  ///
  /// Whatever ends a line becomes `\n` and a tab a space. Characters that command or hide are left
  /// out; see ``SafeOutput/isDangerous(_:)``.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(contentsOf: ["\\", "n"])
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      case "\t": escaped.append(" ")
      default: if !SafeOutput.isDangerous(scalar) { escaped.append(scalar) }
      }
      previous = scalar
    }
    return String(escaped)
  }

  /// An address in the characters that addresses may have, the others in hexadecimal.
  private static func percentEncoded(_ address: String) -> String {
    let signs = "-._~:/?#[]@!$&'()*+,;=%".utf8
    var encoded = ""
    for octet in address.utf8 {
      let scalar = Unicode.Scalar(octet)
      let isPlain = octet.isASCIILetterOrDigit || signs.contains(octet)
      encoded += isPlain ? String(scalar) : "%" + octet.twoDigits.uppercased()
    }
    return encoded
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or digit.
  var isASCIILetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }

  /// Two hexadecimal digits in small letters.
  var twoDigits: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}

/// Text made safe for a terminal, a mail or a pipe: no byte of it can command anything.
package enum SafeOutput {
  /// Puts U+FFFD for every character that is not meant to be read, and leaves out what only does not show.
  ///
  /// The first are control characters, and invisible ones that change the direction of writing or hide
  /// text; the others soft hyphens, blanks without width and marks of direction. A line feed stays, also with a carriage return before it; a tab becomes a space.
  /// - Parameters:
  ///   - text: The text to be written.
  ///   - isUTF8: Whether the reader understands UTF-8; if not, letters lose their accents and what
  ///     has no counterpart in ASCII becomes a question mark.
  /// - Returns: The safe text.
  package static func text(_ text: String, isUTF8: Bool = true) -> String {
    if text.utf8.allSatisfy({ $0 == 0x0a || (0x20..<0x7f).contains($0) }) { return text }
    var safe = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if isAfterReturn {
        safe.append(scalar == "\n" ? "\r" : mark(isUTF8))
        isAfterReturn = false
      }
      switch scalar {
      case "\r": isAfterReturn = true
      case "\n": safe.append(scalar)
      case "\t": safe.append(" ")
      case "\u{200c}", "\u{200d}":
        // They say something in emoji and in scripts that join their letters.
        if isUTF8, safe.last?.isASCII == false { safe.append(scalar) }
      case _ where isNothing(scalar): break
      case _ where isDangerous(scalar): safe.append(mark(isUTF8))
      case _ where isUTF8: safe.append(scalar)
      default: safe.append(contentsOf: PlainLetters.ascii(scalar))
      }
    }
    if isAfterReturn { safe.append(mark(isUTF8)) }
    return String(safe)
  }

  /// Whether a character commands, hides or turns round what stands near it.
  package static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7f..<0xa0: true
    case 0xad, 0x61c, 0x180e, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f: true
    case 0xfeff, 0xfff9...0xfffb, 0xe0000...0xe0fff: true
    default: false
    }
  }

  /// Whether a character shows nothing and does nothing to what stands near it.
  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xad, 0x61c, 0x180e, 0x200b, 0x200e...0x200f, 0x2060...0x2064, 0xfeff: true
    default: false
    }
  }

  private static func mark(_ isUTF8: Bool) -> Unicode.Scalar { isUTF8 ? "\u{fffd}" : "?" }
}

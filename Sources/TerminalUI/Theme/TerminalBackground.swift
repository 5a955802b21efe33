/// What a terminal tells of its own background.
package enum TerminalBackground {
  /// Whether dark text is read better on a colour than light text.
  package static func isLight(_ colour: ThemeColour) -> Bool {
    (colour.luminance + 0.05) / 0.05 > 1.05 / (colour.luminance + 0.05)
  }

  /// Whether the background is light by the variable `COLORFGBG`; nil where it does not say.
  ///
  /// The number of the background stands last in it: `0;15`, `0;default;15`.
  package static func isLight(colourVariable value: String) -> Bool? {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, last.utf8.count <= 3,
      last.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(last), index < 256
    else { return nil }
    let (red, green, blue) = Palette.components(ofIndex: index)
    return isLight(colour(red, green, blue))
  }

  /// The colour that a reply of a terminal says its background has; nil where it says none.
  package static func colour(of reply: TerminalReply) -> ThemeColour? {
    guard reply.kind == .command, reply.text.hasPrefix("11;") else { return nil }
    return colour(of: String(reply.text.dropFirst(3)))
  }

  /// The colour of an answer; nil where it names none.
  ///
  /// It is `rgb:ffff/ffff/ffff` with one to four digits each, `rgba:` with one more part, `#ffffff` or
  /// `#ffffffffffff`.
  package static func colour(of answer: String) -> ThemeColour? {
    if answer.hasPrefix("#") {
      let digits = Array(answer.dropFirst())
      guard digits.count == 6 || digits.count == 12 else { return nil }
      let length = digits.count / 3
      return colour(
        parts: stride(from: 0, to: digits.count, by: length).map {
          String(digits[$0..<$0 + length])
        })
    }
    let halves = answer.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let parts = halves[1].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (halves[0], parts.count) {
    case ("rgb", 3), ("rgba", 4): return colour(parts: parts)
    default: return nil
    }
  }

  private static func colour(parts: [String]) -> ThemeColour? {
    let values = parts.map { part -> Int? in
      guard (1...4).contains(part.utf8.count),
        part.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit),
        let value = Int(part, radix: 16)
      else { return nil }
      return value * 255 / ((1 << (4 * part.utf8.count)) - 1)
    }
    guard let red = values[0], let green = values[1], let blue = values[2],
      values.allSatisfy({ $0 != nil })
    else { return nil }
    return colour(red, green, blue)
  }

  private static func colour(_ red: Int, _ green: Int, _ blue: Int) -> ThemeColour {
    ThemeColour(
      red: red, green: green, blue: blue,
      indexed256: Palette.nearest256(red: red, green: green, blue: blue),
      indexed16: Palette.nearest16(red: red, green: green, blue: blue))
  }
}

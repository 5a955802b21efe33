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

/// Tells the answer of a terminal from what a person types, character by character.
///
/// An answer begins with Escape, `]11;`, and ends with BEL, or with Escape and `\`. What only begins like
/// one is given back, so that no key is lost; what is one is swallowed whole, whatever it says.
package struct BackgroundAnswer: Hashable, Sendable {
  /// What one more character makes of it.
  package enum Step: Hashable, Sendable {
    /// It may still be an answer.
    case more
    /// It was one, and ends here; nil where it says no colour.
    case answer(ThemeColour?)
    /// It was one and breaks off: these characters are not part of it.
    case broken([UInt32])
    /// It is none: these characters were typed, the last one too.
    case typed([UInt32])
  }

  /// No answer that says a colour is longer; of one that is, only the beginning is kept.
  private static let longest = 64
  private static let beginning: [UInt32] = [0x1b, 0x5d, 0x31, 0x31, 0x3b]

  private var held: [UInt32] = [0x1b]
  /// Whether the last character was an Escape, which may begin the end.
  private var isEnding = false

  /// Begins after Escape.
  package init() {}

  /// Whether it is an answer for certain.
  package var isCertain: Bool { held.count >= BackgroundAnswer.beginning.count }

  /// The characters so far.
  package var characters: [UInt32] { held }

  /// Takes the next character in.
  package mutating func take(_ character: UInt32) -> Step {
    guard isCertain else {
      held.append(character)
      return character == BackgroundAnswer.beginning[held.count - 1] ? .more : .typed(held)
    }
    if isEnding {
      return character == 0x5c ? .answer(colour) : .broken([0x1b, character])
    }
    switch character {
    case 0x07, 0x9c: return .answer(colour)
    case 0x1b: isEnding = true
    case 0x20...0x7e: if held.count < BackgroundAnswer.longest { held.append(character) }
    default: return .broken([character])
    }
    return .more
  }

  private var colour: ThemeColour? {
    let text = held[BackgroundAnswer.beginning.count...].compactMap(Unicode.Scalar.init)
    return TerminalBackground.colour(of: String(String.UnicodeScalarView(text)))
  }
}

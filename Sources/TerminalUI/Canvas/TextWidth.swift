/// How many columns of a terminal text takes.
package enum TextWidth {
  /// What a scalar does to the columns of a line.
  enum Kind: Hashable, Sendable {
    case narrow, wide
    /// A mark on the character before it.
    case mark
    /// Joins or varies the character before it, or shows nothing; left out, because terminals disagree
    /// about it.
    case joiner
    /// Must never reach a terminal.
    case unsafe
  }

  /// The columns one scalar takes: 1, 2, or 0 for what belongs to the character before it.
  ///
  /// A scalar that must not reach a terminal takes the one column of the sign drawn in its place.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    switch kind(of: scalar) {
    case .narrow, .unsafe: 1
    case .wide: 2
    case .mark, .joiner: 0
    }
  }

  /// The columns a text takes once it has been made safe, as ``Canvas`` draws it.
  package static func of(_ text: String) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      for byte in bytes where byte &- 0x20 >= 0x5f { return nil }
      return bytes.count
    }
    if let columns = plain ?? nil { return columns }
    var columns = 0
    var units = SafeText(measuring: text)
    while let unit = units.next() { columns += Int(unit.width) }
    return columns
  }

  /// Whether a scalar must never reach a terminal: controls, invisible formatting such as a
  /// right-to-left override, what Unicode 14 has not assigned.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    kind(of: scalar) == .unsafe
  }

  /// The kind of a scalar; Latin, punctuation and box drawing are told without a table.
  static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    if value < 0x300 {
      if value == 0xad { return .joiner }
      return value &- 0x20 < 0x5f || value >= 0xa0 ? .narrow : .unsafe
    }
    switch value {
    case 0x2010...0x2027, 0x2030...0x205f, 0x20a0...0x20c0, 0x2190...0x2319, 0x2500...0x25fc:
      return .narrow
    case 0x4e00...0x9fff, 0xac00...0xd7a3:
      return .wide
    default:
      return rareKind(of: scalar)
    }
  }

  private static func rareKind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    if let kind = formatKind(value) { return kind }
    // A newer scalar has no width here, and another one in each terminal.
    guard let age = scalar.properties.age, age.major <= 14 else { return .unsafe }
    if value >= 0x1100, TextWidthTable.holds(value, in: TextWidthTable.wide) { return .wide }
    return TextWidthTable.holds(value, in: TextWidthTable.zero) ? .mark : .narrow
  }

  /// The kind of scalars that format text and show nothing themselves, nil for all others.
  private static func formatKind(_ value: UInt32) -> Kind? {
    switch value {
    // Grapheme joiner, marks of direction, Mongolian variants, zero widths, keycap, word joiner,
    // invisible operators, variation selectors, skin tones.
    case 0x34f, 0x61c, 0x180b...0x180f, 0x200b...0x200f, 0x20e3, 0x2060...0x2064, 0xfe00...0xfe0f,
      0xfeff, 0x1f3fb...0x1f3ff:
      .joiner
    // Turns of direction, deprecated and interlinear formatting.
    case 0x2028...0x202e, 0x2065...0x206f, 0xfff0...0xfffb:
      .unsafe
    // Fillers that look empty, and parts of Hangul syllables that `SafeText` could not join.
    case 0x115f...0x11ff, 0x17b4...0x17b5, 0x3164, 0xd7b0...0xd7ff, 0xffa0:
      .unsafe
    // Formatting of hieroglyphs, shorthand and music.
    case 0x13430...0x1345f, 0x1bca0...0x1bca3, 0x1d173...0x1d17a:
      .unsafe
    // Tags and further variation selectors.
    case 0xe0000...0xe0fff:
      .unsafe
    // Noncharacters.
    case 0xfdd0...0xfdef:
      .unsafe
    default:
      value & 0xfffe == 0xfffe ? .unsafe : nil
    }
  }
}

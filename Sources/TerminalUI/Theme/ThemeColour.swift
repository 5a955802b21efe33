/// A colour of a theme, with what poorer terminals show instead.
package struct ThemeColour: Hashable, Sendable {
  /// Red, green and blue, 0 to 255 each.
  package var red: Int
  package var green: Int
  package var blue: Int
  /// The colour's number among 256; derived when a theme does not say.
  package var indexed256: Int
  /// The colour's number among 16; derived when a theme does not say.
  package var indexed16: Int

  package init(red: Int, green: Int, blue: Int, indexed256: Int, indexed16: Int) {
    self.red = red
    self.green = green
    self.blue = blue
    self.indexed256 = indexed256
    self.indexed16 = indexed16
  }

  /// The colour a theme file spells "#rrggbb"; nil for every other spelling.
  ///
  /// The numbers for fewer colours are those of the nearest colours unless they are given.
  package init?(hex: String, indexed256: Int? = nil, indexed16: Int? = nil) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.first == 0x23, digits.count == 6,
      digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = Int(hex.dropFirst(), radix: 16)
    else { return nil }
    let (red, green, blue) = (value >> 16, value >> 8 & 0xff, value & 0xff)
    self.init(
      red: red, green: green, blue: blue,
      indexed256: indexed256 ?? Palette.nearest256(red: red, green: green, blue: blue),
      indexed16: indexed16 ?? Palette.nearest16(red: red, green: green, blue: blue))
  }

  /// Among 8 colours: the number 0 to 7, and whether the colour wants bold type to be bright.
  package var indexed8: (index: Int, isBright: Bool) {
    (indexed16 & 7, indexed16 >= 8)
  }

  /// The colour as a terminal with fewer colours shows it, by the values of xterm.
  package func shown(at depth: ColourDepth) -> ThemeColour {
    let index: Int
    switch depth {
    case .direct, .monochrome: return self
    case .indexed256: index = indexed256
    case .sixteen: index = indexed16
    }
    let (red, green, blue) = Palette.components(ofIndex: index)
    return ThemeColour(
      red: red, green: green, blue: blue, indexed256: indexed256, indexed16: indexed16)
  }
}

extension ThemeColour {
  /// The relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white).
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21.
  package func contrast(with other: ThemeColour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The light of a part of a colour, 0 to 255, on a scale from 0 to 1.
  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    return base * base * fifthRoot(base * base)
  }

  /// The fifth root of a number from 0 to 1, by Newton's method.
  private static func fifthRoot(_ number: Double) -> Double {
    var root = 1.0
    for _ in 0..<32 {
      let fourth = root * root * root * root
      root -= (root * fourth - number) / (5 * fourth)
    }
    return root
  }
}

extension ResolvedTheme {
  /// The contrast ratio of a role's text and its background on a terminal with so many colours.
  ///
  /// Where a style leaves a colour to the terminal, the one the theme assumes counts; with 16
  /// colours that is light grey on black or black on white.
  package func contrast(of role: Role, at depth: ColourDepth) -> Double {
    contrast(of: self[role], at: depth)
  }

  /// The contrast ratio of a style's text and its background on a terminal with so many colours.
  package func contrast(of style: Style, at depth: ColourDepth) -> Double {
    let foreground = style.foreground?.shown(at: depth) ?? assumedText(at: depth)
    let background = style.background?.shown(at: depth) ?? assumedBackground(at: depth)
    return foreground.contrast(with: background)
  }

  private func assumedText(at depth: ColourDepth) -> ThemeColour {
    if depth == .sixteen || depth == .monochrome {
      return appearance == .light ? .black : .lightGrey
    }
    return assumedForeground ?? (appearance == .light ? .black : .lightGrey)
  }

  private func assumedBackground(at depth: ColourDepth) -> ThemeColour {
    if depth == .sixteen || depth == .monochrome {
      return appearance == .light ? .white : .black
    }
    return assumedBackground ?? (appearance == .light ? .white : .black)
  }
}

extension ThemeColour {
  fileprivate static let black = ThemeColour(
    red: 0, green: 0, blue: 0, indexed256: 16, indexed16: 0)
  fileprivate static let lightGrey = ThemeColour(
    red: 229, green: 229, blue: 229, indexed256: 254, indexed16: 7)
  fileprivate static let white = ThemeColour(
    red: 255, green: 255, blue: 255, indexed256: 231, indexed16: 15)
}

/// Which characters a terminal's font can be trusted to have.
package enum GlyphTier: String, CaseIterable, Hashable, Sendable {
  /// Nothing above 0x7f.
  case ascii
  /// What every Windows and Linux console font has; the default in UTF-8.
  case cp437
  /// Eighth blocks as well.
  case blocks
  /// Dot patterns as well.
  case braille
}

/// The characters that lines, charts and marks are drawn with.
package struct Glyphs: Hashable, Sendable {
  package let tier: GlyphTier
  package let horizontal: Character
  /// The rule of the panel that has the keys.
  package let doubleHorizontal: Character
  package let vertical: Character
  package let topLeft: Character
  package let topRight: Character
  package let bottomLeft: Character
  package let bottomRight: Character
  package let teeLeft: Character
  package let teeRight: Character
  package let teeDown: Character
  package let teeUp: Character
  package let cross: Character
  /// Stands for text that was cut off.
  package let ellipsis: Character
  /// A full, a held and a possible stretch of a timeline or bar.
  package let full: Character
  package let medium: Character
  package let light: Character
  /// Half a cell of a bar, filled from the left.
  package let half: Character
  /// Levels of a sparkline, lowest first.
  package let levels: [Character]
  /// A point of a chart, of its second and third series, and of a provisional value.
  package let point: Character
  package let secondPoint: Character
  package let thirdPoint: Character
  package let hollowPoint: Character
  /// A missing value.
  package let gap: Character
  /// A dashed line to compare with.
  package let dash: Character
  package let up: Character
  package let down: Character
  package let same: Character
  package let pointer: Character
  package let bullet: Character
  package let separator: Character
  /// Stands for a character that must not reach the terminal.
  package let unsafe: Character

  private init(ascii: Void) {
    tier = .ascii
    (horizontal, doubleHorizontal, vertical) = ("-", "=", "|")
    (topLeft, topRight, bottomLeft, bottomRight) = ("+", "+", "+", "+")
    (teeLeft, teeRight, teeDown, teeUp, cross) = ("+", "+", "+", "+", "+")
    ellipsis = ">"
    (full, medium, light, half) = ("#", "=", ".", "-")
    levels = ["_", "-", "=", "+", "*", "#"]
    (point, secondPoint, thirdPoint, hollowPoint) = ("*", "o", "+", "o")
    (gap, dash) = (".", "-")
    (up, down, same) = ("^", "v", "=")
    (pointer, bullet, separator) = (">", "*", "|")
    unsafe = "?"
  }

  private init(unicode tier: GlyphTier) {
    self.tier = tier
    (horizontal, doubleHorizontal, vertical) = ("─", "═", "│")
    (topLeft, topRight, bottomLeft, bottomRight) = ("┌", "┐", "└", "┘")
    (teeLeft, teeRight, teeDown, teeUp, cross) = ("├", "┤", "┬", "┴", "┼")
    ellipsis = "…"
    (full, medium, light, half) = ("█", "▓", "░", "▌")
    levels =
      tier == .cp437 ? ["_", "▄", "█"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    (point, secondPoint, thirdPoint, hollowPoint) = ("■", "o", "+", "□")
    (gap, dash) = ("·", "─")
    (up, down, same) = ("▲", "▼", "=")
    (pointer, bullet, separator) = ("►", "•", "│")
    unsafe = "\u{FFFD}"
  }

  /// The characters of a tier.
  package static func of(_ tier: GlyphTier) -> Glyphs {
    tier == .ascii ? Glyphs(ascii: ()) : Glyphs(unicode: tier)
  }
}

/// The characters that only charts use.
extension Glyphs {
  /// The marks of the first, second and third series; each tells its series without colour.
  var seriesMarks: [Character] {
    tier == .ascii ? ["*", "x", "+"] : [point, secondPoint, thirdPoint]
  }

  /// The marks of lines to compare with, in their order.
  var referenceMarks: [Character] { tier == .ascii ? ["-", "=", "~"] : [dash, "═", "~"] }

  /// What the bars of values to compare with are filled with, in their order.
  var referenceFills: [Character] {
    tier == .ascii ? ["=", ".", "-"] : ["▒", light, dash]
  }

  /// Parts of a cell filled from the left, the smallest first; none where only whole cells can be.
  var partialFills: [Character] {
    switch tier {
    case .ascii: []
    case .cp437: [half]
    case .blocks, .braille: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    }
  }

  /// Half-height cells of a share, so that the rows of a list do not melt into one block.
  var share: Character { tier == .ascii ? medium : "▄" }

  /// Something that is expected and was not yet.
  var expected: Character { tier == .ascii ? hollowPoint : "□" }

  /// Stands before the value at which a cut axis starts.
  var about: Character { tier == .ascii ? "~" : "≈" }

  /// Shows that a stretch goes on before the left edge.
  var beforeEdge: Character { tier == .ascii ? "<" : "◄" }

  /// Shows that a stretch goes on after the right edge.
  var afterEdge: Character { tier == .ascii ? ">" : "►" }

  /// The character with the upper half, the lower half or both halves of a cell on a line.
  func halves(upper: Bool, lower: Bool, heavy: Bool) -> Character {
    if heavy, tier != .ascii {
      return upper && lower ? "█" : upper ? "▀" : "▄"
    }
    return upper && lower ? ":" : upper ? "'" : "."
  }

  /// The braille character with these dots; bit `row * 2 + column` stands for a dot.
  static func braille(_ dots: UInt8) -> Character {
    let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    var value: UInt32 = 0x2800
    for (bit, dot) in order.enumerated() where dots & (1 << UInt8(bit)) != 0 { value |= dot }
    return Unicode.Scalar(value).map(Character.init) ?? " "
  }
}

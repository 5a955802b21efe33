/// One place of the grid: a visible character, up to two marks on it, and what it means.
///
/// A cell cannot hold a control character: only ``Canvas`` makes cells, from text it has made safe. It takes eight
/// bytes, as the largest window has 80,000 of them, several times over.
package struct Cell: Hashable, Sendable {
  /// The base character's Unicode scalar value.
  @inlinable package var scalar: UInt32 { UInt32(low) | UInt32(highAndWidth & 0x1f) << 16 }
  /// The first combining mark, or zero.
  package var firstMark: UInt32 { UInt32(first) }
  /// The second combining mark, or zero.
  package var secondMark: UInt32 { UInt32(second) }
  /// Columns taken: 1, 2, or 0 for the right half of a wide character.
  @inlinable package var width: UInt8 { highAndWidth >> 5 & 3 }
  /// Whether it stands on the ground of a row that parts a list.
  @inlinable package var isOnBand: Bool {
    get { highAndWidth & 0x80 != 0 }
    set { highAndWidth = highAndWidth & 0x7f | (newValue ? 0x80 : 0) }
  }

  /// All that the cell is: two cells are the same where these numbers are.
  @inlinable package var bits: UInt64 {
    UInt64(first) | UInt64(second) << 16 | UInt64(low) << 32 | UInt64(role.rawValue) << 48
      | UInt64(highAndWidth) << 56
  }

  @usableFromInline let first: UInt16
  @usableFromInline let second: UInt16
  @usableFromInline let low: UInt16
  /// What the cell means; a theme says how that looks.
  package var role: Role
  /// The upper five bits of the scalar value, two of the width, one of the band.
  @usableFromInline var highAndWidth: UInt8

  /// Keeps marks of the Basic Multilingual Plane, where those of all languages in use stand; others are left out, as a
  /// third one is.
  init(
    scalar: UInt32, firstMark: UInt32 = 0, secondMark: UInt32 = 0, width: UInt8 = 1,
    role: Role = .text
  ) {
    low = UInt16(truncatingIfNeeded: scalar)
    highAndWidth = UInt8(truncatingIfNeeded: scalar >> 16 & 0x1f) | (width & 3) << 5
    first = UInt16(exactly: firstMark) ?? 0
    second = UInt16(exactly: secondMark) ?? 0
    self.role = role
  }

  static let blank = Cell(scalar: 0x20)

  /// The cell's text: empty for the right half of a wide character.
  package var text: String {
    if width == 0 { return "" }
    var view = String.UnicodeScalarView()
    for value in [scalar, firstMark, secondMark] where value != 0 {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }
}

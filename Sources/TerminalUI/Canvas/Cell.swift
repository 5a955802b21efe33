/// One place of the grid: a visible character, up to two marks on it, and what it means.
///
/// A cell cannot hold a control character: only ``Canvas`` makes cells, from text it has made safe.
package struct Cell: Hashable, Sendable {
  /// The base character's Unicode scalar value.
  package let scalar: UInt32
  /// The first combining mark, or zero.
  package let firstMark: UInt32
  /// The second combining mark, or zero.
  package let secondMark: UInt32
  /// Columns taken: 1, 2, or 0 for the right half of a wide character.
  package let width: UInt8
  /// What the cell means; a theme says how that looks.
  package var role: Role
  /// Whether it stands on the ground of a row that parts a list.
  package var isOnBand = false

  init(
    scalar: UInt32, firstMark: UInt32 = 0, secondMark: UInt32 = 0, width: UInt8 = 1,
    role: Role = .text
  ) {
    self.scalar = scalar
    self.firstMark = firstMark
    self.secondMark = secondMark
    self.width = width
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

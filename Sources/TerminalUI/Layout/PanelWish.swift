/// What a panel would like to have.
package struct PanelWish: Hashable, Sendable {
  /// The width that shows all of it, its margins included.
  package var width: Int
  /// The width beyond which it has no use for more: that of its longest text.
  package var wholeWidth: Int
  /// The width below which it says too little.
  package var leastWidth: Int
  /// How many rows it has at its width, its rule and its head included.
  package var rows: Int
  /// The rows below which it is hidden.
  package var leastRows: Int
  /// Whether it tells of what is selected in the main panel, and stands beside it where it can.
  package var isDetail: Bool
  /// Whether it uses more width than it asks for.
  package var isFlexible: Bool
  /// Whether it shows only where there is room to spare.
  package var isExtra: Bool

  /// How wide a text is read well: what is wider only has fewer lines.
  private static let readingWidth = 52

  /// The width below which the panel would lose something.
  var usedWidth: Int { isFlexible ? min(width, PanelWish.readingWidth) : wholeWidth }

  package init(
    width: Int, leastWidth: Int, rows: Int, leastRows: Int = 4, isDetail: Bool = false,
    isFlexible: Bool = false, isExtra: Bool = false, wholeWidth: Int? = nil
  ) {
    self.width = width
    self.wholeWidth = max(width, wholeWidth ?? width)
    self.leastWidth = min(width, leastWidth)
    self.rows = rows
    self.leastRows = min(rows, leastRows)
    self.isDetail = isDetail
    self.isFlexible = isFlexible
    self.isExtra = isExtra
  }
}

/// A share of a whole in ten half-height cells, or in one cell a thing where they are fewer.
package struct ShareBar: RowChart {
  private let share: Double
  private let cells: Int
  package let plain: String

  /// Some of so many things.
  package init(_ count: Int, of whole: Int) {
    cells = max(0, min(10, whole))
    share = whole > 0 ? Double(max(0, min(count, whole))) / Double(whole) : 0
    plain = "\(count) of \(whole)"
  }

  /// A percentage, which stands as a number in another cell.
  package init(percent: Double) {
    cells = 10
    share = percent.isFinite ? max(0, min(1, percent / 100)) : 0
    plain = ""
  }

  /// The cells that are full: all only for the whole, none only for nought.
  package var filled: Int {
    guard share > 0 else { return 0 }
    return max(1, min(cells, Int((share * Double(cells) + 1e-9).rounded(.down))))
  }

  package func spans(_ glyphs: Glyphs) -> [Span] {
    let full = String(repeating: glyphs.share, count: filled)
    let rest = String(repeating: glyphs.gap, count: cells - filled)
    return [Span(full, .chart), Span(rest, .chartAxis)].filter { !$0.text.isEmpty }
  }
}

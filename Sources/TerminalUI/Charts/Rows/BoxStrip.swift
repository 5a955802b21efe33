/// A value among others: from the lowest to the highest, the middle half as a box with the median in it.
package struct BoxStrip: RowChart {
  /// The own value.
  package var value: Double
  /// Lowest, lower quartile, median, upper quartile, highest.
  package var fifths: [Double]
  /// Decimals of the values in words.
  package var decimals: Int
  /// Cells between the two ends.
  package var cells: Int

  package init(_ value: Double, fifths: [Double], decimals: Int = 1, cells: Int = 24) {
    (self.value, self.fifths) = (value, fifths.count == 5 ? fifths : [])
    (self.decimals, self.cells) = (decimals, max(5, cells))
  }

  package var plain: String {
    guard fifths.count == 5 else { return "" }
    let numbers = fifths.map { ChartNumber.trimmed($0, decimals: decimals) }
    return "\(ChartNumber.trimmed(value, decimals: decimals)), the others from \(numbers[0]) to "
      + "\(numbers[4]), half of them from \(numbers[1]) to \(numbers[3]), median \(numbers[2])"
  }

  package func spans(_ glyphs: Glyphs) -> [Span] {
    guard fifths.count == 5 else { return [] }
    var row = CellRow(glyphs.horizontal, .chartAxis, count: cells)
    for place in column(fifths[1])...max(column(fifths[1]), column(fifths[3])) {
      row.set(glyphs.medium, .chartReference, at: place)
    }
    row.set(glyphs.vertical, .chartReference, at: column(fifths[2]))
    row.set(glyphs.point, .chart, at: column(value))
    return row.spans
  }

  private func column(_ value: Double) -> Int {
    guard let low = fifths.first, let high = fifths.last, high > low else { return cells / 2 }
    let share = max(0, min(1, (value - low) / (high - low)))
    return Int((share * Double(cells - 1)).rounded())
  }
}

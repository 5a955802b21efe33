/// A scale from nought that all values of one unit share.
package struct PositionScale: Hashable, Sendable {
  /// The largest value on the scale: a round one.
  package let high: Double
  let label: String

  /// A scale that holds some values; that of percentages ends at 100.
  package init(_ values: [Double], unit: String = "") {
    let known = values.filter { $0.isFinite && $0.magnitude <= 1e15 }
    let most = known.max() ?? 0
    if unit.hasPrefix("%"), most <= 100 {
      high = 100
    } else if most <= 0 {
      high = 1
    } else {
      high = ValueAxis(bars: [most], most: 10, decimals: 4).high
    }
    label = ChartNumber.trimmed(high, decimals: 4)
  }
}

/// Where a value lies between nought and the end of its scale, and where others lie, by letters.
package struct Position: RowChart {
  /// A value to compare with.
  package struct Other: Hashable, Sendable {
    package var letter: Character
    package var name: String
    package var value: Double

    package init(_ letter: Character, _ name: String, _ value: Double) {
      self.letter = letter
      self.name = name
      self.value = value
    }
  }

  package var value: Double?
  package var others: [Other]
  package var scale: PositionScale
  /// Cells between the two ends.
  package var cells: Int

  package init(_ value: Double?, others: [Other], on scale: PositionScale, cells: Int = 14) {
    self.value = value?.isFinite == true ? value : nil
    self.others = others.filter { $0.value.isFinite }
    self.scale = scale
    self.cells = max(1, cells)
  }

  package var plain: String {
    guard let value else { return "no value" }
    let own = "\(ChartNumber.trimmed(value, decimals: 4)) from 0 to \(scale.label)"
    let rest = others.map { "\($0.name) \(ChartNumber.trimmed($0.value, decimals: 4))" }
    return ([own] + rest).joined(separator: ", ")
  }

  package func spans(_ glyphs: Glyphs) -> [Span] {
    var row = CellRow(glyphs.gap, .chartAxis, count: cells)
    var taken: Set<Int> = []
    if let value {
      row.set(glyphs.point, .chart, at: column(value))
      taken.insert(column(value))
    }
    for other in others {
      let wanted = column(other.value)
      let isAbove = value.map { other.value > $0 } ?? false
      let order = (0..<cells).sorted {
        // The nearest free cell, rather on the side on which it lies.
        let left = ($0 - wanted).magnitude, right = ($1 - wanted).magnitude
        return left == right ? ($0 > $1) == isAbove : left < right
      }
      guard let free = order.first(where: { !taken.contains($0) }) else { continue }
      row.set(other.letter, .chartReference, at: free)
      taken.insert(free)
    }
    return [Span("0", .chartAxis)] + row.spans + [Span(scale.label, .chartAxis)]
  }

  private func column(_ value: Double) -> Int {
    let share = max(0, min(1, value / scale.high))
    return min(cells - 1, Int((share * Double(cells)).rounded(.down)))
  }
}

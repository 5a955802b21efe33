/// Where the values of a stretch of periods are expected: a line in the middle, and limits around it.
package struct ExpectedRange: Hashable, Sendable {
  /// The positions of the periods among the categories of the chart.
  package var periods: Range<Int>
  /// The line in the middle.
  package var middle: Double
  /// What that line is: a mean or a median.
  package var name: String
  /// The limits as they are drawn; nil where there are none.
  package var limits: ClosedRange<Double>?
  /// What else is to be said of it, such as "on trial"; empty if there is nothing.
  package var note: String

  package init(
    periods: Range<Int>, middle: Double, name: String, limits: ClosedRange<Double>? = nil,
    note: String = ""
  ) {
    (self.periods, self.middle, self.name) = (periods, middle, name)
    (self.limits, self.note) = (limits, note)
  }

  /// Every value that has to find room on the axis.
  var values: [Double] { [middle] + (limits.map { [$0.lowerBound, $0.upperBound] } ?? []) }
}

/// What a rule says of one value of a chart.
package enum ChartSign: Hashable, Sendable {
  case better, worse, unusual

  /// The mark of such a value.
  var mark: Character {
    switch self {
    case .better: "#"
    case .worse: "!"
    case .unusual: "~"
    }
  }

  var role: Role {
    switch self {
    case .better: .good
    case .worse: .dueSoon
    case .unusual: .accent
    }
  }

  /// What the mark means.
  var key: String { "\(mark) \(word)" }

  /// The meaning in a word.
  var word: String {
    switch self {
    case .better: "improvement"
    case .worse: "concern"
    case .unusual: "unusual"
    }
  }
}

extension LineChart {
  /// What is expected, a sentence a stretch, the latest last.
  var expectations: [String] {
    expected.compactMap { range in
      guard
        let first = categories.indices.contains(range.periods.lowerBound)
          ? categories[range.periods.lowerBound] : nil
      else { return nil }
      let note = range.note.isEmpty ? "" : ", \(range.note)"
      let middle = "\(range.name) \(number(range.middle))"
      guard let limits = range.limits else { return "\(middle) from \(first) on\(note)" }
      return
        "expected \(number(limits.lowerBound)) to \(measured(limits.upperBound)) from \(first) on, "
        + "\(middle)\(note)"
    }
  }

  /// The labels of the lines of the latest stretch.
  func expectedLabels(on axis: ValueAxis, glyphs: Glyphs, above first: Int)
    -> [(value: Double, label: EndLabel)]
  {
    guard let range = expected.last, range.periods.upperBound >= categories.count else { return [] }
    var lines = [(range.middle, range.name)]
    if let limits = range.limits {
      lines += [(limits.upperBound, "upper limit"), (limits.lowerBound, "lower limit")]
    }
    return lines.map { value, name in
      let row = axis.rows - 1 - Int(axis.height(of: value).rounded())
      let mark = name == range.name ? glyphs.horizontal : glyphs.gap
      let label = EndLabel(
        forms: ["\(number(value)) \(name)", "\(number(value)) \(name.prefix(5))", number(value)],
        mark: String(mark), role: .chartReference, isOfStretch: true, row: row, goesUp: row < first)
      return (value, label)
    }
  }
}

extension LineChartDrawing {
  /// Draws the lines of what is expected under everything else.
  func drawExpected(in raster: inout DotRaster, row: (Double) -> Int) {
    for range in chart.expected {
      let inside = range.periods.clamped(to: chart.categories.indices)
      guard let first = inside.first, let last = inside.last else { continue }
      let columns = periods.column(first)...max(periods.column(first), periods.column(last))
      raster.dash(glyphs.horizontal, y: row(range.middle), .chartReference, in: columns, step: 1)
      for limit in range.limits.map({ [$0.lowerBound, $0.upperBound] }) ?? [] {
        raster.dash(glyphs.gap, y: row(limit), .chartReference, in: columns, step: 2)
      }
    }
  }
}

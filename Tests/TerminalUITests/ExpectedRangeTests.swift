import Testing

@testable import TerminalUI

/// The lines of a control chart: the mean, the limits, and the values that a rule names.
@Suite struct ExpectedRangeTests {
  private static let chart = LineChart(
    series: [
      ChartSeries(
        name: "Luton",
        points: [40, 42, 41, 39, 40, 60].enumerated().map { index, value in
          ChartPoint(
            "Q\(index + 1)", Double(value), sign: value == 60 ? .worse : nil,
            remark: value == 60 ? "outside the limits" : "")
        })
    ],
    expected: [
      ExpectedRange(periods: 0..<6, middle: 44, name: "mean", limits: 32...56, note: "on trial")
    ], unit: "children", decimals: 0)

  private func rows(_ chart: LineChart, tier: GlyphTier) -> [String] {
    var canvas = Canvas(size: Size(60, 12), glyphs: .of(tier))
    chart.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  @Test(arguments: GlyphTier.allCases) func limitsAreDrawnAndNamed(_ tier: GlyphTier) {
    let text = rows(Self.chart, tier: tier).joined(separator: "\n")
    #expect(text.contains("44 mean"))
    #expect(text.contains("56 upper limit"))
    #expect(text.contains("32 lower limit"))
    #expect(text.contains("! concern"))
    #expect(text.contains("60 Luton"))
  }

  @Test func itSaysTheSameInWords() {
    #expect(Self.chart.lines.contains("Q6: Luton 60 children (outside the limits)"))
    #expect(
      Self.chart.lines.contains("expected 32 to 56 children from Q1 on, mean 44, on trial."))
  }

  /// Limits that begin anew are drawn over their own periods alone.
  @Test func eachStretchHasItsOwnLines() {
    var chart = Self.chart
    chart.expected = [
      ExpectedRange(periods: 0..<3, middle: 41, name: "mean"),
      ExpectedRange(periods: 3..<6, middle: 50, name: "mean"),
    ]
    let drawn = rows(chart, tier: .ascii)
    let lines = drawn.filter { $0.contains("---") && !$0.contains("+--") }
    #expect(lines.count == 2)
    #expect(lines.contains { $0.contains("50 mean") })
    #expect(!drawn.contains { $0.contains("41 mean") })
    #expect(chart.lines.contains("mean 41 from Q1 on."))
  }

  /// The axis holds the limits, also where no value comes near them.
  @Test func theAxisHoldsTheLimits() {
    var chart = Self.chart
    chart.expected[0].limits = 0...200
    #expect(rows(chart, tier: .cp437).contains { $0.contains("200") })
  }
}

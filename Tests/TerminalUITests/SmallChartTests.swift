import Testing

@testable import TerminalUI

/// Charts in every set of characters, in as little room as they are ever given.
@Suite struct SmallChartTests {
  private static let sizes = [Size(24, 6), Size(30, 6), Size(40, 8), Size(60, 10)]

  private static func series(_ values: [Double?]) -> LineChart {
    LineChart(
      series: [
        ChartSeries(
          name: "", points: values.enumerated().map { ChartPoint("Q\($0 + 1)", $1) })
      ], decimals: 0)
  }

  private func rows(_ chart: LineChart, _ size: Size, _ tier: GlyphTier) -> [String] {
    var canvas = Canvas(size: size, glyphs: .of(tier))
    chart.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  @Test(arguments: GlyphTier.allCases)
  func aLineNamesItsFirstAndItsLastPeriod(tier: GlyphTier) {
    for size in Self.sizes {
      let rows = rows(Self.series([288, 289, 288, 290]), size, tier)
      #expect(rows.contains { $0.contains("Q1") && $0.contains("Q4") }, "\(rows)")
      #expect(rows.joined().contains("290"), "\(rows)")
      // 288 to 290 is flat: every mark in one row or in two that touch.
      let point = Glyphs.of(tier).point
      let places = rows.indices.filter { rows[$0].contains(point) }
      #expect((places.last ?? 0) - (places.first ?? 0) <= 1, "\(rows)")
    }
  }

  @Test(arguments: GlyphTier.allCases)
  func aGapAtTheStartIsAGapAndAPeriod(tier: GlyphTier) {
    let glyphs = Glyphs.of(tier)
    for size in Self.sizes {
      let rows = rows(Self.series([nil, nil, 288, 290]), size, tier)
      #expect(rows.contains { $0.contains("Q1") && $0.contains("Q4") }, "\(rows)")
      let points = rows.flatMap { row in
        Array(row).indices.filter { Array(row)[$0] == glyphs.point }
      }
      let first = rows.lastIndex { $0.contains(glyphs.bottomLeft) }
      let axis = Array(first.map { rows[$0] } ?? "")
      let gaps = axis.indices.filter { axis[$0] == glyphs.gap }
      #expect(points.count == 2 && gaps.count == 2, "\(rows)")
      // Nothing is drawn before the first value that is known.
      #expect((gaps.max() ?? 99) < (points.min() ?? 0), "\(rows)")
    }
  }

  @Test(arguments: GlyphTier.allCases)
  func whatIsBelowNoughtLiesBelowIt(tier: GlyphTier) {
    for size in Self.sizes {
      let rows = rows(Self.series([-8, 4, -8, 8]), size, tier)
      let point = Glyphs.of(tier).point
      let places = rows.indices.filter { rows[$0].contains(point) }
      #expect(places.count > 1, "\(rows)")
      #expect(rows.contains { $0.contains("-") }, "\(rows)")
    }
    let bars = HorizontalBars(rows: [.init("2022", -8), .init("2023", 8)])
    var canvas = Canvas(size: Size(40, 4), glyphs: .of(tier))
    bars.draw(in: &canvas, area: Rect(canvas.size))
    // A bar has no length below nought; its number says it.
    #expect(!canvas.rows[0].contains(canvas.glyphs.full), "\(canvas.rows)")
    #expect(canvas.rows[0].contains("-8"), "\(canvas.rows)")
    #expect(canvas.rows[1].contains(canvas.glyphs.full), "\(canvas.rows)")
  }

  @Test(arguments: GlyphTier.allCases)
  func sparksAndStripsKeepTheirGaps(tier: GlyphTier) {
    let glyphs = Glyphs.of(tier)
    #expect(Sparkline([nil, nil, 288, 290]).plain(decimals: 0) == "no value, no value, 288, 290")
    let spark = Sparkline([nil, nil, -8, 8]).text(width: tier == .braille ? 2 : 4, glyphs: glyphs)
    #expect(TextWidth.of(spark) == (tier == .braille ? 2 : 4))
    if tier != .braille { #expect(spark.hasPrefix(String([glyphs.gap, glyphs.gap])), "\(spark)") }
    let strip = Strip([.init(.nothing), .init(.nothing), .init(.yes, "Mar", "held")])
    #expect(strip.line(glyphs).plain == String([glyphs.gap, glyphs.gap, glyphs.point]))
    #expect(strip.plain == "Mar held")
  }

  @Test(arguments: [(28.8, 2), (29.0, 2), (0.4, 1), (-3, 0), (288, 10)] as [(Double, Int)])
  func aShareOfLittleChangeIsTheSameBar(percent: Double, filled: Int) {
    #expect(ShareBar(percent: percent).filled == filled)
  }
}

import Testing

@testable import TerminalUI

/// A missing value takes none of its neighbours along, and a small change stays small, in every chart.
@Suite struct TrendTests {
  private static let gapped: [Double?] = [288, nil, 290]

  private func rows(_ chart: LineChart, _ tier: GlyphTier) -> [String] {
    var canvas = Canvas(size: Size(40, 10), glyphs: .of(tier))
    chart.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  @Test(arguments: GlyphTier.allCases)
  func aSparklineKeepsWhatStandsBeforeAGap(tier: GlyphTier) {
    let glyphs = Glyphs.of(tier)
    let line = Sparkline(Self.gapped)
    let perCell = tier == .braille ? 2 : 1
    let text = Array(line.text(width: (3 + perCell - 1) / perCell, glyphs: glyphs))
    #expect(text.first != glyphs.gap && text.last != glyphs.gap && text.first != " ")
    #expect(line.plain(decimals: 0) == "288, no value, 290")
    // Neither end of the levels: 288 is no nought and 290 no double of it.
    let levels = perCell == 1 ? text.compactMap { glyphs.levels.firstIndex(of: $0) } : []
    #expect(levels.allSatisfy { $0 > 0 && $0 < glyphs.levels.count - 1 })
  }

  @Test(arguments: GlyphTier.allCases)
  func aLineKeepsWhatStandsBeforeAGap(tier: GlyphTier) {
    let chart = LineChart(
      series: [
        ChartSeries(
          name: "",
          points: Self.gapped.enumerated().map { ChartPoint("Q\($0 + 1)", $1) })
      ], decimals: 0)
    let rows = rows(chart, tier)
    let point = Glyphs.of(tier).point
    #expect(rows.joined().count { $0 == point } == 2, "\(rows)")
    #expect(rows.joined().contains("288") && rows.joined().contains("290"))
    // Both stand in the same row, or in neighbouring ones.
    let places = rows.indices.filter { rows[$0].contains(point) }
    #expect((places.last ?? 0) - (places.first ?? 0) <= 1, "\(rows)")
  }

  @Test(arguments: GlyphTier.allCases)
  func barsBeginAtNought(tier: GlyphTier) {
    let bars = HorizontalBars(rows: [.init("2021", 288), .init("2023", 290)])
    var canvas = Canvas(size: Size(60, bars.height), glyphs: .of(tier))
    bars.draw(in: &canvas, area: Rect(canvas.size))
    let full = canvas.glyphs.full
    let lengths = canvas.rows.map { row in row.count { $0 == full } }.filter { $0 > 0 }
    #expect(lengths.count == 2 && lengths.allSatisfy { $0 > 20 }, "\(canvas.rows)")
    #expect(abs((lengths.first ?? 0) - (lengths.last ?? 9)) <= 1, "\(canvas.rows)")
  }
}

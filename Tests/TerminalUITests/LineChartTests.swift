import Testing

@testable import TerminalUI

@Suite struct LineChartTests {
  private static let single = LineChart(
    series: [ChartSeries(name: "Havering", points: [ChartPoint("Mar 2023", 8.4)])],
    references: [
      ReferenceLine(name: "England", value: 9.2, note: "2022-23"),
      ReferenceLine(name: "London", value: 8.5, note: "2022-23"),
    ], unit: "%")

  private static let gapped = LineChart(
    series: [
      ChartSeries(
        name: "Ealing",
        points: [
          ChartPoint("Mar 2021", 71), ChartPoint("Mar 2022", 78), ChartPoint("Mar 2023", nil),
          ChartPoint("Mar 2024", 88.5), ChartPoint("Mar 2025", 91, .provisional),
        ])
    ],
    references: [ReferenceLine(name: "target", value: 90)], unit: "%")

  private static let crossing = LineChart(
    series: [
      ChartSeries(name: "Ours", points: [ChartPoint("2022", 10), ChartPoint("2023", 30)]),
      ChartSeries(name: "London", points: [ChartPoint("2022", 28), ChartPoint("2023", 12)]),
    ], unit: "days", decimals: 0)

  private func rows(_ chart: LineChart, _ width: Int, _ height: Int, _ tier: GlyphTier)
    -> [String]
  {
    var canvas = Canvas(size: Size(width, height), glyphs: .of(tier))
    chart.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  private static func chart(_ values: [Double?], _ references: [ReferenceLine] = []) -> LineChart {
    let points = values.enumerated().map { ChartPoint("P\($0 + 1)", $1) }
    return LineChart(series: [ChartSeries(name: "A", points: points)], references: references)
  }

  @Test func drawsASinglePointBesideItsReferences() {
    #expect(
      rows(Self.single, 50, 10, .cp437) == [
        "%; ≈ from 7                                       ",
        "                                                  ",
        "10┤                                               ",
        "  │                         ─ 9.2 England, 2022-23",
        " 9┤─ ─ ─ ─ ─  8.4  ─ ─ ─ ─  ═ 8.5 London, 2022-23 ",
        "  │═ ═ ═ ═ ═ ═ ■ ═ ═ ═ ═ ═  8.4 Havering          ",
        " 8┤                                               ",
        "  │                                               ",
        "≈7└────────────┬───────────                       ",
        "           Mar 2023                               ",
      ])
  }

  @Test func drawsASinglePointInTheSmallestArea() {
    #expect(
      rows(Self.single, 20, 5, .ascii) == [
        "%; ~ from 7.5       ",
        "10.0+  8.4  = 8.5   ",
        "    |= =*=  8.4 Hav.",
        "~7.5+---+-- - 9.2   ",
        "    Mar 2023        ",
      ])
  }

  @Test func leavesAGapForAMissingValue() {
    #expect(
      rows(Self.gapped, 64, 11, .cp437) == [
        "%; ≈ from 60; p provisional                                     ",
        "100┤                                                            ",
        "   │                        88.5                                ",
        " 90┤─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ■▄▄▄▄▀▀▀□ 91 Ealing, provisional  ",
        "   │          78                        ─ 90 target             ",
        " 80┤           ■                                                ",
        "   │   71 ▄▄▄▀▀                                                 ",
        " 70┤    ■▀                                                      ",
        "   │                                                            ",
        "≈60└────┬──────────────·──────────────┬                         ",
        "    Mar 2021       Mar 2023       Mar 2025                      ",
      ])
  }

  @Test func drawsTheLineWithDotsOfBraille() {
    #expect(
      rows(Self.gapped, 64, 11, .braille)[3]
        == " 90┤─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ■⠤⠤⠤⠤⠒⠒⠒□ 91 Ealing, provisional  ")
  }

  @Test func keepsTheFirstAndLastPeriodWhereItIsNarrow() {
    #expect(
      rows(Self.gapped, 34, 10, .ascii) == [
        "%; ~ from 60; p provisional       ",
        "                                  ",
        "100+                              ",
        "   |- - - - - - -.o 91p Ealing    ",
        "   |    78     *'   - 90 target   ",
        " 80+ 71  *   88.5                 ",
        "   |  *.'                         ",
        "   |                              ",
        "~60+--+-----.-----+               ",
        "  Mar 2021    Mar 2025            ",
      ])
  }

  @Test func tellsTwoSeriesApartWithoutColour() {
    #expect(
      rows(Self.crossing, 40, 10, .cp437) == [
        "days                                    ",
        "                                        ",
        "30┤    o                 ▄▄■ 30 Ours    ",
        "  │  28 '''...      ▄▄▄▀▀               ",
        "20┤           '▄▄▄▀▀.                   ",
        "  │   10  ▄▄▄▀▀      '''...             ",
        "10┤    ■▀▀                 o 12 London  ",
        "  │                                     ",
        " 0└────┬───────────────────┬            ",
        "     2022                2023           ",
      ])
  }

  @Test func showsTheSummaryWhereNoPictureFits() {
    let text = rows(Self.chart([1, 2]), 19, 5, .ascii)
    #expect(text.prefix(2) == ["Rose from P1 to P2.", String(repeating: " ", count: 19)])
    #expect(
      rows(Self.chart([nil, nil]), 40, 8, .ascii)[0].hasPrefix("No values: all 2 are missing."))
  }

  @Test(
    arguments: [
      ([], "No value yet."),
      ([nil], "No value yet."),
      ([nil, nil, nil], "No values: all 3 are missing."),
      ([8.4], "One value so far: 8.4 in P1."),
      ([nil, 8.4], "Only one value of 2 is known: 8.4 in P2."),
      ([8.4, nil], "Only one value of 2 is known: 8.4 in P1; no value for P2."),
      ([1, 2], "Rose from P1 to P2."),
      ([2, 1], "Fell from P1 to P2."),
      ([2, 2], "The same in both periods."),
      ([2, 2.01, 2], "The same in all 3 periods."),
      ([2, 2, 2, 2, 2, 2], "The same in the last 5 periods."),
      ([5, 3, 2, 4], "Fell in 2 of the last 3 periods but rose in the latest; highest since P1."),
      ([9, 3, 2, 4, 5], "Rose in 2 of the last 4 periods; highest since P1."),
      ([1, 2, 3], "Rose in each of the last 2 periods; highest of the 3 values."),
      ([1, 2, 2], "Rose in 1 of the last 2 periods but did not change in the latest."),
      ([3, nil, 2, 1], "Fell in each of the last 2 known changes; lowest of the 3 values."),
      ([1, 2, nil], "Rose from P1 to P2; latest is 2 in P2; no value for P3."),
      ([1, .nan, .infinity], "Only one value of 3 is known: 1 in P1; no value for P3."),
    ] as [([Double?], String)])
  func sumsUpInASentence(values: [Double?], expected: String) {
    #expect(Self.chart(values).summary == expected)
  }

  @Test(arguments: [
    (ChartQualifier.exact, 9.0, "0.6 below Target"), (.exact, 8.4, "level with Target"),
    (.exact, 8.0, "0.4 above Target"), (.about, 8.0, "about 0.4 above Target"),
    (.about, 8.4, "about level with Target"), (.atLeast, 8.0, "at least 0.4 above Target"),
    (.atLeast, 9.0, "Target is 9"), (.provisional, 9.0, "0.6 below Target"),
  ])
  func comparesOnlyAsFarAsTheValueIsSure(
    qualifier: ChartQualifier, reference: Double, expected: String
  ) {
    let chart = LineChart(
      series: [ChartSeries(name: "A", points: [ChartPoint("P1", 8.4, qualifier)])],
      references: [ReferenceLine(name: "Target", value: reference)])
    let value = qualifier.words("8.4")
    #expect(chart.summary == "One value so far: \(value) in P1; \(expected).")
  }

  @Test func listsEveryValueInWords() {
    #expect(
      Self.gapped.lines.prefix(6) == [
        "Mar 2021: Ealing 71%", "Mar 2022: Ealing 78%", "Mar 2023: Ealing no value",
        "Mar 2024: Ealing 88.5%", "Mar 2025: Ealing 91% provisional", "target: 90%",
      ])
    #expect(Self.gapped.lines.count == 7)
  }

  @Test(
    arguments: [
      ([0, 28], 0, 9, ["0", "10", "20", "30"]),
      ([71, 91], 1, 9, ["60", "70", "80", "90", "100"]),
      ([8.1, 8.4], 1, 13, ["7.0", "7.5", "8.0", "8.5", "9.0", "9.5"]),
      ([-3, 4], 0, 9, ["-4", "-2", "0", "2", "4"]),
      ([-3, 4], 0, 2, ["-5", "5"]),
      ([0], 0, 5, ["0", "1"]),
      ([0, 1100], 0, 12, ["0", "250", "500", "750", "1,000", "1,250"]),
      ([288, 290], 0, 9, ["250", "275", "300", "325", "350"]),
      ([-290, -288], 0, 9, ["-350", "-325", "-300", "-275", "-250"]),
      ([39, 100], 0, 9, ["0", "25", "50", "75", "100"]),
      ([40, 100], 0, 9, ["20", "40", "60", "80", "100"]),
      ([5, 5], 0, 9, ["0", "2", "4", "6"]),
    ] as [([Double], Int, Int, [String])])
  func marksRoundValues(values: [Double], decimals: Int, rows: Int, expected: [String]) {
    let axis = ValueAxis(values: values, rows: rows, decimals: decimals)
    #expect(axis.ticks.map(axis.label) == expected)
    #expect(axis.rows <= rows)
  }

  @Test func endsTheAxisOfPercentagesAtTheWhole() {
    let axis = ValueAxis(values: [98, 100], rows: 11, decimals: 0, limit: 100)
    #expect(axis.ticks == [75, 80, 85, 90, 95, 100])
  }

  @Test func neverPrintsOnePeriodOverAnother() {
    let chart = Self.chart((0..<40).map(Double.init))
    for width in 20...90 {
      let labels = rows(chart, width, 6, .ascii).last { $0.contains("P") } ?? ""
      let words = labels.split(separator: " ").map(String.init)
      #expect(words.first == "P1" && words.last == "P40")
      #expect(words.allSatisfy { chart.categories.contains($0) })
    }
  }

  @Test(arguments: GlyphTier.allCases, 0...12)
  func staysInsideItsArea(tier: GlyphTier, height: Int) {
    let odd = Self.chart(
      [1e15, -1e15, .nan, nil, 1e-300, .infinity, 0, 1e300],
      (0..<9).map { ReferenceLine(name: "Line \($0)", value: Double($0)) })
    for chart in [Self.single, Self.gapped, Self.crossing, odd] {
      for width in 0...44 {
        var canvas = Canvas(size: Size(48, 15), glyphs: .of(tier))
        let area = Rect(x: 2, y: 1, width: width, height: height)
        chart.draw(in: &canvas, area: area)
        let outside = (0..<15).flatMap { y in (0..<48).map { Point($0, y) } }
          .filter { !area.contains($0) && canvas[$0.x, $0.y].scalar != 0x20 }
        #expect(outside.isEmpty, "at width \(width)")
      }
    }
  }
}

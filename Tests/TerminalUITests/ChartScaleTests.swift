import Testing

@testable import TerminalUI

/// Charts do not exaggerate, and look alike in every tier of characters.
@Suite struct ChartScaleTests {
  private static let line = LineChart(
    series: [
      ChartSeries(
        name: "Medway",
        points: [60, 61, 66, nil, 64, 76].enumerated().map {
          ChartPoint("Q\($0 % 4 + 1) \(22 + $0 / 4)", $1)
        })
    ],
    references: [
      ReferenceLine(name: "England", value: 70, note: "2022-23", age: "a year older"),
      ReferenceLine(name: "Neighbours", value: 71, note: "2022-23"),
    ], unit: "%", decimals: 0)

  private func rows(_ chart: LineChart, _ width: Int, _ height: Int, _ tier: GlyphTier)
    -> [String]
  {
    var canvas = Canvas(size: Size(width, height), glyphs: .of(tier))
    chart.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  private static func picture(_ tier: GlyphTier) -> [String] {
    switch tier {
    case .ascii:
      [
        "%; ~ from 50                                                            ",
        " 80+                                                                    ",
        "   |                                   * 76 Medway                      ",
        "   |                                 .'                                 ",
        " 70+= = = = = = =  66 = = = = = = =.' =  = 71 Neighbours, 2022-23       ",
        "   |               .*            .''     - 70 England, 2022-23          ",
        "   |   60      ..''             *                                       ",
        " 60+    *'''''*                64                                       ",
        "   |         61                                                         ",
        "   |                                                                    ",
        "~50+----+-----------+-----.-----+------+                                ",
        "      Q1 22       Q3 22       Q1 23  Q2 23                              ",
      ]
    case .cp437:
      [
        "%; ≈ from 50                                                            ",
        " 80┤                                                                    ",
        "   │                                   ■ 76 Medway                      ",
        "   │                                 ▄▀                                 ",
        " 70┤═ ═ ═ ═ ═ ═ ═  66 ═ ═ ═ ═ ═ ═ ═▄▀ ═  ═ 71 Neighbours, 2022-23       ",
        "   │               ▄■            ▄▀▀     ─ 70 England, 2022-23          ",
        "   │   60      ▄▄▀▀             ■                                       ",
        " 60┤    ■▀▀▀▀▀■                64                                       ",
        "   │         61                                                         ",
        "   │                                                                    ",
        "≈50└────┬───────────┬─────·─────┬──────┬                                ",
        "      Q1 22       Q3 22       Q1 23  Q2 23                              ",
      ]
    case .blocks:
      [
        "%; ≈ from 50                                                            ",
        " 80┤                                                                    ",
        "   │                                   ■ 76 Medway                      ",
        "   │                                 ▄▀                                 ",
        " 70┤═ ═ ═ ═ ═ ═ ═  66 ═ ═ ═ ═ ═ ═ ═▄▀ ═  ═ 71 Neighbours, 2022-23       ",
        "   │               ▄■            ▄▀▀     ─ 70 England, 2022-23          ",
        "   │   60      ▄▄▀▀             ■                                       ",
        " 60┤    ■▀▀▀▀▀■                64                                       ",
        "   │         61                                                         ",
        "   │                                                                    ",
        "≈50└────┬───────────┬─────·─────┬──────┬                                ",
        "      Q1 22       Q3 22       Q1 23  Q2 23                              ",
      ]
    case .braille:
      [
        "%; ≈ from 50                                                            ",
        " 80┤                                                                    ",
        "   │                                  ⢀■ 76 Medway                      ",
        "   │                                ⢀⠔⠁                                 ",
        " 70┤═ ═ ═ ═ ═ ═ ═  66 ═ ═ ═ ═ ═ ═ ═⡐⠁ ═  ═ 71 Neighbours, 2022-23       ",
        "   │               ⣀■            ⡠⠊      ─ 70 England, 2022-23          ",
        "   │   60      ⣀⠤⠒⠉             ■                                       ",
        " 60┤    ■⠒⠒⠒⠒⠊■                64                                       ",
        "   │         61                                                         ",
        "   │                                                                    ",
        "≈50└────┬───────────┬─────·─────┬──────┬                                ",
        "      Q1 22       Q3 22       Q1 23  Q2 23                              ",
      ]
    }
  }

  @Test(arguments: GlyphTier.allCases)
  func labelsItsLinesAtTheirEndAndLeavesAGap(tier: GlyphTier) {
    #expect(rows(Self.line, 72, 12, tier) == Self.picture(tier))
  }

  @Test func saysHowOldAComparatorIsWhereThereIsRoom() {
    let text = rows(Self.line, 100, 12, .cp437).joined()
    #expect(text.contains("─ 70 England, 2022-23, a year older"))
    #expect(Self.line.summary.contains("6 percentage points above England (2022-23, a year older)"))
  }

  @Test func drawsASmallChangeFlat() {
    let flat = LineChart(
      series: [
        ChartSeries(
          name: "",
          points: [288, 289, 288, 290].enumerated().map { ChartPoint("Q\($0 + 1)", $1) })
      ], decimals: 0)
    #expect(
      rows(flat, 40, 8, .cp437) == [
        "≈ from 250                              ",
        "                                        ",
        " 350┤                                   ",
        "    │   288     289     288             ",
        " 300┤    ■▄▄▄▄▄▄▄■▄▄▄▄▄▄▄■▄▄▄▄▄▄▄■ 290  ",
        "    │                                   ",
        "≈250└────┬───────┬───────┬───────┬      ",
        "        Q1      Q2      Q3      Q4      ",
      ])
  }

  @Test(
    arguments: [
      ([288, 290], 252.75, 325.25), ([2, 0, 3], 0, 3), ([39, 100], 0, 100), ([40, 100], 40, 100),
      ([-4, -1], -4, 0), ([-3, 4], -3, 4), ([0, 0], 0, 0), ([], 0, 0),
    ] as [([Double], Double, Double)])
  func spansAtLeastAQuarterOfTheLargestValue(values: [Double], low: Double, high: Double) {
    let range = ChartRange(values).fair()
    #expect(range.low == low)
    #expect(range.high == high)
  }
}

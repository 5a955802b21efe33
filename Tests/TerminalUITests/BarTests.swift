import Testing

@testable import TerminalUI

@Suite struct BarTests {
  private static let beside = HorizontalBars(
    rows: [
      .init("Medway", 44, note: "Mar 2024"), .init("England", 43.2, note: "2022-23", .reference),
      .init("Neighbours", 41, note: "2022-23", .reference),
    ], unit: "per 10,000", decimals: 1)

  private static let odd = HorizontalBars(
    rows: [
      .init("Neglect", 45, .earlier), .init("Emotional", 22.5, remark: "-22.5"),
      .init("Tiny", 0.001), .init("None", 0), .init("Unknown", nil), .init("Below", -4),
      .init("Some", 30, qualifier: .atLeast),
    ], unit: "%", decimals: 1)

  private func canvas(_ bars: HorizontalBars, _ width: Int, _ height: Int, _ tier: GlyphTier)
    -> Canvas
  {
    var canvas = Canvas(size: Size(width, height), glyphs: .of(tier))
    bars.draw(in: &canvas, area: Rect(canvas.size))
    return canvas
  }

  private func rows(
    _ bars: HorizontalBars, _ width: Int, _ height: Int, _ tier: GlyphTier = .cp437
  ) -> [String] {
    canvas(bars, width, height, tier).rows
  }

  private static func picture(_ tier: GlyphTier) -> [String] {
    switch tier {
    case .ascii:
      [
        "Medway              ################## 44         ",
        "  Mar 2024                                        ",
        "England             ================= 43.2        ",
        "  2022-23                                         ",
        "Neighbours          ................ 41           ",
        "  2022-23                                         ",
        "                    +-------+-------+-------+     ",
        "per 10,000; from 0  0       20      40      60    ",
      ]
    case .cp437:
      [
        "Medway              █████████████████▌ 44         ",
        "  Mar 2024                                        ",
        "England             ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 43.2        ",
        "  2022-23                                         ",
        "Neighbours          ░░░░░░░░░░░░░░░░ 41           ",
        "  2022-23                                         ",
        "                    ┬───────┬───────┬───────┬     ",
        "per 10,000; from 0  0       20      40      60    ",
      ]
    case .blocks:
      [
        "Medway              █████████████████▋ 44         ",
        "  Mar 2024                                        ",
        "England             ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 43.2        ",
        "  2022-23                                         ",
        "Neighbours          ░░░░░░░░░░░░░░░░ 41           ",
        "  2022-23                                         ",
        "                    ┬───────┬───────┬───────┬     ",
        "per 10,000; from 0  0       20      40      60    ",
      ]
    case .braille:
      [
        "Medway              █████████████████▋ 44         ",
        "  Mar 2024                                        ",
        "England             ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 43.2        ",
        "  2022-23                                         ",
        "Neighbours          ░░░░░░░░░░░░░░░░ 41           ",
        "  2022-23                                         ",
        "                    ┬───────┬───────┬───────┬     ",
        "per 10,000; from 0  0       20      40      60    ",
      ]
    }
  }

  @Test(arguments: GlyphTier.allCases)
  func standsBesideWhatItIsComparedWith(tier: GlyphTier) {
    #expect(Self.beside.height == 8)
    #expect(rows(Self.beside, 50, 8, tier) == Self.picture(tier))
  }

  @Test func tellsComparatorsByRoleAsWell() {
    let canvas = canvas(Self.beside, 50, 8, .cp437)
    #expect(canvas[20, 0].role == .chart && canvas[39, 0].role == .heading)
    #expect(canvas[20, 2].role == .chartReference && canvas[20, 4].role == .chartReference)
    #expect(canvas[20, 6].role == .chartAxis && canvas[2, 1].role == .secondary)
  }

  @Test func putsPeriodsBehindTheValuesWhereItIsLow() {
    #expect(
      rows(Self.beside, 60, 5) == [
        "Medway              █████████████████▌ 44  Mar 2024         ",
        "England             ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 43.2  2022-23         ",
        "Neighbours          ░░░░░░░░░░░░░░░░ 41  2022-23            ",
        "                    ┬───────┬───────┬───────┬               ",
        "per 10,000; from 0  0       20      40      60              ",
      ])
    #expect(
      rows(Self.beside, 64, 3) == [
        "Medway      █████████████████▌ 44 per 10,000  Mar 2024          ",
        "England     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 43.2 per 10,000  2022-23          ",
        "Neighbours  ░░░░░░░░░░░░░░░░ 41 per 10,000  2022-23             ",
      ])
  }

  @Test func keepsTheNumbersWhereBarsHaveNoRoom() {
    #expect(
      rows(Self.beside, 29, 8).prefix(2) == [
        "Medway      44 per 10,000    ",
        "  Mar 2024                   ",
      ])
    #expect(
      rows(Self.odd, 20, 3) == [
        "Negle…  45%         ",
        "Emoti…  22.5%  -22.5",
        "and 5 more          ",
      ])
  }

  @Test func startsEveryBarAtNought() {
    #expect(
      rows(Self.odd, 44, 9) == [
        "Neglect    ████████████████ 45%             ",
        "Emotional  ████████ 22.5%  -22.5            ",
        "Tiny       ▌ 0.0%                           ",
        "None       0%                               ",
        "Unknown    · no value                       ",
        "Below      -4%                              ",
        "Some       ███████████ at least 30%         ",
        "           ┬────────┬────────┬              ",
        "%; from 0  0        25       50             ",
      ])
    #expect(
      rows(Self.odd, 44, 9, .blocks).prefix(3) == [
        "Neglect    ████████████████▎ 45%            ",
        "Emotional  ████████▏ 22.5%  -22.5           ",
        "Tiny       ▏ 0.0%                           ",
      ])
  }

  @Test(arguments: GlyphTier.allCases, 20...60)
  func isAsLongAsItsValue(tier: GlyphTier, width: Int) {
    let values = [10.0, 20, 30, 40, 50, 100]
    let bars = HorizontalBars(rows: values.map { .init("", $0) })
    let canvas = canvas(bars, width, 8, tier)
    let lengths = (0..<6).map { y in canvas.row(y).count { $0.role == .chart } }
    for (length, value) in zip(lengths, values) {
      #expect(abs(Double(length) - Double(lengths[5]) * value / 100) <= 1)
    }
  }

  @Test func fillsItsRoomWithAHugeValue() {
    let bars = HorizontalBars(rows: [.init("a", 1e300), .init("b", 1)])
    #expect(
      rows(bars, 30, 4, .ascii) == [
        "a       ############## 1e+300 ",
        "b       # 1                   ",
        "        +-------------+       ",
        "from 0  0             1e+300  ",
      ])
  }

  @Test func saysItsRowsInWords() {
    #expect(Self.beside.lines.first == "Medway (Mar 2024): 44 per 10,000")
    #expect(
      Self.odd.lines == [
        "Neglect: 45%", "Emotional: 22.5%, -22.5", "Tiny: 0.0%", "None: 0%", "Unknown: no value",
        "Below: -4%", "Some: at least 30%",
      ])
  }

  @Test(arguments: GlyphTier.allCases, 0...9)
  func staysInsideItsArea(tier: GlyphTier, height: Int) {
    for width in 0...44 {
      var canvas = Canvas(size: Size(50, 12), glyphs: .of(tier))
      let area = Rect(x: 2, y: 1, width: width, height: height)
      Self.odd.draw(in: &canvas, area: area)
      Self.beside.draw(in: &canvas, area: area)
      let outside = (0..<12).flatMap { y in (0..<50).map { Point($0, y) } }
        .filter { !area.contains($0) && canvas[$0.x, $0.y].scalar != 0x20 }
      #expect(outside.isEmpty, "at width \(width)")
    }
  }
}

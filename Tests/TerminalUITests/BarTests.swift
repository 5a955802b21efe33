import Testing

@testable import TerminalUI

@Suite struct BarTests {
  private static let bars = HorizontalBars(
    rows: [
      .init("Neglect", 45, target: 40), .init("Emotional", 22.5), .init("Tiny", 0.001),
      .init("None", 0), .init("Unknown", nil), .init("Below", -4),
    ], unit: "%", decimals: 1)

  private func rows(
    _ bars: HorizontalBars, _ width: Int, _ height: Int, _ tier: GlyphTier
  ) -> [String] {
    var canvas = Canvas(size: Size(width, height), glyphs: .of(tier))
    bars.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  @Test func drawsBarsToScale() {
    #expect(
      rows(Self.bars, 40, 7, .cp437) == [
        "Neglect   ██████████████████│██    45.0%",
        "Emotional ██████████▌              22.5%",
        "Tiny      ▌                         0.0%",
        "None                                0.0%",
        "Unknown   ·                     no value",
        "Below                              -4.0%",
        "          │ target                      ",
      ])
  }

  @Test func drawsBarsInASCII() {
    #expect(
      rows(Self.bars, 40, 7, .ascii).prefix(3) == [
        "Neglect   ##################|##    45.0%",
        "Emotional ##########-              22.5%",
        "Tiny      -                         0.0%",
      ])
  }

  @Test func countsWhatHasNoRoomAndKeepsTheNumbers() {
    #expect(
      rows(Self.bars, 20, 3, .cp437) == [
        "Neglect        45.0%",
        "Emotional      22.5%",
        "and 4 more          ",
      ])
  }

  @Test func fillsItsRoomWithAHugeValue() {
    let bars = HorizontalBars(rows: [.init("a", 1e300), .init("b", 1)])
    #expect(
      rows(bars, 30, 2, .ascii) == [
        "a ##################### 1e+300",
        "b -                          1",
      ])
  }

  @Test func saysItsRowsInWords() {
    #expect(
      HorizontalBars(rows: [.init("A", 1234, target: 2000), .init("B", .nan)], unit: "days").lines
        == ["A: 1,234 days (target 2,000 days)", "B: no value"])
  }

  @Test(arguments: GlyphTier.allCases, 0...9)
  func staysInsideItsArea(tier: GlyphTier, height: Int) {
    for width in 0...44 {
      var canvas = Canvas(size: Size(50, 12), glyphs: .of(tier))
      let area = Rect(x: 2, y: 1, width: width, height: height)
      Self.bars.draw(in: &canvas, area: area)
      let outside = (0..<12).flatMap { y in (0..<50).map { Point($0, y) } }
        .filter { !area.contains($0) && canvas[$0.x, $0.y].scalar != 0x20 }
      #expect(outside.isEmpty, "at width \(width)")
    }
  }
}

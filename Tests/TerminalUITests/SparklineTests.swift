import Testing

@testable import TerminalUI

@Suite struct SparklineTests {
  private static let values: [Double?] = [1, 2, 3, nil, 4, 4, 8, 7, 6]

  @Test(arguments: [
    (GlyphTier.ascii, "   --=.++#**"),
    (.cp437, "   _▄▄·▄▄███"),
    (.blocks, "   ▂▃▄·▅▅█▇▆"),
    (.braille, "       ⢀⣤⢰⣾⣷"),
  ])
  func standsAtTheRight(tier: GlyphTier, expected: String) {
    #expect(Sparkline(Self.values).text(width: 12, glyphs: .of(tier)) == expected)
  }

  @Test func showsTheNewestValuesOnAScaleOfTheirOwn() {
    let line = Sparkline([100, 0, 1, 2])
    #expect(line.text(width: 3, glyphs: .of(.cp437)) == "_▄█")
  }

  @Test func drawsEqualValuesInTheMiddle() {
    #expect(Sparkline([5, 5, nil, 5]).text(width: 4, glyphs: .of(.cp437)) == "▄▄·▄")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func treatsWhatIsNoNumberAsMissing(value: Double) {
    #expect(Sparkline([1, value, 2]).text(width: 3, glyphs: .of(.ascii)) == "_.#")
  }

  @Test func scalesTheLargestNumbers() {
    let most = Double.greatestFiniteMagnitude
    #expect(Sparkline([-most, 0, most]).text(width: 3, glyphs: .of(.cp437)) == "_▄█")
  }

  @Test func drawsASmallChangeFlatAndNoughtLow() {
    #expect(Sparkline([288, 290]).text(width: 2, glyphs: .of(.blocks)) == "▄▅")
    #expect(Sparkline([0, 0]).text(width: 2, glyphs: .of(.blocks)) == "▁▁")
  }

  @Test(arguments: [
    (GlyphTier.ascii, "+_# 2, 0, 3"), (.cp437, "▄_█ 2, 0, 3"), (.blocks, "▆▁█ 2, 0, 3"),
    (.braille, "⢰⣸ 2, 0, 3"),
  ])
  func standsInACellWithItsLastValues(tier: GlyphTier, expected: String) {
    #expect(Sparkline([2, 0, 3]).line(.of(tier)).plain == expected)
  }

  @Test func keepsTheFirstValueWhereTheSecondIsMissing() {
    let line = Sparkline([2, nil, 0, 3]).line(.of(.cp437))
    #expect(line.plain == "▄·_█ ·, 0, 3")
    #expect(line.spoken == "2, no value, 0, 3")
  }

  @Test func saysItsValuesInWords() {
    #expect(Sparkline([1, nil, 1234.5]).plain(decimals: 1) == "1, no value, 1,234.5")
    #expect(Sparkline([]).plain(decimals: 1) == "no values")
  }

  @Test(arguments: GlyphTier.allCases, 0...12)
  func staysInsideItsArea(tier: GlyphTier, width: Int) {
    var canvas = Canvas(size: Size(14, 3), glyphs: .of(tier))
    Sparkline(Self.values).draw(in: &canvas, area: Rect(x: 1, y: 1, width: width, height: 1))
    let row = canvas.rows[1]
    #expect(canvas.rows[0].allSatisfy { $0 == " " } && canvas.rows[2].allSatisfy { $0 == " " })
    #expect(row.first == " " && row.dropFirst(1 + width).allSatisfy { $0 == " " })
    #expect(row.allSatisfy { $0 == " " } == (width == 0))
  }
}

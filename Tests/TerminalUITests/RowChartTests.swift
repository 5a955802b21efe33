import Testing

@testable import TerminalUI

/// The small pictures that stand in cells of tables.
@Suite struct RowChartTests {
  private static let unicode: [GlyphTier] = [.cp437, .blocks, .braille]

  @Test(
    arguments: [
      (0, "··········"), (3, "▄·········"), (40, "▄▄▄▄······"), (52, "▄▄▄▄▄·····"),
      (75, "▄▄▄▄▄▄▄···"), (90, "▄▄▄▄▄▄▄▄▄·"), (99.9, "▄▄▄▄▄▄▄▄▄·"), (100, "▄▄▄▄▄▄▄▄▄▄"),
      (130, "▄▄▄▄▄▄▄▄▄▄"), (-5, "··········"), (.nan, "··········"),
    ] as [(Double, String)])
  func drawsAShareInTenCells(percent: Double, expected: String) {
    for tier in Self.unicode {
      #expect(ShareBar(percent: percent).line(.of(tier)).plain == expected)
    }
    let ascii = String(expected.map { $0 == "▄" ? "=" : "." })
    #expect(ShareBar(percent: percent).line(.of(.ascii)).plain == ascii)
  }

  @Test func drawsFewThingsInACellEach() {
    let line = ShareBar(7, of: 9).line(.of(.cp437))
    #expect(line.plain == "▄▄▄▄▄▄▄··")
    #expect(line.spoken == "7 of 9")
    #expect(line.spans.map(\.role) == [.chart, .chartAxis])
    #expect(ShareBar(7, of: 22).line(.of(.ascii)).plain == "===.......")
    #expect(ShareBar(0, of: 0).line(.of(.ascii)).plain == "")
  }

  private static let rhythm: Strip = {
    var items = Array(repeating: Strip.Item(.nothing), count: 18)
    items[7] = .init(.yes, "Nov 2023", "held")
    items[9] = .init(.letter("x", .overdue), "Jan 2024", "cancelled")
    items[12] = .init(.expected, "Apr 2024", "planned")
    return Strip(items, now: 12)
  }()

  @Test(arguments: [
    (GlyphTier.ascii, ".......*.x..|o....."), (.cp437, "·······■·x··│□·····"),
    (.blocks, "·······■·x··│□·····"), (.braille, "·······■·x··│□·····"),
  ])
  func drawsAMonthACell(tier: GlyphTier, expected: String) {
    let line = Self.rhythm.line(.of(tier))
    #expect(line.plain == expected)
    #expect(line.width == Self.rhythm.width)
    #expect(line.spoken == "Nov 2023 held, Jan 2024 cancelled, Apr 2024 planned")
  }

  @Test func headsEachCellWithALetter() {
    let letters = Array("AMJJASONDJFMAMJJAS")
    #expect(Strip.head(letters, now: 12, glyphs: .of(.cp437)) == "AMJJASONDJFM│AMJJAS")
    #expect(Strip.head(Array("INRDP"), glyphs: .of(.cp437)) == "INRDP")
    #expect(Strip.head(Array("AM"), now: 2, glyphs: .of(.ascii)) == "AM|")
  }

  @Test func drawsTheStagesOfAReview() {
    let strip = Strip([
      .init(.yes, "notified", "8 Jan 2024"),
      .init(.letter(">", .dueSoon), "rapid review", "running"),
      .init(.nothing), .init(.letter("|", .dueSoon), "", "paused"),
    ])
    #expect(strip.line(.of(.cp437)).plain == "■>·|")
    #expect(strip.line(.of(.ascii)).plain == "*>.|")
    #expect(strip.plain == "notified 8 Jan 2024, rapid review running, paused")
    #expect(strip.spans(.of(.cp437)).map(\.role) == [.chart, .dueSoon, .chartAxis, .dueSoon])
  }

  @Test(arguments: [
    (GlyphTier.ascii, "0........NE*...60"), (.cp437, "0········NE■···60"),
    (.blocks, "0········NE■···60"), (.braille, "0········NE■···60"),
  ])
  func placesAValueBetweenItsComparators(tier: GlyphTier, expected: String) {
    let scale = PositionScale([44, 43.2, 41, 52], unit: "per 10,000")
    let position = Position(
      44, others: [.init("E", "England", 43.2), .init("N", "neighbours", 41)], on: scale)
    #expect(position.line(.of(tier)).plain == expected)
    #expect(position.plain == "44 from 0 to 60, England 43.2, neighbours 41")
  }

  @Test(
    arguments: [
      ([44, 52], "per 10,000", 60), ([1, 30], "%", 100), ([], "", 1), ([-3], "", 1),
      ([0.4], "", 0.4), ([1234], "children", 1400), ([150], "%", 160),
    ] as [([Double], String, Double)])
  func sharesARoundScaleForAUnit(values: [Double], unit: String, high: Double) {
    #expect(PositionScale(values, unit: unit).high == high)
  }

  @Test func placesWhatIsMissingOrTooLarge() {
    let scale = PositionScale([10])
    #expect(Position(nil, others: [], on: scale, cells: 4).line(.of(.ascii)).plain == "0....10")
    #expect(Position(99, others: [], on: scale, cells: 4).line(.of(.ascii)).plain == "0...*10")
    #expect(Position(-9, others: [], on: scale, cells: 4).line(.of(.ascii)).plain == "0*...10")
    let many = (0..<9).map { Position.Other("N", "n\($0)", 10) }
    #expect(
      Position(10, others: many, on: scale, cells: 4).line(.of(.ascii)).plain == "0NNN*10")
    #expect(Position(nil, others: [], on: scale).plain == "no value")
  }

  private static let axis = DateAxis(days: [-31, 24], now: 0, width: 28)

  @Test(
    arguments: [
      (-400, "◄──────────────│            "), (-31, "■──────────────│            "),
      (-16, "       ■───────│            "), (-1, "              ■│            "),
      (0, "               ■            "), (1, "               ■            "),
      (5, "               │ ■          "), (24, "               │           ■"),
      (300, "               │           ►"), (nil, "               │            "),
    ] as [(Int?, String)])
  func drawsLatenessUpToNow(day: Int?, expected: String) {
    for tier in Self.unicode {
      #expect(Self.axis.row(due: day, .overdue).line(.of(tier)).plain == expected)
    }
    let fold: [Character: Character] = ["■": "*", "─": "-", "│": "|", "◄": "<", "►": ">"]
    let line = Self.axis.row(due: day, .overdue).line(.of(.ascii))
    #expect(line.plain == String(expected.map { fold[$0] ?? $0 }))
    #expect(line.spoken == "")
  }

  @Test func namesNowAndTheMonths() {
    #expect(Self.axis.head([(-30, "Mar"), (1, "Apr")]) == "Mar           now Apr       ")
    #expect(DateAxis(days: [], now: 0, width: 4).head([(-40, "Feb")]) == " now")
  }

  @Test func keepsTheNowLineAtOneColumn() {
    for width in 1...60 {
      for days in [[], [-400], [400], [-3, 90], [.min, .max]] as [[Int]] {
        let axis = DateAxis(days: days, now: 0, width: width)
        for day in [-500, -1, 0, 1, 500, .min, .max] {
          let text = axis.row(due: day, .overdue).line(.of(.ascii)).plain
          #expect(text.count == width)
          let place = Array(text)[axis.nowColumn]
          #expect("|*<>".contains(place))
        }
      }
    }
  }
}

/// A value among others, in a strip.
@Suite struct BoxStripTests {
  @Test(arguments: GlyphTier.allCases) func theBoxHoldsTheMiddleHalf(_ tier: GlyphTier) {
    let glyphs = Glyphs.of(tier)
    let strip = BoxStrip(44, fifths: [30, 40, 50, 60, 70], decimals: 0, cells: 21)
    let text = strip.spans(glyphs).map(\.text).joined()
    let cells = Array(text)
    #expect(cells.count == 21)
    // Thirty to seventy over twenty-one cells: two a cell.
    #expect(cells[7] == glyphs.point && cells[10] == glyphs.vertical)
    #expect(cells[5] == glyphs.medium && cells[15] == glyphs.medium)
    #expect(cells[4] == glyphs.horizontal && cells[16] == glyphs.horizontal)
    #expect(
      strip.plain == "44, the others from 30 to 70, half of them from 40 to 60, median 50")
  }

  @Test func withoutASpanItStandsInTheMiddle() {
    let strip = BoxStrip(5, fifths: [5, 5, 5, 5, 5], cells: 9)
    #expect(Array(strip.spans(.of(.ascii)).map(\.text).joined())[4] == "*")
    #expect(BoxStrip(5, fifths: []).spans(.of(.ascii)).isEmpty)
  }
}

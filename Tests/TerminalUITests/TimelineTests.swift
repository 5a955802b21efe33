import Testing

@testable import TerminalUI

@Suite struct TimelineTests {
  private static let timeline = Timeline(
    lanes: [
      .init(
        "Council",
        [
          .init("Smith", .held, from: -40, through: 99),
          .init("Jones", .held, from: 100, through: 219),
          .init("", .vacant, from: 220, through: 259),
          .init("Patel", .planned, from: 260, through: nil),
        ]),
      .init(
        "NHS",
        [
          .init("Osei", .held, from: 3, through: 4),
          .init("", .projected, from: 250, through: 349),
        ]),
    ],
    days: 0...399,
    ticks: [
      .init(0, "2023"), .init(100, "2024"), .init(200, "2025"), .init(250, "2026"),
      .init(350, "2027"),
    ],
    today: 230)

  private func rows(
    _ timeline: Timeline, _ width: Int, _ height: Int, _ tier: GlyphTier
  ) -> [String] {
    var canvas = Canvas(size: Size(width, height), glyphs: .of(tier))
    timeline.draw(in: &canvas, area: Rect(canvas.size))
    return canvas.rows
  }

  @Test func drawsStretchesToScale() {
    #expect(
      rows(Self.timeline, 48, 5, .cp437) == [
        "Council ◄█ Smith  █ Jones ████─│─ ▓ Patel ▓▓▓▓▓►",
        "NHS     █                      │ ░ projec…      ",
        "        ┬─────────┬─────────┬──┼─┬─────────┬────",
        "        2023    2024         today       2027   ",
        "        █ held  ▓ planned  ░ projected  ─ vacant",
      ])
  }

  @Test func drawsStretchesInASCII() {
    #expect(
      rows(Self.timeline, 48, 5, .ascii) == [
        "Council <# Smith  # Jones ####-|- = Patel =====>",
        "NHS     #                      | . projec>      ",
        "        +---------+---------+--+-+---------+----",
        "        2023    2024         today       2027   ",
        "        # held  = planned  . projected  - vacant",
      ])
  }

  @Test(arguments: [
    (-1, "< today   "), (100, "   today >"),
  ])
  func namesATodayThatIsNotOnShow(today: Int, expected: String) {
    let timeline = Timeline(lanes: [], days: 0...9, ticks: [], today: today)
    #expect(rows(timeline, 10, 2, .ascii) == ["----------", expected])
  }

  @Test func drawsAShortAreaFromTheTop() {
    #expect(
      rows(Self.timeline, 48, 1, .ascii) == ["and 2 more" + String(repeating: " ", count: 38)])
  }

  @Test func neverPrintsOneTickOverAnother() {
    let ticks = (0..<50).map { Timeline.Tick($0 * 8, "Y\($0 + 10)") }
    let timeline = Timeline(lanes: [.init("", [])], days: 0...399, ticks: ticks, today: 200)
    for width in 6...60 {
      let words = rows(timeline, width, 3, .ascii)[2].split(separator: " ")
      #expect(words.contains("today"))
      #expect(words.allSatisfy { $0 == "today" || $0.count == 3 && $0.first == "Y" })
    }
  }

  @Test func saysItsStretchesInWords() {
    #expect(
      Self.timeline.lines { "day \($0)" } == [
        "Council: Smith, held, from day -40 to day 99",
        "Council: Jones, held, from day 100 to day 219",
        "Council: vacant, from day 220 to day 259",
        "Council: Patel, planned, from day 260 on, no end known",
        "NHS: Osei, held, from day 3 to day 4",
        "NHS: projected, from day 250 to day 349",
      ])
  }

  @Test func drawsTheLongestTimes() {
    let timeline = Timeline(
      lanes: [.init("", [.init("All", .held, from: .min, through: .max)])], days: .min ... .max,
      ticks: [.init(0, "0")], today: .max)
    #expect(rows(timeline, 8, 2, .ascii) == ["# All #|", "----+--+"])
  }

  @Test(arguments: GlyphTier.allCases, 0...8)
  func staysInsideItsArea(tier: GlyphTier, height: Int) {
    for width in 0...50 {
      var canvas = Canvas(size: Size(54, 11), glyphs: .of(tier))
      let area = Rect(x: 2, y: 1, width: width, height: height)
      Self.timeline.draw(in: &canvas, area: area)
      let outside = (0..<11).flatMap { y in (0..<54).map { Point($0, y) } }
        .filter { !area.contains($0) && canvas[$0.x, $0.y].scalar != 0x20 }
      #expect(outside.isEmpty, "at width \(width)")
    }
  }
}

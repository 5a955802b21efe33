import Testing

@testable import TerminalUI

@Suite struct TimelineTests {
  private static let timeline = Timeline(
    lanes: [
      .init(
        "Council",
        [
          .init("Smith", .held, from: -40, through: 60), .init("", .held, from: 61, through: 99),
          .init("", .vacant, from: 220, through: 259),
          .init("Patel", .planned, from: 260, through: nil),
        ]),
      .init(
        "NHS",
        [
          .init("Osei", .held, from: 3, through: 4), .init("Ann", .held, from: 100, through: 280),
          .init("", .projected, from: 250, through: 349, caption: "to May"),
        ]),
    ],
    days: 0...399,
    ticks: [
      .init(0, "2023"), .init(100, "2024"), .init(200, "2025"), .init(220, "2026"),
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

  private static func picture(_ tier: GlyphTier) -> [String] {
    switch tier {
    case .ascii:
      [
        "        |2023       |2024       |2025             |2027 ",
        "Council <##### #####              -|- -================>",
        "NHS     # Osei      ###############|###### Ann          ",
        "                                   |  ............      ",
        "                                   |today               ",
        "# held  = planned  . by the pattern  - vacant           ",
      ]
    case .cp437, .blocks, .braille:
      [
        "        │2023       │2024       │2025             │2027 ",
        "Council ◄█████ █████              ─│─ ─▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓►",
        "NHS     █ Osei      ███████████████│██████ Ann          ",
        "                                   │  ░░░░░░░░░░░░      ",
        "                                   │today               ",
        "█ held  ▓ planned  ░ by the pattern  ─ vacant           ",
      ]
    }
  }

  @Test(arguments: GlyphTier.allCases)
  func drawsALaneForEachBodyAndNeverTwoBarsAtOneTime(tier: GlyphTier) {
    #expect(Self.timeline.height == 6)
    #expect(rows(Self.timeline, 56, 6, tier) == Self.picture(tier))
  }

  @Test func leavesTheKeyThenTodayThenTheYearsOutWhereItIsLow() {
    let all = Self.picture(.cp437)
    #expect(rows(Self.timeline, 56, 5, .cp437) == Array(all.prefix(5)))
    #expect(rows(Self.timeline, 56, 4, .cp437) == Array(all.prefix(4)))
    #expect(rows(Self.timeline, 56, 3, .cp437) == Array(all[1..<4]))
  }

  @Test func putsTheNameWhereTheNowLineLeavesRoom() {
    func row(_ first: Int, _ last: Int) -> String {
      let timeline = Timeline(
        lanes: [.init("", [.init("Farach", .held, from: first, through: last)])], days: 0...39,
        ticks: [], today: 20)
      return rows(timeline, 40, 1, .ascii)[0]
    }
    #expect(row(5, 9) == "     ##### Farach   |                   ")
    #expect(row(10, 16) == "   Farach #######   |                   ")
    #expect(row(4, 16) == "    #############   |                   ")
    #expect(row(15, 25) == "               #####|##### Farach       ")
  }

  @Test func standsOutForWhoIsInNow() {
    var canvas = Canvas(size: Size(56, 6))
    Self.timeline.draw(in: &canvas, area: Rect(canvas.size))
    #expect(canvas[0, 2].role == .heading && canvas[0, 1].role == .text)
    #expect(canvas[20, 2].role == .chart && canvas[15, 1].role == .chartAxis)
    #expect(canvas[35, 2].role == .accent && canvas[36, 4].role == .accent)
  }

  @Test(arguments: [
    (-1, "< today   "), (100, "   today >"),
  ])
  func namesATodayThatIsNotOnShow(today: Int, expected: String) {
    let timeline = Timeline(lanes: [], days: 0...9, ticks: [], today: today)
    #expect(rows(timeline, 10, 2, .ascii) == ["          ", expected])
  }

  @Test func countsTheBodiesThatHaveNoRoom() {
    #expect(
      rows(Self.timeline, 48, 1, .ascii) == ["and 2 more" + String(repeating: " ", count: 38)])
  }

  @Test func neverPrintsOneTickOverAnother() {
    let ticks = (0..<50).map { Timeline.Tick($0 * 8, "Y\($0 + 10)") }
    let timeline = Timeline(lanes: [.init("", [])], days: 0...399, ticks: ticks, today: 200)
    for width in 6...60 {
      let text = rows(timeline, width, 3, .ascii)
      #expect(text[2].contains("today"))
      let years = text[0].split(separator: " ")
      #expect(years.allSatisfy { $0.count == 4 && $0.hasPrefix("|Y") })
    }
  }

  @Test func saysItsStretchesInWords() {
    #expect(
      Self.timeline.lines { "day \($0)" } == [
        "Council: Smith, held, from day -40 to day 60",
        "Council: held, from day 61 to day 99",
        "Council: vacant, from day 220 to day 259",
        "Council: Patel, planned, from day 260 on, no end known",
        "NHS: Osei, held, from day 3 to day 4",
        "NHS: Ann, held, from day 100 to day 280",
        "NHS: by the pattern, from day 250 to day 349",
      ])
  }

  @Test("What a lane is called goes on into blank cells, up to its first bar")
  func labelsAreNotCutBesideBlanks() {
    let timeline = Timeline(
      lanes: [
        .init("The first plan of them all", [.init("", .held, from: 0, through: 9)]),
        .init("The second plan of them all", [.init("now", .held, from: 80, through: 99)]),
      ], days: 0...99, ticks: [])
    let drawn = rows(timeline, 40, 3, .ascii)
    #expect(drawn[1].hasPrefix("The first plan of t> #"), "\(drawn)")
    #expect(drawn[2].hasPrefix("The second plan of them all"), "\(drawn)")
    let wide = rows(timeline, 60, 3, .ascii)
    #expect(wide[1].hasPrefix("The first plan of them all"), "\(wide)")
  }

  @Test func drawsTheLongestTimes() {
    let timeline = Timeline(
      lanes: [.init("", [.init("All", .held, from: .min, through: .max)])], days: .min ... .max,
      ticks: [.init(0, "0")], today: .max)
    #expect(rows(timeline, 8, 3, .ascii) == ["    |0  ", "#######|", "  today|"])
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

import Safeguarding
import Testing

/// The quarters of a year beside each other, the year they make, and the signs of the last eight.
@Suite struct QuarterGridTests {
  private static let quarters = [
    "2022-04-01/2022-06-30", "2022-07-01/2022-09-30", "2022-10-01/2022-12-31",
    "2023-01-01/2023-03-31", "2023-04-01/2023-06-30", "2023-07-01/2023-09-30",
    "2023-10-01/2023-12-31", "2024-01-01/2024-03-31",
  ]

  private func workspace(
    _ values: [String?], polarity: Polarity = .neither,
    _ change: (inout Indicator) -> Void = { _ in },
    year: String? = nil
  ) throws -> Workspace {
    var workspace = Workspace()
    var indicator = made(Indicator.self) {
      $0.id = "plans"
      $0.polarity = polarity
    }
    change(&indicator)
    workspace.indicators.append(indicator)
    func add(_ period: String, _ value: Measure?) throws {
      let period = try date(period)
      workspace.values.append(
        made(Observation.self) {
          $0.id = "v\(workspace.values.all.count)"
          $0.indicator = "plans"
          $0.period = period
          $0.value = value
        })
    }
    for (period, value) in zip(QuarterGridTests.quarters, values) {
      guard let value else { continue }
      try add(
        period, value == "h" ? Measure(.suppressed, words: "") : Measure(.exact, spelling: value))
    }
    if let year { try add("2023/24", Measure(.exact, spelling: year)) }
    return workspace
  }

  private func grid(_ workspace: Workspace) throws -> QuarterGrid {
    let day = try #require(CalendarDate(iso: "2024-04-30"))
    return try #require(QuarterGrid(workspace, of: workspace.indicators.all, on: day))
  }

  @Test(arguments: [
    (Aggregation.sum, ["15", "16", "17", "18"], "66", nil as String?),
    (.sum, ["15", "16", "17", "18"], "67", "the quarters make 66"),
    (.sum, ["15.1", "16.1", "17.1", "18.1"], "66.5", nil),
    (.sum, ["15.1", "16.1", "17.1", "18.1"], "67.0", "the quarters make 66.4"),
    (.mean, ["15", "16", "17", "18"], "17", nil),
    (.mean, ["15", "16", "17", "18"], "18", "the quarters make 16.5"),
    (.last, ["15", "16", "17", "18"], "18", nil),
    (.last, ["15", "16", "17", "18"], "17", "the quarters make 18"),
    (.sum, ["15", "h", "17", "18"], "80", nil), (.none, ["15", "16", "17", "18"], "80", nil),
  ])
  func aYearThatIsNotWhatItsQuartersMakeIsTold(
    way: Aggregation, values: [String?], year: String, words: String?
  ) throws {
    let workspace = try workspace(
      [nil, nil, nil, nil] + values, { $0.aggregation = way }, year: year)
    let row = try #require(try grid(workspace).rows.first)
    #expect(row.year?.text == year)
    #expect(row.difference?.words == words)
    #expect(workspace.yearsUnlikeTheirQuarters().count == (words == nil ? 0 : 1))
  }

  @Test(arguments: [
    (Aggregation.sum, ["5", "6", "7", "8"] as [String?], "26" as String?, true),
    (.mean, ["5", "6", "7", "8"], "6.5", true), (.last, ["5", "6", "7", "8"], "8", true),
    (.none, ["5", "6", "7", "8"], nil, true), (.sum, ["5", nil, "7", "8"], nil, true),
    (.sum, ["5", "h", "7", "8"], "hidden", true), (.last, ["5", "h", "7", "8"], "8", true),
    (.last, ["5", "6", "7", "h"], "hidden", true),
  ])
  func theYearIsWhatItsQuartersMake(
    way: Aggregation, values: [String?], year: String?, isWorkedOut: Bool
  ) throws {
    let grid = try grid(workspace(["1", "2", "3", "4"] + values, { $0.aggregation = way }))
    #expect(grid.name == "2023-24")
    #expect(
      grid.quarters.map(\.lowerBound.iso) == [
        "2023-04-01", "2023-07-01", "2023-10-01", "2024-01-01",
      ])
    let row = try #require(grid.rows.first)
    #expect(row.year?.text == year)
    #expect(row.isWorkedOut == isWorkedOut)
    #expect(row.quarters.map { $0?.value?.text } == values.map { $0 == "h" ? "hidden" : $0 })
  }

  /// What was reported for the year counts before what the quarters make.
  @Test func theReportedYearCounts() throws {
    let workspace = try workspace(
      ["1", "2", "3", "4", "5", "6", "7", "8"], { $0.aggregation = .sum }, year: "27")
    let row = try #require(try grid(workspace).rows.first)
    #expect(row.year?.text == "27")
    #expect(row.isWorkedOut == false)
  }

  @Test(arguments: [
    (Polarity.neither, ["1", "2", "2", "1", nil, "3", "h", "4"] as [String?], "./=\\./h/"),
    (.higherIsBetter, ["1", "2", "2", "1", nil, "3", "h", "4"], ".+=-.+h+"),
    (.lowerIsBetter, ["1", "2", "2", "1", nil, "3", "h", "4"], ".-=+.-h-"),
  ])
  func eachQuarterHasItsSign(polarity: Polarity, values: [String?], signs: String) throws {
    let row = try #require(try grid(workspace(values, polarity: polarity)).rows.first)
    #expect(String(row.marks.map(\.sign)) == signs)
  }

  @Test func aTargetComesBeforeAChange() throws {
    let workspace = try workspace(
      ["60", "65", "69", "70", "71", "80", "68", "50"], polarity: .higherIsBetter,
      {
        $0.targets = [
          made(IndicatorTarget.self) {
            $0.value = Measure(.exact, spelling: "70")
            $0.tolerance = Measure(.exact, spelling: "2")
          }
        ]
      })
    let row = try #require(try grid(workspace).rows.first)
    // Eight values make limits on trial; none of these lies outside them.
    #expect(String(row.marks.map(\.sign)) == "xxnooonx")
  }

  /// Seven values in a row that rise are a trend; the first and the last of eight lie outside the limits.
  @Test func aRuleOfTheChartComesFirst() throws {
    let workspace = try workspace(
      ["20", "21", "22", "23", "24", "25", "26", "27"], polarity: .lowerIsBetter)
    let row = try #require(try grid(workspace).rows.first)
    #expect(String(row.marks.map(\.sign)) == "#!!!!!!!")
  }

  @Test func whatIsNotMeasuredByQuartersHasNoRow() throws {
    let workspace = try workspace([], year: "27")
    let day = try #require(CalendarDate(iso: "2024-04-30"))
    #expect(QuarterGrid(workspace, of: workspace.indicators.all, on: day) == nil)
  }

  /// Values for parts stand by themselves, so that a list need not go through them; all together are in order.
  @Test func partsStandBehindTheirWhole() throws {
    var workspace = try workspace(["5", "6"])
    let period = try date("2022-04-01/2022-06-30")
    workspace.values.append(
      made(Observation.self) {
        ($0.id, $0.indicator, $0.period) = ("part", "plans", period)
        $0.breakdown = [Breakdown(by: "Age", "5 to 9")]
      })
    let indicator = try #require(workspace.indicators["plans"])
    #expect(workspace.wholeValues(of: indicator).map(\.id) == ["v0", "v1"])
    #expect(workspace.parts(of: indicator).map(\.id) == ["part"])
    #expect(workspace.values(of: indicator).map(\.id) == ["v0", "part", "v1"])
    #expect(workspace.hasValues(of: indicator))
    #expect(workspace.hasValues(of: Indicator()) == false)
  }
}

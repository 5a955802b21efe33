import Safeguarding
import Testing

@Suite struct IndicatorReadingTests {
  private func reading(
    _ values: [(period: String, value: Measure?)], polarity: Polarity = .unclear
  ) throws -> IndicatorReading {
    var workspace = Workspace()
    workspace.indicators.append(
      made(Indicator.self) {
        $0.id = "rate"
        $0.polarity = polarity
      })
    for value in values {
      let period = try date(value.period)
      workspace.values.append(
        made(Observation.self) {
          $0.indicator = "rate"
          $0.period = period
          $0.value = value.value
        })
    }
    return workspace.reading(of: try #require(workspace.indicators["rate"]))
  }

  @Test(arguments: [
    ("10", "12", Polarity.higherIsBetter, IndicatorReading.Direction.up, true as Bool?),
    ("10", "12", .lowerIsBetter, .up, false), ("12", "10", .higherIsBetter, .down, false),
    ("12", "10", .lowerIsBetter, .down, true), ("10", "12", .neither, .up, nil),
    ("12", "10", .unclear, .down, nil), ("10", "10.0", .higherIsBetter, .same, nil),
    ("10", "10", .lowerIsBetter, .same, nil),
  ])
  func change(
    before: String, after: String, polarity: Polarity, direction: IndicatorReading.Direction,
    isBetter: Bool?
  ) throws {
    let values = [
      (period: "2023/24", value: Measure(.exact, spelling: after)),
      (period: "2022/23", value: Measure(.exact, spelling: before)),
    ]
    let reading = try reading(values, polarity: polarity)
    #expect(reading.latest?.period?.short == "2023-24")
    #expect(reading.previous?.period?.short == "2022-23")
    let change = try #require(reading.change)
    #expect(change.direction == direction)
    #expect(change.isBetter == isBetter)
  }

  @Test func theLatestPeriodIsTheOneThatEndsLast() throws {
    let one = Measure(.exact, spelling: "1")
    let reading = try reading([("2023/24", one), ("2023", one), ("2024-03-30", one)])
    #expect(reading.latest?.period?.short == "2023-24")
    // A day and a calendar year that lies half within it are no earlier year.
    #expect(reading.previous == nil)
  }

  @Test(arguments: [
    Measure(.phrase, words: "a low number"), Measure(.notAvailable, words: "not collected"), nil,
  ])
  func wordsCannotBeCompared(value: Measure?) throws {
    let number = Measure(.exact, spelling: "12")
    let after = try reading([("2023", value), ("2022", number)])
    #expect(after.latest?.value == value)
    #expect(after.change == nil)
    let before = try reading([("2023", number), ("2022", value)])
    #expect(before.change == nil)
  }

  @Test func comparesWithAnotherArea() throws {
    let own = Measure(.exact, spelling: "44.4")
    let reading = try reading([("2023", own)], polarity: .lowerIsBetter)
    #expect(reading.change == nil)
    let comparator = made(Comparator.self) { $0.value = Measure(.about, spelling: "40") }
    let comparison = try #require(reading.comparison(with: comparator))
    #expect(abs(comparison.difference - 4.4) < 1e-9)
    #expect(comparison.direction == .up)
    #expect(comparison.isBetter == false)
    #expect(reading.comparison(with: Comparator()) == nil)
  }

  @Test func withoutValuesThereIsNothingToSay() {
    let reading = IndicatorReading(Indicator(), values: [])
    #expect(reading.latest == nil)
    #expect(reading.previous == nil)
    #expect(reading.change == nil)
  }
}

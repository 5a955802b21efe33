import Safeguarding
import Testing

/// What is written is read again as it was, down to how exact it is.
@Suite struct WrittenRoundTripTests {
  @Test(arguments: 0..<12)
  func everySpellingOfADate(batch: Int) throws {
    var random = Random(state: UInt64(batch))
    for _ in 0..<100 {
      let spelling = random.date()
      let plain = try date(spelling)
      expectSame(plain, told: spelling)
      let words = ["", "in due course", spelling, plain.short, plain.long][random.roll(5)]
      let printed = try #require(ImpreciseDate(spelling, printed: words))
      expectSame(printed, told: "\(spelling), printed \(words)")
      if let read = ImpreciseDate(printed: plain.short) { expectSame(read, told: plain.short) }
    }
  }

  @Test(arguments: ImpreciseDateTests.printedForms.map(\.written))
  func everyPrintedDate(printed: String) throws {
    expectSame(try #require(ImpreciseDate(printed: printed)), told: printed)
  }

  @Test(arguments: ["", "soon", "Mid Friday 28 March 2024", "year three"])
  func datesOfWordsOnly(words: String) {
    expectSame(ImpreciseDate(words: words), told: words)
  }

  @Test(arguments: [
    "44.4", "44.40", "7", "0", "-0", "0.00", "-3.5", "-0.04", "1234567.5", "1e3", "1.50e3", "1E-9",
    "2.5e-12", "0.123456789", "123456789012345678", "-1.2345e300", "1.00e-300", "5e-324", "0e5",
    "1000000000000000.5", "9007199254740993",
  ])
  func everySpellingOfANumber(spelling: String) throws {
    for qualifier in [Measure.Qualifier.exact, .atLeast, .about] {
      expectSame(try #require(Measure(qualifier, spelling: spelling)), told: spelling)
    }
  }

  @Test(arguments: [
    Measure(.phrase, words: "a low number"), Measure(.notAvailable, words: "not collected"),
    Measure(.notAvailable, words: ""),
  ])
  func valuesWithoutANumber(value: Measure) {
    expectSame(value, told: value.text)
  }

  @Test func everyCadence() throws {
    for times in 1...366 {
      let written: StoredValue = ["timesAYear": .number(String(times))]
      expectSame(try #require(Cadence.read(from: StoredSource(written))), told: "\(times)")
    }
    for unit in Cadence.Unit.allCases {
      for printed in [nil, "", "when needed"] {
        expectSame(Cadence(every: 6, unit, printed: printed), told: "\(unit)")
      }
    }
  }

  @Test(arguments: [
    "annual-report section 5", "annual-report", "a b c", "a  b", "a b ", "",
  ])
  func everyCitation(text: String) {
    expectSame(Citation(text), told: text)
  }

  private func expectSame<Value: FieldValue>(_ value: Value, told: String) {
    let findings = StoredSource.Findings()
    let written = value.stored
    let again = Value.read(from: StoredSource(written, findings))
    #expect(again == value, "\(told) was written as \(written?.spelling ?? "nothing")")
    #expect(again?.stored == written, "\(told)")
    #expect(findings.problems.map(\.message) == [], "\(told)")
  }

  /// Dates by the dice that fall the same way each time.
  private struct Random {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }

    /// A date in one of the forms of files.
    mutating func date() -> String {
      let day = CalendarDate(dayNumber: -719_162 + roll(3_651_694))
      let later = day.adding(days: roll(1000))
      let year = day.iso.prefix(4)
      let next = String((day.year + 1) % 100)
      return [
        day.iso, String(day.iso.prefix(7)), String(year), "spring \(year)", "summer \(year)",
        "autumn \(year)", "winter \(year)", "\(year)/\(next.count < 2 ? "0" : "")\(next)",
        "\(day.iso)/\(later.iso)", "\(day.iso.prefix(7))/\(later.iso.prefix(7))",
        "\(day.iso)/\(later.iso.prefix(7))",
      ][roll(11)]
    }
  }
}

import Safeguarding
import Testing

@Suite struct MeasureTests {
  @Test(
    arguments: [
      (.number("44.4"), "44.4"), (.number("44.40"), "44.40"), (7, "7"),
      (0, "0"), (.number("-3.5"), "-3.5"), (1234, "1,234"),
      (.number("1234567.5"), "1,234,567.5"), (999, "999"), (.number("1e3"), "1,000"),
      (.number("99999999999999.123456"), "99999999999999.12"),
      (["atLeast": 450], "450+"),
      (["about": 70], "about 70"),
      (["about": 12000], "about 12,000"),
      (["phrase": "a low number"], "a low number"),
      (["notAvailable": "not collected"], "not available"),
      (["notAvailable": "", "reason": "notApplicable"], "not applicable"),
      (["notAvailable": "", "reason": "low"], "too low to show"),
      (["suppressed": "small number"], "hidden"),
    ] as [(StoredValue, String)])
  func isShownAsPrinted(written: StoredValue, text: String) throws {
    let measure = try #require(Measure.read(from: StoredSource(written)))
    #expect(measure.text == text)
  }

  @Test func theReasonIsShownInFull() throws {
    let measure = Measure(.notAvailable, words: "not collected")
    #expect(measure.lines(.none) == ["not available: not collected"])
    #expect(measure.number == nil)
  }

  @Test(
    arguments: [
      "44", true, nil, [], [:], .number("1e400"),
      ["atLeast": "450"], ["phrase": 1],
    ] as [StoredValue?])
  func reportsWhatIsNoValue(written: StoredValue?) {
    let findings = StoredSource.Findings()
    #expect(Measure.read(from: StoredSource(written, findings)) == nil)
    #expect(findings.problems.count == 1)
  }

  @Test(arguments: [
    (0.05, 1, "0.1"), (2.5, 0, "3"), (-0.04, 1, "0.0"), (999.95, 1, "1000.0"),
    (12.0, 2, "12.00"), (0.1 + 0.2, 6, "0.300000"),
  ])
  func numbersAreRoundedToTheirDecimals(number: Double, decimals: Int, text: String) {
    #expect(formatted(number, decimals: decimals) == text)
  }

  @Test(arguments: [
    (100.0, "100"), (1000.0, "1,000"), (99_999.0, "99,999"), (100_000.0, "100,000"),
    (-1_234_567.0, "-1,234,567"),
  ])
  func thousandsAreSetApart(number: Double, text: String) {
    #expect(formatted(number, decimals: 0, grouping: true) == text)
  }
}

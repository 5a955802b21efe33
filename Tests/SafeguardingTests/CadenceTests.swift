import Safeguarding
import Testing

@Suite struct CadenceTests {
  @Test(arguments: [
    (Cadence(every: 1, .month), "every month", "2024-02-29"),
    (Cadence(every: 2, .month), "every 2 months", "2024-03-31"),
    (Cadence(every: 3, .month), "quarterly", "2024-04-30"),
    (Cadence(every: 6, .week), "every 6 weeks", "2024-03-13"),
    (Cadence(every: 10, .day), "every 10 days", "2024-02-10"),
    (Cadence(every: 1, .year), "every year", "2025-01-31"),
    (Cadence(every: 12, .month, timesAYear: 1), "once a year", "2025-01-31"),
    (Cadence(every: 6, .month, timesAYear: 2), "twice a year", "2024-07-31"),
    (Cadence(every: 3, .month, timesAYear: 4), "4 times a year", "2024-04-30"),
    (Cadence(every: 0, .day), "every day", "2024-02-01"),
  ])
  func wordsAndNextDay(cadence: Cadence, words: String, next: String) throws {
    #expect(cadence.words == words)
    #expect(try cadence.next(after: day("2024-01-31")).iso == next)
  }

  @Test(
    arguments: [
      (["every": 2, "unit": "month"], "every 2 months"),
      (["timesAYear": 6], "6 times a year"),
      (
        [
          "every": 3, "unit": "month", "printed": "each quarter",
        ], "quarterly (printed: each quarter)"
      ),
      (["timesAYear": 2, "printed": "twice a year"], "twice a year"),
    ] as [(StoredValue, String)])
  func isReadAndShown(written: StoredValue, line: String) throws {
    let cadence = try #require(Cadence.read(from: StoredSource(written)))
    #expect(cadence.lines(.none) == [line])
  }

  @Test(
    arguments: [
      "monthly", [:], ["every": 2],
      ["every": 0, "unit": "month"],
      ["every": 1001, "unit": "month"],
      ["every": .number("1.5"), "unit": "month"],
      ["every": 2, "unit": "fortnight"],
      ["timesAYear": 0], ["timesAYear": 367],
      ["timesAYear": "2"],
    ] as [StoredValue?])
  func reportsWhatIsNoCadence(written: StoredValue?) {
    let findings = StoredSource.Findings()
    #expect(Cadence.read(from: StoredSource(written, findings)) == nil)
    #expect(findings.problems.count == 1)
  }
}

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

  @Test(arguments: [
    (Written.object(["every": .number("2"), "unit": .text("month")]), "every 2 months"),
    (.object(["timesAYear": .number("6")]), "6 times a year"),
    (
      .object([
        "every": .number("3"), "unit": .text("month"), "printed": .text("each quarter"),
      ]), "quarterly (printed: each quarter)"
    ),
    (.object(["timesAYear": .number("2"), "printed": .text("twice a year")]), "twice a year"),
  ])
  func isReadAndShown(written: Written, line: String) throws {
    let cadence = try #require(Cadence.read(from: WrittenValue(written)))
    #expect(cadence.lines(.none) == [line])
  }

  @Test(arguments: [
    Written.text("monthly"), .object([:]), .object(["every": .number("2")]),
    .object(["every": .number("0"), "unit": .text("month")]),
    .object(["every": .number("1001"), "unit": .text("month")]),
    .object(["every": .number("1.5"), "unit": .text("month")]),
    .object(["every": .number("2"), "unit": .text("fortnight")]),
    .object(["timesAYear": .number("0")]), .object(["timesAYear": .number("367")]),
    .object(["timesAYear": .text("2")]),
  ])
  func reportsWhatIsNoCadence(written: Written) {
    let reports = Reports()
    #expect(Cadence.read(from: WrittenValue(written, reports)) == nil)
    #expect(reports.messages.count == 1)
  }
}

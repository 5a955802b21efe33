import Safeguarding
import Testing

@Suite struct WorkingDaysTests {
  /// A due date, and the one when the day of the event counts as the first.
  struct Due: Sendable {
    let event: String
    let offset: Int
    let due: String
    var inclusive: String?
  }

  @Test(arguments: [
    Due(event: "2023-04-03", offset: 15, due: "2023-04-26", inclusive: "2023-04-25"),
    Due(event: "2022-05-25", offset: 15, due: "2022-06-17", inclusive: "2022-06-16"),
    Due(event: "2022-09-05", offset: 15, due: "2022-09-27", inclusive: "2022-09-26"),
    Due(event: "2023-04-24", offset: 15, due: "2023-05-17", inclusive: "2023-05-16"),
    Due(event: "2023-12-20", offset: 15, due: "2024-01-15", inclusive: "2024-01-12"),
    Due(event: "2024-03-30", offset: 15, due: "2024-04-22", inclusive: "2024-04-22"),
    Due(event: "2020-04-27", offset: 15, due: "2020-05-19", inclusive: "2020-05-18"),
    Due(event: "2026-12-14", offset: 15, due: "2027-01-07", inclusive: "2027-01-06"),
    Due(event: "2026-05-01", offset: 15, due: "2026-05-26", inclusive: "2026-05-22"),
    Due(event: "2026-03-24", offset: 15, due: "2026-04-16"),
    Due(event: "2024-03-28", offset: 5, due: "2024-04-08"),
    Due(event: "2023-12-21", offset: 5, due: "2024-01-02"),
    Due(event: "2023-09-29", offset: -7, due: "2023-09-20"),
    Due(event: "2024-04-09", offset: -7, due: "2024-03-27"),
    Due(event: "2027-01-08", offset: -7, due: "2026-12-29"),
    // Papers five working days before a meeting, and five clear ones.
    Due(event: "2024-05-09", offset: -5, due: "2024-05-01"),
    Due(event: "2024-05-09", offset: -6, due: "2024-04-30"),
    Due(event: "2023-05-12", offset: -5, due: "2023-05-04"),
    Due(event: "2023-05-12", offset: -6, due: "2023-05-03"),
  ])
  func theEventIsDayNought(expected: Due) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    let event = try day(expected.event)
    #expect(try calendar.adding(expected.offset, to: event) == day(expected.due))
    if let inclusive = expected.inclusive {
      let dayBefore = event.adding(days: -1)
      #expect(try calendar.adding(expected.offset, to: dayBefore) == day(inclusive))
    }
  }

  @Test(arguments: [("2023-08-31", "2024-02-29"), ("2024-08-31", "2025-02-28")])
  func sixMonthsEndWithAShorterMonth(event: String, due: String) throws {
    #expect(try day(event).adding(months: 6) == day(due))
  }

  @Test(arguments: [
    ("2020-05-04", true), ("2020-05-08", false), ("2022-05-30", true), ("2022-09-19", false),
    ("2023-05-08", false), ("2024-03-29", false), ("2024-03-30", false), ("2024-04-02", true),
  ])
  func knownDays(iso: String, works: Bool) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    #expect(try calendar.contains(day(iso)) == works)
  }

  @Test func noWorkingDaysLaterIsTheSameDay() throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    for iso in ["2024-03-28", "2024-03-29", "2024-03-30"] {
      #expect(try calendar.adding(0, to: day(iso)) == day(iso))
    }
  }

  @Test(arguments: [Int.max, Int.min])
  func anAbsurdDistanceIsCutShort(offset: Int) throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    let found = try calendar.adding(offset, to: day("2024-03-28"))
    #expect(calendar.contains(found))
    #expect(abs(found.year - 2024) > 30_000)
  }

  @Test func bankHolidaysAndWeekendsBetweenTwoDays() throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    let (start, end) = (try day("2024-03-29"), try day("2024-05-06"))
    let titles = calendar.holidays(after: start, through: end).map { "\($0.date.iso) \($0.title)" }
    #expect(titles == ["2024-04-01 Easter Monday", "2024-05-06 Early May bank holiday"])
    #expect(calendar.weekendDays(after: start, through: end) == 12)
    #expect(calendar.weekendDays(after: end, through: start) == -12)
    #expect(calendar.holidays(after: end, through: start).isEmpty)
    #expect(calendar.holidays(after: start, through: start).isEmpty)
  }

  @Test func theSameDayTwiceCountsOnce() throws {
    let dates = ["2024-03-29", "2024-03-29"]
    let calendar = try WorkingDaysSample.list(of: dates).workingDays()
    #expect(try calendar.adding(1, to: day("2024-03-28")) == day("2024-04-01"))
    #expect(try calendar.count(after: day("2024-03-28"), through: day("2024-04-01")) == 1)
  }

  @Test func daysAreKeptInOrder() throws {
    let list = try WorkingDaysSample.list(of: ["2024-12-25", "2024-03-29"])
    #expect(list.days().map(\.title) == ["2024-03-29", "2024-12-25"])
    #expect(list.days(in: "scotland").isEmpty)
  }
}

import Safeguarding
import Testing

/// Which years the published list holds, and what the general rules say of the others.
@Suite struct WorkingDaysYearsTests {
  @Test func knowsWhichYearsTheListHolds() throws {
    let calendar = try WorkingDaysSample.list().workingDays()
    #expect(calendar.years == 2019...2028)
    #expect(try calendar.covers(day("2028-12-31")))
    #expect(try !calendar.covers(day("2029-01-01")))
    let empty = BankHolidays().workingDays()
    #expect(empty.years == nil)
    #expect(try !empty.covers(day("2024-01-01")))
    #expect(
      try empty.firstYearNotListed(from: day("2024-01-01"), through: day("2024-02-01")) == 2024)
  }

  @Test(arguments: [
    ("2019-01-01", "2020-12-31", nil), ("2020-06-01", "2022-01-01", 2021),
    ("2022-01-01", "2020-06-01", 2021), ("2018-12-31", "2022-01-01", 2018),
    ("2022-03-01", "2022-03-01", nil), ("2021-03-01", "2021-03-01", 2021),
    ("2022-03-01", "2030-03-01", 2023),
  ])
  func aYearInAGapIsNotListed(from: String, through: String, year: Int?) throws {
    let dates = ["2019-01-01", "2020-01-01", "2022-01-03"]
    let calendar = try WorkingDaysSample.list(of: dates).workingDays()
    #expect(try calendar.firstYearNotListed(from: day(from), through: day(through)) == year)
    #expect(calendar.years == 2019...2022)
    #expect(try !calendar.covers(day("2021-06-01")))
  }

  @Test func aYearInAGapHasTheGeneralRules() throws {
    let dates = ["2019-01-01", "2020-01-01", "2022-01-03"]
    let calendar = try WorkingDaysSample.list(of: dates).workingDays()
    #expect(try !calendar.contains(day("2021-12-27")))
    // The list wins where it has the year.
    #expect(try calendar.contains(day("2020-12-25")))
  }

  /// What was proclaimed for single years, which no rule can know.
  @Test(arguments: [
    ("england-and-wales", []), ("scotland", ["2026-06-15"]), ("northern-ireland", []),
    ("united-kingdom", ["2026-06-15"]),
  ])
  func theRulesAgreeWithTheListButForProclamations(division: String, more: [String]) throws {
    let listed = try WorkingDaysSample.list().workingDays(in: division)
    let byRule = BankHolidays().workingDays(in: division)
    let (first, last) = try WorkingDaysSample.ends()
    let different = (first.dayNumber...last.dayNumber).map(CalendarDate.init(dayNumber:))
      .filter { listed.contains($0) != byRule.contains($0) }
    let moved = [
      "2020-05-04", "2020-05-08", "2022-05-30", "2022-06-02", "2022-06-03", "2022-09-19",
      "2023-05-08",
    ]
    #expect(different.map(\.iso) == moved + more)
  }

  @Test(arguments: [
    ("england-and-wales", "2007-04-06", false), ("england-and-wales", "1990-12-25", false),
    ("england-and-wales", "2100-03-26", false), ("england-and-wales", "2100-12-28", false),
    ("england-and-wales", "1989-12-25", true), ("england-and-wales", "2101-12-26", true),
    ("scotland", "2006-11-30", true), ("scotland", "2007-11-30", false),
    ("scotland", "2033-01-04", false), ("scotland", "2033-04-18", true),
    ("northern-ireland", "2031-03-17", false), ("northern-ireland", "2031-07-14", false),
    ("england-and-wales", "2033-12-27", false), ("england-and-wales", "2033-12-26", false),
  ])
  func theGeneralRules(division: String, iso: String, works: Bool) throws {
    #expect(try BankHolidays().workingDays(in: division).contains(day(iso)) == works)
  }

  @Test(arguments: [
    ("2024-01-01", ["New Year’s Day"]), ("2024-01-02", ["2nd January (Scotland)"]),
    ("2024-03-18", ["St Patrick’s Day (Northern Ireland)"]),
    ("2024-04-01", ["Easter Monday (England and Wales, Northern Ireland)"]), ("2024-04-02", []),
    ("2024-08-05", ["Summer bank holiday (Scotland)"]),
    ("2024-12-02", ["St Andrew’s Day (Scotland)"]),
  ])
  func aDayOfAnyDivisionIsNoWorkingDayOfTheUnitedKingdom(iso: String, titles: [String]) throws {
    let calendar = try WorkingDaysSample.list().workingDays(in: BankHolidays.unitedKingdom)
    let date = try day(iso)
    let found = calendar.holidays(after: date.adding(days: -1), through: date)
    #expect(found.map(\.title) == titles)
    #expect(calendar.contains(date) == titles.isEmpty)
  }

  @Test func aYearThatOneDivisionLacksComesFromItsRules() throws {
    var list = try WorkingDaysSample.list(of: ["2024-12-25"])
    list.set(
      [BankHolidays.Day(date: try day("2024-01-01"), title: "New Year's Day")],
      division: "northern-ireland")
    let calendar = list.workingDays(in: BankHolidays.unitedKingdom)
    // Scotland has no list, so nothing is listed for all.
    #expect(calendar.years == nil)
    #expect(try !calendar.covers(day("2024-06-01")))
    #expect(try !calendar.contains(day("2024-01-02")))
    #expect(try calendar.contains(day("2024-04-01")))
    let first = try day("2023-12-31")
    let january = calendar.holidays(after: first, through: first.adding(days: 31))
    #expect(
      january.map(\.title) == [
        "New Year’s Day (Scotland, Northern Ireland)", "2nd January (Scotland)",
      ])
  }

  @Test func severalBankHolidaysOnOneDayAreAllNamed() throws {
    var list = BankHolidays()
    let date = try day("2024-05-06")
    for (division, title) in zip(BankHolidays.published, ["One", "Two", "one (moved)"]) {
      list.set([BankHolidays.Day(date: date, title: title)], division: division)
    }
    let calendar = list.workingDays(in: BankHolidays.unitedKingdom)
    let found = calendar.holidays(after: date.adding(days: -1), through: date)
    #expect(found.map(\.title) == ["One (England and Wales, Northern Ireland); Two (Scotland)"])
    #expect(calendar.years == 2024...2024)
  }
}

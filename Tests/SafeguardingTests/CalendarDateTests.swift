import Safeguarding
import Testing

@Suite struct CalendarDateTests {
  @Test func everyDayOfTwoCenturiesComesBack() throws {
    var number = try day("1900-01-01").dayNumber
    for year in 1900...2100 {
      for month in 1...12 {
        for dayOfMonth in 1...CalendarDate.length(ofMonth: month, year: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: dayOfMonth))
          let (y, m, d) = date.components
          guard date.dayNumber == number, (y, m, d) == (year, month, dayOfMonth),
            date.weekday == (number + 700_003) % 7
          else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is taken for \(date.long)")
            return
          }
          number += 1
        }
      }
    }
    #expect(try number - 1 == day("2100-12-31").dayNumber)
  }

  @Test(arguments: [
    ("1970-01-01", 0, "Thu 1 Jan 1970"), ("1969-12-31", -1, "Wed 31 Dec 1969"),
    ("2000-02-29", 11_016, "Tue 29 Feb 2000"), ("2024-03-28", 19_810, "Thu 28 Mar 2024"),
    ("0001-01-01", -719_162, "Mon 1 Jan 1"), ("9999-12-31", 2_932_896, "Fri 31 Dec 9999"),
  ])
  func knownDays(iso: String, number: Int, long: String) throws {
    let date = try day(iso)
    #expect(date.dayNumber == number)
    #expect(date.long == long)
    #expect(date.iso == iso)
  }

  @Test(arguments: [
    "", "2024", "2024-03", "2024-3-28", "2024-03-28 ", " 2024-03-28", "2024-03-28T00:00",
    "2024/03/28", "28-03-2024", "24-03-28", "2024-13-01", "2024-00-10", "2024-04-31",
    "2024-02-30", "2023-02-29", "1900-02-29", "2024-01-00", "0000-01-01", "+024-01-01",
    "2024-01-+1", "2024--1-01", "-024-01-01", "２０２４-03-28", "2024-03-2８",
  ])
  func isNoDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2023-08-31", 6, "2024-02-29"), ("2024-08-31", 6, "2025-02-28"),
    ("2024-03-31", -1, "2024-02-29"), ("2024-05-31", 1, "2024-06-30"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", -48, "2020-02-29"),
    ("2024-01-15", -1, "2023-12-15"), ("2024-12-15", 1, "2025-01-15"),
    ("2024-06-15", 0, "2024-06-15"), ("2024-06-15", -18, "2022-12-15"),
  ])
  func monthsAreClampedToShorterMonths(start: String, months: Int, end: String) throws {
    #expect(try day(start).adding(months: months).iso == end)
  }

  @Test(arguments: [
    ("2024-02-01", "2024-02-29"), ("2023-02-28", "2023-02-28"), ("2024-12-05", "2024-12-31"),
    ("2024-04-30", "2024-04-30"),
  ])
  func endOfMonth(start: String, end: String) throws {
    #expect(try day(start).endOfMonth.iso == end)
  }

  @Test func earlierDaysComeFirst() throws {
    #expect(try day("2023-12-31") < day("2024-01-01"))
    #expect(try day("2024-03-28").adding(days: 3).iso == "2024-03-31")
    #expect(try day("2024-03-01").adding(days: -1).iso == "2024-02-29")
  }
}

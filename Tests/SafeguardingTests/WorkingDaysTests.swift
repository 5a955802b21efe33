import FoundationEssentials
import Safeguarding
import Testing

@Suite struct WorkingDaysTests {
  private struct Division: Decodable {
    struct Event: Decodable {
      let title: String
      let date: String
    }

    let events: [Event]
  }

  /// The list of the sample data.
  private static func holidays(of division: String) throws -> [BankHolidays.Day] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "SampleData/kent-and-medway/bank-holidays.json")
    let divisions = try JSONDecoder().decode([String: Division].self, from: Data(contentsOf: file))
    return try #require(divisions[division]).events.map {
      BankHolidays.Day(date: try day($0.date), title: $0.title)
    }
  }

  private static func calendar(of division: String) throws -> WorkingDays {
    var holidays = BankHolidays()
    holidays.set(try Self.holidays(of: division), division: division)
    return holidays.workingDays(in: division)
  }

  @Test(arguments: ["england-and-wales", "scotland", "northern-ireland"])
  func agreesWithCountingDayByDay(division: String) throws {
    let holidays = Set(try Self.holidays(of: division).map(\.date.dayNumber))
    let calendar = try Self.calendar(of: division)
    let first = try day("2019-01-01").dayNumber
    let last = try day("2028-12-31").dayNumber
    func works(_ number: Int) -> Bool {
      CalendarDate(dayNumber: number).weekday < 5 && !holidays.contains(number)
    }
    for number in first...last
    where calendar.contains(CalendarDate(dayNumber: number)) != works(number) {
      Issue.record("\(CalendarDate(dayNumber: number).long) is taken for the wrong sort of day")
    }
    for start in stride(from: first, through: last, by: 17) {
      let startDay = CalendarDate(dayNumber: start)
      #expect(calendar.adding(0, to: startDay) == startDay)
      for direction in [1, -1] {
        var number = start
        for offset in 1...60 {
          repeat { number += direction } while !works(number)
          guard (first...last).contains(number) else { break }
          let found = calendar.adding(direction * offset, to: startDay)
          guard found.dayNumber == number else {
            Issue.record("\(direction * offset) from \(startDay.long) is not \(found.long)")
            return
          }
          let (low, high) = direction > 0 ? (start, number) : (number, start)
          let count = (low + 1...high).count { works($0) }
          let (from, to) = (CalendarDate(dayNumber: low), CalendarDate(dayNumber: high))
          if offset % 20 == 1 {
            #expect(calendar.count(after: from, through: to) == count)
            #expect(calendar.count(after: to, through: from) == -count)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("2023-04-03", 15, "2023-04-26"), ("2022-05-25", 15, "2022-06-17"),
    ("2022-09-05", 15, "2022-09-27"), ("2023-04-24", 15, "2023-05-17"),
    ("2023-12-20", 15, "2024-01-15"), ("2024-03-30", 15, "2024-04-22"),
    ("2020-04-27", 15, "2020-05-19"), ("2026-12-14", 15, "2027-01-07"),
    ("2026-05-01", 15, "2026-05-26"), ("2026-03-24", 15, "2026-04-16"),
    ("2024-03-28", 5, "2024-04-08"), ("2023-12-21", 5, "2024-01-02"),
    ("2023-09-29", -7, "2023-09-20"), ("2024-04-09", -7, "2024-03-27"),
    ("2027-01-08", -7, "2026-12-29"), ("2024-05-09", -5, "2024-05-01"),
    ("2024-05-09", -6, "2024-04-30"), ("2023-05-12", -5, "2023-05-04"),
    ("2023-05-12", -6, "2023-05-03"),
  ])
  func theTriggerIsDayNought(trigger: String, offset: Int, due: String) throws {
    let calendar = try Self.calendar(of: BankHolidays.england)
    #expect(try calendar.adding(offset, to: day(trigger)) == day(due))
  }

  @Test(arguments: [
    ("2020-05-04", true), ("2020-05-08", false), ("2022-09-19", false), ("2023-05-08", false),
    ("2024-03-29", false), ("2024-03-30", false), ("2024-04-02", true),
  ])
  func knownDays(iso: String, works: Bool) throws {
    let calendar = try Self.calendar(of: BankHolidays.england)
    #expect(try calendar.contains(day(iso)) == works)
  }

  @Test func knowsWhichYearsTheListCovers() throws {
    let calendar = try Self.calendar(of: BankHolidays.england)
    #expect(calendar.years == 2019...2028)
    #expect(try calendar.covers(day("2028-12-31")))
    #expect(try !calendar.covers(day("2029-01-01")))
    let empty = BankHolidays().workingDays()
    #expect(empty.years == nil)
    #expect(try !empty.covers(day("2024-01-01")))
  }

  @Test func daysAreKeptInOrder() throws {
    var holidays = BankHolidays()
    let later = BankHolidays.Day(date: try day("2024-12-25"), title: "Christmas Day")
    let earlier = BankHolidays.Day(date: try day("2024-03-29"), title: "Good Friday")
    holidays.set([later, earlier], division: BankHolidays.england)
    #expect(holidays.days() == [earlier, later])
    #expect(holidays.days(in: "scotland").isEmpty)
  }
}

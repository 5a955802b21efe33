import Safeguarding
import Testing

/// The arithmetic of working days against a row of days that is walked one by one.
@Suite struct WorkingDaysPropertyTests {
  /// Every day of the sample's list, with what counting by hand says.
  private struct Walked {
    /// The days on which people work.
    var working: [CalendarDate] = []
    /// How many of them come before each day, and before the day behind the last.
    var before: [Int] = []
    let first: CalendarDate
    let count: Int

    init(_ division: String) throws {
      let holidays = try WorkingDaysSample.dates(of: division)
      let (first, last) = try WorkingDaysSample.ends()
      self.first = first
      count = last.dayNumber - first.dayNumber + 1
      var weekday = 1  // 1 January 2019 was a Tuesday.
      for index in 0..<count {
        before.append(working.count)
        let day = first.adding(days: index)
        if weekday < 5, !holidays.contains(day) { working.append(day) }
        weekday = weekday == 6 ? 0 : weekday + 1
      }
      before.append(working.count)
    }
  }

  @Test(arguments: WorkingDaysSample.divisions)
  func addingAgreesWithWalking(division: String) throws {
    let walked = try Walked(division)
    let calendar = try WorkingDaysSample.list().workingDays(in: division)
    for index in 0..<walked.count {
      let start = walked.first.adding(days: index)
      for offset in -60...60 {
        let place =
          offset > 0 ? walked.before[index + 1] + offset - 1 : walked.before[index] + offset
        guard place >= 0, place < walked.working.count else { continue }
        let expected = offset == 0 ? start : walked.working[place]
        let found = calendar.adding(offset, to: start)
        if found != expected {
          Issue.record("\(offset) from \(start.long) is \(expected.long), not \(found.long)")
          return
        }
      }
    }
  }

  @Test(arguments: WorkingDaysSample.divisions)
  func countingAgreesWithWalking(division: String) throws {
    let walked = try Walked(division)
    let calendar = try WorkingDaysSample.list().workingDays(in: division)
    for index in 0..<walked.count {
      let start = walked.first.adding(days: index)
      let works = walked.before[index + 1] > walked.before[index]
      if calendar.contains(start) != works {
        Issue.record("\(start.long) is taken for the wrong sort of day")
      }
      let end = min(index + 1 + index % 400, walked.count - 1)
      let last = walked.first.adding(days: end)
      let count = walked.before[end + 1] - walked.before[index + 1]
      if calendar.count(after: start, through: last) != count
        || calendar.count(after: last, through: start) != -count
      {
        Issue.record(
          "\(count) working days after \(start.long) through \(last.long) are miscounted")
      }
    }
  }

  @Test(arguments: WorkingDaysSample.divisions)
  func everyDayIsAWorkingDayOrAWeekendOrABankHoliday(division: String) throws {
    let dates = try WorkingDaysSample.dates(of: division)
    let calendar = try WorkingDaysSample.list().workingDays(in: division)
    let (first, last) = try WorkingDaysSample.ends()
    for number in stride(from: first.dayNumber, to: last.dayNumber, by: 13) {
      let start = CalendarDate(dayNumber: number)
      let end = min(start.adding(days: number % 90), last)
      let holidays = calendar.holidays(after: start, through: end)
      let weekend = calendar.weekendDays(after: start, through: end)
      let count = calendar.count(after: start, through: end)
      #expect(count + weekend + holidays.count == end.dayNumber - start.dayNumber)
      let expected = dates.filter { start < $0 && $0 <= end && $0.weekday < 5 }.sorted()
      #expect(holidays.map(\.date) == expected)
      #expect(holidays.allSatisfy { !$0.title.isEmpty })
    }
  }
}

/// The bank holidays that the general rules give for a year, where no published list reaches.
///
/// A list always wins: single days are moved and added by proclamation, and no rule knows them.
enum BankHolidayRules {
  /// The days of a year in a division of GOV.UK's list, earliest first.
  static func days(in year: Int, division: String) -> [BankHolidays.Day] {
    let isScotland = division == "scotland"
    let easter = easterSunday(year)
    var days = [
      day("Good Friday", easter.adding(days: -2)),
      day("Early May bank holiday", monday(first: true, month: 5, year)),
      day("Spring bank holiday", monday(first: false, month: 5, year)),
      day("Summer bank holiday", monday(first: isScotland, month: 8, year)),
    ]
    days += working([("New Year's Day", 1, 1)] + (isScotland ? [("2nd January", 1, 2)] : []), year)
    days += working([("Christmas Day", 12, 25), ("Boxing Day", 12, 26)], year)
    if isScotland {
      days += working([("St Andrew's Day", 11, 30)], year)
    } else {
      days.append(day("Easter Monday", easter.adding(days: 1)))
    }
    if division == "northern-ireland" {
      days += working([("St Patrick's Day", 3, 17)], year)
      days += working([("Battle of the Boyne (Orangemen's Day)", 7, 12)], year)
    }
    return days.compactMap { $0 }.sorted { $0.date < $1.date }
  }

  private static func day(_ title: String, _ date: CalendarDate?) -> BankHolidays.Day? {
    date.map { BankHolidays.Day(date: $0, title: title) }
  }

  /// Fixed days; one that falls on a weekend is kept on the next weekday that is free.
  private static func working(
    _ fixed: [(title: String, month: Int, day: Int)], _ year: Int
  ) -> [BankHolidays.Day?] {
    let dates = fixed.compactMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
    var taken = dates.filter { $0.weekday < 5 }
    return zip(fixed, dates).map { holiday, date in
      if date.weekday < 5 { return day(holiday.title, date) }
      var substitute = date
      while substitute.weekday >= 5 || taken.contains(substitute) {
        substitute = substitute.adding(days: 1)
      }
      taken.append(substitute)
      return day("\(holiday.title) (substitute day)", substitute)
    }
  }

  /// The first or the last Monday of a month.
  private static func monday(first: Bool, month: Int, _ year: Int) -> CalendarDate? {
    guard let start = CalendarDate(year: year, month: month, day: 1) else { return nil }
    if first { return start.adding(days: (7 - start.weekday) % 7) }
    return start.endOfMonth.adding(days: -start.endOfMonth.weekday)
  }

  /// Easter Sunday of a year, by the Gregorian computus.
  static func easterSunday(_ year: Int) -> CalendarDate {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let epact =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * shift + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
      ?? CalendarDate(dayNumber: 0)
  }
}

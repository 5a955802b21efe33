/// The bank holidays that the general rules give for a year, where no published list reaches.
///
/// A list always wins: single days are moved and added by proclamation, and no rule knows them.
struct BankHolidayRules {
  /// A bank holiday by the rules.
  struct Found {
    let date: CalendarDate
    let title: String
    /// Whether the day itself is on a weekend, and this is the weekday kept instead.
    let isSubstitute: Bool

    var day: BankHolidays.Day {
      BankHolidays.Day(date: date, title: isSubstitute ? "\(title) (substitute day)" : title)
    }
  }

  /// The years for which the rules are worked out.
  static let years = 1990...2100

  private(set) var found: [Found] = []
  private let isScotland: Bool
  private let isNorthernIreland: Bool

  /// The rules of a division of GOV.UK's list; an unknown one has those of England and Wales.
  init(division: String) {
    isScotland = division == "scotland"
    isNorthernIreland = division == "northern-ireland"
  }

  /// The days of a year in a division, earliest first.
  static func days(in year: Int, division: String) -> [BankHolidays.Day] {
    var rules = BankHolidayRules(division: division)
    rules.add(year)
    return rules.found.sorted { $0.date < $1.date }.map(\.day)
  }

  /// Finds the days of one more year, in no order.
  mutating func add(_ year: Int) {
    let easter = BankHolidayRules.easterSunday(year)
    add("Good Friday", easter.adding(days: -2))
    if !isScotland { add("Easter Monday", easter.adding(days: 1)) }
    addMonday("Early May bank holiday", month: 5, year)
    addMonday("Spring bank holiday", month: 5, isLast: true, year)
    addMonday("Summer bank holiday", month: 8, isLast: !isScotland, year)
    addFixed("New Year’s Day", 1, 1, next: isScotland ? "2nd January" : nil, year)
    addFixed("Christmas Day", 12, 25, next: "Boxing Day", year)
    // A bank holiday since 2007.
    if isScotland, year >= 2007 { addFixed("St Andrew’s Day", 11, 30, year) }
    if isNorthernIreland {
      addFixed("St Patrick’s Day", 3, 17, year)
      addFixed("Battle of the Boyne (Orangemen’s Day)", 7, 12, year)
    }
  }

  private mutating func add(_ title: String, _ date: CalendarDate, isSubstitute: Bool = false) {
    found.append(Found(date: date, title: title, isSubstitute: isSubstitute))
  }

  /// The first or the last Monday of a month.
  private mutating func addMonday(
    _ title: String, month: Int, isLast: Bool = false, _ year: Int
  ) {
    guard let start = CalendarDate(year: year, month: month, day: 1) else { return }
    let end = start.endOfMonth
    add(
      title,
      isLast ? end.adding(days: -end.weekday) : start.adding(days: (7 - start.weekday) % 7))
  }

  /// A fixed day, and perhaps the one after it; on a weekend the next weekday that is free is kept.
  private mutating func addFixed(
    _ title: String, _ month: Int, _ day: Int, next: String? = nil, _ year: Int
  ) {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return }
    switch date.weekday {
    case 5: add(title, date.adding(days: 2), isSubstitute: true)
    case 6: add(title, date.adding(days: next == nil ? 1 : 2), isSubstitute: true)
    default: add(title, date)
    }
    guard let next else { return }
    let isOnWeekend = date.weekday == 4 || date.weekday == 5
    add(next, date.adding(days: isOnWeekend ? 3 : 1), isSubstitute: isOnWeekend)
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

/// The days on which nobody works, by division of the United Kingdom, as GOV.UK publishes them.
public struct BankHolidays: Sendable {
  /// One bank holiday.
  public struct Day: Hashable, Sendable {
    /// The day.
    public let date: CalendarDate
    /// What it is called: "Good Friday".
    public let title: String

    /// Names a bank holiday.
    public init(date: CalendarDate, title: String) {
      self.date = date
      self.title = title
    }
  }

  /// The division that England's partnerships count in.
  public static let england = "england-and-wales"

  private var divisions: [String: [Day]] = [:]

  /// A list without a single day.
  public init() {}

  /// Sets the days of a division.
  public mutating func set(_ days: [Day], division: String) {
    divisions[division] = days.sorted { $0.date < $1.date }
  }

  /// Adds the divisions of another list.
  mutating func join(_ other: BankHolidays) {
    divisions.merge(other.divisions) { _, later in later }
  }

  /// The days of a division, earliest first.
  public func days(in division: String = england) -> [Day] { divisions[division] ?? [] }

  /// The calendar of working days of a division.
  ///
  /// In years that the list does not reach, the general rules of bank holidays take its place.
  public func workingDays(in division: String = england) -> WorkingDays {
    WorkingDays(holidays: days(in: division), division: division)
  }
}

/// Counts working days: Monday to Friday without bank holidays.
public struct WorkingDays: Sendable {
  /// Day numbers of bank holidays that fall on a weekday, ascending.
  private let holidays: [Int]
  /// The years the list of bank holidays covers; outside them a count is provisional.
  public let years: ClosedRange<Int>?

  /// A calendar without the days given, and without those of the general rules in other years.
  public init(holidays listed: [BankHolidays.Day], division: String = BankHolidays.england) {
    let listedYears = Set(listed.map(\.date.year))
    let computed = WorkingDays.computedYears.filter { !listedYears.contains($0) }
      .flatMap { BankHolidayRules.days(in: $0, division: division) }
    holidays = (listed + computed).filter { $0.date.weekday < 5 }.map(\.date.dayNumber).sorted()
    if let first = listedYears.min(), let last = listedYears.max() {
      years = first...last
    } else {
      years = nil
    }
  }

  /// The years for which the general rules are worked out.
  private static let computedYears = 2000...2060

  /// Whether people work on a day.
  public func contains(_ day: CalendarDate) -> Bool {
    day.weekday < 5 && holidaysBefore(day.dayNumber) == holidaysBefore(day.dayNumber + 1)
  }

  /// Whether the list of bank holidays covers a day.
  public func covers(_ day: CalendarDate) -> Bool { years?.contains(day.year) ?? false }

  /// Working days after one day up to and with another; negative when the other one is earlier.
  public func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    workdays(upTo: end.dayNumber + 1) - workdays(upTo: start.dayNumber + 1)
  }

  /// The day so many working days after a day, which is day 0; before it when negative.
  public func adding(_ offset: Int, to start: CalendarDate) -> CalendarDate {
    if offset == 0 { return start }
    let goal =
      offset > 0
      ? workdays(upTo: start.dayNumber + 1) + offset
      : workdays(upTo: start.dayNumber) + offset + 1
    // The earliest day up to which, itself counted, there are so many working days.
    let span = abs(offset) * 7 / 5 + abs(offset) / 5 + 30
    var low = start.dayNumber - span
    var high = start.dayNumber + span
    while low < high {
      let middle = low + (high - low) / 2
      if workdays(upTo: middle + 1) >= goal { high = middle } else { low = middle + 1 }
    }
    return CalendarDate(dayNumber: low)
  }

  /// Working days from an arbitrary Monday up to a day, which is not counted.
  private func workdays(upTo day: Int) -> Int {
    // 5 January 1970 was a Monday.
    let sinceMonday = day - 4
    let weeks = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
    return weeks * 5 + min(5, sinceMonday - weeks * 7) - holidaysBefore(day)
  }

  private func holidaysBefore(_ day: Int) -> Int {
    var low = 0
    var high = holidays.count
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

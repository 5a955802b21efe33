/// A day of the Gregorian calendar, without a time and without a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Four bytes, as records hold many dates.
  private let number: Int32

  /// Days since 1 January 1970.
  public var dayNumber: Int { Int(number) }

  /// The day so many days after 1 January 1970.
  public init(dayNumber: Int) { number = Int32(clamping: dayNumber) }

  /// The day with this year, month and day of the month, or nil when there is none, such as 31 February.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.length(ofMonth: month, year: year)
    else { return nil }
    // Counts from 1 March, so that the leap day is the last of its year.
    let years = month > 2 ? year : year - 1
    let era = years / 400
    let yearOfEra = years - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// The day written as `2024-03-28`, or nil.
  public init?(iso text: String) {
    var text = text
    guard let day = text.withUTF8({ DateSpelling($0).day }) else { return nil }
    self = day
  }

  /// 1 January of the year 1, the first day that can be written.
  public static let first = CalendarDate(dayNumber: calendar.lowerBound)
  /// 31 December 9999, the last day that can be written.
  public static let last = CalendarDate(dayNumber: calendar.upperBound)

  /// The numbers of the days that have a year from 1 to 9999.
  static let calendar = -719_162...2_932_896

  /// Year, month (1 to 12) and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { components.year }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// The day so many days later, or earlier when negative.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day so many months later, clamped to the end of a shorter month.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    let newDay = min(day, CalendarDate.length(ofMonth: newMonth, year: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The last day of this day's month.
  public var endOfMonth: CalendarDate {
    let (year, month, day) = components
    return adding(days: CalendarDate.length(ofMonth: month, year: year) - day)
  }

  /// How many days a month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2024-03-28`.
  public var iso: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `28 Mar 2024`.
  public var short: String {
    let (year, month, day) = components
    return "\(day) \(CalendarDate.monthNames[month - 1]) \(year)"
  }

  /// `Thu 28 Mar 2024`.
  public var long: String { "\(CalendarDate.weekdayNames[weekday]) \(short)" }

  /// Short English names of the months, January first.
  public static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Short English names of the days of the week, Monday first.
  public static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.number < right.number
  }
}

/// A number with zeros before it up to a width.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CalendarDate: FieldValue {
  /// Written as `2024-03-28`.
  public static var shape: ValueShape {
    .value(
      .day,
      stored: .pattern(
        #"^\d{4}-\d{2}-\d{2}$"#, example: "2024-03-28", help: "A day as year-month-day."))
  }

  /// Reads a day; one that does not exist is reported.
  @inlinable
  public static func read(from source: some ValueSource) -> CalendarDate? {
    guard let text = source.text else {
      source.report(
        "A date was expected, but here is \(source.description).",
        hint: "Write it as \"2024-03-28\".")
      return nil
    }
    if let date = CalendarDate(iso: text) { return date }
    source.report(
      "\"\(text)\" is not a day of the calendar.",
      hint: "Write year-month-day, such as \"2024-03-28\", and check the day exists.")
    return nil
  }

  /// The day with its weekday.
  public func lines(_ names: Names) -> [String] { [long] }

  /// The day as year-month-day.
  public var stored: StoredValue? { .text(iso) }

  /// A day always says something.
  public var isBlank: Bool { false }
}

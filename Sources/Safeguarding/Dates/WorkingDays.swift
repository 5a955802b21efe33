/// Counts working days: Monday to Friday without bank holidays.
///
/// Weekdays are numbered in one row from a Monday on. The places of the bank holidays in that row are
/// kept in order, so that any count is a division by 7 and a look among the bank holidays.
public struct WorkingDays: Sendable {
  /// The place of each bank holiday in the row of weekdays.
  private let places: AscendingRow
  /// How many working days stand in the row before each bank holiday.
  private let workedBefore: AscendingRow
  private let divisions: [HolidayYears]
  private let listedYears: Set<Int>
  /// The day numbers of the listed years, where no year is missing between them.
  private let listedDays: Range<Int>?

  /// From the first to the last year of the published list, with any gaps; nil without a list.
  public let years: ClosedRange<Int>?

  /// A calendar without the bank holidays of any of the divisions.
  init(_ divisions: [HolidayYears]) {
    var numbers: [Int] = []
    for division in divisions { division.addDayNumbers(to: &numbers) }
    var places: [Int] = []
    places.reserveCapacity(numbers.count)
    for number in numbers.sorted() where CalendarDate(dayNumber: number).weekday < 5 {
      let place = WorkingDays.weekdays(before: number)
      if place != places.last { places.append(place) }
    }
    self.places = AscendingRow(places)
    workedBefore = AscendingRow(places.enumerated().map { $0.element - $0.offset })
    self.divisions = divisions
    let listed = divisions.map(\.listedYears)
    listedYears = listed.dropFirst().reduce(listed.first ?? []) { $0.intersection($1) }
    if let first = listedYears.min(), let last = listedYears.max() {
      years = first...last
    } else {
      years = nil
    }
    if let years, years.count == listedYears.count,
      let first = CalendarDate(year: years.lowerBound, month: 1, day: 1),
      let last = CalendarDate(year: years.upperBound, month: 12, day: 31)
    {
      listedDays = first.dayNumber..<(last.dayNumber + 1)
    } else {
      listedDays = nil
    }
  }

  /// Whether people work on a day.
  public func contains(_ day: CalendarDate) -> Bool {
    guard day.weekday < 5 else { return false }
    let place = WorkingDays.weekdays(before: day.dayNumber)
    let index = places.count(below: place)
    return index == places.numbers.count || places.numbers[index] != place
  }

  /// Whether the published list holds the year of a day; a year in a gap of the list is not held.
  public func covers(_ day: CalendarDate) -> Bool {
    listedDays?.contains(day.dayNumber) ?? listedYears.contains(day.year)
  }

  /// The first year of an interval that the published list does not hold; nil when it holds all.
  ///
  /// Both ends belong to the interval, and either may be the earlier one.
  public func firstYearNotListed(from start: CalendarDate, through end: CalendarDate) -> Int? {
    let (first, last) = (min(start, end).year, max(start, end).year)
    return (first...last).first { !listedYears.contains($0) }
  }

  /// Working days after one day up to and with another; negative when the other one is earlier.
  public func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    worked(through: end) - worked(through: start)
  }

  /// Working days in the row up to and with a day: the difference of two is a count.
  func worked(through day: CalendarDate) -> Int { worked(before: day.dayNumber + 1) }

  /// Saturdays and Sundays after one day up to and with another; negative when that is earlier.
  public func weekendDays(after start: CalendarDate, through end: CalendarDate) -> Int {
    let weekdays =
      WorkingDays.weekdays(before: end.dayNumber + 1)
      - WorkingDays.weekdays(before: start.dayNumber + 1)
    return end.dayNumber - start.dayNumber - weekdays
  }

  /// The bank holidays on weekdays after one day up to and with another, earliest first.
  ///
  /// There are none when the other day is earlier.
  public func holidays(
    after start: CalendarDate, through end: CalendarDate
  ) -> [BankHolidays.Day] {
    let first = places.count(below: WorkingDays.weekdays(before: start.dayNumber + 1))
    let last = places.count(below: WorkingDays.weekdays(before: end.dayNumber + 1))
    guard first < last else { return [] }
    var (titles, year): ([CalendarDate: String], Int?) = ([:], nil)
    return places.numbers[first..<last].map { place in
      let date = WorkingDays.day(at: place)
      if date.year != year {
        titles = SharedHolidays(of: divisions, in: date.year).titles
        year = date.year
      }
      return BankHolidays.Day(date: date, title: titles[date] ?? "")
    }
  }

  /// The day so many working days after a day, which is day 0; before it when negative.
  ///
  /// With 0 it is the day itself, also when nobody works on it. More than ten million working days
  /// are not counted.
  public func adding(_ offset: Int, to start: CalendarDate) -> CalendarDate {
    if offset == 0 { return start }
    let steps = min(max(offset, -WorkingDays.longest), WorkingDays.longest)
    let goal =
      steps > 0
      ? worked(before: start.dayNumber + 1) + steps - 1 : worked(before: start.dayNumber) + steps
    // Each bank holiday with at most that many working days before it moves the day on by one.
    return WorkingDays.day(at: goal + workedBefore.count(below: goal + 1))
  }

  private static let longest = 10_000_000

  /// 5 January 1970, where the row of weekdays begins.
  private static let monday = 4

  /// Working days in the row before a day.
  private func worked(before day: Int) -> Int {
    let place = WorkingDays.weekdays(before: day)
    return place - places.count(below: place)
  }

  /// Weekdays in the row before a day; negative for a day before the row begins.
  private static func weekdays(before day: Int) -> Int {
    let days = day - monday
    let weeks = wholePart(days, of: 7)
    return weeks * 5 + min(5, days - weeks * 7)
  }

  /// The weekday at a place in the row.
  private static func day(at place: Int) -> CalendarDate {
    let weeks = wholePart(place, of: 5)
    return CalendarDate(dayNumber: monday + weeks * 7 + (place - weeks * 5))
  }

  private static func wholePart(_ number: Int, of part: Int) -> Int {
    (number >= 0 ? number : number - part + 1) / part
  }
}

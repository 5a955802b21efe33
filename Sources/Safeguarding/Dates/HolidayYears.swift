/// The bank holidays of one division by year: of the list, else of the general rules.
struct HolidayYears: Sendable {
  let division: String
  private let listed: [Int: [BankHolidays.Day]]

  init(listed days: [BankHolidays.Day], division: String) {
    self.division = division
    listed = Dictionary(grouping: days, by: \.date.year)
  }

  var listedYears: Set<Int> { Set(listed.keys) }

  func days(in year: Int) -> [BankHolidays.Day] {
    if let days = listed[year] { return days }
    guard BankHolidayRules.years.contains(year) else { return [] }
    return BankHolidayRules.days(in: year, division: division)
  }

  /// Adds the day numbers of all bank holidays, in no order and with those on weekends.
  func addDayNumbers(to numbers: inout [Int]) {
    for days in listed.values { numbers += days.map(\.date.dayNumber) }
    var rules = BankHolidayRules(division: division)
    for year in BankHolidayRules.years where listed[year] == nil { rules.add(year) }
    numbers += rules.found.map(\.date.dayNumber)
  }
}

/// The bank holidays of one year in several divisions, each saying where it is one.
struct SharedHolidays {
  private var found: [(day: BankHolidays.Day, divisions: [String])] = []
  private let count: Int

  init(of divisions: [HolidayYears], in year: Int) {
    count = divisions.count
    for division in divisions {
      for day in division.days(in: year) { add(day, division.division) }
    }
  }

  private mutating func add(_ day: BankHolidays.Day, _ division: String) {
    let known = found.firstIndex { $0.day.date == day.date && $0.day.isCalledLike(day) }
    if let known {
      if !found[known].divisions.contains(division) { found[known].divisions.append(division) }
    } else {
      found.append((day, [division]))
    }
  }

  /// What each day is called, those of single divisions with these: "2nd January (Scotland)".
  var titles: [CalendarDate: String] {
    var titles: [CalendarDate: String] = [:]
    for (day, divisions) in found {
      var title = day.title
      if divisions.count < count {
        let places = divisions.map { Division(rawValue: $0)?.title ?? $0 }
        title += " (\(places.joined(separator: ", ")))"
      }
      titles[day.date] = titles[day.date].map { "\($0); \(title)" } ?? title
    }
    return titles
  }
}

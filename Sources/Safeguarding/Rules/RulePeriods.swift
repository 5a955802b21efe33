extension RulePeriod {
  /// The period that a day falls into; quarters are those of the calendar and of the financial year.
  public func period(of day: CalendarDate) -> ClosedRange<CalendarDate> {
    let (year, month, _) = day.components
    let first: CalendarDate?
    switch self {
    case .month: first = CalendarDate(year: year, month: month, day: 1)
    case .quarter: first = CalendarDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
    case .calendarYear: first = CalendarDate(year: year, month: 1, day: 1)
    case .financialYear, .reportingYear:
      first = CalendarDate(year: month < 4 ? year - 1 : year, month: 4, day: 1)
    }
    let start = first ?? day
    return start...max(start, start.adding(months: months).adding(days: -1))
  }

  /// The quarter of the financial year in which a day lies, 1 to 4, and the year in which that year begins.
  package static func financialQuarter(of day: CalendarDate) -> (number: Int, year: Int) {
    let (year, month, _) = day.components
    return ((month + 8) % 12 / 3 + 1, month < 4 ? year - 1 : year)
  }

  /// The periods from the one that a day falls into up to the one of another day.
  public func periods(
    from start: CalendarDate, through end: CalendarDate
  ) -> [ClosedRange<CalendarDate>] {
    var periods: [ClosedRange<CalendarDate>] = []
    var next = period(of: start)
    while next.lowerBound <= end, periods.count < 2000 {
      periods.append(next)
      let following = period(of: next.upperBound.adding(days: 1))
      if following.lowerBound <= next.lowerBound { break }
      next = following
    }
    return periods
  }

  /// What people call a period: "2023-24", "2024", "Jan-Mar 2024", "Mar 2024".
  public func name(of period: ClosedRange<CalendarDate>) -> String {
    let (year, month, _) = period.lowerBound.components
    switch self {
    case .month: return "\(CalendarDate.monthNames[month - 1]) \(year)"
    case .quarter:
      // Before the calendar begins, a period begins on any day.
      let last = CalendarDate.monthNames[(month + 1) % 12]
      return "\(CalendarDate.monthNames[month - 1])-\(last) \(year)"
    case .calendarYear: return String(year)
    case .financialYear, .reportingYear: return "\(year)-\(padded((year + 1) % 100, 2))"
    }
  }
}

/// The years in which a partnership counts and reports, of whatever length.
public struct ReportingYears: Hashable, Sendable {
  /// The month in which a year begins, 1 for January.
  private let firstMonth: Int
  /// The periods that a partnership lists, earliest first and without overlaps.
  private let listed: [ClosedRange<CalendarDate>]

  /// Years from April to March.
  public static let standard = ReportingYears(firstMonth: 4)

  /// Years from a month on, but for the periods that are listed.
  ///
  /// Before the first and after the last of these, years of twelve months join on; what lies between
  /// two of them is a period of its own.
  public init(firstMonth: Int, listed: [ImpreciseDate] = []) {
    self.firstMonth = (1...12).contains(firstMonth) ? firstMonth : 4
    let days = listed.compactMap { period -> ClosedRange<CalendarDate>? in
      guard let first = period.first, let last = period.last, first <= last else { return nil }
      return first...last
    }
    var kept: [ClosedRange<CalendarDate>] = []
    for period in days.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = kept.last, period.lowerBound <= last.upperBound { continue }
      kept.append(period)
    }
    self.listed = kept
  }

  /// The period that a day falls into.
  public func period(of day: CalendarDate) -> ClosedRange<CalendarDate> {
    guard let first = listed.first, let last = listed.last else { return year(of: day) }
    if day < first.lowerBound { return year(of: day, from: first.lowerBound) }
    if day > last.upperBound { return year(of: day, from: last.upperBound.adding(days: 1)) }
    if let own = listed.first(where: { $0.contains(day) }) { return own }
    let before = listed.last { $0.upperBound < day } ?? first
    let after = listed.first { day < $0.lowerBound } ?? last
    return before.upperBound.adding(days: 1)...after.lowerBound.adding(days: -1)
  }

  /// The year from the first month in which a day lies.
  private func year(of day: CalendarDate) -> ClosedRange<CalendarDate> {
    let (year, month, _) = day.components
    let first =
      CalendarDate(year: month < firstMonth ? year - 1 : year, month: firstMonth, day: 1) ?? day
    return first...max(first, first.adding(months: 12).adding(days: -1))
  }

  /// The year of twelve months, counted from an anchor on or back, in which a day lies.
  private func year(of day: CalendarDate, from anchor: CalendarDate) -> ClosedRange<CalendarDate> {
    var years = day.components.year - anchor.components.year
    while anchor.adding(months: 12 * years) > day { years -= 1 }
    while anchor.adding(months: 12 * (years + 1)) <= day { years += 1 }
    let first = anchor.adding(months: 12 * years)
    return first...max(first, anchor.adding(months: 12 * (years + 1)).adding(days: -1))
  }

  /// What people call a period: "2023-24" from April to March, "2024" for a calendar year, else its
  /// months.
  public func name(of period: ClosedRange<CalendarDate>) -> String {
    for known in [RulePeriod.financialYear, .calendarYear]
    where known.period(of: period.lowerBound) == period {
      return known.name(of: period)
    }
    let (first, last) = (period.lowerBound.components, period.upperBound.components)
    let names = CalendarDate.monthNames
    return "\(names[first.month - 1]) \(first.year)-\(names[last.month - 1]) \(last.year)"
  }
}

/// A month of the year.
public enum MonthOfYear: String, Choice {
  case january, february, march, april, may, june, july, august, september, october, november
  case december

  /// The month in words.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Its number, 1 for January.
  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 3) + 1 }
}

extension RecordTable<Partnership> {
  /// The years in which a partnership counts and reports; from April where none is recorded.
  package func reportingYears(of partnership: Reference<Partnership>?) -> ReportingYears {
    self[partnership]?.reportingYears ?? .standard
  }
}

extension Partnership {
  /// What its area is called in tables and charts: "Medway" for the "Medway local authority area".
  package var areaName: String {
    let kind = " local authority area"
    return area.hasSuffix(kind) ? String(area.dropLast(kind.count)) : area
  }

  /// The years in which it counts and reports.
  public var reportingYears: ReportingYears {
    ReportingYears(firstMonth: reportingYearFrom.number, listed: reportingPeriods)
  }

  /// Its years where some reports cover a year or more that is none of them: the next one joins on.
  func reportingYears(with reports: [ImpreciseDate]) -> ReportingYears {
    let years = reportingYears
    let others = reports.filter { report in
      guard let first = report.first, let last = report.last, report.precision != .about else {
        return false
      }
      let isWhole = first.adding(months: 12) <= last.adding(days: 1)
      return isWhole && years.period(of: first) != first...last
    }
    if others.isEmpty { return years }
    // What the partnership lists comes first, and wins where two overlap.
    let free = others.filter { other in
      reportingPeriods.allSatisfy { listed in
        guard let first = listed.first, let last = listed.last, let from = other.first,
          let to = other.last
        else { return true }
        return last < from || to < first
      }
    }
    return ReportingYears(firstMonth: reportingYearFrom.number, listed: reportingPeriods + free)
  }
}

extension RulePeriod {
  /// The period that a day falls into, of a partnership with its own reporting years.
  func period(of day: CalendarDate, in years: ReportingYears) -> ClosedRange<CalendarDate> {
    self == .reportingYear ? years.period(of: day) : period(of: day)
  }

  /// The periods from the one that a day falls into up to the one of another day.
  func periods(
    from start: CalendarDate, through end: CalendarDate, in years: ReportingYears
  ) -> [ClosedRange<CalendarDate>] {
    guard self == .reportingYear else { return periods(from: start, through: end) }
    var periods: [ClosedRange<CalendarDate>] = []
    var next = years.period(of: start)
    while next.lowerBound <= end, periods.count < 2000 {
      periods.append(next)
      let following = years.period(of: next.upperBound.adding(days: 1))
      if following.lowerBound <= next.lowerBound { break }
      next = following
    }
    return periods
  }

  /// What people call a period.
  func name(of period: ClosedRange<CalendarDate>, in years: ReportingYears) -> String {
    self == .reportingYear ? years.name(of: period) : name(of: period)
  }
}

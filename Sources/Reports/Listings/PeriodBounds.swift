import Safeguarding

/// From when to when values are wanted; an end that is not given is open.
package struct PeriodBounds: Hashable, Sendable {
  private let first: CalendarDate?
  private let last: CalendarDate?

  /// Every value.
  package static let all = PeriodBounds(first: nil, last: nil)

  private init(first: CalendarDate?, last: CalendarDate?) {
    self.first = first
    self.last = last
  }

  /// Bounds as they stand on the command line: `2023/24 Q3`, `2023/24`, `2024-03` and the like.
  ///
  /// - Throws: ``ReportError`` for what is no period, and for an end before the beginning.
  package init(from: String?, to: String?) throws(ReportError) {
    first = try from.flatMap { text throws(ReportError) in try PeriodBounds.days(text).lowerBound }
    last = try to.flatMap { text throws(ReportError) in try PeriodBounds.days(text).upperBound }
    if let first, let last, last < first {
      throw ReportError(
        sentence: "The period ends (\(last.short)) before it begins (\(first.short)). "
          + "Check --from and --to.")
    }
  }

  /// Whether a value's whole period lies within; one without a date does only when both are open.
  func contains(_ period: ImpreciseDate?) -> Bool {
    if first == nil, last == nil { return true }
    guard let start = period?.first, let end = period?.last else { return false }
    return first.map { $0 <= start } ?? true && last.map { end <= $0 } ?? true
  }

  private static func days(_ text: String) throws(ReportError) -> ClosedRange<CalendarDate> {
    if let days = quarter(text) { return days }
    if let date = ImpreciseDate(text), let first = date.first, let last = date.last {
      return first...last
    }
    throw ReportError(
      sentence: "\"\(text)\" is not a period. Write a quarter of a financial year "
        + "(2023/24-Q3), a year (2023/24 or 2023), a month (2024-03) or a day (2024-03-31).")
  }

  /// The quarter of a financial year: `2023/24-Q3`, also with a space.
  private static func quarter(_ text: String) -> ClosedRange<CalendarDate>? {
    guard text.utf8.count == 10, let number = text.last?.wholeNumberValue, (1...4) ~= number,
      ["-Q", " Q", "-q", " q"].contains(text.dropLast().suffix(2)),
      let april = ImpreciseDate(String(text.prefix(7)))?.first, text.contains("/")
    else { return nil }
    let first = april.adding(months: 3 * (number - 1))
    return first...first.adding(months: 3).adding(days: -1)
  }
}

/// A date in the words of an English document, with the days that may be meant.
struct DatePhrase: Hashable {
  /// How exact it is.
  var precision: ImpreciseDate.Precision
  /// The first and the last day that may be meant.
  var days: ClosedRange<CalendarDate>

  /// Names days with their precision.
  init(_ precision: ImpreciseDate.Precision, _ days: ClosedRange<CalendarDate>) {
    self.precision = precision
    self.days = days
  }

  /// A single day; nil when there is none.
  init?(_ precision: ImpreciseDate.Precision, _ day: CalendarDate?) {
    guard let day else { return nil }
    self.init(precision, day...day)
  }

  /// So many months from one on; nil when they do not exist.
  init?(_ precision: ImpreciseDate.Precision, months count: Int, from month: Int, of year: Int) {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(
        year: year + (month + count - 2) / 12, month: (month + count - 2) % 12 + 1, day: 1)
    else { return nil }
    self.init(precision, first...last.endOfMonth)
  }

  /// The part of this month or year that words name; nil where they make no sense.
  func part(_ part: DatePart) -> DatePhrase? {
    let (first, last) = (days.lowerBound, days.upperBound)
    switch (precision, part) {
    case (.month, .end), (.season, .end): return self
    case (.month, .start), (.year, .start), (.financialYear, .start):
      return DatePhrase(.about, first)
    case (.month, .early): return DatePhrase(.about, first.adding(days: 6))
    case (.month, .middle): return DatePhrase(.about, first.adding(days: 14))
    case (.month, .late): return DatePhrase(.about, first.adding(days: 23))
    case (.year, .early), (.financialYear, .early):
      return DatePhrase(.range, first...first.adding(months: 2).endOfMonth)
    case (.year, .late), (.financialYear, .late), (.year, .end), (.financialYear, .end):
      return DatePhrase(.range, last.adding(days: 1).adding(months: -3)...last)
    default: return nil
    }
  }
}

import Safeguarding

/// Dates as people type them, for files that hold days, months, seasons, years and ranges.
enum TypedDate {
  /// Understands a date; blank is none, and what is not understood is never dropped.
  static func reading(
    of text: String, isImprecise: Bool, leaning: DateLeaning = .none, _ context: PaneContext
  ) -> FieldReading {
    if text.isEmpty { return .understood(nil) }
    if isImprecise, let date = stretch(text) {
      let end = date.last.map { ", at the latest \($0.long), \(distance(to: $0, context))" }
      return .understood(date.stored, "\(date.short)\(end ?? "")")
    }
    let holidays = context.workspace.bankHolidays
    func read(_ today: CalendarDate) throws(DateProblem) -> DateReading {
      try DateExpression.read(
        text, today: today, calendars: { holidays.workingDays(in: $0.rawValue) })
    }
    do throws(DateProblem) {
      let reading = leaning.chosen(try read(context.day), today: context.day) { day in
        // Words that mean no day in another year mean the one in this year.
        do throws(DateProblem) { return try read(day) } catch { return nil }
      }
      let mark = reading.provisional == nil ? "" : " (provisional: bank holidays may change)"
      let words = "\(reading.result.long), \(distance(to: reading.result, context))\(mark)"
      return .understood(
        isImprecise ? ImpreciseDate(reading.result).stored : reading.result.stored, words)
    } catch {
      return .problem(error.sentence)
    }
  }

  /// A month, a season, a year or a range; nil for a day.
  private static func stretch(_ text: String) -> ImpreciseDate? {
    if let date = ImpreciseDate(text) { return date.precision == .day ? nil : date }
    guard let date = ImpreciseDate(printed: text) else { return nil }
    switch date.precision {
    case .day, .wordsOnly: return nil
    case .about, .range: return date
    case .month, .season, .year, .financialYear: return ImpreciseDate(spelling(of: date)) ?? date
    }
  }

  /// How far a day is from the day one stands on: "in 9 working days", "today".
  static func distance(to day: CalendarDate, _ context: PaneContext) -> String {
    if day == context.day { return "today" }
    let (first, last) = (min(day, context.day), max(day, context.day))
    let working = context.workspace.bankHolidays.workingDays().count(after: first, through: last)
    let words =
      working == 0
      ? counted(last.dayNumber - first.dayNumber, "day") : counted(working, "working day")
    return day > context.day ? "in \(words)" : "\(words) ago"
  }

  /// A date of a file as it is typed.
  static func text(of value: StoredValue) -> String {
    guard let date = ImpreciseDate.read(from: StoredSource(value)) else { return value.text ?? "" }
    if date.printed != nil, date.precision == .wordsOnly || date.precision == .about {
      return date.printed ?? ""
    }
    return date.precision == .financialYear || date.precision == .range
      ? spelling(of: date) : date.short
  }

  /// A date as files spell it.
  private static func spelling(of date: ImpreciseDate) -> String {
    date.precision == .season ? date.short : date.iso
  }
}

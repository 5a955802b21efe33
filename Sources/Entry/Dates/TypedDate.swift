import Letters
import Safeguarding

/// Dates as people type them, for files that hold days, months, seasons, years and ranges.
package enum TypedDate {
  /// Understands a date; blank is none, and what is not understood is never dropped.
  package static func reading(
    of text: String, isImprecise: Bool, leaning: DateLeaning = .none, _ context: EntryContext
  ) -> EntryReading {
    if text.isEmpty { return .understood(nil) }
    if isImprecise, let reading = printed(text, leaning, context) { return reading }
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
      func inYear(of day: CalendarDate) -> DateReading? {
        // Words that mean no day in that year are looked for in another one.
        do throws(DateProblem) { return try read(day) } catch { return nil }
      }
      let reading =
        if let first = inYear(of: context.day) {
          leaning.chosen(
            first, today: context.day,
            isWord: text.folded.split(separator: " ").filter { $0 != "on" }.count == 1, inYear)
        } else if let other = leaning.inOtherYear(context.day, inYear) {
          other
        } else {
          try read(context.day)
        }
      let mark = reading.provisional == nil ? "" : " (provisional: bank holidays may change)"
      let words = "\(reading.result.long), \(distance(to: reading.result, context))\(mark)"
      return .understood(
        isImprecise ? ImpreciseDate(reading.result).stored : reading.result.stored, words)
    } catch {
      if isQuarter(text) {
        return .problem(
          "\"\(text.shortened)\" may be a quarter of the calendar year or of the financial year. "
            + "Write Q2 2024/25, July to September 2024, or its last day.")
      }
      return .problem(error.sentence)
    }
  }

  /// A month, a season, a year or a range; nil for a day.
  private static func stretch(_ text: String) -> ImpreciseDate? {
    let text = text.asPlainDate
    if let date = ImpreciseDate(text) { return date.precision == .day ? nil : date }
    guard let date = ImpreciseDate(printed: text) else { return nil }
    switch date.precision {
    case .day, .wordsOnly: return nil
    case .about, .range: return date
    case .month, .season, .year, .financialYear:
      return ImpreciseDate(date.precision == .season ? date.short : date.iso) ?? date
    }
  }

  /// Whether a quarter is named without a financial year: `q2`, `Quarter 1 2025`.
  private static func isQuarter(_ text: String) -> Bool {
    let words = text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let name = words.prefix(2).joined()
    return ["q", "quarter"].contains { start in (1...4).contains { name.hasPrefix("\(start)\($0)") }
    }
      && words.count <= 3
  }

  /// How far a day is from the day one stands on: "in 9 working days", "today".
  static func distance(to day: CalendarDate, _ context: EntryContext) -> String {
    if day == context.day { return "today" }
    let (first, last) = (min(day, context.day), max(day, context.day))
    let working = context.workspace.bankHolidays.workingDays().count(after: first, through: last)
    let words =
      working == 0
      ? counted(last.dayNumber - first.dayNumber, "day") : counted(working, "working day")
    return day > context.day ? "in \(words)" : "\(words) ago"
  }

  /// A date with the words of its source behind it, or with these words only; nil for any other.
  private static func printed(
    _ text: String, _ leaning: DateLeaning, _ context: EntryContext
  ) -> EntryReading? {
    let (date, words) = PrintedWords.parted(text)
    guard let words else {
      return QuotedText.decoded(text).map {
        .understood(ImpreciseDate(words: $0).stored, "in words, without a day")
      }
    }
    if date.isEmpty { return .understood(ImpreciseDate(words: words).stored, words) }
    let reading = reading(of: date, isImprecise: true, leaning: leaning, context)
    guard let value = reading.value else { return reading }
    let spelling = value.text ?? value["when"]?.text ?? ""
    guard let whole = ImpreciseDate(spelling, printed: words) else { return reading }
    return .understood(whole.stored, "\(reading.words), printed: \(words)")
  }

  /// A date of a file as it is typed: the first spelling that is read as this date again.
  static func text(
    of value: StoredValue, _ isImprecise: Bool, _ context: EntryContext
  ) -> String {
    guard let date = ImpreciseDate.read(from: StoredSource(value)) else { return value.text ?? "" }
    let plain = date.precision == .financialYear || date.precision == .range ? date.iso : date.short
    guard let printed = date.printed else { return plain }
    let texts = [printed, plain, PrintedWords.joined(plain, printed), QuotedText.encoded(printed)]
    return texts.first {
      reading(of: $0, isImprecise: isImprecise, context).value == value
    } ?? plain
  }
}

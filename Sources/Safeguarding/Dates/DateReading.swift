/// A day that was asked for in words: how the words were understood, and what did not count.
public struct DateReading: Hashable, Sendable {
  /// The day.
  public let result: CalendarDate
  /// How the words were understood: "15 working days after Thu 28 Mar 2024".
  public let words: String
  /// The bank holidays on weekdays that a count of working days left out, earliest first.
  public let skipped: [BankHolidays.Day]
  /// How many days of weekends a count of working days left out.
  public let skippedWeekendDays: Int
  /// Why a count of working days may still change, as a sentence; nil when it is certain.
  public let provisional: String?

  /// A day that was typed without a distance.
  init(_ typed: TypedDay) { self.init(typed.day, typed.meaning ?? typed.day.long, LeftOut()) }

  /// A day that was counted.
  init(_ result: CalendarDate, _ words: String, _ leftOut: LeftOut) {
    self.result = result
    self.words = words
    skipped = leftOut.holidays
    skippedWeekendDays = leftOut.weekendDays
    provisional = leftOut.provisional
  }

  /// The answer on one line: the day, how it was understood, and what was not counted.
  ///
  /// More than five bank holidays are only counted.
  public var summary: String {
    let mark = provisional == nil ? "" : " (provisional)"
    let meaning = words == result.long ? "" : ": \(words)"
    return "\(result.long)\(mark)\(meaning)\(skippedWords)"
  }

  private var skippedWords: String {
    var parts = skipped.map { "\($0.title) (\(shown($0.date)))" }
    if parts.count > 5 { parts = ["\(parts.count) bank holidays"] }
    if skippedWeekendDays > 0 {
      parts.append("\(skippedWeekendDays) weekend day\(skippedWeekendDays == 1 ? "" : "s")")
    }
    return parts.isEmpty ? "" : "; not counted: \(listed(parts))"
  }

  /// A day without its year where the result has the same: "Fri 29 Mar".
  private func shown(_ date: CalendarDate) -> String {
    guard date.year == result.year else { return date.long }
    return String(date.long.dropLast(String(date.year).utf8.count + 1))
  }
}

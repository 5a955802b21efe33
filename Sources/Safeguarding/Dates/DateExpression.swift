/// Days as people type them: `28 mar`, `next fri`, `15 working days after 28 Mar 2024`, `-7wd`.
public enum DateExpression {
  /// The most units a distance can have.
  public static let longestDistance = 10_000

  /// The most characters that are read.
  public static let longestText = 200

  /// Reads a day, and distances from it.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day that "today" means; it also gives the year that is left out.
  ///   - calendars: The working days of a division; asked only when a distance is given.
  ///   - division: Whose bank holidays are no working days.
  /// - Returns: The day, and how the words were understood.
  /// - Throws: ``DateProblem`` for words that are no day.
  public static func read(
    _ text: String, today: CalendarDate, calendars: (Division) -> WorkingDays,
    division: Division = .englandAndWales
  ) throws(DateProblem) -> DateReading {
    guard text.unicodeScalars.count <= longestText else {
      throw .tooLong(limit: longestText)
    }
    let typed = try TypedExpression(text.asPlainDate, today: today)
    guard !typed.steps.isEmpty else { return DateReading(typed.start) }
    return try typed.reading(by: calendars(division))
  }

  /// The day that was typed, without how it was understood.
  ///
  /// - Throws: ``DateProblem`` for words that are no day.
  public static func day(
    _ text: String, today: CalendarDate, calendars: (Division) -> WorkingDays
  ) throws(DateProblem) -> CalendarDate {
    try read(text, today: today, calendars: calendars).result
  }
}

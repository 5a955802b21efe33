package import Safeguarding

/// Which year is meant where people leave it out.
package enum DateLeaning: Hashable, Sendable {
  /// The year of today.
  case none
  /// The next such day: what is owed, or planned.
  case ahead
  /// The last such day, unless one is less than a month ahead: what was done, received or agreed.
  case back

  /// What a field of a record is about.
  ///
  /// - Parameters:
  ///   - field: The key in the file.
  ///   - part: The record, where there is one already.
  package init(_ field: String, of part: StoredValue?) {
    let isPlanned = ["planned", nil].contains(part?["status"]?.text)
    switch field {
    case "due", "dueOn", "papersDueOn", "evaluateOn", "plannedPublicationOn", "to": self = .ahead
    case "from" where part != nil && part?["status"] == nil: self = .none
    case "date", "from": self = isPlanned ? .ahead : .back
    case _ where field.hasSuffix("On"): self = .back
    default: self = .none
    }
  }

  /// The same words, read as the nearest day on the side that is meant, where no year was typed.
  ///
  /// - Parameters:
  ///   - first: How the words are read as of today.
  ///   - today: The day one stands on.
  ///   - isWord: Whether one word was typed, such as that of a day of the week.
  ///   - read: Reads the words as of another day; nil where they mean none then.
  /// - Returns: The day that is meant.
  func chosen(
    _ first: DateReading, today: CalendarDate, isWord: Bool,
    _ read: (CalendarDate) -> DateReading?
  ) -> DateReading {
    if self == .back, isWord, let last = lastWeekday(first, today, read) { return last }
    let isPassed = first.result < today
    let isFarAhead = first.result > today.adding(days: 31)
    guard self == .ahead && isPassed || self == .back && isFarAhead else { return first }
    // Words that mean the same day all through a year, and another one in the next, leave it out.
    let later = today.adding(days: 40)
    let sameYear = later.year == today.year ? later : today.adding(days: -40)
    guard let same = read(sameYear), same.result == first.result,
      let other = inOtherYear(today, read), other.result != first.result
    else { return first }
    return other
  }

  /// The last such day of the week, where the words mean the next one; nil where they mean no such day.
  private func lastWeekday(
    _ first: DateReading, _ today: CalendarDate, _ read: (CalendarDate) -> DateReading?
  ) -> DateReading? {
    // A day of the week stays for seven days and goes on by seven; nothing else does.
    guard first.result > today, let last = read(today.adding(days: -7)),
      last.result == first.result.adding(days: -7), let before = read(today.adding(days: -1)),
      [first.result, last.result].contains(before.result)
    else { return nil }
    return last
  }

  /// The words read as of the next year, or the last one, in which they mean a day: 29 February is rare.
  func inOtherYear(
    _ today: CalendarDate, _ read: (CalendarDate) -> DateReading?
  ) -> DateReading? {
    if self == .none { return nil }
    for years in 1...8 {
      if let found = read(today.adding(months: self == .ahead ? 12 * years : -12 * years)) {
        return found
      }
    }
    return nil
  }
}

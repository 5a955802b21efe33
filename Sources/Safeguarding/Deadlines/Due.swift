/// When something is owed, with the steps by which that is found.
///
/// The date and the words that explain it come from here, so that they cannot say different things. The
/// steps are made when they are asked for: there may be very many dates.
struct Due {
  /// The event that is counted from; nil where the record gives itself a date.
  let start: ImpreciseDate?
  /// When it is owed as the rule or the record first gives it; nil as long as that cannot be said.
  let date: ImpreciseDate?
  private let entry: RuleBook.Entry
  private let calendar: SharedCalendar

  /// Works out when something is owed.
  ///
  /// - Parameters:
  ///   - start: The event that starts the clock, where it has happened.
  ///   - own: The date that the record gives itself; it wins over the rule's.
  ///   - meeting: The meeting that is reached, where the rule counts meetings.
  ///   - entry: The rule.
  ///   - calendar: The working days of the rule's division.
  @inline(__always)
  init(
    start: ImpreciseDate?, own: ImpreciseDate?, meeting: ImpreciseDate?,
    under entry: RuleBook.Entry, in calendar: SharedCalendar
  ) {
    self.entry = entry
    self.calendar = calendar
    if let own {
      (self.start, date) = (nil, own)
    } else {
      self.start = start
      date = start.flatMap { Due.date(from: $0, meeting, entry, calendar) }
    }
  }

  @inline(__always)
  private static func date(
    from start: ImpreciseDate, _ meeting: ImpreciseDate?, _ entry: RuleBook.Entry,
    _ calendar: SharedCalendar
  ) -> ImpreciseDate? {
    guard let offset = entry.offset else { return nil }
    if entry.rule.unit == .meeting { return meeting }
    // A date that is vague stays as vague as it is where nothing is added to it.
    if offset == 0, entry.rule.weekend == .stays, !entry.rule.runsToEndOfMonth { return start }
    return entry.rule.countedFrom(start)
      .flatMap { entry.rule.dueDay(from: $0, calendar: calendar.days) }.map { ImpreciseDate($0) }
  }

  /// The day from which days are counted; it is day 0 unless ``countsStart``.
  var countedFrom: CalendarDate? { start.flatMap { entry.rule.countedFrom($0) } }

  /// Whether the day of the event is the first working day that counts.
  var countsStart: Bool {
    entry.rule.dayOne == .trigger && (countedFrom.map { calendar.days.contains($0) } ?? false)
  }

  /// The working days that count up to a day, with the day of the event where that is the first.
  func counted(through day: CalendarDate) -> Int? {
    countedFrom.map { calendar.days.count(after: $0, through: day) + (countsStart ? 1 : 0) }
  }

  /// The bank holidays on weekdays that do not count, earliest first.
  var skipped: [BankHolidays.Day] {
    guard entry.rule.unit.countsWorkingDays, entry.rule.offset != nil, let start = countedFrom,
      let due = date?.last
    else { return [] }
    return start <= due
      ? calendar.days.holidays(after: start, through: due)
      : calendar.days.holidays(after: due.adding(days: -1), through: start.adding(days: -1))
  }

  /// The day that the count reaches, where the rule moves what is due from there to a working day.
  var movedFrom: CalendarDate? {
    guard entry.offset != nil, entry.rule.weekend != .stays else { return nil }
    let reached = countedFrom.flatMap { entry.rule.reachedDay(from: $0, calendar: calendar.days) }
    return reached == date?.last ? nil : reached
  }

  /// Whether the count touches a year for which no bank holidays are published.
  @inline(__always)
  func isProvisional(through last: CalendarDate?) -> Bool {
    guard entry.rule.unit.countsWorkingDays, entry.rule.offset != nil, let last,
      let first = start?.first
    else { return false }
    return !calendar.days.covers(first) || !calendar.days.covers(last)
  }

  /// The first year of the count for which no bank holidays are published.
  var provisionalYear: Int? {
    guard let start = countedFrom, let due = date?.last else { return nil }
    return calendar.days.firstYearNotListed(from: min(start, due), through: max(start, due))
  }
}

/// The working days of a division, shared rather than copied for each deadline.
final class SharedCalendar: Sendable {
  let days: WorkingDays
  private let worked: Int

  init(days: WorkingDays, today: CalendarDate) {
    self.days = days
    worked = days.worked(through: today)
  }

  /// Working days from today until a day; negative when it has passed.
  func workingDays(until due: CalendarDate) -> Int { days.worked(through: due) - worked }
}

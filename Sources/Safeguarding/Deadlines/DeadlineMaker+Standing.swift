/// How a deadline stands: when it is due, and what that means today.
extension DeadlineMaker {
  /// What happened after the day does not count yet.
  func outcome(of occasion: borrowing Occasion) -> Occasion.Outcome {
    if case .done(let date?) = occasion.outcome, let first = date.first, first > day {
      return .started
    }
    return occasion.outcome
  }

  /// When an occasion is due under a rule.
  @inline(__always)
  mutating func due(
    _ entry: RuleBook.Entry, _ occasion: borrowing Occasion, _ calendar: SharedCalendar
  ) -> Due {
    var meeting: ImpreciseDate?
    if entry.rule.unit == .meeting, occasion.due == nil, let number = entry.offset,
      let group = entry.rule.meetingOf ?? occasion.group, let last = occasion.start?.last
    {
      meeting = lookups.meeting(of: group, number: number, after: last)
    }
    return Due(
      start: occasion.start, own: occasion.due, meeting: meeting, under: entry, in: calendar)
  }

  func status(
    _ entry: RuleBook.Entry, _ occasion: borrowing Occasion, _ outcome: Occasion.Outcome,
    due: CalendarDate?, left: Int, isExtended: Bool, _ calendar: SharedCalendar
  ) -> Deadline.Status {
    let rule = entry.rule
    let lastDay = due.map { tolerated($0, rule, calendar) }
    switch outcome {
    case .notReported:
      // What is due later can still be done.
      if !occasion.isPassed, let lastDay, lastDay > day { break }
      return .notReported
    case .notApplicable: return .notApplicable
    case .done(let date):
      guard let lastDay, let first = date?.first, let last = date?.last else { return .done }
      return first > lastDay ? .doneLate : last <= lastDay ? .doneOnTime : .done
    case .notStarted, .started: break
    }
    if occasion.isPaused { return .paused }
    guard let due, let lastDay else {
      let isOwnDate = rule.trigger.nature == .ownDate && occasion.start == nil
      return rule.trigger.nature == .none || isOwnDate ? .noDate : .waitingForDate
    }
    if lastDay < day { return rule.informationOnly ? .running : .overdue }
    if isSoon(due, left: left, rule, calendar) { return .dueSoon }
    if isExtended { return .extended }
    if case .started = outcome { return .running }
    return .notStarted
  }

  private func tolerated(
    _ due: CalendarDate, _ rule: Rule, _ calendar: SharedCalendar
  ) -> CalendarDate {
    if rule.tolerance == 0 { return due }
    let unit = rule.unit.countsWorkingDays ? DateUnit.workingDay : rule.unit
    return rule.day(
      DateOffset(min(rule.tolerance, Rule.longest), unit), from: due, calendar: calendar.days)
  }

  private func isSoon(
    _ due: CalendarDate, left: Int, _ rule: Rule, _ calendar: SharedCalendar
  ) -> Bool {
    if rule.offset != nil, rule.unit.countsWorkingDays {
      return left <= rule.dueSoon ?? settings.dueSoonWorkingDays
    }
    if let soon = rule.dueSoon, rule.unit == .week || rule.unit == .month || rule.unit == .year {
      let first = DateOffset(min(soon, Rule.longest), rule.unit, .before)
      return first.day(from: due, calendar: calendar.days) <= day
    }
    return due.dayNumber - day.dayNumber <= rule.dueSoon ?? settings.dueSoonDays
  }

  /// Time left until the due day, or how late it is or was done, in the rule's own unit.
  func distance(
    _ rule: Rule, _ status: Deadline.Status, to due: CalendarDate, left: Int,
    _ outcome: Occasion.Outcome, _ calendar: SharedCalendar
  ) -> Int? {
    if status.isOpen { return rule.countsWorkingDays ? left : due.dayNumber - day.dayNumber }
    guard status == .doneLate, case .done(let date) = outcome, let done = date?.first else {
      return nil
    }
    return rule.countsWorkingDays
      ? calendar.days.count(after: done, through: due) : due.dayNumber - done.dayNumber
  }

  /// How late it is at most where the event, or the day on which it was done, is vague; else nil.
  func mostLate(
    _ entry: RuleBook.Entry, _ occasion: borrowing Occasion, _ agreed: CalendarDate?,
    _ outcome: Occasion.Outcome, _ calendar: SharedCalendar
  ) -> Int? {
    let rule = entry.rule
    var until = (first: day, last: day)
    if case .done(let date) = outcome, let first = date?.first, let last = date?.last {
      until = (first, last)
    }
    var due = agreed
    if due == nil, occasion.due == nil, rule.trigger.nature == .event, rule.direction == .after,
      let first = occasion.start?.first
    {
      due = rule.dueDay(from: first, calendar: calendar.days)
    }
    let isVagueStart =
      due != nil && agreed == nil && occasion.start.map { $0.first != $0.last } ?? false
    guard isVagueStart || until.first != until.last else { return nil }
    guard let due = due ?? occasion.due?.last, due < until.last else { return nil }
    return rule.countsWorkingDays
      ? calendar.days.count(after: due, through: until.last)
      : until.last.dayNumber - due.dayNumber
  }
}

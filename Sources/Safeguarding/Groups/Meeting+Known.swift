extension Meeting {
  /// The meeting as it stood on a day, of which nothing is known before; it is shown and never saved.
  package func known(on day: CalendarDate) -> Meeting {
    guard isHeldLater(than: day) else { return self }
    var known = self
    known.status = .planned
    (known.attendance, known.attendees, known.decisions) = ([], nil, [])
    known.minutesAgreedOn = nil
    for index in known.agenda.indices { known.agenda[index].outcome = "" }
    return known
  }

  /// Whether it was held, and only after a day.
  package func isHeldLater(than day: CalendarDate) -> Bool {
    status == .held && (date?.first.map { day < $0 } ?? false)
  }
}

extension ActionItem {
  /// Whether it had been agreed by a day.
  package func isKnown(on day: CalendarDate) -> Bool {
    raisedOn?.first.map { $0 <= day } ?? true
  }

  /// The action as it stood on a day; it is shown and never saved.
  ///
  /// It is under way where it was done later, without the dates that were agreed later, and owed again by
  /// its next date where it returns.
  package func known(on day: CalendarDate) -> ActionItem {
    guard status == .done || !extensions.isEmpty || repeats != nil else { return self }
    var known = self
    if status == .done, let done = doneOn?.first, day < done {
      (known.status, known.doneOn) = (.started, nil)
    }
    known.extensions.keepWhatCounts(on: day, doneOn: known.doneOn)
    guard repeats != nil else { return known }
    if due?.last == nil { known.due = firstReturn ?? due }
    if let due = known.due, let next = next(after: due, on: day) {
      (known.status, known.due, known.extensions) = (.open, ImpreciseDate(next), [])
    }
    return known
  }

  /// When an action that returns is due first where no day says so: one interval after it was done last,
  /// else after it was agreed.
  var firstReturn: ImpreciseDate? {
    guard let repeats, status != .unknown, status != .dropped else { return nil }
    let from = status == .done ? doneOn ?? raisedOn : raisedOn ?? doneOn
    return from?.last.map { ImpreciseDate(repeats.next(after: $0)) }
  }

  /// When an action that returns is due next, once it was done.
  func next(after due: ImpreciseDate, on day: CalendarDate) -> CalendarDate? {
    let done = doneOn ?? due
    guard let repeats, status == .done, let first = done.first, first <= day, let done = done.last
    else { return nil }
    return repeats.next(after: done)
  }
}

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

  /// The action as it stood on a day, under way where it was done later; it is shown and never saved.
  package func known(on day: CalendarDate) -> ActionItem {
    guard status == .done, let done = doneOn?.first, day < done else { return self }
    var known = self
    (known.status, known.doneOn) = (.started, nil)
    return known
  }
}

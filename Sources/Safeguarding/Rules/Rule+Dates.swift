extension Rule {
  /// The due day for an event on a day, by the rule's own conventions; nil where the distance is no
  /// distance of the calendar.
  ///
  /// - Parameters:
  ///   - start: The day of the event; it is day 0, or day 1 where the rule says so.
  ///   - calendar: The working days of the rule's division.
  /// - Returns: The due day.
  public func dueDay(from start: CalendarDate, calendar: WorkingDays) -> CalendarDate? {
    guard var distance, unit != .meeting, unit != .cadence else { return nil }
    if dayOne == .trigger, distance.count > 0 {
      switch unit {
      case .workingDay, .clearWorkingDay: if calendar.contains(start) { distance.count -= 1 }
      case .calendarDay, .clearDay: distance.count -= 1
      case .week, .month, .year, .meeting, .cadence: break
      }
    }
    let day = distance.day(from: start, calendar: calendar)
    guard CalendarDate.calendar.contains(day.dayNumber) else { return nil }
    // Months beyond the end of the calendar answer the day itself.
    if day == start, distance.count > 0, unit == .month || unit == .year { return nil }
    switch weekend {
    case .stays: return day
    case .nextWorkingDay: return calendar.contains(day) ? day : calendar.adding(1, to: day)
    case .previousWorkingDay: return calendar.contains(day) ? day : calendar.adding(-1, to: day)
    }
  }

  /// Whether being late, or the time left, is counted in working days.
  var countsWorkingDays: Bool { offset == nil || unit.countsWorkingDays }

  /// When what the rule asks for is due, in words: "15 working days after the serious incident was
  /// notified".
  ///
  /// - Parameter book: The rules that others are named from; without it they go by their ids.
  /// - Returns: The distance and the event, without a full stop.
  public func dueWords(in book: RuleBook? = nil) -> String {
    switch trigger {
    case .reminder, .definition: return "no date"
    case .fixedDate: return "by \(on?.short ?? "a date not given")"
    case .meetingsInPeriod where !groups.isEmpty: return "\(times) in each \(period.title)"
    case .lastMeeting where unit == .cadence: return "within the group's cadence"
    case .termsReviewed where unit == .cadence: return "as often as the terms say"
    default: break
    }
    let event =
      switch trigger {
      case .periodBegins: "the \(period.title) begins"
      case .periodEnds: "the \(period.title) ends"
      case .meetingsInPeriod: "the \(period.title) ends"
      case .ruleFulfilled, .lastFulfilled:
        after.map { "\(book?[$0.id].map { "\"\($0.title)\"" } ?? $0.id) was fulfilled" }
          ?? trigger.title
      default: trigger.title
      }
    if trigger.nature == .ownDate { return event }
    guard let distance else { return "when \(event)" }
    if unit == .meeting { return "at the next meeting after \(event)" }
    return distance.count == 0 ? "when \(event)" : "\(distance.words) \(direction.title) \(event)"
  }
}

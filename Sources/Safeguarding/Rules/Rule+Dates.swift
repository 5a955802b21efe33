extension Rule {
  /// The due day for an event on a day, by the rule's own conventions; nil where the distance is no
  /// distance of the calendar.
  ///
  /// - Parameters:
  ///   - start: The day of the event; it is day 0, or day 1 where the rule says so.
  ///   - calendar: The working days of the rule's division.
  /// - Returns: The due day.
  public func dueDay(from start: CalendarDate, calendar: WorkingDays) -> CalendarDate? {
    guard let day = reachedDay(from: start, calendar: calendar) else { return nil }
    switch weekend {
    case .stays: return day
    case .nextWorkingDay: return calendar.contains(day) ? day : calendar.adding(1, to: day)
    case .previousWorkingDay: return calendar.contains(day) ? day : calendar.adding(-1, to: day)
    }
  }

  /// The day that the count reaches, before it is moved off a weekend or bank holiday.
  func reachedDay(from start: CalendarDate, calendar: WorkingDays) -> CalendarDate? {
    guard var distance, unit != .meeting, unit != .cadence else { return nil }
    if dayOne == .trigger, distance.count > 0 {
      switch unit {
      case .workingDay, .clearWorkingDay: if calendar.contains(start) { distance.count -= 1 }
      case .calendarDay, .clearDay: distance.count -= 1
      case .week, .month, .year, .meeting, .cadence: break
      }
    }
    let day = self.day(distance, from: start, calendar: calendar)
    guard CalendarDate.calendar.contains(day.dayNumber) else { return nil }
    // Months beyond the end of the calendar answer the day itself.
    if distance.count > 0, countsMonths, distance.day(from: start, calendar: calendar) == start {
      return nil
    }
    return day
  }

  /// A day before which no event can make anything due on a day or later.
  func earliestEvent(dueOn day: CalendarDate) -> CalendarDate {
    guard let offset, direction == .after else { return day }
    let count = min(max(0, offset), Rule.longest)
    switch unit {
    case .calendarDay, .clearDay: return day.adding(days: -count)
    // Twice as many days and a month more hold every weekend and holiday between.
    case .workingDay, .clearWorkingDay: return day.adding(days: -2 * count - 31)
    case .week: return day.adding(days: -7 * count)
    case .month: return day.adding(months: -count)
    case .year: return day.adding(months: -12 * count)
    case .meeting, .cadence: return day
    }
  }

  /// The day at a distance, by the rule's convention on months.
  func day(
    _ distance: DateOffset, from start: CalendarDate, calendar: WorkingDays
  ) -> CalendarDate {
    let day = distance.day(from: start, calendar: calendar)
    return runsToEndOfMonth ? day.endOfMonth : day
  }

  /// Whether months or years are counted.
  public var countsMonths: Bool { unit == .month || unit == .year }

  /// Whether what is counted ends with a month.
  var runsToEndOfMonth: Bool { monthsRunTo == .endOfMonth && countsMonths }

  /// The day of an event from which days are counted: of a vague one its first day, counting back.
  func countedFrom(_ event: ImpreciseDate) -> CalendarDate? {
    direction == .before ? event.first : event.last
  }

  /// Whether being late, or the time left, is counted in working days.
  var countsWorkingDays: Bool { offset == nil || unit.countsWorkingDays }

  /// When what the rule asks for is due, in words: "15 working days after the serious incident was
  /// notified".
  ///
  /// - Parameters:
  ///   - book: The rules that others are named from; without it they go by their ids.
  ///   - names: The names of groups; without them they go by their ids.
  /// - Returns: The distance and the event, without a full stop.
  public func dueWords(in book: RuleBook? = nil, _ names: Names = .none) -> String {
    if let words = trigger.dueWords(self) { return words }
    let event = trigger.eventWords(self, book)
    if trigger.nature == .ownDate { return event }
    guard let distance else { return "when \(event)" }
    if unit == .meeting {
      let whose = meetingOf.map { " of \(names(PartnershipGroup.kind, $0.id))" } ?? ""
      return "at the next meeting\(whose) after \(event)"
    }
    if runsToEndOfMonth, distance.count == 0 { return "at the end of the month in which \(event)" }
    if distance.count == 0 { return "when \(event)" }
    return "\(countWords(distance)) \(direction.title) \(event)"
  }

  /// How far it is, in words: "6 months", "at the end of the 6th month".
  func countWords(_ distance: DateOffset) -> String {
    guard runsToEndOfMonth else { return distance.words }
    let months = distance.count * (unit == .year ? 12 : 1)
    return "at the end of the \(months.ordinal) month"
  }
}

extension Int {
  /// Its place in a row: "1st", "2nd", "3rd", "11th".
  var ordinal: String {
    let isTeen = (11...13).contains(self % 100)
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][self % 10] ?? "th"
    return "\(self)\(ending)"
  }
}

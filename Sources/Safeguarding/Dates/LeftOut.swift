/// What counts of working days left out.
struct LeftOut {
  /// The two ends of a count; the day from which it is counted is not counted itself.
  struct Count {
    let from: CalendarDate
    let to: CalendarDate
  }

  /// The bank holidays on weekdays, earliest first.
  let holidays: [BankHolidays.Day]
  /// How many days of weekends.
  let weekendDays: Int
  /// Why the counts may still change, as a sentence.
  let provisional: String?

  /// What some counts by a calendar left out, each day once.
  init(_ counts: [Count], _ calendar: WorkingDays) {
    var holidays: [BankHolidays.Day] = []
    var weekendDays = 0
    for (low, high) in Self.joined(counts) {
      holidays += calendar.holidays(after: low, through: high).filter { $0.date.weekday < 5 }
      weekendDays += calendar.weekendDays(after: low, through: high)
    }
    self.holidays = holidays
    self.weekendDays = weekendDays
    provisional = counts.lazy.compactMap { count in
      calendar.firstYearNotListed(
        from: min(count.from, count.to), through: max(count.from, count.to))
    }.first.map { Self.sentence($0, calendar.years) }
  }

  /// Nothing is left out where no working days are counted.
  init() { (holidays, weekendDays, provisional) = ([], 0, nil) }

  /// The stretches of days counted, earliest first and without overlaps; the first end is outside.
  private static func joined(_ counts: [Count]) -> [(after: CalendarDate, through: CalendarDate)] {
    var joined: [(after: CalendarDate, through: CalendarDate)] = []
    let stretches = counts.map { count in
      count.from <= count.to
        ? (after: count.from, through: count.to)
        : (after: count.to.adding(days: -1), through: count.from.adding(days: -1))
    }
    for stretch in stretches.sorted(by: { $0.after < $1.after }) {
      if let last = joined.last, stretch.after <= last.through {
        joined[joined.count - 1].through = max(last.through, stretch.through)
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }

  private static func sentence(_ year: Int, _ listed: ClosedRange<Int>?) -> String {
    let rules = "follow the general rules."
    guard let listed else {
      return "Provisional: there is no list of bank holidays here; all days \(rules)"
    }
    if year > listed.upperBound {
      return "Provisional: the list of bank holidays ends with \(listed.upperBound); later days "
        + rules
    }
    if year < listed.lowerBound {
      return "Provisional: the list of bank holidays begins with \(listed.lowerBound); earlier "
        + "days \(rules)"
    }
    return "Provisional: the list of bank holidays does not hold \(year); its days \(rules)"
  }
}

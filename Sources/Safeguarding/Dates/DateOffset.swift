/// What a distance between two days is counted in.
public enum DateUnit: String, Choice {
  case workingDay, clearWorkingDay, calendarDay, clearDay, week, month, year
  /// Meetings of the group concerned.
  case meeting
  /// As often as is recorded with the group or the terms of reference.
  case cadence

  /// The unit in words, in the singular.
  public var title: String {
    switch self {
    case .workingDay: "working day"
    case .clearWorkingDay: "clear working day"
    case .calendarDay: "day"
    case .clearDay: "clear day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .meeting: "meeting"
    case .cadence: "interval"
    }
  }

  /// Whether weekends and bank holidays are left out of the count.
  public var countsWorkingDays: Bool { self == .workingDay || self == .clearWorkingDay }
}

/// To which side a distance is counted.
public enum DateDirection: String, Choice {
  case after, before

  /// The side in words.
  public var title: String { rawValue }
}

/// A distance between two days: "15 working days after", "5 clear working days before".
public struct DateOffset: Hashable, Sendable {
  /// How many; 0 or more.
  public var count: Int
  /// What is counted.
  public var unit: DateUnit
  /// To which side.
  public var direction: DateDirection

  /// So many units after a day, or before it.
  public init(_ count: Int, _ unit: DateUnit, _ direction: DateDirection = .after) {
    self.count = max(0, count)
    self.unit = unit
    self.direction = direction
  }

  /// In words: "15 working days", "1 month".
  public var words: String { "\(count) \(unit.title)\(count == 1 ? "" : "s")" }

  /// The day at this distance from a day, which is day 0 and not counted.
  ///
  /// Clear days leave out both ends, so they reach one day further. Months and years keep the number of
  /// the day and end with a shorter month. Meetings and intervals are no distance of the calendar:
  /// the day itself is answered.
  public func day(from start: CalendarDate, calendar: WorkingDays) -> CalendarDate {
    let sign = direction == .after ? 1 : -1
    switch unit {
    case .workingDay: return calendar.adding(sign * count, to: start)
    case .clearWorkingDay: return calendar.adding(sign * (count + 1), to: start)
    case .calendarDay: return start.adding(days: sign * count)
    case .clearDay: return start.adding(days: sign * (count + 1))
    case .week: return start.adding(days: sign * count * 7)
    case .month: return start.adding(months: sign * count)
    case .year: return start.adding(months: sign * count * 12)
    case .meeting, .cadence: return start
    }
  }
}

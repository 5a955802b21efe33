extension CalendarDate {
  /// How far off a day is at which the weekday still helps.
  private static let weekdayRange = 60

  /// The day as a list says it on another day: `Thu  4 Apr`, `21 Sep 2023`, the year only where it is
  /// another one.
  ///
  /// The weekday stands up to 60 days away; the number of the day takes two columns, so that days under
  /// one another can be compared.
  public func inList(on day: CalendarDate, hasWeekday: Bool = true) -> String {
    let (year, month, number) = components
    let isNear = abs(dayNumber - day.dayNumber) <= CalendarDate.weekdayRange
    let weekday = hasWeekday && isNear ? "\(CalendarDate.weekdayNames[weekday]) " : ""
    let space = number < 10 ? " " : ""
    let end = year == day.components.year ? "" : " \(year)"
    return "\(weekday)\(space)\(number) \(CalendarDate.monthNames[month - 1])\(end)"
  }

  /// The day in a sentence on another day: `Thu 4 Apr`, `21 Sep 2023`.
  public func inSentence(on day: CalendarDate) -> String {
    String(inList(on: day).split(separator: " ").joined(separator: " "))
  }
}

extension ImpreciseDate {
  /// The date as a list says it on a day, as exact as it is known; of a stretch its last day.
  public func inList(on day: CalendarDate, hasWeekday: Bool = true) -> String {
    switch precision {
    case .day: first?.inList(on: day, hasWeekday: hasWeekday) ?? short
    case .range: last?.inList(on: day, hasWeekday: hasWeekday) ?? short
    default: short
    }
  }

  /// The date in a list on a day, a stretch in as few letters as say it: `Thu  4 Apr`, `Apr-Jun 2023`.
  public func briefInList(on day: CalendarDate) -> String {
    precision == .day ? inList(on: day) : brief
  }

  /// The date as a list of records says it on a day: of a stretch both ends, `2 Jan to 29 Mar`.
  public func wholeInList(on day: CalendarDate) -> String {
    guard precision == .range, let first, let last else { return inList(on: day) }
    if first.year != day.year || last.year != day.year { return short }
    return [first, last].map { date in
      "\(date.components.day) \(CalendarDate.monthNames[date.components.month - 1])"
    }.joined(separator: " to ")
  }

  /// The date in a sentence on a day: `Thu 4 Apr`, `autumn 2024`.
  public func inSentence(on day: CalendarDate) -> String {
    precision == .day ? first?.inSentence(on: day) ?? short : short
  }
}

/// How far off a day is from another: `31 days late`, `today`, `in 4 days`, from 60 days on `in 5
/// months`.
public func distanceWords(from day: CalendarDate, to due: CalendarDate) -> String {
  let days = due.dayNumber - day.dayNumber
  if days == 0 { return "today" }
  if days < 0 { return "\(counted(-days, "day")) late" }
  if days < 60 { return "in \(counted(days, "day"))" }
  var months = 2
  while months < 1200, day.adding(months: months + 1) <= due { months += 1 }
  return "in \(months) months"
}

extension String {
  /// The same where it is a day of a list, or two, but with the year that a list leaves out on a day:
  /// `Thu  4 Apr` is `4 Apr 2024`; any other text as it is.
  public func withYear(of day: CalendarDate) -> String {
    let ends = split(separator: " to ", maxSplits: 1).map { end -> Substring in
      let words = end.split(separator: " ")
      let isNamed = words.first.map { CalendarDate.weekdayNames.contains(String($0)) } ?? false
      let rest = isNamed ? words.dropFirst() : words[...]
      guard rest.count == 2, let number = rest.first, Int(number) != nil,
        let month = rest.last, CalendarDate.monthNames.contains(String(month))
      else { return "" }
      return "\(number) \(month)"
    }
    guard let last = ends.last, ends.allSatisfy({ !$0.isEmpty }) else { return self }
    return (ends.dropLast() + ["\(last) \(day.year)"]).joined(separator: " to ")
  }
}

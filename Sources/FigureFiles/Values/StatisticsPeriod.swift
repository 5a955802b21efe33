import Letters
import Safeguarding

extension ReadPeriod {
  /// A period of the standard for official statistics: digits, and a word that says what they mean.
  static func statistics(_ printed: String, _ identifier: String) -> (ReadPeriod, fault: String?) {
    var period = ReadPeriod(printed: printed, identifier: identifier)
    let key = Heading.key(identifier)
    guard printed.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let digits = Int(printed) else {
      return (
        period, "\"\(shortened(printed))\" is no period: it has digits only, such as 2025 or 202425"
      )
    }
    guard let kind = StatisticsPeriod.kind(key) else {
      return (period, "\"\(shortened(identifier))\" is no kind of period that is known")
    }
    let isPair: Bool
    let start: Int
    switch printed.utf8.count {
    case 4: (isPair, start) = (false, digits)
    case 6: (isPair, start) = (true, digits / 100)
    default: return (period, "\"\(shortened(printed))\" has neither four digits nor six")
    }
    period.years = isPair ? start...start + 1 : start...start
    if isPair != kind.isPair {
      return (
        period,
        "\"\(printed)\" does not fit \"\(identifier)\", which has \(kind.isPair ? "six" : "four") digits"
      )
    }
    if isPair, digits % 100 != (start + 1) % 100 {
      return (period, "\"\(printed)\" does not name two years of which one follows the other")
    }
    kind.fill(&period, start)
    return (period, nil)
  }
}

/// Which days a kind of period has, from the year that its digits begin with.
private struct StatisticsPeriod {
  let isPair: Bool
  let fill: (inout ReadPeriod, Int) -> Void

  /// So many months from a month of the first year; months after 12 are of the next one.
  private static func months(_ isPair: Bool, from month: Int, _ count: Int) -> StatisticsPeriod {
    StatisticsPeriod(isPair: isPair) { period, year in
      period.set(year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, months: count)
    }
  }

  static func kind(_ key: String) -> StatisticsPeriod? {
    switch key {
    case "calendaryear": return months(false, from: 1, 12)
    // In social care, the year that ends on 31 March.
    case "reportingyear":
      return StatisticsPeriod(isPair: false) { period, year in
        period.set(year: year - 1, month: 4, months: 12)
      }
    case "academicyear": return months(true, from: 9, 12)
    case "financialyear": return months(true, from: 4, 12)
    case "taxyear":
      return StatisticsPeriod(isPair: true) { period, year in
        period.first = CalendarDate(year: year, month: 4, day: 6)
        period.last = CalendarDate(year: year + 1, month: 4, day: 5)
      }
    case "autumnterm": return months(true, from: 9, 4)
    case "springterm": return months(true, from: 13, 4)
    case "summerterm": return months(true, from: 17, 4)
    case "autumnandspringterm": return months(true, from: 9, 8)
    case "part1apriltoseptember": return months(true, from: 4, 6)
    case "part2octobertomarch": return months(true, from: 10, 6)
    default: break
    }
    for (start, isPair, month) in [
      ("financialyear", true, 4), ("academicyear", true, 9), ("calendaryear", false, 1),
      ("taxyear", true, 4),
    ]
    where key.hasPrefix(start) {
      let quarters = key.dropFirst(start.count).split(separator: "q").compactMap {
        Int($0.prefix { $0.isNumber })
      }
      guard let first = quarters.first, (1...4).contains(first) else { return nil }
      let last = quarters.count > 1 ? quarters[1] : first
      guard (first...4).contains(last) else { return nil }
      return months(isPair, from: month + (first - 1) * 3, (last - first + 1) * 3)
    }
    if let month = MonthName.full.firstIndex(of: key) { return months(false, from: month + 1, 1) }
    if key.hasPrefix("week"), let week = Int(key.dropFirst(4)), (1...53).contains(week) {
      return StatisticsPeriod(isPair: false) { period, year in
        // The week with the first Thursday of the year is its first.
        guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return }
        period.first = fourth.adding(days: (week - 1) * 7 - fourth.weekday)
        period.last = period.first?.adding(days: 6)
      }
    }
    return nil
  }
}

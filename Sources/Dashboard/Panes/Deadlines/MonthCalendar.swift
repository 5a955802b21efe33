import Safeguarding
import TerminalUI

/// The month a deadline is due in, with working days, bank holidays and what else is due.
struct MonthCalendar {
  private let day: CalendarDate
  private let first: CalendarDate
  private let selected: CalendarDate?
  private let dueDays: Set<CalendarDate>
  private let calendar: WorkingDays

  /// The month of a deadline, or the present one where it has no date.
  init(around deadline: Deadline?, _ dueDays: Set<CalendarDate>, _ context: PaneContext) {
    day = context.day
    let (year, month, _) = (deadline?.due?.last ?? context.day).components
    first = CalendarDate(year: year, month: month, day: 1) ?? context.day
    self.dueDays = dueDays
    selected = deadline?.due?.last
    calendar = context.workspace.bankHolidays.workingDays()
  }

  /// The room that shows a month of six weeks.
  static let natural = Size(39, 12)

  /// The days on which something open is due.
  static func dueDays(of deadlines: [Deadline]) -> Set<CalendarDate> {
    Set(deadlines.lazy.filter(\.status.isOpen).compactMap { $0.due?.last })
  }

  /// The month in lines: title, names of the days, weeks, what the marks mean, bank holidays.
  var lines: [Line] {
    let (year, month, _) = first.components
    var lines = [
      Line("\(CalendarDate.monthNames[month - 1]) \(year)", .heading)
        + .secondary(
          "  \(calendar.count(after: first.adding(days: -1), through: first.endOfMonth)) working days"
        ),
      CalendarDate.weekdayNames.reduce(Line.empty) { $0 + .secondary(" \($1.prefix(2))  ") },
    ]
    var week = first.adding(days: -first.weekday)
    while week <= first.endOfMonth {
      lines.append((0..<7).reduce(Line.empty) { $0 + cell(week.adding(days: $1)) })
      week = week.adding(days: 7)
    }
    lines.append(.secondary("[ ] this  + due  h holiday  > now"))
    lines += holidays.map { .secondary("h \($0.date.short) \($0.title)") }
    return lines
  }

  private var holidays: [BankHolidays.Day] {
    calendar.holidays(after: first.adding(days: -1), through: first.endOfMonth)
  }

  /// A day in five columns: a mark before it, the number, a mark behind it.
  private func cell(_ date: CalendarDate) -> Line {
    guard date.components.month == first.components.month else { return Line("     ") }
    let number = date.components.day
    let digits = number < 10 ? " \(number)" : String(number)
    let isHoliday = date.weekday < 5 && !calendar.contains(date)
    let holiday = isHoliday ? "h" : " "
    if date == selected { return Line("[\(digits)]\(holiday)", .accent) }
    let before = date == day ? ">" : " "
    let due = dueDays.contains(date) ? "+" : " "
    let role: Role =
      date == day
      ? .accent
      : dueDays.contains(date) ? .text : calendar.contains(date) ? .text : .secondary
    return Line(before + digits + due + holiday, role)
  }
}

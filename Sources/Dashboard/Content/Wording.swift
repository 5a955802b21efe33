import Safeguarding
import TerminalUI

extension Line {
  /// Secondary text.
  static func secondary(_ text: String) -> Line { Line(text, .secondary) }

  /// Text with the mark of an illustrative record behind it where it is one.
  static func text(_ text: String, illustrative: Bool, role: Role = .text) -> Line {
    illustrative
      ? Line(spans: [Span(text, role), Span(illustrativeMark, .illustrative)]) : Line(text, role)
  }
}

extension Deadline {
  /// How it stands, and whether the record illustrates.
  func markCell(_ context: PaneContext) -> Line {
    let mark = isIllustrative ? illustrativeMark : ""
    return context.isFaulty(record)
      ? Line("x\(mark)", .fault) : Line("\(status.mark)\(mark)", status.role)
  }
}

extension Deadline.Status {
  /// The letter that carries the meaning without colour.
  var mark: String {
    switch self {
    case .overdue: "!"
    case .dueSoon: "~"
    case .running, .extended, .notStarted: " "
    case .paused: "|"
    case .waitingForDate, .noDate: "_"
    case .notApplicable: "/"
    case .notReported: "."
    case .doneOnTime, .done: "="
    case .doneLate: "-"
    }
  }

  var role: Role {
    switch self {
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .running, .extended, .notStarted: .text
    case .paused: .dueSoon
    case .doneOnTime, .doneLate, .done: .done
    case .noDate, .waitingForDate, .notReported, .notApplicable: .secondary
    }
  }
}

extension ActionStatus {
  var role: Role {
    switch self {
    case .open, .started: .text
    case .done: .good
    case .dropped, .unknown: .secondary
    }
  }
}

extension ImpreciseDate? {
  /// The date in short, or nothing.
  var shortText: String { self?.short ?? "" }

  /// Sorts by the last possible day.
  var sortKey: SortKey {
    self?.last.map { .number(Double($0.dayNumber)) } ?? .nothing
  }
}

/// How long until a day, in months and days: "5 months 2 days".
func monthsAndDays(from start: CalendarDate, to end: CalendarDate) -> String {
  if end < start { return "passed" }
  var months = 0
  while let next = later(start, months + 1), next <= end { months += 1 }
  let days = end.dayNumber - start.adding(months: months).dayNumber
  let parts = [
    months > 0 ? counted(months, "month") : nil,
    days > 0 || months == 0 ? counted(days, "day") : nil,
  ]
  return parts.compactMap { $0 }.joined(separator: " ")
}

/// How long until a day, short: "5 months", "12 days".
func shortSpan(from start: CalendarDate, to end: CalendarDate) -> String {
  var months = 0
  while let next = later(start, months + 1), next <= end { months += 1 }
  // What is nearly another month is called one: 3 months and 28 days are 4 months.
  if months > 0, let next = later(start, months + 1), next.dayNumber - end.dayNumber < 15 {
    months += 1
  }
  return months > 1 ? "\(months) months" : counted(end.dayNumber - start.dayNumber, "day")
}

/// The same day so many months later; nil where the calendar ends.
private func later(_ day: CalendarDate, _ months: Int) -> CalendarDate? {
  let later = day.adding(months: months)
  return later > day ? later : nil
}

/// Heading and text under each other, for panels that explain.
func block(_ heading: String, _ lines: [Line]) -> [Line] {
  lines.isEmpty ? [] : [Line(heading, .heading)] + lines.map { Line("  ") + $0 } + [.empty]
}

import Safeguarding
import TerminalUI

/// The list of deadlines under headings that say how near they are.
struct DeadlineList {
  private let deadlines: [Deadline]
  private let context: PaneContext
  private let weekEnd: CalendarDate
  private let monthEnd: CalendarDate

  init(_ deadlines: [Deadline], _ context: PaneContext) {
    self.deadlines = deadlines
    self.context = context
    weekEnd = context.day.adding(days: 7)
    monthEnd = context.day.adding(months: 1)
  }

  /// How near a deadline is, in the order of the list.
  private enum Section: Int, CaseIterable {
    case overdue, week, month, later, paused, waiting, reminder, notReported, done, notApplicable
  }

  var panel: Panel {
    var sections: [[Deadline]] = Array(repeating: [], count: Section.allCases.count)
    for deadline in deadlines { sections[section(deadline).rawValue].append(deadline) }
    sections[Section.done.rawValue].reverse()
    var rows: [LinkedRow] = []
    for section in Section.allCases where !sections[section.rawValue].isEmpty {
      let members = sections[section.rawValue]
      rows.append(
        LinkedRow(
          "heading-\(section.rawValue)",
          [Line(heading(section), .heading) + .secondary("  \(members.count)")], isHeading: true))
      rows += members.map(row)
    }
    let soon = deadlines.filter { $0.status == .dueSoon }.count
    return Panel(
      "list", title: "Deadlines (wd: working days)",
      notes: [
        Line("\(sections[0].count) overdue", .overdue), Line("\(soon) due soon", .dueSoon),
        context.closedNote, .secondary("f narrows"),
      ],
      columns: [
        Column("", .fit(2)), Column("What", .share(least: 36)),
        Column("When", .fit(18), alignment: .trailing),
        Column("Due", .fit(11), alignment: .trailing, rank: 1), Column("Kind", .fit(14), rank: 3),
        Column("Group", .fit(22), rank: 5),
        Column("Owner", .fit(28), rank: 4),
      ], rows: rows,
      emptyText:
        "Nothing is owed by a date. Deadlines come from the rules in rules.json and from the dates "
        + "of actions, meetings, papers, reviews, chair terms, returns and obligations.")
  }

  private func section(_ deadline: Deadline) -> Section {
    switch deadline.status {
    case .overdue: return .overdue
    case .paused: return .paused
    case .waitingForDate: return .waiting
    case .noDate: return .reminder
    case .notReported: return .notReported
    case .doneLate, .doneOnTime: return .done
    case .notApplicable: return .notApplicable
    case .dueSoon, .running, .extended, .notStarted:
      guard let due = deadline.due?.last else { return .waiting }
      return due <= weekEnd ? .week : due <= monthEnd ? .month : .later
    }
  }

  private func heading(_ section: Section) -> String {
    switch section {
    case .overdue: "Overdue"
    case .week: "This week (to \(weekEnd.long))"
    case .month: "This month (to \(monthEnd.long))"
    case .later: "Later"
    case .paused: "Paused"
    case .waiting: "Waiting for a date"
    case .reminder: "Reminders without a date"
    case .notReported: "The documents do not say whether it was done"
    case .done: "Done"
    case .notApplicable: "Not applicable"
    }
  }

  private func row(_ deadline: Deadline) -> LinkedRow {
    let group = deadline.group.map { context.workspace.groups[$0]?.label ?? $0.id } ?? ""
    let owner = deadline.owners.text(context.names)
    return LinkedRow(
      deadline.id,
      [
        deadline.markCell(context), Line(deadline.title, deadline.status.isDone ? .done : .text),
        when(deadline), Line(due(deadline)), .secondary(deadline.form), .secondary(group),
        .secondary(owner),
      ],
      keys: [
        .text(deadline.status.title), .text(deadline.title),
        deadline.workingDays.map { .number(Double($0)) } ?? .nothing, deadline.due.sortKey,
        .text(deadline.form), .text(group), .text(owner),
      ], record: deadline.record)
  }

  /// The date as short as it is; of a range, its last day.
  private func due(_ deadline: Deadline) -> String {
    guard let due = deadline.due else { return "" }
    return due.precision == .range ? due.last?.short ?? due.short : due.short
  }

  /// How far off it is; that it was moved or is provisional is said beside it.
  private func when(_ deadline: Deadline) -> Line {
    let words =
      deadline.status.isOpen
      ? deadline.distanceText
      : deadline.status == .doneLate
        ? deadline.standing.replacing("done ", with: "") : deadline.status.shortTitle
    let moved = deadline.firstDue == nil || deadline.status == .doneLate ? "" : "moved "
    let doubt = deadline.isProvisional && deadline.status.isOpen ? "prov. " : ""
    return Line(doubt + moved + words, deadline.status.role)
  }
}

extension Deadline.Status {
  /// The status where its heading says the rest.
  fileprivate var shortTitle: String {
    switch self {
    case .doneOnTime: "in time"
    case .waitingForDate, .noDate: "no date"
    case .notApplicable: "not owed"
    default: title
    }
  }
}

import Safeguarding
import TerminalUI

/// The list of deadlines under headings that say how near they are.
struct DeadlineList {
  private let deadlines: [Deadline]
  private let context: PaneContext
  /// The rows in their order.
  private let entries: [Entry]
  private let overdue: Int

  /// A deadline, or the heading above some of them.
  private enum Entry: Sendable {
    case heading(Section, String, Int)
    case deadline(Deadline)
  }

  init(_ deadlines: [Deadline], _ context: PaneContext) {
    self.deadlines = deadlines
    self.context = context
    let ends = Ends(
      week: context.day.adding(days: 7), month: context.day.adding(months: 1))
    var sections: [[Deadline]] = Array(repeating: [], count: Section.allCases.count)
    for deadline in deadlines {
      sections[DeadlineList.section(deadline, ends).rawValue].append(deadline)
    }
    sections[Section.done.rawValue].reverse()
    overdue = sections[0].count
    entries = Section.allCases.flatMap { section -> [Entry] in
      let members = sections[section.rawValue]
      if members.isEmpty { return [] }
      let title = DeadlineList.heading(section, ends)
      return [.heading(section, title, members.count)] + members.map { .deadline($0) }
    }
  }

  /// The last days of the week and the month ahead.
  private struct Ends {
    let week: CalendarDate
    let month: CalendarDate
  }

  /// The deadline of a row; nil for a heading.
  func deadline(_ row: Int) -> Deadline? {
    if case .deadline(let deadline) = entries[row] { deadline } else { nil }
  }

  /// How near a deadline is, in the order of the list.
  private enum Section: Int, CaseIterable {
    case overdue, week, month, later, paused, waiting, reminder, notReported, done, notApplicable
  }

  var panel: Panel {
    let headings = entries.indices.filter { deadline($0) == nil }
    let rows = PanelRows(
      entries, headings: headings,
      id: { entry in
        switch entry {
        case .heading(let section, _, _): "heading-\(section.rawValue)"
        case .deadline(let deadline): deadline.id
        }
      },
      subject: { entry in
        if case .deadline(let deadline) = entry { deadline.subject } else { .none }
      },
      deadline: { entry in
        if case .deadline(let deadline) = entry { deadline } else { nil }
      },
      key: { entry, column in
        guard case .deadline(let deadline) = entry else { return .nothing }
        return key(of: deadline, column)
      },
      row: { entry in
        switch entry {
        case .heading(let section, let title, let count):
          PanelRow(
            "heading-\(section.rawValue)",
            [Line(title, .heading) + .secondary("  \(count)")], isHeading: true)
        case .deadline(let deadline): row(deadline)
        }
      })
    let soon = deadlines.filter { $0.status == .dueSoon }.count
    return Panel(
      .list, title: "Deadlines (wd: working days)",
      notes: [
        Line("\(overdue) overdue", .overdue), Line("\(soon) due soon", .dueSoon),
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
        "Nothing is owed by a date. Deadlines come from the rules and from the dates of actions, "
        + "meetings, papers, reviews, chair terms, returns and obligations.")
  }

  private static func section(_ deadline: Deadline, _ ends: Ends) -> Section {
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
      return due <= ends.week ? .week : due <= ends.month ? .month : .later
    }
  }

  private static func heading(_ section: Section, _ ends: Ends) -> String {
    switch section {
    case .overdue: "Overdue"
    case .week: "This week (to \(ends.week.long))"
    case .month: "This month (to \(ends.month.long))"
    case .later: "Later"
    case .paused: "Paused"
    case .waiting: "Waiting for a date"
    case .reminder: "Reminders without a date"
    case .notReported: "The documents do not say whether it was done"
    case .done: "Done"
    case .notApplicable: "Not applicable"
    }
  }

  /// What a deadline is sorted by in a column.
  private func key(of deadline: Deadline, _ column: Int) -> SortKey? {
    switch column {
    case 0: .text(deadline.status.title)
    case 1: .text(deadline.title)
    case 2: deadline.workingDays.map { .number(Double($0)) } ?? .nothing
    case 3: deadline.due.sortKey
    case 4: .text(deadline.form)
    default: nil
    }
  }

  private func row(_ deadline: Deadline) -> PanelRow {
    let group = deadline.group.map { context.workspace.groups[$0]?.label ?? $0.id } ?? ""
    let owner = deadline.owners.text(context.names)
    return PanelRow(
      deadline.subject, id: deadline.id,
      [
        deadline.markCell(context), Line(deadline.title, deadline.status.isDone ? .done : .text),
        when(deadline), Line(due(deadline)), .secondary(deadline.form), .secondary(group),
        .secondary(owner),
      ], target: Place(record: deadline.record))
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

extension Deadline {
  /// What its row stands for: its record, or the one that would tell how it goes.
  var subject: RowSubject {
    func addition<E: Entity>(of record: E) -> Addition {
      Addition(record, called: "Record: \(title)")
    }
    return unrecorded.map { .unrecorded(addition(of: $0)) } ?? .record(record)
  }

  /// Where it is shown with what can be done about it: its record, else its row among the deadlines.
  var place: Place {
    unrecorded == nil
      ? Place(record: record) : Place(DeadlinesPane.id, [DeadlineFacet(.rule, rule).path])
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

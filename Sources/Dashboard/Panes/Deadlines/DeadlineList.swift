import Safeguarding
import TerminalUI

/// The list of deadlines under headings that say how near they are.
struct DeadlineList {
  private let deadlines: [Deadline]
  private let closedNote: Line
  /// The rows in their order.
  private let entries: [OwedRow]
  private let table: OwedTable

  init(_ deadlines: [Deadline], _ context: PaneContext) {
    self.deadlines = deadlines
    closedNote = context.closedNote
    table = OwedTable(deadlines, context, isExplained: true)
    let ends = Ends(
      week: context.day.adding(days: 7), month: context.day.adding(months: 1))
    var sections: [[Deadline]] = Array(repeating: [], count: Section.allCases.count)
    for deadline in deadlines {
      sections[DeadlineList.section(deadline, ends).rawValue].append(deadline)
    }
    sections[Section.done.rawValue].reverse()
    entries = Section.allCases.flatMap { section -> [OwedRow] in
      let members = sections[section.rawValue]
      if members.isEmpty { return [] }
      let heading = OwedRow.band(
        "heading-\(section.rawValue)", DeadlineList.heading(section, ends, on: context.day),
        members.count,
        section == .overdue ? .overdue : .heading)
      return [heading] + members.map { .deadline($0) }
    }
  }

  /// The last days of the week and the month ahead.
  private struct Ends {
    let week: CalendarDate
    let month: CalendarDate
  }

  /// The deadline of a row; nil for a heading.
  func deadline(_ row: Int) -> Deadline? { entries[row].deadline }

  /// How near a deadline is, in the order of the list.
  private enum Section: Int, CaseIterable {
    case overdue, week, month, later, paused, waiting, reminder, notReported, done, notApplicable
  }

  var panel: Panel {
    Panel(
      .list, title: "Deadlines", notes: [closedNote, .secondary("‹narrow› narrows")],
      columns: table.columns, rows: table.rows(entries) { Place(record: $0.record) },
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
    case .doneLate, .doneOnTime, .done: return .done
    case .notApplicable: return .notApplicable
    case .dueSoon, .running, .extended, .notStarted:
      guard let due = deadline.due?.last else { return .waiting }
      return due <= ends.week ? .week : due <= ends.month ? .month : .later
    }
  }

  private static func heading(
    _ section: Section, _ ends: Ends, on day: CalendarDate
  ) -> String {
    switch section {
    case .overdue: "Overdue"
    case .week: "Due by \(ends.week.inSentence(on: day))"
    case .month: "Due by \(ends.month.inSentence(on: day))"
    case .later: "Later"
    case .paused: "Paused"
    case .waiting: "Waiting for a date"
    case .reminder: "Without a date"
    case .notReported: "The documents do not say whether it was done"
    case .done: "Done"
    case .notApplicable: "Not applicable"
    }
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

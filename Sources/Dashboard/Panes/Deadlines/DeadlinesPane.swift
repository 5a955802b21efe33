import Safeguarding
import TerminalUI

/// Everything owed by a date, in one list.
package enum DeadlinesPane: Pane {
  package static let id = "deadlines"
  package static let title = "Deadlines"
  package static let help =
    "Everything owed to anybody by a date, soonest first, with working days left or late."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let deadlines = ordered(context.deadlines)
    let byID = Dictionary(deadlines.map { ($0.id, $0) }) { first, _ in first }
    let why = Panel(
      "why", title: "Why it is due then",
      body: .detail(of: "list") { id in byID[id].map { explanation($0, context) } ?? [] },
      emptyText: "Select a deadline to see why it is due then.")
    var list = list(deadlines, context)
    list.trouble = context.trouble(under: "")
    return PaneContent(trail: [title], panels: [list, why]) { area in
      if area.width >= 130 { return area.columns([.share(5), .share(2)]) }
      if area.height >= 18 { return area.rows([.share(1), .fixed(7)]) }
      return [area, Rect(x: 0, y: 0, width: 0, height: 0)]
    }
  }

  /// What is still owed by date, then what is done, latest first.
  private static func ordered(_ deadlines: [Deadline]) -> [Deadline] {
    deadlines.filter { $0.status.isOpen } + deadlines.filter { $0.status == .noDate }
      + deadlines.filter { $0.status == .notReported }
      + deadlines.filter { $0.status == .doneLate || $0.status == .doneOnTime }.reversed()
  }

  private static func list(_ deadlines: [Deadline], _ context: PaneContext) -> Panel {
    var rows: [LinkedRow] = []
    var heading = ""
    for deadline in deadlines {
      let next = self.heading(deadline)
      if next != heading {
        rows.append(
          LinkedRow("heading-\(next)", [Line(next, .heading)], isHeading: true))
        heading = next
      }
      rows.append(row(deadline, context))
    }
    let overdue = deadlines.filter { $0.status == .overdue }.count
    let soon = deadlines.filter { $0.status == .dueSoon }.count
    return Panel(
      "list", title: "Deadlines (wd: working days)",
      notes: [Line("\(overdue) overdue", .overdue), Line("\(soon) due soon", .dueSoon)],
      columns: [
        Column("", .fit(2)), Column("Due", .fit(16), rank: 2),
        Column("When", .fit(12), alignment: .trailing), Column("What", .share(least: 24)),
        Column("Kind", .fit(14), rank: 3), Column("Group", .fit(22), rank: 5),
        Column("Owner", .fit(28), rank: 4),
      ], rows: rows,
      emptyText:
        "Nothing is owed by a date. Deadlines come from the dates of actions, meetings, papers, "
        + "chair terms, submissions and obligations.")
  }

  private static func heading(_ deadline: Deadline) -> String {
    switch deadline.status {
    case .overdue: "Overdue"
    case .dueSoon: "Due soon"
    case .running: "Later"
    case .noDate: "Without a date"
    case .notReported: "The documents do not say whether it was done"
    case .doneLate, .doneOnTime: "Done"
    }
  }

  private static func row(_ deadline: Deadline, _ context: PaneContext) -> LinkedRow {
    let group = deadline.group.map { context.workspace.groups[$0]?.label ?? $0.id } ?? ""
    let when = deadline.status.isOpen ? deadline.distance : deadline.status.title
    return LinkedRow(
      deadline.id,
      [
        deadline.markCell(context), Line(deadline.due.shortText), Line(when, deadline.status.role),
        Line(deadline.title, deadline.status.isOpen ? .text : .done), .secondary(deadline.form),
        .secondary(group), .secondary(deadline.owner),
      ],
      keys: [
        .text(deadline.status.title), deadline.due.sortKey,
        deadline.workingDays.map { .number(Double($0)) } ?? .nothing, .text(deadline.title),
        .text(deadline.form), .text(group), .text(deadline.owner),
      ], record: deadline.record)
  }

  private static func explanation(_ deadline: Deadline, _ context: PaneContext) -> [Line] {
    var lines = [Line(deadline.title, .heading), Line(deadline.because)]
    if let days = deadline.workingDays, deadline.status.isOpen {
      let count = counted(abs(days), "working day")
      let calendar = context.workspace.bankHolidays.workingDays()
      lines.append(
        Line(
          days < 0 ? "\(count) late." : "\(count) left.", deadline.status.role)
          + .secondary(
            " Working days are Monday to Friday without the bank holidays of England and Wales."))
      if let due = deadline.due?.last, !calendar.covers(due) {
        lines.append(
          Line("Provisional: the list of bank holidays does not cover \(due.year).", .dueSoon))
      }
    }
    if let done = deadline.doneOn { lines.append(Line("Done on \(done.long).", .good)) }
    if !deadline.owner.isEmpty { lines.append(.secondary("Owner: \(deadline.owner)")) }
    if deadline.isIllustrative {
      lines.append(Line("\(illustrativeMark) From a record that illustrates.", .illustrative))
    }
    return lines
  }
}

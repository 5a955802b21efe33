import Safeguarding
import TerminalUI

extension OverviewPane {
  /// Overdue first, then due soon, then what to look at.
  static func attention(_ context: PaneContext) -> Panel {
    let overdue = context.deadlines.filter { $0.status == .overdue }
    let soon = context.deadlines.filter { $0.status == .dueSoon }
    let book = context.book
    let clocks = context.deadlines.filter { deadline in
      deadline.status == .running && deadline.record.kind == Review.kind
        && book[deadline.rule]?.informationOnly != true
    }
    let warnings = context.workspace.warnings(on: context.day, in: context.scope)
    let faults = context.errors
    var rows: [PanelRow] = []
    if let first = faults.first {
      rows.append(
        PanelRow(
          "faults",
          [
            Line("x", .fault), Line("The data has \(counted(faults.count, "fault"))", .fault),
            Line(first.place, .secondary),
          ], target: Place(FaultsPane.id)))
    }
    let closed = context.workspace.access.closed.map(\.path)
    if !closed.isEmpty {
      let places = Line.secondary("Closed to you, not counted: \(closed.joined(separator: ", "))")
      rows.append(PanelRow("closed", [.secondary("-"), places, .empty]))
    }
    rows += overdue.map { row($0, context) } + clocks.map { row($0, context) }
    rows += warnings.map { warning in
      PanelRow(
        warning.record, id: "\(warning.record.id): \(warning.text)",
        [Line("?", .dueSoon), Line(warning.text) + .secondary(", \(warning.detail)"), .empty])
    }
    rows += soon.map { row($0, context) }
    let notes = [
      Line("\(overdue.count) overdue", overdue.isEmpty ? .good : .overdue),
      Line("\(soon.count) due soon", soon.isEmpty ? .good : .dueSoon),
      warnings.isEmpty ? .empty : Line(counted(warnings.count, "warning"), .dueSoon),
    ]
    return Panel(
      .attention, title: "Needs attention", notes: notes,
      columns: [
        Column("", .fit(2)), Column("", .share(least: 20)),
        Column("", .fit(16), alignment: .trailing),
      ], rows: rows,
      emptyText:
        "Nothing is overdue or due soon. Deadlines come from actions, meetings and obligations.")
  }

  private static func row(_ deadline: Deadline, _ context: PaneContext) -> PanelRow {
    PanelRow(
      deadline.subject, id: deadline.id,
      [
        deadline.markCell(context), Line(deadline.title),
        Line(deadline.distanceText, deadline.status.role),
      ],
      keys: [
        .nothing, .text(deadline.title),
        deadline.workingDays.map { .number(Double($0)) } ?? .nothing,
      ], target: deadline.place)
  }
}

import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// The checklist of the next handover, a row each, so that each can be ticked; nil without one.
  static func checklist(of group: PartnershipGroup, _ context: PaneContext) -> Panel? {
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      let next = rotation.handover(after: context.day), !next.handover.isEmpty
    else { return nil }
    let rows = next.handover.enumerated().map { index, item in
      LinkedRow(
        "handover-\(index)",
        [
          item.isDone ? Line("=", .good) : Line(" "), Line(item.title),
          Line(item.doneOn.shortText), .secondary(item.by),
        ])
    }
    let done = next.handover.count(where: \.isDone)
    return Panel(
      "checklist", title: "Handover list",
      notes: [.secondary("\(done) of \(rows.count) done"), .secondary("Space ticks")],
      columns: [
        Column("", .fit(1)), Column("To do", .share(least: 20)), Column("Done on", .fit(11)),
        Column("By", .fit(24), rank: 1),
      ], rows: rows, emptyText: "")
  }
}

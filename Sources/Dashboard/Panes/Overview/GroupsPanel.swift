import Safeguarding
import TerminalUI

extension OverviewPane {
  /// The next meeting of each group with its papers, and how its actions stand.
  static func groups(_ facts: [GroupFacts], _ context: PaneContext) -> Panel {
    let facts = facts.sorted { left, right in
      let leftDay = left.next?.date?.first?.dayNumber ?? Int.max
      let rightDay = right.next?.date?.first?.dayNumber ?? Int.max
      return leftDay < rightDay
    }
    return Panel(
      .groups, title: "Next meetings",
      notes: context.illustrativeLegend,
      columns: [
        Column("Group", .text(least: 14, most: 30)), Column("For", .whole, rank: 5),
        Column("Meets", .whole, alignment: .trailing),
        Column("", .whole, alignment: .trailing, rank: 4),
        Column("Papers in", .whole, alignment: .trailing, rank: 1),
        Column("Open", .whole, alignment: .trailing, rank: 3),
        Column("Late", .whole, alignment: .trailing),
      ],
      rows: facts.map { facts in
        PanelRow(
          facts.group.link,
          [
            facts.name(context), .secondary(facts.serves(context)), facts.nextMeets,
            .secondary(facts.nextDistance(context)), facts.papers, facts.openCount,
            facts.overdueCount,
          ],
          keys: [
            .text(facts.group.label), .text(facts.serves(context)),
            facts.next?.date.sortKey ?? .nothing,
            facts.next?.date.sortKey ?? .nothing, .nothing, .number(Double(facts.open)),
            .number(Double(facts.overdue)),
          ])
      },
      emptyText: "No groups yet.")
  }
}

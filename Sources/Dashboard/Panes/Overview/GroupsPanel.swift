import Safeguarding
import TerminalUI

extension OverviewPane {
  /// The next meeting of each group with its papers, and how its actions stand.
  static func groups(_ context: PaneContext) -> Panel {
    let facts = context.liveGroups.map { GroupFacts($0, context) }.sorted { left, right in
      let leftDay = left.next?.date?.first?.dayNumber ?? Int.max
      let rightDay = right.next?.date?.first?.dayNumber ?? Int.max
      return leftDay < rightDay
    }
    return Panel(
      .groups, title: "Groups: next meeting",
      notes: context.illustrativeLegend,
      columns: [
        Column("Group", .share(least: 16)), Column("For", .fit(13), rank: 3),
        Column("Next meets", .fit(14)), Column("", .fit(10), alignment: .trailing, rank: 4),
        Column("Papers in", .fit(9), alignment: .trailing, rank: 2),
        Column("Open", .fit(6), alignment: .trailing),
        Column("Late", .fit(6), alignment: .trailing),
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

import Safeguarding
import TerminalUI

/// The groups that see to the secure estate and to custody: when each met, and when it has to meet again.
///
/// A group is one of them where an establishment has a seat, or where somebody scrutinised an establishment in it.
struct CustodyMeetings: Sendable {
  private let context: PaneContext
  private let groups: [GroupFacts]

  init(_ context: PaneContext) {
    self.context = context
    let workspace = context.workspace
    // The police have cells and a seat nearly everywhere: only a body of the secure estate makes a group one of these.
    let agencies = Set(
      workspace.establishments.all.compactMap(\.agency).filter {
        workspace.agencies[$0]?.category == .secureEstate
      }.map(\.id))
    let looked = Set(
      workspace.scrutinyActivities.all.filter { $0.establishment != nil }.compactMap {
        $0.group?.id
      }
    )
    groups = workspace.groups(in: context.scope, on: context.day).filter { group in
      group.isLive(on: context.day)
        && (looked.contains(group.id)
          || group.seats.contains { seat in seat.agency.map { agencies.contains($0.id) } ?? false })
    }.map { GroupFacts($0, context) }
  }

  /// How many of the groups should have met by today.
  var lede: [LedeBlock] {
    let late = groups.count(where: \.isLate)
    if groups.isEmpty { return [] }
    return late == 0
      ? [.fact("Every group meets in time", "secure estate and custody", .good)]
      : [.fact("\(late) of \(groups.count) should have met", "secure estate and custody", .dueSoon)]
  }

  var panel: Panel {
    let rows = groups.map { facts in
      let group = facts.group
      let strip = RhythmStrip(context.records.meetings(of: Reference(group.id)), on: context.day)
      let due: Line =
        facts.dueBy.map { Line($0.short, facts.isLate ? .overdue : .text) }
        ?? .secondary(
          group.cadence == nil
            ? "no rhythm printed" : facts.next == nil ? "not known" : "in time as planned")
      return PanelRow(
        .record(group.link),
        [
          facts.name(context), .secondary(group.cadence?.words ?? "not printed"), facts.lastMet,
          facts.nextMeets, due, strip.line(context.glyphs),
        ],
        keys: [
          .text(group.label), .text(group.cadence?.words ?? ""),
          facts.last?.date.sortKey ?? .nothing, facts.next?.date.sortKey ?? .nothing, .nothing,
          .nothing,
        ])
    }
    return Panel(
      .groups, title: "Meetings on the secure estate and custody",
      notes: context.illustrativeLegend,
      columns: [
        Column("Group", .main(least: 16)), Column("Meets", .whole, rank: 2),
        Column("Last met", .whole), Column("Next meets", .whole, alignment: .trailing),
        Column("Due by", .whole, alignment: .trailing, rank: 1),
        Column(
          RhythmStrip.head(on: context.day, context.glyphs), .whole, rank: 3, isSortable: false),
      ], rows: rows, emptyText: "No group has an establishment at its table."
    ).explaining(5, by: RhythmStrip.legend(context.glyphs)).closed(context, under: "groups/")
  }
}

package import Safeguarding
import TerminalUI

/// Executives, subgroups and forums: when they meet, what is on the agenda, what is open.
package enum GroupsPane: Pane {
  package static let id = "groups"
  package static let title = "Groups"
  package static let shows: RecordKind? = PartnershipGroup.kind
  package static let help =
    "Every group with its meetings, agendas, papers, actions, members and terms of reference."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let id = path.first else {
      return PaneContent(
        trail: [title], panel: list(context).readable(context, under: "groups/"))
    }
    guard let group = context.workspace.groups[id] else {
      let none = Panel(
        .none, title: id, body: .text([]), emptyText: "There is no group with this id.")
      return PaneContent(
        trail: [title, id],
        panel: none.closed(context, under: PartnershipGroup.folder(of: id)))
    }
    return inside(group, context)
  }

  private static func list(_ context: PaneContext) -> Panel {
    let groups = context.workspace.groups(in: context.scope, on: context.day)
    let live = groups.filter { $0.isLive(on: context.day) }
    let gone = groups.filter { !$0.isLive(on: context.day) }
    var rows = live.map { row($0, context) }
    if !gone.isEmpty {
      let day = context.day.short
      rows.append(
        PanelRow("gone", [Line("Not meeting on \(day)", .heading)], isHeading: true))
      rows += gone.map { row($0, context) }
    }
    return Panel(
      .list, title: "Groups",
      notes: context.illustrativeLegend,
      columns: [
        Column("Group", .main()), Column("For", .whole, rank: 3),
        Column("Joint", .whole, rank: 6), Column("Meets", .whole, rank: 5),
        Column("Last met", .whole, rank: 4), Column("Next meets", .whole),
        Column("Papers", .whole, alignment: .trailing, rank: 7),
        Column("Open", .whole, alignment: .trailing, rank: 2),
        Column("Late", .whole, alignment: .trailing),
      ], rows: rows,
      emptyText: "No groups yet."
    ).adding(context.additions(of: PartnershipGroup.self).first)
  }

  private static func row(_ group: PartnershipGroup, _ context: PaneContext) -> PanelRow {
    let facts = GroupFacts(group, context)
    return PanelRow(
      group.link,
      [
        facts.name(context), .secondary(facts.serves(context)),
        group.isJoint ? Line("joint", .accent) : .empty,
        .secondary(group.cadence?.words ?? "not printed"), facts.lastMet, facts.nextMeets,
        facts.papers, facts.openCount, facts.overdueCount,
      ],
      keys: [
        .text(group.label), .text(facts.serves(context)), .number(group.isJoint ? 0 : 1),
        .text(group.cadence?.words ?? ""), facts.last?.date.sortKey ?? .nothing,
        facts.next?.date.sortKey ?? .nothing, .nothing, .number(Double(facts.open)),
        .number(Double(facts.overdue)),
      ])
  }

  private static func inside(_ group: PartnershipGroup, _ context: PaneContext) -> PaneContent {
    let reference = Reference<PartnershipGroup>(group.id)
    let meeting = context.records.presentMeeting(of: reference, on: context.day)
    func shown(_ panel: Panel, from kind: RecordKind) -> Panel {
      panel.readable(context, under: PartnershipGroup.document(of: kind, in: reference.id))
    }
    let actions = actions(
      context.records.actionPositions(of: reference), title: "Actions", context,
      emptyText: "No actions yet."
    ).adding(context.newAction(in: reference))
    var agenda = agenda(of: meeting, context)
    if meeting == nil { agenda = agenda.adding(context.newMeeting(of: reference)) }
    let meetings = [agenda, Self.meetings(of: group, context)].map { shown($0, from: Meeting.kind) }
    let own = [members(of: group, context), about(group, context)]
      .map { shown($0, from: PartnershipGroup.kind) }
    let panels = [meetings[0], shown(actions, from: ActionItem.kind), meetings[1]] + own
    let content = PaneContent(trail: [title, group.name], about: group.link, panels: panels)
    return content.adding(
      [
        context.newAction(in: reference), meeting.flatMap { context.newItem(of: $0) },
        context.newMeeting(of: reference),
        context.newPart(Seat(), of: group, at: [.field("seats")]), context.newTerm(of: reference),
      ].compactMap(\.self))
  }
}

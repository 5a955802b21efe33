package import Safeguarding
import TerminalUI

/// Executives, subgroups and forums: when they meet, what is on the agenda, what is open.
package enum GroupsPane: SectionedPane {
  package static let id = "groups"
  package static let title = "Groups"
  package static let shows: RecordKind? = PartnershipGroup.kind
  package static let help =
    "Every group with its meetings, agendas, papers, actions, members and terms of reference."

  package static let sections = [
    PaneSection("all", "Groups", content: everyGroup),
    PaneSection("work", "Work programme", content: workProgramme),
    PaneSection("reports-up", "Reports up", content: reportsUp),
    PaneSection("membership", "Membership", content: membership),
    PaneSection("attendance", "Attendance", content: attendance),
    PaneSection("documents", "Documents", content: documents),
    PaneSection("events", "Events", content: events),
    PaneSection("neighbours", "Neighbours", content: neighbours),
  ]

  private static func everyGroup(_ context: PaneContext) -> PaneContent {
    let facts = context.workspace.groups(in: context.scope, on: context.day)
      .map { GroupFacts($0, context) }
    return PaneContent(
      trail: [], lede: lede(facts, context),
      panel: list(facts, context).readable(context, under: "groups/"))
  }

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let id = path.first ?? ""
    guard let group = context.workspace.groups[id] else {
      if id.isEmpty || sections.contains(where: { $0.id == id }) { return section(id, context) }
      let none = Panel(
        .none, title: id, body: .text([]), emptyText: "There is no group with this id.")
      return PaneContent(
        trail: [title, id],
        panel: none.closed(context, under: PartnershipGroup.folder(of: id)))
    }
    return inside(group, context)
  }

  private static func inside(_ group: PartnershipGroup, _ context: PaneContext) -> PaneContent {
    let reference = Reference<PartnershipGroup>(group.id)
    let meeting = context.records.presentMeeting(of: reference, on: context.day)
    func shown(_ panel: Panel, from kind: RecordKind) -> Panel {
      panel.readable(context, under: context.document(of: kind, in: reference.id))
    }
    let actions = actions(
      context.records.actionPositions(of: reference), title: "Actions", context,
      emptyText: "No actions yet."
    ).adding(context.newAction(in: reference))
    var agenda = agenda(of: meeting, context)
    if meeting == nil { agenda = agenda.adding(context.newMeeting(of: reference)) }
    var panels = [
      shown(agenda, from: Meeting.kind), shown(actions, from: ActionItem.kind),
    ]
    if let meeting, meeting.papers.all > 0 {
      panels.append(shown(MeetingPane.papers(meeting, context), from: Meeting.kind).asExtra)
    }
    let decisions = ExecutivePane.decisions(of: group, context)
    if decisions.rows.count > 0 { panels.append(shown(decisions, from: Meeting.kind).asExtra) }
    panels += [
      shown(members(of: group, context), from: PartnershipGroup.kind),
      shown(Self.meetings(of: group, context), from: Meeting.kind),
    ]
    if hasChair(group, context) {
      panels.append(shown(ExecutivePane.terms(of: group, context), from: ChairTerm.kind))
    }
    panels += [
      shown(about(group, context), from: PartnershipGroup.kind)
    ]
    let content = PaneContent(
      trail: [title, group.label], about: group.link, lede: lede(of: group, context), panels: panels
    )
    return content.adding(
      [
        context.newAction(in: reference), meeting.flatMap { context.newItem(of: $0) },
        context.newMeeting(of: reference),
        context.newPart(Seat(), of: group, at: [.field("seats")]), context.newTerm(of: reference),
      ].compactMap(\.self))
  }
}

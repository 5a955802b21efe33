import Safeguarding
import TerminalUI

/// The group that leads a partnership: its rotating chair, its seats, its meetings.
package enum ExecutivePane: Pane {
  package static let id = "executive"
  package static let title = "Executive"
  package static let help =
    "Who chairs now and next, who holds which seat, who acts for whom, and whether it meets in time."

  /// The way in is empty, `of` and a partnership, or the id of any group that rotates its chair.
  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    if let id = path.first, id != "of", let group = context.workspace.groups[id] {
      return content(context, group: group, partnership: nil)
    }
    let chosen = path.first == "of" ? path.last : nil
    let partnership =
      chosen.flatMap { context.workspace.partnerships[$0] }
      ?? context.partnerships.first {
        context.workspace.executive(of: $0, on: context.day) != nil
      }
    let executive = partnership.flatMap { context.workspace.executive(of: $0, on: context.day) }
    guard let partnership, let group = context.workspace.groups[executive] else {
      let none = Panel(
        .none, title: title, body: .text([]), emptyText: "No executive is recorded here yet.")
      let folder = executive.map { PartnershipGroup.folder(of: $0.id) }
      return PaneContent(
        trail: [title], panel: none.closed(context, under: folder ?? "partnerships/"))
    }
    return content(context, group: group, partnership: partnership)
  }

  private static func content(
    _ context: PaneContext, group: PartnershipGroup, partnership: Partnership?
  ) -> PaneContent {
    var panels = [rotation(of: group, context), terms(of: group, context)]
    if let handover = handover(of: group, context) { panels.append(handover) }
    if let partnership { panels.append(partners(of: partnership, context)) }
    panels += [
      meetings(of: group, context), decisions(of: group, context), seats(of: group, context),
    ]
    if let checklist = checklist(of: group, context) { panels.append(checklist) }
    let layout = ExecutiveLayout(
      timelineHeight: lanes(of: group, context).count + 4, panels: panels.map(\.id))
    let content = PaneContent(
      trail: [title, group.name], about: group.link, panels: panels
    ) { layout.places(in: $0) }
    return content.adding(
      [context.newTerm(of: Reference(group.id)), context.newMeeting(of: Reference(group.id))])
  }
}

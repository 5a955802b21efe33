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
    var panels = [
      rotation(of: group, context), terms(of: group, context), seats(of: group, context),
    ]
    if let checklist = checklist(of: group, context) { panels.append(checklist) }
    if let partnership { panels.append(partners(of: partnership, context)) }
    panels += [decisions(of: group, context), meetings(of: group, context)]
    if let handover = handover(of: group, context) { panels.append(handover) }
    let content = PaneContent(
      trail: [title, group.name], about: group.link, lede: lede(of: group, context),
      panels: panels, main: .terms)
    return content.adding(
      [context.newTerm(of: Reference(group.id)), context.newMeeting(of: Reference(group.id))])
  }

  /// Who chairs a group, until when, and who comes next.
  static func chairLede(of group: PartnershipGroup, _ context: PaneContext) -> LedeBlock {
    let name = "the \(group.label)"
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      let now = rotation.stretch(on: context.day)
    else {
      let holder = group.chair?.holder(on: context.day)?.lines(context.names).joined()
      guard let who = holder ?? group.chair?.title, !who.isEmpty else {
        return .fact("The chair of \(name) is not recorded", "", .dueSoon)
      }
      return .fact("\(who) chairs \(name)", "the chair does not rotate")
    }
    var how = "to \(now.last.inSentence(on: context.day))"
    if let next = rotation.next(after: context.day), let body = body(of: next, context) {
      how += ", then \(body)"
    }
    if now.isVacant { return .fact("Nobody chairs \(name)", how, .overdue) }
    if now.person == nil, now.title.isEmpty { how += "; no name recorded" }
    return .fact("\(body(of: now, context) ?? "Somebody") chairs \(name)", how)
  }

  /// The agency that has the chair, else who does; nil where nobody is known.
  static func body(of stretch: RotationStretch, _ context: PaneContext) -> String? {
    if stretch.isVacant { return "nobody" }
    if let agency = stretch.agency { return context.workspace.agencies[agency]?.label ?? agency.id }
    if let person = stretch.person { return context.names(Person.kind, person.id) }
    return stretch.title.isEmpty ? nil : stretch.title
  }
}

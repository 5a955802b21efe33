import Safeguarding
import TerminalUI

/// The group that leads a partnership: its rotating chair, its seats, its meetings.
package enum ExecutivePane: SectionedPane {
  package static let id = "executive"
  package static let title = "Executive"
  package static let shortTitle = "Exec"
  package static let help =
    "Who chairs now and next, who holds which seat, who acts for whom, and whether it meets in time."

  package static let sections = [
    PaneSection("chair", "Chair") { content($0, chosen: nil) },
    PaneSection("agreed", "Agreed", content: agreed),
    PaneSection("money", "Money", content: money),
    PaneSection("agencies", "Agencies", content: agencies),
    PaneSection("people", "People", content: people),
    PaneSection("words", "Short forms", content: words),
  ]

  /// The way in is empty, `of` and a partnership, or the id of any group that rotates its chair.
  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    if let id = path.first, id != "of", let group = context.workspace.groups[id] {
      return content(context, group: group, partnership: nil, trail: [title])
    }
    if path.first == "of" { return content(context, chosen: path.last) }
    return section(path.first ?? "", context)
  }

  private static func content(_ context: PaneContext, chosen: String?) -> PaneContent {
    let trail = chosen == nil ? [] : [title]
    let partnership =
      chosen.flatMap { context.workspace.partnerships[$0] }
      ?? context.partnerships.first {
        context.workspace.executive(of: $0, on: context.day) != nil
      }
    let executive = partnership.flatMap { context.workspace.executive(of: $0, on: context.day) }
    guard let partnership, let group = context.workspace.groups[executive] else {
      let none = Panel(
        .none, title: title, body: .text([]),
        emptyText: "No executive is recorded here yet: a group of the kind executive."
      ).adding(context.additions(of: PartnershipGroup.self).first)
      let folder = executive.map { PartnershipGroup.folder(of: $0.id) }
      return PaneContent(
        trail: trail, panel: none.closed(context, under: folder ?? "partnerships/"))
    }
    return content(context, group: group, partnership: partnership, trail: trail)
  }

  /// The executives of all partnerships in scope.
  package static func ways(_ context: PaneContext) -> [[String]] {
    let chairs = context.workspace.chairs(of: context.partnerships, on: context.day)
    let ways = chairs.compactMap { chair -> [String]? in
      guard context.workspace.groups[chair.group] != nil else { return nil }
      return chair.partnerships.first.map { ["of", $0.id] }
    }
    return (ways.isEmpty ? [[]] : ways) + sections.dropFirst().map { [$0.id] }
  }

  private static func content(
    _ context: PaneContext, group: PartnershipGroup, partnership: Partnership?, trail: [String]
  ) -> PaneContent {
    var panels = [
      rotation(of: group, context), terms(of: group, context), seats(of: group, context),
    ]
    // Names with their offices need the width; two narrow lists share a shelf.
    if let partnership { panels.append(partners(of: partnership, context)) }
    if let checklist = checklist(of: group, context) { panels.append(checklist) }
    panels += [meetings(of: group, context), decisions(of: group, context)]
    if let handover = handover(of: group, context) { panels.append(handover.asExtra) }
    let content = PaneContent(
      trail: trail + [group.name], about: group.link, lede: lede(of: group, context),
      panels: panels, main: .terms)
    return content.adding(
      [context.newTerm(of: Reference(group.id)), context.newMeeting(of: Reference(group.id))])
  }

  /// Who chairs a group, until when, and who comes next.
  static func chairLede(of group: PartnershipGroup, _ context: PaneContext) -> LedeBlock {
    let rotation = rotation(of: group, on: context.day, in: context.workspace)
    let now = rotation?.holding(on: context.day) ?? .notRecorded
    var how = durationSentence(now, context)
    let next = rotation?.next(after: context.day).flatMap {
      $0.isTaken ? body(of: $0, context) : nil
    }
    if let next { how += how.isEmpty ? "then \(next)" : ", then \(next)" }
    if now.lacksName { how += "; no name recorded" }
    return .fact(chairSentence(now, of: group, context), how, role(of: now))
  }

  /// Who chairs a group, as surely as that is known.
  static func chairSentence(
    _ now: Holding, of group: PartnershipGroup, _ context: PaneContext
  ) -> String {
    let name = "the \(group.bareLabel)"
    let body = now.stretch.flatMap { self.body(of: $0, context) }
    let verb = now.stretch.map { bodies(of: $0, context).count > 1 } ?? false ? "chair" : "chairs"
    switch now.state {
    case .held, .planned, .projected: return "\(body ?? "Somebody") \(verb) \(name)"
    case .printed: return "Chair of \(name): \(body ?? "not named")"
    case .vacant: return "Nobody chairs \(name)"
    case .ended, .notRecorded: return "The chair of \(name) is not recorded"
    case .closed: return "The chair of \(name) is closed to you"
    }
  }

  /// How it is known, and from when to when.
  static func durationSentence(_ now: Holding, _ context: PaneContext) -> String {
    let last = now.stretch.flatMap { body(of: $0, context) }
    switch now.state {
    case .notRecorded: return ""
    case .closed: return "ask \(context.workspace.access.contact)"
    case .printed: return now.durationWords
    case .ended: return [last ?? "the last chair", now.durationWords].joined(separator: " ")
    case .held, .planned, .projected, .vacant:
      guard let to = now.stretch?.to else {
        return [now.stateMark, now.sinceWords].filter { !$0.isEmpty }.joined(separator: ", ")
      }
      let until = "to \(to.precision == .day ? to.inSentence(on: context.day) : to.known)"
      let isByPattern = now.state == .projected || now.stretch?.ending == .byPattern
      let mark = now.state == .planned ? "planned, " : ""
      return mark + until + (isByPattern ? " by the pattern" : "")
    }
  }

  /// Red where a record says that nobody has the chair, amber where nothing is recorded.
  static func role(of now: Holding) -> Role {
    switch now.state {
    case .vacant: .overdue
    case .ended, .notRecorded: .dueSoon
    case .held, .printed, .planned, .projected, .closed: .heading
    }
  }

  /// The agencies that have the chair, else who does; nil where nobody is known.
  static func body(of stretch: RotationStretch, _ context: PaneContext) -> String? {
    if stretch.isVacant { return "nobody" }
    let bodies = bodies(of: stretch, context)
    return bodies.isEmpty ? nil : listed(bodies)
  }

  /// The agency of each who has the chair, else the person, else the title in print.
  private static func bodies(of stretch: RotationStretch, _ context: PaneContext) -> [String] {
    if !stretch.isTaken { return [] }
    return stretch.names { own in
      if let agency = own.agency { return context.workspace.agencies[agency]?.label ?? agency.id }
      if let person = own.person { return context.names(Person.kind, person.id) }
      return own.title.isEmpty ? nil : own.title
    }
  }
}

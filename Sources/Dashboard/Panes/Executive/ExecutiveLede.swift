import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// Who chairs and until when, who comes next and what is to be done for that, when it meets.
  static func lede(of group: PartnershipGroup, _ context: PaneContext) -> [LedeBlock] {
    [now(of: group, context), next(of: group, context), meets(group, context)].compactMap(\.self)
  }

  private static func now(of group: PartnershipGroup, _ context: PaneContext) -> LedeBlock {
    guard
      let now = rotation(of: group, on: context.day, in: context.workspace)?
        .stretch(on: context.day)
    else { return chairLede(of: group, context) }
    let until = "to \(now.last.inSentence(on: context.day))"
    let name = "the \(group.label)"
    if now.isVacant { return .fact("Nobody chairs \(name)", until, .overdue) }
    let isNamed = now.person != nil || !now.title.isEmpty
    return LedeBlock(
      Line("\(body(of: now, context) ?? "Somebody") chairs \(name)", .heading),
      .secondary(until) + (isNamed ? .empty : .secondary("; ") + Line("no name recorded", .dueSoon))
    )
  }

  private static func next(of group: PartnershipGroup, _ context: PaneContext) -> LedeBlock? {
    guard
      let next = rotation(of: group, on: context.day, in: context.workspace)?
        .next(after: context.day)
    else { return nil }
    let day = next.first.inSentence(on: context.day)
    let distance = distanceWords(from: context.day, to: next.first)
    if next.isVacant { return .fact("Next: nobody, \(day)", distance, .overdue) }
    let done = next.handover.count(where: \.isDone)
    let todo =
      next.handover.isEmpty ? "" : "; handover \(done) of \(next.handover.count) done"
    return LedeBlock(
      Line("Next: \(body(of: next, context) ?? "not named")", .heading) + Line(", \(day)"),
      .secondary(distance + todo))
  }

  private static func meets(_ group: PartnershipGroup, _ context: PaneContext) -> LedeBlock {
    let facts = GroupFacts(group, context)
    if !facts.knowsMeetings { return .fact("Meetings not known", "see below", .secondary) }
    let how = rhythm(of: facts, context)
    guard let next = facts.next, let date = next.date else {
      return LedeBlock(Line("No meeting planned", facts.isLate ? .overdue : .dueSoon), how)
    }
    let day = Line.text(
      "Meets \(date.inSentence(on: context.day))", illustrative: next.illustrative, role: .heading)
    return LedeBlock(day + Line(distance(to: date, context)), how)
  }

  /// How often a group meets, and by when it should.
  private static func rhythm(of facts: GroupFacts, _ context: PaneContext) -> Line {
    let cadence = facts.group.cadence?.words ?? "how often is not printed"
    guard let day = facts.dueBy else { return .secondary(cadence) }
    let by = day.inSentence(on: context.day)
    if facts.isLate { return Line("was due by \(by)", .overdue) + .secondary(": \(cadence)") }
    return .secondary("due by \(by): \(cadence)")
  }

  private static func distance(to date: ImpreciseDate, _ context: PaneContext) -> String {
    guard date.precision == .day, let day = date.first else { return "" }
    return ", \(distanceWords(from: context.day, to: day))"
  }
}

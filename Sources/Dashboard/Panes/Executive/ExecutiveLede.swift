import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// Who chairs and until when, who comes next and what is to be done for that, when it meets.
  static func lede(of group: PartnershipGroup, _ context: PaneContext) -> [LedeBlock] {
    [now(of: group, context), next(of: group, context), meets(group, context)].compactMap(\.self)
  }

  private static func now(of group: PartnershipGroup, _ context: PaneContext) -> LedeBlock {
    let now =
      rotation(of: group, on: context.day, in: context.workspace)?.holding(on: context.day)
      ?? .notRecorded
    let lede = LedeBlock(Line(chairSentence(now, of: group, context), role(of: now)), .empty)
    let until = Line.secondary(durationSentence(now, context))
    guard now.lacksName else { return LedeBlock(lede.what, until) }
    return LedeBlock(lede.what, until + .secondary("; ") + Line("no name recorded", .dueSoon))
  }

  private static func next(of group: PartnershipGroup, _ context: PaneContext) -> LedeBlock? {
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace) else {
      return nil
    }
    guard let next = rotation.next(after: context.day) else {
      return rotation.successor(on: context.day).map { agency in
        .fact(
          "Next: \(context.workspace.agencies[agency]?.label ?? agency.id)",
          "by the pattern; when is not recorded")
      }
    }
    let day = next.from?.inSentence(on: context.day) ?? next.beginning
    let distance = next.exactStart.map { distanceWords(from: context.day, to: $0) } ?? ""
    if next.isVacant { return .fact("Next: nobody, \(day)", distance, .overdue) }
    if !next.isTaken { return .fact("Next: not recorded", next.note, .dueSoon) }
    let items = next.each.flatMap(\.handover)
    let done = items.count(where: \.isDone)
    let todo = items.isEmpty ? "" : "handover \(done) of \(items.count) done"
    let how = [distance, todo].filter { !$0.isEmpty }.joined(separator: "; ")
    return LedeBlock(
      Line("Next: \(body(of: next, context) ?? "not named")", .heading) + Line(", \(day)"),
      .secondary(how))
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

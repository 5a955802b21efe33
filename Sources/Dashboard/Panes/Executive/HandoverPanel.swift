import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// The next handover: how long until then, to whom, why, and what is still to be done.
  ///
  /// Nil for a chair that does not pass on.
  static func handover(of group: PartnershipGroup, _ context: PaneContext) -> Panel? {
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      group.rotatesChair || rotation.stretches.contains(where: { $0.term != nil })
    else { return nil }
    guard let next = rotation.handover(after: context.day) else {
      return Panel(
        .handover, title: "Who takes over next", body: .text([]),
        emptyText:
          "No handover is in sight. Press ‹add› among the terms to record the next one.")
    }
    var facts = [
      Fact("To", [successor(next, context)]), Fact("When", [date(of: next, context)]),
      Fact("Why", [reason(for: next)]),
      Fact("Until then", gaps(in: rotation, until: next, context)),
    ]
    facts.append(Fact("To do", checklist(for: next, of: group, context)))
    return Panel(
      .handover, title: "Who takes over next", notes: notes(on: next, context), body: .facts(facts))
  }

  private static func notes(on next: RotationStretch, _ context: PaneContext) -> [Line] {
    let countdown =
      next.exactStart.map { [Line("in \(monthsAndDays(from: context.day, to: $0))")] } ?? []
    if next.each.allSatisfy(\.handover.isEmpty) { return countdown }
    let items = next.each.flatMap(\.handover)
    let done = items.count(where: \.isDone)
    let count = "\(done) of \(items.count) done"
    return [Line(count, done == items.count ? .good : .text)] + countdown
  }

  private static func successor(_ next: RotationStretch, _ context: PaneContext) -> Line {
    let all = next.each.map { own -> Line in
      let agency = own.agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
      let person = own.person.map { context.names(Person.kind, $0.id) }
      let known = [agency, person, own.title].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
      guard let first = known.first else { return .secondary("nobody named") }
      let rest = known.dropFirst().map { ", \($0)" }.joined()
      return Line(first, .accent) + Line(rest)
        + .secondary(person == nil ? ", no name recorded yet" : "")
    }
    return all.dropFirst().reduce(all.first ?? .empty) { $0 + Line("; with ") + $1 }
  }

  private static func date(of next: RotationStretch, _ context: PaneContext) -> Line {
    guard next.exactStart != nil else { return Line(next.beginning) }
    let calendar = context.workspace.bankHolidays.workingDays()
    let days = calendar.count(after: context.day, through: next.first)
    return Line(next.first.long)
      + .secondary(
        ": \(monthsAndDays(from: context.day, to: next.first)), "
          + counted(days, "working day"))
  }

  private static func reason(for next: RotationStretch) -> Line {
    guard next.term != nil else { return "by the pattern" }
    let recorded = Line("recorded as \(next.status.title)")
    let reasons = next.names { $0.reason.isEmpty ? nil : $0.reason }
    return reasons.isEmpty ? recorded : recorded + Line(": \(listed(reasons))")
  }

  /// The days before the handover on which nobody has the chair, or for which nothing is recorded.
  private static func gaps(
    in rotation: Rotation, until next: RotationStretch, _ context: PaneContext
  ) -> [Line] {
    rotation.stretches.filter {
      !$0.isTaken && $0.last >= context.day && $0.first < next.first
    }
    .map { gap in
      let days = gap.days.map { ", \(counted($0, "day"))" } ?? ""
      guard gap.isVacant else {
        guard gap.days != nil else { return .secondary(gap.note) }
        return .secondary("nothing recorded from \(gap.beginning) to \(gap.end)\(days)")
      }
      return Line("vacant from \(gap.beginning) to \(gap.end)\(days)", .overdue)
    }
  }

  private static func checklist(
    for next: RotationStretch, of group: PartnershipGroup, _ context: PaneContext
  ) -> [Line] {
    let all = next.each.flatMap(\.handover)
    if all.isEmpty {
      return [
        .secondary(
          "None yet: the rotation names nothing that has to be done.")
      ]
    }
    // The items have a list of their own, where each can be ticked.
    let place = Line.secondary("on the handover list: ‹next-panel› goes there, ‹tick› ticks")
    let isRecorded = next.each.contains { own in
      context.workspace.chairTerms[own.term].map { !$0.handover.isEmpty } ?? false
    }
    let note = isRecorded ? "" : group.rotation(on: next.first)?.note ?? ""
    return [place] + (note.isEmpty ? [] : [.secondary(note)])
  }
}

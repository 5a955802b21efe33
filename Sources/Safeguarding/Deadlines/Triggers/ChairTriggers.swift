extension RuleTrigger {
  /// A term in the chair begins.
  public static let chairTermBegins = RuleTrigger(
    "chairTermBegins", "a term in the chair begins",
    help: "For what is due when the chair passes on.", needs: [],
    because: { deadline, context in
      context.workspace.groups[deadline.group].map { group in
        let months = group.rotation(on: context.day)?.termMonths
        return months.map { "a term lasts \(counted($0, "month"))" }
          ?? "the term before it ends then"
      } ?? ""
    },
    done: { deadline, _ in
      .elsewhere(
        deadline.occasion.suffix.isEmpty ? onTheCalendar : whereToRecord)
    }
  ) { $0.findHandovers($1) }

  private static let onTheCalendar =
    "The chair passes on by the calendar. Press ‹go-executive› for the handover list: ‹tick› ticks its items."

  private static let whereToRecord =
    "Nobody recorded who took the chair. Press 2: there a among the terms records who has it."
}

extension ChairTerm {
  /// When a chair that rotates passes on.
  public static let clocks = [
    Clock(
      .chairTermBegins, "chair-handover", "Handover of the chair", .handover,
      "A rotating chair passes on when a term ends.", rank: 10)
  ]
}

extension DeadlineMaker {
  /// The next handover of each rotating chair, and those by the pattern that nobody recorded.
  mutating func findHandovers(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for group in groups(of: rule) {
      guard let rotation = workspace.rotation(of: group, aheadOf: day) else {
        continue
      }
      // Where terms are recorded, the first one tells from when on a handover is missing; once a later one is
      // recorded, nothing is owed any more, and who had the chair before it is still not recorded.
      let recorded = rotation.stretches.filter { $0.first <= day && $0.term != nil }
      let unrecorded = rotation.stretches.filter { stretch in
        guard let first = recorded.first, stretch.status == .projected else { return false }
        return first.first < stretch.first && stretch.first <= day
          && expectedFrom <= stretch.first
      }
      for stretch in unrecorded {
        var occasion = handover(of: group, to: stretch, rule, isRecorded: false)
        if let last = recorded.last, stretch.first < last.first {
          (occasion.outcome, occasion.isPassed) = (.notReported, true)
        }
        guard stays(&occasion, after: group.to, under: entry) else { continue }
        add(occasion, under: entry)
      }
      if !hasEnded(group.to), let next = rotation.handover(after: day) {
        add(handover(of: group, to: next, rule, isRecorded: true), under: entry)
      }
    }
  }

  private mutating func handover(
    of group: PartnershipGroup, to stretch: RotationStretch, _ rule: Rule, isRecorded: Bool
  ) -> Occasion {
    let named = stretch.names { own in
      let body =
        own.agency.map { names(Agency.kind, $0.id) }
        ?? own.person.map { names(Person.kind, $0.id) } ?? own.title
      return body.isEmpty ? "an independent chair" : body
    }
    let agency = listed(named)
    let what =
      isRecorded
      ? "Chair of the \(group.bareLabel) passes to \(agency)"
      : "Chair of the \(group.bareLabel) was to pass to \(agency): not recorded"
    var occasion = occasion(of: group, what, rule)
    if !isRecorded { occasion.suffix = ":\(stretch.first.iso)" }
    occasion.due = stretch.from ?? ImpreciseDate(stretch.first)
    occasion.owners = []
    for case let agency? in stretch.each.map(\.agency)
    where !occasion.owners.contains(where: { $0.agency == agency }) {
      occasion.owners.append(Owner(agency: agency))
    }
    return occasion
  }
}

extension RuleTrigger {
  /// A law comes into force, on a day that may not be known yet.
  public static let commencement = RuleTrigger(
    "commencement", "it comes into force", .returning,
    help: "For a duty that is not in force yet: it waits, and has its date once you enter the day.",
    due: { $0.on == nil ? "when it comes into force, for which no day is recorded" : nil },
    starts: .statedDate,
    done: { deadline, _ in
      guard deadline.entry.rule.on == nil else { return nil }
      return .elsewhere(
        "It is not in force as far as is recorded. Once the day is known, press ‹edit› and enter it as "
          + "the stated date: from then on it is owed.")
    }
  ) { $0.findCommencement($1) }

  /// A multi-agency child protection team lacks one of its four nominations.
  public static let nominationMissing = RuleTrigger(
    "nominationMissing", "the duty to have the team comes into force", .returning,
    help: "For the four nominations of each child protection team, once the duty is in force.",
    among: ofGroups,
    due: { $0.on == nil ? "when the duty comes into force, for which no day is recorded" : nil },
    starts: .statedDate,
    done: { deadline, _ in
      .elsewhere(
        "A nomination is made when its seat has a holder: press ‹open›, go to the members, and enter "
          + "who was nominated.")
    }
  ) { $0.findNominations($1) }
}

extension DeadlineMaker {
  /// What is owed once a law is in force; without a day it waits for one.
  mutating func findCommencement(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    if let last = rule.on?.last, last < expectedFrom { return }
    for partnership in partnerships(of: rule)
    where partnership.isLive(on: day) || rule.on != nil && hasEnded(partnership.to) {
      expect(entry, partnership, start: rule.on, period: nil, name: "")
    }
  }

  /// Each nomination to a live child protection team: missing, or made on a day.
  mutating func findNominations(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    if let last = rule.on?.last, last < expectedFrom { return }
    for group in workspace.groups.all
    where group.type == .childProtectionTeam && group.isLive(on: day) {
      let partnerships = lookups.partnerships(of: Reference(group.id))
      for nominee in SeatBasis.nominees {
        let seats = group.seats.filter { $0.basis == nominee }
        var occasion = Occasion(
          record: RecordID(PartnershipGroup.kind, group.id),
          title: "\(group.label): \(nominee.title)", suffix: ":\(nominee.rawValue)",
          start: rule.on, group: Reference(group.id), partnerships: partnerships)
        occasion.owners = nominee.nominator.map { [Owner(name: $0)] } ?? []
        let holdings = seats.map { $0.holding(on: day) }
        if let holding = holdings.first(where: { $0.person != nil }) {
          occasion.outcome = .done(holding.stretch?.from)
        }
        add(occasion, under: entry)
      }
    }
  }
}

extension DeadlineMaker {
  /// Every recorded obligation, under the rule it names or by its own date.
  mutating func findObligations(_ ownDate: RuleBook.Entry) {
    guard ownDate.rule.id == ownDate.root else { return }
    // Each record is looked at where it lies: it has many fields, of which few are wanted.
    let all = workspace.obligations.all
    for index in all.indices {
      var occasion = Occasion(
        record: RecordLink(Obligation.kind, all[index].id), title: all[index].title,
        due: all[index].due,
        outcome: Occasion.Outcome(all[index].status, doneOn: all[index].doneOn),
        owners: all[index].owners, group: all[index].group,
        partnerships: lookups.alone(all[index].partnership), extensions: all[index].extensions,
        isPaused: all[index].pause?.covers(day) ?? false,
        isIllustrative: all[index].illustrative)
      guard let id = all[index].rule?.id, let named = book.entry(id) else {
        occasion.form = all[index].form.rawValue
        append(occasion, edition(of: ownDate, for: occasion))
        continue
      }
      let trigger = named.rule.trigger
      if trigger == .meetingsInPeriod { continue }  // Found with the group's meetings.
      occasion.start =
        trigger.returns ? start(of: all[index], under: named.rule) : all[index].startsOn
      append(occasion, edition(of: named, for: occasion))
    }
  }

  /// The edition of a rule that counts for an occasion.
  private func edition(
    of entry: RuleBook.Entry, for occasion: borrowing Occasion
  ) -> RuleBook.Entry {
    book.edition(
      of: entry, for: occasion.partnerships, occasion.group,
      on: occasion.start?.last ?? occasion.due?.last ?? day)
  }

  /// When the clock of an obligation starts under the rule it names, where that returns.
  private mutating func start(of obligation: Obligation, under rule: Rule) -> FuzzyDate? {
    switch rule.trigger {
    case .periodBegins: obligation.period?.first.map { FuzzyDate($0) }
    case .periodEnds: obligation.period?.last.map { FuzzyDate($0) }
    case .fixedDate: rule.on
    case .ruleFulfilled: fulfilment(of: rule, for: obligation.partnership, in: obligation.period)
    case .lastFulfilled: lastFulfilment(of: rule, for: obligation.partnership, but: obligation.id)
    default: obligation.startsOn
    }
  }

  /// When the rule that this one waits for was fulfilled for a period.
  private mutating func fulfilment(
    of rule: Rule, for partnership: Reference<Partnership>, in period: FuzzyDate?
  ) -> FuzzyDate? {
    guard let after = rule.after.flatMap({ book[$0.id] }) else { return nil }
    return lookups.obligations(naming: after).first {
      $0.partnership == partnership && $0.status == .done && !$0.isOwed(on: day)
        && $0.period?.last == period?.last
    }?.doneOn
  }

  /// When a rule that returns was fulfilled last, as of the day.
  private mutating func lastFulfilment(
    of rule: Rule, for partnership: Reference<Partnership>, but id: String = ""
  ) -> FuzzyDate? {
    let counted = rule.after.flatMap { book[$0.id] } ?? rule
    return lookups.obligations(naming: counted).filter {
      $0.partnership == partnership && $0.status == .done && $0.id != id && !$0.isOwed(on: day)
    }.compactMap(\.doneOn).max()
  }

  /// What is owed once in each period.
  mutating func findPeriods(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    findSubmissions(naming: entry)
    let isAtEnd = rule.trigger == .periodEnds
    let calendar = calendar(of: entry)
    let first = expectedFrom.adding(months: -24)
    for partnership in partnerships(of: rule) {
      for period in rule.period.periods(from: first, through: horizon) {
        let start = isAtEnd ? period.upperBound : period.lowerBound
        guard partnership.isLive(on: start), let due = rule.dueDay(from: start, calendar: calendar),
          expectedFrom <= due, due <= horizon
        else { continue }
        expect(
          entry, partnership, start: FuzzyDate(start), period: FuzzyDate(period),
          name: rule.period.name(of: period))
      }
    }
  }

  /// What is owed once, by the date that the rule states.
  mutating func findFixedDate(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    guard let date = rule.on, let last = date.last, expectedFrom <= last else { return }
    for partnership in partnerships(of: rule) where partnership.isLive(on: day) {
      expect(entry, partnership, start: date, period: nil, name: "")
    }
  }

  /// What is owed once another duty was fulfilled: a deadline for each time that it was.
  mutating func findFollowing(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    guard let after = rule.after.flatMap({ book[$0.id] }) else { return }
    for obligation in lookups.obligations(naming: after)
    where obligation.status != .unknown && obligation.status != .dropped {
      guard let partnership = workspace.partnerships[obligation.partnership] else { continue }
      let isOwed = obligation.isOwed(on: day)
      let done = isOwed ? nil : obligation.doneOn
      if !isOwed, (done?.last ?? expectedFrom) < expectedFrom { continue }
      expect(
        entry, partnership, start: done, period: obligation.period,
        name: obligation.period?.short ?? "", after: obligation.id)
    }
  }

  /// What is owed again so long after it was last fulfilled.
  mutating func findReturning(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for partnership in partnerships(of: rule) where partnership.isLive(on: day) {
      let reference = Reference<Partnership>(partnership.id)
      let isUnderWay = lookups.obligations(naming: rule).contains {
        $0.partnership == reference && $0.isOwed(on: day)
      }
      if isUnderWay { continue }
      expect(
        entry, partnership, start: lastFulfilment(of: rule, for: reference), period: nil, name: "",
        returns: true)
    }
  }

  /// What a computer can put no date to.
  mutating func findReminder(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    let live = partnerships(of: rule).filter { partnership in
      partnership.isLive(on: day)
        && book.isInForce(entry, for: [Reference(partnership.id)], rule.groups.first, on: day)
    }
    guard !live.isEmpty else { return }
    append(
      Occasion(
        record: RecordLink(Rule.kind, rule.id), title: rule.title, group: rule.groups.first,
        partnerships: live.map { Reference($0.id) }), entry)
  }

  /// A rule's clock for a partnership where no record tells how it went.
  private mutating func expect(
    _ entry: RuleBook.Entry, _ partnership: Partnership, start: FuzzyDate?, period: FuzzyDate?,
    name: String, after duty: String = "", returns: Bool = false
  ) {
    let rule = entry.rule
    let reference = Reference<Partnership>(partnership.id)
    let recorded =
      returns
      ? []
      : lookups.obligations(naming: rule).filter {
        $0.partnership == reference && $0.period?.last == period?.last
      }
    for party in parties(of: rule, partnership) {
      if recorded.contains(where: { $0.concerns(party) }) { continue }
      if case .owner(let owner) = party, hasSubmission(entry, owner, reference, period) { continue }
      let parts = [partnership.id, period?.last?.iso ?? duty, party.key].filter { !$0.isEmpty }
      let short = partnership.shortName.isEmpty ? partnership.name : partnership.shortName
      let what = [rule.title, name].filter { !$0.isEmpty }.joined(separator: " ")
      var occasion = Occasion(
        record: RecordLink(Rule.kind, rule.id),
        title: "\(what): \(party.name(names) ?? short)", suffix: ":" + parts.joined(separator: ":"),
        start: start, group: rule.groups.first, partnerships: [reference])
      if case .owner(let owner) = party {
        occasion.owners = [owner]
      } else if rule.owners.isEmpty {
        occasion.owners = [Owner(partnership: reference)]
      }
      add(occasion, under: entry)
    }
  }

  private mutating func findSubmissions(naming entry: RuleBook.Entry) {
    let rule = entry.rule
    for submission in workspace.submissions.all {
      guard let id = submission.rule?.id, book.root(of: id) == entry.root else { continue }
      var occasion = occasion(of: submission)
      let day = rule.trigger == .periodEnds ? submission.period?.last : submission.period?.first
      occasion.start = day.map { FuzzyDate($0) }
      add(occasion, under: entry)
    }
  }

  private func hasSubmission(
    _ entry: RuleBook.Entry, _ owner: Owner, _ partnership: Reference<Partnership>,
    _ period: FuzzyDate?
  ) -> Bool {
    workspace.submissions.all.contains { submission in
      submission.agency.id == owner.agency?.id && submission.partnership == partnership
        && submission.period?.last == period?.last
        && submission.rule.map { book.root(of: $0.id) == entry.root } ?? false
    }
  }

  private func partnerships(of rule: Rule) -> [Partnership] {
    workspace.partnerships.all.filter {
      rule.partnerships.isEmpty || rule.partnerships.contains(Reference($0.id))
    }
  }

  private func parties(of rule: Rule, _ partnership: Partnership) -> [Party] {
    switch rule.oneFor {
    case .all: [.everybody]
    case .eachOwner: rule.owners.map { .owner($0) }
    case .eachRecipient: rule.recipients.map { .recipient($0) }
    }
  }
}

/// For whom one deadline of a rule stands.
private enum Party {
  case everybody
  case owner(Owner)
  case recipient(String)

  func name(_ names: Names) -> String? {
    switch self {
    case .everybody: nil
    case .owner(let owner): owner.lines(names).joined()
    case .recipient(let recipient): recipient
    }
  }

  /// Tells parties apart in an id.
  var key: String {
    switch self {
    case .everybody: ""
    case .owner(let owner): owner.lines(.none).joined().filter { $0.isLetter || $0.isNumber }
    case .recipient(let recipient): recipient.filter { $0.isLetter || $0.isNumber }
    }
  }
}

extension Obligation {
  /// Whether it was still owed on a day, as far as is recorded.
  fileprivate func isOwed(on day: CalendarDate) -> Bool {
    switch status {
    case .open, .started: true
    case .done: doneOn?.first.map { $0 > day } ?? false
    case .dropped, .unknown: false
    }
  }

  /// Whether the obligation is the one that a party owes or receives.
  fileprivate func concerns(_ party: Party) -> Bool {
    switch party {
    case .everybody: true
    case .owner(let owner): owners.contains(owner)
    case .recipient(let recipient): recipients.contains(recipient)
    }
  }
}

extension FuzzyDate {
  /// A period with both its ends.
  init(_ days: ClosedRange<CalendarDate>) {
    self = FuzzyDate("\(days.lowerBound.iso)/\(days.upperBound.iso)") ?? FuzzyDate(days.upperBound)
  }
}

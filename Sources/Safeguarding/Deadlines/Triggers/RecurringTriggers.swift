extension RuleTrigger {
  /// A period begins.
  public static let periodBegins = RuleTrigger(
    "periodBegins", "a period begins", .returning,
    help:
      "For what is owed at the start of each month, quarter or year: say which under Once in each.",
    hasPeriod: true,
    inRule: { rule, _ in "the \(rule.period.title) begins" },
    starts: .periodBegins
  ) { $0.findPeriods($1, atEnd: false) }

  /// A period ends.
  public static let periodEnds = RuleTrigger(
    "periodEnds", "a period ends", .returning,
    help: "For what is owed after each month, quarter or year, such as returns and yearly reports.",
    hasPeriod: true,
    inRule: { rule, _ in "the \(rule.period.title) ends" },
    starts: .periodEnds
  ) { $0.findPeriods($1, atEnd: true) }

  /// A stated date.
  public static let fixedDate = RuleTrigger(
    "fixedDate", "a stated date", .returning,
    help: "For what is owed once, by a date you enter under Stated date.", needs: [.date],
    due: { "by \($0.on?.short ?? "a date not given")" }, starts: .statedDate
  ) { $0.findFixedDate($1) }

  /// Another duty was fulfilled.
  public static let ruleFulfilled = RuleTrigger(
    "ruleFulfilled", "another duty was fulfilled", .returning,
    help: "For what follows another duty, such as publishing a report once it is agreed.",
    needs: [.distance, .rule],
    inRule: { $0.fulfilmentWords($1) ?? "another duty was fulfilled" },
    starts: .found { $0.fulfilment(of: $2, for: $1.partnership, in: $1.period) }
  ) { $0.findFollowing($1) }

  /// It was last fulfilled.
  public static let lastFulfilled = RuleTrigger(
    "lastFulfilled", "it was last fulfilled", .returning,
    help: "For what comes back so long after it was last done, such as a review every two years.",
    inRule: { $0.fulfilmentWords($1) ?? "it was last fulfilled" },
    starts: .found { $0.lastFulfilment(of: $2, for: $1.partnership, but: $1.id) }
  ) { $0.findReturning($1) }

  /// No event.
  public static let reminder = RuleTrigger(
    "reminder", "no event", .none,
    help: "For a duty without a date: it is kept in mind, and never overdue.", needs: [.reason],
    due: { _ in "no date" },
    because: { deadline, _ in
      let reason = deadline.entry.rule.reason
      return reason.isEmpty ? "no date can be computed" : reason.asClause
    }
  ) { $0.findReminder($1) }

  /// No event of the partnership.
  ///
  /// It says what is counted elsewhere; nothing is owed by the partnership itself.
  public static let definition = RuleTrigger(
    "definition", "no event of the partnership", .none,
    help: "For what is only counted elsewhere; nothing is owed by the partnership.",
    due: { _ in "no date" }
  ) { _, _ in }
}

extension Rule {
  /// That the rule which this one waits for was fulfilled; nil where it names none.
  fileprivate func fulfilmentWords(_ book: RuleBook?) -> String? {
    after.map { "\(book?[$0.id].map { "\"\($0.title)\"" } ?? $0.id) was fulfilled" }
  }
}

extension DeadlineMaker {
  /// What is owed once in each period.
  mutating func findPeriods(_ entry: RuleBook.Entry, atEnd isAtEnd: Bool) {
    let rule = entry.rule
    findSubmissions(naming: entry, atEnd: isAtEnd)
    let calendar = calendar(of: entry)
    // A period whose due day is still looked at may have ended as long before as the rule counts.
    let first = rule.earliestEvent(dueOn: expectedFrom).adding(months: -24)
    for partnership in partnerships(of: rule) {
      let years = years(of: partnership, reportingUnder: rule)
      for period in rule.period.periods(from: first, through: horizon, in: years) {
        let start = isAtEnd ? period.upperBound : period.lowerBound
        guard partnership.isLive(on: start), let due = rule.dueDay(from: start, calendar: calendar),
          expectedFrom <= due, due <= horizon
        else { continue }
        expect(
          entry, partnership, start: ImpreciseDate(start), period: ImpreciseDate(period),
          name: rule.period.name(of: period, in: years))
      }
    }
  }

  /// The reporting years of a partnership, with the periods that its own reports say they cover.
  private mutating func years(
    of partnership: Partnership, reportingUnder rule: Rule
  ) -> ReportingYears {
    guard rule.period == .reportingYear else { return partnership.reportingYears }
    let reports = lookups.obligations(naming: rule).filter {
      $0.partnership.id == partnership.id && $0.status != .dropped
    }
    return partnership.reportingYears(with: reports.compactMap(\.period))
  }

  /// What is owed once, by the date that the rule states.
  mutating func findFixedDate(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    guard let date = rule.on, let last = date.last, expectedFrom <= last else { return }
    // Who has ended by then does not owe it.
    for partnership in partnerships(of: rule) where partnership.isLive(on: last) {
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
    for partnership in partnerships(of: rule)
    where partnership.isLive(on: day)
      || hasEnded(partnership.to) && !isLongOver(partnership.to)
    {
      let reference = Reference<Partnership>(partnership.id)
      let isUnderWay = lookups.obligations(naming: rule).contains {
        $0.partnership == reference && $0.isOwed(on: day)
      }
      if isUnderWay { continue }
      var start = lastFulfilment(of: rule, for: reference)
      // What was done before the rule was in force counts where it is owed again since then.
      if let done = start?.last, let first = rule.from?.first, done < first,
        rule.dueDay(from: done, calendar: calendar(of: entry)).map({ $0 < first }) ?? true
      {
        start = nil
      }
      expect(entry, partnership, start: start, period: nil, name: "", returns: true)
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
        record: RecordID(Rule.kind, rule.id), title: rule.title, group: rule.groups.first,
        partnerships: live.map { Reference($0.id) }), entry)
  }

  /// A rule's clock for a partnership where no record tells how it went.
  mutating func expect(
    _ entry: RuleBook.Entry, _ partnership: Partnership, start: ImpreciseDate?,
    period: ImpreciseDate?,
    name: String, after duty: String = "", returns: Bool = false
  ) {
    let rule = entry.rule
    let reference = Reference<Partnership>(partnership.id)
    let recorded =
      returns
      ? []
      : lookups.obligations(naming: rule).filter { $0.partnership == reference }
        .telling(of: period)
    for party in parties(of: rule, partnership) {
      if recorded.contains(where: { $0.concerns(party) }) { continue }
      if case .owner(let owner) = party, hasSubmission(entry, owner, reference, period) { continue }
      let parts = [partnership.id, period?.last?.iso ?? duty, party.key].filter { !$0.isEmpty }
      let short = partnership.shortName.isEmpty ? partnership.name : partnership.shortName
      let what = [rule.title, name].filter { !$0.isEmpty }.joined(separator: " ")
      var occasion = Occasion(
        record: RecordID(Rule.kind, rule.id),
        title: "\(what): \(party.name(names) ?? short)", suffix: ":" + parts.joined(separator: ":"),
        start: start, group: rule.groups.first, partnerships: [reference])
      if case .owner(let owner) = party {
        occasion.owners = [owner]
      } else if rule.owners.isEmpty {
        occasion.owners = [Owner(partnership: reference)]
      }
      forgive(&occasion, under: entry)
      if returns { occasion.inForceOn = day }
      if returns || period == nil && duty.isEmpty,
        !stays(&occasion, after: partnership.to, under: entry)
      {
        continue
      }
      // While no day is known, it is the rule that has to say more.
      if rule.trigger != .commencement || start != nil {
        occasion.expectation = Expectation(period: period, recipients: party.recipients)
      }
      add(occasion, under: entry)
    }
  }

  private mutating func findSubmissions(naming entry: RuleBook.Entry, atEnd isAtEnd: Bool) {
    for submission in workspace.submissions.all {
      guard let id = submission.rule?.id, book.root(of: id) == entry.root else { continue }
      var occasion = occasion(of: submission)
      let day = isAtEnd ? submission.period?.last : submission.period?.first
      occasion.start = day.map { ImpreciseDate($0) }
      add(occasion, under: entry)
    }
  }

  private func hasSubmission(
    _ entry: RuleBook.Entry, _ owner: Owner, _ partnership: Reference<Partnership>,
    _ period: ImpreciseDate?
  ) -> Bool {
    workspace.submissions.all.contains { submission in
      submission.agency.id == owner.agency?.id && submission.partnership == partnership
        && submission.period?.last == period?.last
        && submission.rule.map { book.root(of: $0.id) == entry.root } ?? false
    }
  }

  func partnerships(of rule: Rule) -> [Partnership] {
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

  /// Who receives it, where it is for one of those who do.
  var recipients: [String] { if case .recipient(let recipient) = self { [recipient] } else { [] } }

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
  /// Whether the obligation is the one that a party owes or receives.
  fileprivate func concerns(_ party: Party) -> Bool {
    switch party {
    case .everybody: true
    case .owner(let owner): owners.contains(owner)
    case .recipient(let recipient): recipients.contains(recipient)
    }
  }
}

extension ImpreciseDate {
  /// A period with both its ends.
  init(_ days: ClosedRange<CalendarDate>) {
    self =
      ImpreciseDate("\(days.lowerBound.iso)/\(days.upperBound.iso)")
      ?? ImpreciseDate(days.upperBound)
  }
}

extension RuleTrigger {
  /// The record names its own date.
  public static let obligationDue = RuleTrigger(
    "obligationDue", Clock.ownDateTitle, .ownDate
  ) { $0.findObligations($1) }

  /// The day that the obligation names.
  ///
  /// Found with the obligations, each under the rule it names.
  public static let obligationStarts = RuleTrigger(
    "obligationStarts", "the day that the obligation names",
    help: "For a time that runs from a day which each obligation gives.", among: ofRecords
  ) { _, _ in }
}

extension Obligation: DeadlineReasons {
  /// The date that an obligation names itself.
  public static let clocks = [
    Clock(
      .obligationDue, "obligation-due", "Obligation", .report,
      "What a partnership owes by a stated date.", rank: 3)
  ]
}

extension DeadlineMaker {
  /// Every recorded obligation, under the rule it names or by its own date.
  mutating func findObligations(_ ownDate: RuleBook.Entry) {
    guard ownDate.rule.id == ownDate.root else { return }
    // Each record is looked at where it lies: it has many fields, of which few are wanted.
    let all = workspace.obligations.all
    for index in all.indices {
      var occasion = Occasion(
        record: RecordID(Obligation.kind, all[index].id), title: all[index].title,
        due: all[index].due,
        outcome: Occasion.Outcome(all[index].status, doneOn: all[index].doneOn),
        owners: all[index].owners, group: all[index].group,
        partnerships: lookups.alone(all[index].partnership), extensions: all[index].extensions,
        isPaused: all[index].pause?.covers(day) ?? false,
        isIllustrative: all[index].illustrative)
      guard let id = all[index].rule?.id, let named = lookups.entry(id) else {
        occasion.form = all[index].form.rawValue
        let edition = edition(of: ownDate, for: occasion)
        append(occasion, edition)
        continue
      }
      if named.countsObligations { continue }
      switch named.starts {
      case .ownDay: occasion.start = all[index].startsOn
      case .periodBegins:
        occasion.start = all[index].period?.first.map { ImpreciseDate($0) }
      case .periodEnds:
        occasion.start = all[index].period?.last.map { ImpreciseDate($0) }
      case .statedDate: occasion.start = named.rule.on
      case .found(let find): occasion.start = find(&self, all[index], named.rule)
      }
      let edition = edition(of: named, for: occasion)
      append(occasion, edition)
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

  /// When the rule that this one waits for was fulfilled for a period.
  mutating func fulfilment(
    of rule: Rule, for partnership: Reference<Partnership>, in period: ImpreciseDate?
  ) -> ImpreciseDate? {
    guard let after = rule.after.flatMap({ book[$0.id] }) else { return nil }
    return lookups.obligations(naming: after).first {
      $0.partnership == partnership && $0.status == .done && !$0.isOwed(on: day)
        && $0.period?.last == period?.last
    }?.doneOn
  }

  /// When a rule that returns was fulfilled last, as of the day.
  mutating func lastFulfilment(
    of rule: Rule, for partnership: Reference<Partnership>, but id: String = ""
  ) -> ImpreciseDate? {
    let counted = rule.after.flatMap { book[$0.id] } ?? rule
    return lookups.obligations(naming: counted).filter {
      $0.partnership == partnership && $0.status == .done && $0.id != id && !$0.isOwed(on: day)
    }.compactMap(\.doneOn).max()
  }
}

extension Obligation {
  /// Whether it was still owed on a day, as far as is recorded.
  func isOwed(on day: CalendarDate) -> Bool {
    switch status {
    case .open, .started: true
    case .done: doneOn?.first.map { $0 > day } ?? false
    case .dropped, .unknown: false
    }
  }
}

extension [Obligation] {
  /// Those that tell of a period: those for just this one, else those in whose periods all of it lies.
  func telling(of period: ImpreciseDate?) -> [Obligation] {
    let exact = filter { $0.period?.last == period?.last }
    guard exact.isEmpty, let first = period?.first, let last = period?.last else { return exact }
    let around = filter { obligation in
      guard let begins = obligation.period?.first, let ends = obligation.period?.last else {
        return false
      }
      return begins <= last && first <= ends
    }.sorted { ($0.period?.first?.dayNumber ?? 0) < ($1.period?.first?.dayNumber ?? 0) }
    var reached = first.adding(days: -1)
    for obligation in around {
      guard let begins = obligation.period?.first, let ends = obligation.period?.last,
        begins <= reached.adding(days: 1)
      else { break }
      reached = Swift.max(reached, ends)
    }
    return reached >= last ? around : []
  }
}

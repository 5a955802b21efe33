extension RuleTrigger {
  /// The action names its own date.
  public static let actionDue = RuleTrigger(
    "actionDue", "the action names its own date", .ownDate,
    done: { $1.workspace.actions[$0.record.id]?.fulfilment(of: $0, $1) }
  ) { $0.findActions($1) }

  /// The check has a date of its own.
  public static let effectCheckDue = RuleTrigger(
    "effectCheckDue", "the check has a date of its own", .ownDate, takesMoreTime: false,
    done: { _, _ in
      .elsewhere(
        "A check of the effect is done when the action says what has changed: press ‹edit› and enter it "
          + "under Impact.")
    }
  ) { $0.findEffectChecks($1) }

  /// The return has a date of its own.
  public static let submissionDue = RuleTrigger(
    "submissionDue", "the return has a date of its own", .ownDate
  ) { $0.findSubmissions($1) }

  /// The office became vacant.
  public static let officeVacant = RuleTrigger(
    "officeVacant", "the office became vacant",
    help: "For how soon an office that is vacant has to be filled.", needs: [],
    done: { _, _ in
      .elsewhere(
        "A vacancy ends when somebody holds the office: press ‹edit› and enter who, under Officers."
      )
    }
  ) { $0.findVacancies($1) }
}

extension ActionItem {
  /// When an action is owed, and when its effect is checked.
  public static let clocks = [
    Clock(
      .actionDue, "action-due", "Action", .action, "An action is owed by its own due date.", rank: 1
    ),
    Clock(
      .effectCheckDue, "effect-check", "Check of the effect", .evaluation,
      "A change of practice is checked when it was promised.", rank: 2),
  ]
}

extension Submission {
  /// When a return is owed.
  public static let clocks = [
    Clock(
      .submissionDue, "submission-due", "Return", .data, "An agency sends the data it owes.",
      rank: 5)
  ]
}

extension Partnership {
  /// When an office that is vacant is filled.
  public static let clocks = [
    Clock(
      .officeVacant, "office-vacant", "Vacancy", .appointment,
      "An office that is vacant is filled.", offset: 0, unit: .calendarDay, rank: 12)
  ]
}

extension DeadlineMaker {
  /// Actions by their own dates.
  mutating func findActions(_ entry: RuleBook.Entry) {
    // Each record is looked at where it lies: it has many fields, of which few are wanted.
    let all = workspace.actions.all
    for index in all.indices {
      var own = all[index].due
      if own?.last == nil { own = all[index].firstReturn ?? own }
      let hasDate = own != nil || !all[index].targets.isEmpty
      // What is open and has no date is listed as such; so is what was only done later.
      guard hasDate || all[index].known(on: day).isOpen, all[index].isKnown(on: day) else {
        continue
      }
      var occasion = Occasion(
        record: RecordID(ActionItem.kind, all[index].id), title: all[index].title,
        form: all[index].origin.form, due: own,
        outcome: Occasion.Outcome(all[index].status, doneOn: all[index].doneOn),
        owners: all[index].owners, group: all[index].group,
        partnerships: lookups.partnerships(of: all[index].group), extensions: all[index].extensions,
        isIllustrative: all[index].illustrative)
      if let due = occasion.due {
        if all[index].repeats != nil, let next = all[index].next(after: due, on: day) {
          (occasion.due, occasion.outcome) = (ImpreciseDate(next), .notStarted)
          // More time was for what was done meanwhile.
          occasion.extensions = []
        }
        if all[index].targets.isEmpty {
          add(occasion, under: entry)
          continue
        }
        add(occasion, under: entry)
      } else if !hasDate {
        add(occasion, under: entry)
        continue
      }
      for (number, target) in all[index].targets.enumerated() {
        var part = occasion
        part.suffix = ":\(number + 1)"
        part.title = "\(target.what): \(occasion.title)"
        part.due = target.due
        if let done = target.doneOn { part.outcome = .done(done) }
        add(part, under: entry)
      }
    }
  }

  /// Changes of practice whose effect is to be checked.
  mutating func findEffectChecks(_ entry: RuleBook.Entry) {
    let all = workspace.actions.all
    for index in all.indices
    where all[index].evaluateOn != nil && all[index].isKnown(on: day) {
      let action = all[index]
      guard let due = action.evaluateOn else { continue }
      var occasion = Occasion(
        record: RecordID(ActionItem.kind, action.id),
        title: "Check the effect: \(action.title)", due: due, group: action.group,
        partnerships: lookups.partnerships(of: action.group), isIllustrative: action.illustrative)
      occasion.outcome = action.impact.isEmpty ? .notStarted : .done(nil)
      if !action.evaluatedBy.isEmpty { occasion.owners = [Owner(name: action.evaluatedBy)] }
      add(occasion, under: entry)
    }
  }

  /// Returns of data that no other rule asks for.
  mutating func findSubmissions(_ entry: RuleBook.Entry) {
    for submission in workspace.submissions.all where submission.rule == nil {
      guard submission.due != nil else { continue }
      add(occasion(of: submission), under: entry)
    }
  }

  /// A return of data with what is known of it.
  func occasion(of whole: Submission) -> Occasion {
    let submission = whole.known(on: day)
    var occasion = Occasion(
      record: RecordID(Submission.kind, submission.id),
      title: "\(submission.what): \(names(Agency.kind, submission.agency.id))", form: "data",
      due: submission.due, owners: [Owner(agency: submission.agency)],
      partnerships: [submission.partnership], extensions: submission.extensions,
      isPaused: submission.pause?.covers(day) ?? false, isIllustrative: submission.illustrative)
    switch submission.status {
    case .received: occasion.outcome = .done(submission.receivedOn)
    case .notReceived: occasion.outcome = .notStarted
    case .notApplicable: occasion.outcome = .notApplicable
    }
    return occasion
  }

  /// Offices without a holder.
  mutating func findVacancies(_ entry: RuleBook.Entry) {
    for partnership in workspace.partnerships.all {
      for (index, office) in partnership.officers.enumerated() {
        guard let since = office.vacantSince, let first = since.first, first <= day else {
          continue
        }
        var occasion = Occasion(
          record: RecordID(Partnership.kind, partnership.id),
          title: "\(office.title) of the \(partnership.shortName): vacant",
          suffix: ":\(index + 1)", start: since, partnerships: [Reference(partnership.id)])
        occasion.outcome = office.isVacant(on: day) ? .started : .done(office.vacantUntil)
        occasion.owners = [Owner(partnership: Reference(partnership.id))]
        add(occasion, under: entry)
      }
    }
  }
}

extension Owner {
  init(agency: Reference<Agency>) {
    self.init()
    self.agency = agency
  }

  init(partnership: Reference<Partnership>) {
    self.init()
    self.partnership = partnership
  }

  init(name: String) {
    self.init()
    self.name = name
  }
}

extension ActionItem {
  /// How one of its dates is ticked: a target by itself, one that returns once more; nil for any other.
  fileprivate func fulfilment(of deadline: Deadline, _ context: RecordContext) -> Fulfilment? {
    if let number = deadline.number, targets.indices.contains(number - 1) {
      var after = self
      let isDone = targets[number - 1].doneOn != nil
      after.targets[number - 1].doneOn = isDone ? nil : ImpreciseDate(context.day)
      return context.edit("\(isDone ? "Open again" : "Tick"): \(deadline.title)", self, to: after)
    }
    guard repeats != nil, status == .done, !deadline.status.isDone else { return nil }
    return context.edit("Tick: \(title)", self, to: completed(on: context.day))
  }
}

extension Deadline {
  /// The number among the parts of its record by which it is told apart; nil where it has none.
  var number: Int? { Int(occasion.suffix.dropFirst()) }
}

extension ActionOrigin {
  /// The word for an action of this origin.
  fileprivate var form: String {
    switch self {
    case .meeting: "action"
    case .recommendation: "recommendation"
    case .practiceChange: "practice change"
    case .nextStep: "next step"
    case .commitment: "commitment"
    case .plan: "plan"
    }
  }
}

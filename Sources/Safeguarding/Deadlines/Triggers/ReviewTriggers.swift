extension RuleTrigger {
  /// The serious incident became known.
  public static let incidentKnown = RuleTrigger(
    "incidentKnown", "the serious incident became known",
    help: "For what is owed once the council knows of a serious incident.", review: .incidentKnown,
    done: reviewStep
  ) { $0.findReviewEvents($1) }

  /// The serious incident was notified.
  public static let incidentNotified = RuleTrigger(
    "incidentNotified", "the serious incident was notified",
    help: "For what is owed once the notification was sent, such as the rapid review: that day is "
      + "day 0.", review: .notified,
    done: reviewStep
  ) { $0.findReviewEvents($1) }

  /// The rapid review went to the national panel.
  public static let rapidReviewSent = RuleTrigger(
    "rapidReviewSent", "the rapid review went to the national panel",
    help: "For what is owed once the rapid review is with the national panel.",
    review: .rapidReviewSent,
    done: reviewStep
  ) { $0.findReviewEvents($1) }

  /// It was decided to review.
  public static let reviewDecided = RuleTrigger(
    "reviewDecided", "it was decided to review",
    help: "For what is owed once it was decided to review.", review: .decided, done: reviewStep
  ) { $0.findReviewEvents($1) }

  /// Publication is planned.
  public static let publicationPlanned = RuleTrigger(
    "publicationPlanned", "publication is planned",
    help: "For what comes before a review is published.", review: .publicationPlanned,
    done: reviewStep
  ) { $0.findReviewEvents($1) }

  /// The review was paused.
  public static let reviewPaused = RuleTrigger(
    "reviewPaused", "the review was paused",
    help: "For what is owed once a review stands still.", review: .paused, done: reviewStep
  ) { $0.findReviewEvents($1) }

  /// The overview report was endorsed.
  public static let reportEndorsed = RuleTrigger(
    "reportEndorsed", "the overview report was endorsed",
    help: "For what is owed once the report was endorsed, such as audits of recommendations.",
    review: .endorsed,
    done: { $1.workspace.reviews[$0.record.id]?.auditFulfilment(of: $0, $1) }
  ) { $0.findAudits($1) }

  /// The review names a date for its present stage.
  public static let reviewDue = RuleTrigger(
    "reviewDue", "the review names a date for its present stage", .ownDate,
    done: { _, _ in
      .elsewhere("A review is done when it is published: press ‹edit› and enter when it was.")
    }
  ) { $0.findReviewDates($1) }

  /// How a step in the life of a review is ticked.
  private static let reviewStep: @Sendable (Deadline, RecordContext) -> Fulfilment? = {
    $1.workspace.reviews[$0.record.id]?.stepFulfilment(of: $0, $1)
  }
}

extension Review: DeadlineReasons {
  /// The date that a review names for its present stage.
  public static let clocks = [
    Clock(
      .reviewDue, "review-due", "Review", .review, "A stage of a review ends by its due date.",
      rank: 4)
  ]
}

extension DeadlineMaker {
  /// What an event in the life of a review makes owed.
  mutating func findReviewEvents(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    guard let event = rule.trigger.reviewEvent else { return }
    for review in workspace.reviews(on: day) {
      let start = review.date(of: event)
      if let first = start?.first, event.isPast, first > day { continue }
      guard start != nil || (event == .publicationPlanned && review.awaitsPublication) else {
        continue
      }
      let step = review.milestones.first { $0.rule?.id == rule.id }
      let done = rule.until.map { review.date(of: $0) } ?? step?.date
      var occasion = occasion(of: review, rule)
      occasion.start = start
      occasion.due = step?.due
      // More time is for the publication, unless another rule is named.
      if rule.until != .published { occasion.extensions.removeAll { $0.rule == nil } }
      occasion.outcome =
        done.map { .done($0) } ?? (review.isOver || rule.until == nil ? review.rest : .started)
      if done == nil, !review.missesCriteria,
        review.hasPassed(rule.until ?? event, isItself: rule.until == nil, since: start)
      {
        (occasion.outcome, occasion.isPassed) = (.notReported, true)
      }
      if rule.until == .published || rule.until == .advanceCopySent {
        occasion.isPaused = review.pause?.covers(day) ?? false
      }
      add(occasion, under: entry)
    }
  }

  /// What each agency owes after a report was endorsed: an audit of its own recommendations.
  mutating func findAudits(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for review in workspace.reviews(on: day) {
      guard let start = review.endorsedOn, let first = start.first, first <= day else { continue }
      for audit in review.audits {
        var occasion = occasion(of: review, rule)
        occasion.suffix = ":\(audit.agency.id)"
        occasion.title = "\(rule.title): \(review.title), \(names(Agency.kind, audit.agency.id))"
        occasion.start = start
        occasion.outcome = audit.doneOn.map { .done($0) } ?? .notStarted
        occasion.owners = [Owner(agency: audit.agency)]
        add(occasion, under: entry)
      }
    }
  }

  /// The date that a review gives its present stage.
  mutating func findReviewDates(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    for review in workspace.reviews(on: day) where review.stage != .closed && !review.missesCriteria
    {
      guard let due = review.dueOn else { continue }
      var occasion = occasion(of: review, rule)
      occasion.title = "\(review.type.title) \(review.title)"
      occasion.form = "review"
      occasion.due = due
      occasion.outcome = review.publishedOn.map { .done($0) } ?? .started
      occasion.isPaused = review.pause?.covers(day) ?? false
      add(occasion, under: entry)
    }
  }

  private func occasion(of review: Review, _ rule: Rule) -> Occasion {
    let partnership = review.currentOwner ?? review.commissionedBy
    let origin = review.origin.map { [Owner(partnership: $0)] } ?? []
    return Occasion(
      record: RecordID(Review.kind, review.id), title: "\(rule.title): \(review.title)",
      owners: rule.owners.isEmpty ? origin : [],
      group: review.monitoredBy, partnerships: [partnership].compactMap(\.self),
      extensions: review.extensions,
      isIllustrative: review.illustrative)
  }
}

extension ReviewEvent {
  /// Whether a date given for it has happened, rather than being planned.
  var isPast: Bool { self != .publicationPlanned }
}

extension Review {
  /// When an event of the review happened, or is planned.
  public func date(of event: ReviewEvent) -> ImpreciseDate? {
    switch event {
    case .incidentKnown: incidentKnownOn
    case .notified: notifiedOn
    case .rapidReviewSent: rapidReviewSentOn
    case .panelReplied: panelRepliedOn
    case .decided: decidedOn
    case .endorsed: endorsedOn
    case .publicationPlanned: plannedPublicationOn
    case .advanceCopySent: advanceCopySentOn
    case .published: publishedOn
    case .paused: pause?.from
    case .delayNotified: pause?.notifiedOn
    case .criteriaNotMet: criteriaNotMetOn
    }
  }

  /// Whether a later stage than an event was reached, so that steps before it are not waited for.
  ///
  /// - Parameters:
  ///   - event: The event that ends a step, or after which it comes.
  ///   - isItself: Whether the step comes after the event, on the way to the next one.
  ///   - start: When its clock started; a stage that was reached before does not count.
  /// - Returns: Whether such a stage was reached.
  fileprivate func hasPassed(
    _ event: ReviewEvent, isItself: Bool, since start: ImpreciseDate?
  ) -> Bool {
    let stages: [ReviewEvent] = [
      .incidentKnown, .notified, .rapidReviewSent, .decided, .endorsed, .published,
    ]
    guard let index = stages.firstIndex(of: event), event != .published else { return false }
    // Endorsing a report is no step that every review records.
    guard !isItself || stages[index] != .decided else { return publishedOn != nil }
    return stages[(index + 1)...].contains { stage in
      guard let first = date(of: stage)?.first else { return false }
      return start?.first.map { $0 <= first } ?? true
    }
  }

  /// Whether it was decided upon and is still to be published.
  fileprivate var awaitsPublication: Bool { decidedOn != nil && publishedOn == nil && !isOver }

  /// What can be said of a step whose date is not recorded.
  fileprivate var rest: Occasion.Outcome {
    missesCriteria ? .notApplicable : isOver ? .notReported : .notStarted
  }
}

extension Review {
  /// How a step is ticked: by the date of the event that ends it, else by its milestone.
  fileprivate func stepFulfilment(of deadline: Deadline, _ context: RecordContext) -> Fulfilment {
    if deadline.status == .notReported {
      return .elsewhere(
        "No record says when this was done. Press ‹edit› and enter the day, if it is known.")
    }
    var after = self
    let rule = deadline.entry.rule
    let date = deadline.status.isDone ? nil : ImpreciseDate(context.day)
    if let event = rule.until {
      guard after.setDate(of: event, to: date) else {
        return .elsewhere("Press ‹edit› and enter when this was done.")
      }
    } else {
      let index = milestones.firstIndex { $0.rule?.id == rule.id }
      if index == nil {
        var step = Milestone()
        (step.title, step.rule) = (rule.title, Reference(rule.id))
        after.milestones.append(step)
      }
      after.milestones[index ?? milestones.count].date = date
    }
    let verb = date == nil ? "Open again" : "Tick"
    return context.edit("\(verb): \(deadline.title)", self, to: after)
  }

  /// How an agency's audit of its own recommendations is ticked.
  fileprivate func auditFulfilment(of deadline: Deadline, _ context: RecordContext) -> Fulfilment? {
    let agency = deadline.occasion.suffix.dropFirst()
    guard let index = audits.firstIndex(where: { $0.agency.id == agency }) else { return nil }
    var after = self
    let isDone = audits[index].doneOn != nil
    after.audits[index].doneOn = isDone ? nil : ImpreciseDate(context.day)
    return context.edit("\(isDone ? "Open again" : "Tick"): \(deadline.title)", self, to: after)
  }

  /// Says when an event of the review happened; answers whether that can be said.
  mutating func setDate(of event: ReviewEvent, to date: ImpreciseDate?) -> Bool {
    switch event {
    case .incidentKnown: incidentKnownOn = date
    case .notified: notifiedOn = date
    case .rapidReviewSent: rapidReviewSentOn = date
    case .panelReplied: panelRepliedOn = date
    case .decided: decidedOn = date
    case .endorsed: endorsedOn = date
    case .publicationPlanned: plannedPublicationOn = date
    case .advanceCopySent: advanceCopySentOn = date
    case .published: publishedOn = date
    case .criteriaNotMet: criteriaNotMetOn = date
    case .delayNotified where pause != nil: pause?.notifiedOn = date
    case .delayNotified, .paused: return false
    }
    return true
  }
}

extension DeadlineRule {
  /// Every rule that makes deadlines, in the order in which they are explained.
  public static let all: [DeadlineRule] = [
    .actionDue, .evaluationDue, .meetingCadence, .papersDue, .chairHandover, .obligationDue,
    .reviewDue, .submissionDue, .termsReview,
  ]

  static let actionDue = DeadlineRule(
    id: "action-due", summary: "An action is owed by its own due date."
  ) { maker in
    maker.workspace.actions.all.compactMap { action in
      guard let due = action.due, action.status != .dropped else { return nil }
      return maker.make(
        RecordLink(ActionItem.kind, action.id), title: action.title,
        form: action.origin == .meeting ? "action" : inWords(action.origin.rawValue).lowercased(),
        due: due, isDone: action.status == .done, isReported: action.status != .unknown,
        doneOn: action.doneOn,
        owner: maker.owners(action.owners), group: action.group,
        partnerships: maker.workspace.partnerships(of: action.group),
        because: "The due date of the action is \(due.long).",
        isIllustrative: action.illustrative)
    }
  }

  static let evaluationDue = DeadlineRule(
    id: "evaluation-due", summary: "A change of practice is checked when it was promised."
  ) { maker in
    maker.workspace.actions.all.compactMap { action in
      guard let due = action.evaluateOn else { return nil }
      return maker.make(
        RecordLink(ActionItem.kind, action.id), title: "Check the effect: \(action.title)",
        form: "evaluation", due: due, isDone: !action.impact.isEmpty,
        owner: action.evaluatedBy, group: action.group,
        partnerships: maker.workspace.partnerships(of: action.group),
        because: "Its effect is to be checked in \(due.long).",
        isIllustrative: action.illustrative)
    }
  }

  static let meetingCadence = DeadlineRule(
    id: "meeting-cadence", summary: "A group meets again within its cadence."
  ) { maker in
    maker.workspace.groups.all.filter { $0.isLive(on: maker.day) }.compactMap { group in
      guard let due = maker.workspace.meetingDue(for: group, on: maker.day),
        let cadence = group.cadence
      else { return nil }
      let planned = due.next?.date.map { "the next one is planned for \($0.long)" }
      return maker.make(
        RecordLink(Group.kind, group.id), title: "\(group.name): next meeting", form: "meeting",
        due: FuzzyDate(due.day), owner: "Chair of the \(group.label)",
        group: Reference(group.id),
        partnerships: maker.workspace.partnerships(of: Reference(group.id)),
        because: "It meets \(cadence.words) and last met \(due.last.date?.long ?? ""); "
          + "\(planned ?? "no next meeting is planned").",
        isIllustrative: due.last.illustrative)
    }
  }

  static let papersDue = DeadlineRule(
    id: "papers-due", summary: "The papers of a meeting go out before it."
  ) { maker in
    maker.workspace.meetings.all.filter { $0.status == .planned }.compactMap { meeting in
      let papers = meeting.papers
      guard papers.all > 0,
        let due = meeting.papersDueOn ?? meeting.agenda.flatMap(\.papers).compactMap(\.dueOn).min()
      else { return nil }
      let group = maker.workspace.groups[meeting.group]
      return maker.make(
        RecordLink(Meeting.kind, meeting.id),
        title: "Papers for the \(group?.label ?? meeting.group.id) "
          + "of \(meeting.date?.short ?? "")",
        form: "papers", due: FuzzyDate(due), isDone: papers.received == papers.all,
        owner: "\(papers.all - papers.received) of \(papers.all) papers missing",
        group: meeting.group, partnerships: maker.workspace.partnerships(of: meeting.group),
        because: "The papers are due out on \(due.long) for a meeting on "
          + "\(meeting.date?.long ?? "an unknown day").",
        isIllustrative: meeting.illustrative)
    }
  }

  static let chairHandover = DeadlineRule(
    id: "chair-handover", summary: "A rotating chair passes on when a term ends."
  ) { maker in
    maker.workspace.groups.all.filter { $0.isLive(on: maker.day) }.compactMap { group in
      guard
        let rotation = maker.workspace.rotation(
          of: group, until: maker.day.adding(months: 36)),
        let next = rotation.next(after: maker.day)
      else { return nil }
      let agency = next.agency.map { maker.names(Agency.kind, $0.id) } ?? "nobody recorded"
      return maker.make(
        RecordLink(Group.kind, group.id),
        title: "Chair of the \(group.label) passes to \(agency)", form: "handover",
        due: FuzzyDate(next.first), owner: agency, group: Reference(group.id),
        partnerships: maker.workspace.partnerships(of: Reference(group.id)),
        because: "A term lasts \(group.rotation?.termMonths ?? 12) months; the next one begins on "
          + "\(next.first.long) (\(next.status.title)).",
        isIllustrative: false)
    }
  }

  static let obligationDue = DeadlineRule(
    id: "obligation-due", summary: "What a partnership owes by a stated date."
  ) { maker in
    maker.workspace.obligations.all.compactMap { obligation in
      guard obligation.status != .dropped else { return nil }
      return maker.make(
        RecordLink(Obligation.kind, obligation.id), title: obligation.title,
        form: obligation.form.rawValue, due: obligation.due, isDone: obligation.status == .done,
        isReported: obligation.status != .unknown, doneOn: obligation.doneOn,
        owner: maker.owners(obligation.owners), group: obligation.group,
        partnerships: [obligation.partnership],
        because: obligation.because.isEmpty
          ? "It is owed by \(obligation.due?.long ?? "a date that is not printed")."
          : obligation.because,
        isIllustrative: obligation.illustrative)
    }
  }

  static let reviewDue = DeadlineRule(
    id: "review-due", summary: "A stage of a review ends by its due date."
  ) { maker in
    maker.workspace.reviews.all.compactMap { review in
      guard let due = review.dueOn, review.stage != .closed else { return nil }
      return maker.make(
        RecordLink(Review.kind, review.id), title: "\(review.form.title) \(review.title)",
        form: "review", due: due, isDone: review.publishedOn != nil, doneOn: review.publishedOn,
        owner: maker.names(Partnership.kind, review.commissionedBy.id), group: review.monitoredBy,
        partnerships: [review.currentOwner ?? review.commissionedBy],
        because: "Its present stage (\(review.stage.title)) is due \(due.long).",
        isIllustrative: review.illustrative)
    }
  }

  static let submissionDue = DeadlineRule(
    id: "submission-due", summary: "An agency sends the data it owes."
  ) { maker in
    maker.workspace.submissions.all.compactMap { submission in
      guard let due = submission.due, submission.status != .notApplicable else { return nil }
      let agency = maker.names(Agency.kind, submission.agency.id)
      return maker.make(
        RecordLink(Submission.kind, submission.id), title: "\(submission.what): \(agency)",
        form: "data", due: due, isDone: submission.status == .received,
        doneOn: submission.receivedOn, owner: agency, group: nil,
        partnerships: [submission.partnership],
        because: "The data for \(submission.period?.short ?? "the period") is due \(due.long).",
        isIllustrative: submission.illustrative)
    }
  }

  static let termsReview = DeadlineRule(
    id: "terms-review", summary: "Terms of reference are reviewed as often as agreed."
  ) { maker in
    maker.workspace.groups.all.filter { $0.isLive(on: maker.day) }.compactMap { group in
      guard let terms = group.termsOfReference, let every = terms.reviewEvery,
        let last = (terms.reviewedOn ?? terms.agreedOn)?.last
      else { return nil }
      return maker.make(
        RecordLink(Group.kind, group.id), title: "Review the terms of reference: \(group.name)",
        form: "review", due: FuzzyDate(every.next(after: last)),
        owner: "Chair of the \(group.label)", group: Reference(group.id),
        partnerships: maker.workspace.partnerships(of: Reference(group.id)),
        because: "They are reviewed \(every.words) and were last reviewed \(last.long).",
        isIllustrative: terms.illustrative)
    }
  }
}

/// By when a group has to meet again.
public struct MeetingDue: Sendable {
  /// The last meeting held.
  public let last: Meeting
  /// The day by which the next one is due.
  public let day: CalendarDate
  /// The next one planned, if any.
  public let next: Meeting?
}

extension Workspace {
  /// By when a group has to meet again by its cadence, or nil when it cannot be said.
  public func meetingDue(for group: Group, on day: CalendarDate) -> MeetingDue? {
    guard let cadence = group.cadence,
      let last = lastMeeting(of: Reference(group.id), before: day), let met = last.date?.last
    else { return nil }
    return MeetingDue(
      last: last, day: cadence.next(after: met),
      next: nextMeeting(of: Reference(group.id), after: day))
  }
}

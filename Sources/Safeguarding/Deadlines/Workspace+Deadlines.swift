extension Workspace {
  /// Everything owed by a date, as it stands on a day, soonest first; what has no date comes last.
  public func deadlines(on day: CalendarDate) -> [Deadline] {
    var maker = DeadlineMaker(workspace: self, day: day)
    for entry in maker.book.entries { maker.find(entry) }
    return maker.takeSorted()
  }

  /// The rules in force in this workspace.
  public var ruleBook: RuleBook { RuleBook(rules) }
}

extension DeadlineMaker {
  /// Looks for everything that puts a rule to work.
  mutating func find(_ rule: RuleBook.Entry) {
    switch rule.rule.trigger {
    case .incidentKnown, .incidentNotified, .rapidReviewSent, .reviewDecided, .publicationPlanned,
      .reviewPaused:
      findReviewEvents(rule)
    case .reportEndorsed: findAudits(rule)
    case .reviewDue: findReviewDates(rule)
    case .lastMeeting: findNextMeetings(rule)
    case .meetingsInPeriod: findMeetingCounts(rule)
    case .meetingPlanned: findPapers(rule, ownDate: false)
    case .papersDue: findPapers(rule, ownDate: true)
    case .meetingHeld: findMinutes(rule)
    case .termsReviewed: findTermsOfReference(rule)
    case .chairTermBegins: findHandovers(rule)
    case .officeVacant: findVacancies(rule)
    case .actionDue: findActions(rule)
    case .effectCheckDue: findEffectChecks(rule)
    case .submissionDue: findSubmissions(rule)
    case .obligationDue: findObligations(rule)
    case .obligationStarts: break  // Found with the obligations, each under the rule it names.
    case .periodBegins, .periodEnds: findPeriods(rule)
    case .fixedDate: findFixedDate(rule)
    case .ruleFulfilled: findFollowing(rule)
    case .lastFulfilled: findReturning(rule)
    case .reminder: findReminder(rule)
    case .definition: break
    }
  }
}

extension RuleTrigger {
  /// Whether what the rule asks for returns, so that it is expected without a record.
  var returns: Bool {
    switch self {
    case .periodBegins, .periodEnds, .fixedDate, .ruleFulfilled, .lastFulfilled, .meetingsInPeriod:
      true
    default: false
    }
  }
}

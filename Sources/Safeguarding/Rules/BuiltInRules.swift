extension Rule {
  /// The rules that follow from what records say of themselves; a rule of the data may replace each.
  public static let builtIn: RecordTable<Rule> = {
    var rules = RecordTable<Rule>()
    rules.append(contentsOf: [
      own(
        "action-due", "Action", .action, .actionDue, "An action is owed by its own due date."),
      own(
        "effect-check", "Check of the effect", .evaluation, .effectCheckDue,
        "A change of practice is checked when it was promised."),
      own(
        "obligation-due", "Obligation", .report, .obligationDue,
        "What a partnership owes by a stated date."),
      own("review-due", "Review", .review, .reviewDue, "A stage of a review ends by its due date."),
      own(
        "submission-due", "Return", .data, .submissionDue, "An agency sends the data it owes."),
      own(
        "papers-due", "Papers", .papers, .papersDue,
        "The papers of a meeting go out by the day set for them."),
      own(
        "meeting-cadence", "Next meeting", .meeting, .lastMeeting,
        "A group meets again within its cadence.", offset: 1, unit: .cadence),
      own(
        "meetings-in-year", "Meetings", .meeting, .meetingsInPeriod,
        "A group meets as many times a year as agreed.", offset: 0, unit: .calendarDay),
      own(
        "minutes-agreed", "Minutes", .minutes, .meetingHeld,
        "The minutes of a meeting are agreed at the next one.", offset: 1, unit: .meeting),
      own(
        "chair-handover", "Handover of the chair", .handover, .chairTermBegins,
        "A rotating chair passes on when a term ends."),
      own(
        "terms-review", "Terms of reference", .review, .termsReviewed,
        "Terms of reference are reviewed as often as agreed.", offset: 1, unit: .cadence),
      own(
        "office-vacant", "Vacancy", .appointment, .officeVacant,
        "An office that is vacant is filled.", offset: 0, unit: .calendarDay),
    ])
    return rules
  }()

  private static func own(
    _ id: String, _ title: String, _ form: DeadlineForm, _ trigger: RuleTrigger, _ says: String,
    offset: Int? = nil, unit: DateUnit = .workingDay
  ) -> Rule {
    var rule = Rule()
    (rule.id, rule.title, rule.form, rule.says, rule.trigger) = (id, title, form, says, trigger)
    (rule.offset, rule.unit) = (offset, unit)
    rule.authority = "The record itself"
    return rule
  }
}

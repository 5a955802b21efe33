import Safeguarding
import Testing

/// A row of the research, its rule, and what the rule makes owed after an event.
struct SampleRuleCase: Sendable, CustomTestStringConvertible {
  /// The row, such as N03.
  let row: String
  let rule: String
  /// The days of what happened: an event, or meetings; then a planned meeting, where one is needed.
  var events: [String] = []
  /// The day as at which it is looked at.
  let on: String
  /// The due day and status of each deadline.
  var owed: [String] = []
  /// What is counted elsewhere by a rule under which nothing is owed: an event and its last day.
  var measure: (event: String, due: String)?

  var testDescription: String { "\(row) \(rule)" }

  init(
    _ row: String, _ rule: String, _ events: [String] = [], on: String, _ owed: [String]
  ) {
    (self.row, self.rule, self.events, self.on, self.owed) = (row, rule, events, on, owed)
  }

  /// A rule without a date.
  static func reminder(_ row: String, _ rule: String, on: String = "2024-03-31") -> SampleRuleCase {
    SampleRuleCase(row, rule, on: on, ["no day no date"])
  }

  /// A rule of a law whose first day is not known.
  static func horizon(_ row: String, _ rule: String, count: Int = 1) -> SampleRuleCase {
    SampleRuleCase(
      row, rule, on: "2026-06-01", Array(repeating: "no day waiting for a date", count: count))
  }

  /// A rule that defines what is counted elsewhere.
  static func definition(
    _ row: String, _ rule: String, _ event: String, _ due: String
  ) -> SampleRuleCase {
    var expected = SampleRuleCase(row, rule, [event], on: event, [])
    expected.measure = (event, due)
    return expected
  }

  static let all =
    national + medway + kent + board + [
      SampleRuleCase(
        "extra", "policy-review", ["2023-05-31"], on: "2024-03-31", ["2024-05-31 not started"]),
      SampleRuleCase(
        "extra", "mscp-recommendations-audit", ["2024-08-31"], on: "2024-09-01",
        Array(repeating: "2025-02-28 not started", count: 2)),
    ]

  /// All rules of the sample with its bank holidays, and the record of the events.
  func workspace(_ rule: Rule, _ sample: Workspace) throws -> Workspace {
    var workspace = Workspace()
    (workspace.rules, workspace.bankHolidays) = (sample.rules, sample.bankHolidays)
    let partnerships = rule.partnerships.isEmpty ? ["elsewhere"] : rule.partnerships
    for partnership in partnerships {
      var made = Partnership()
      (made.id, made.shortName) = (partnership.id, partnership.id)
      if rule.trigger == .officeVacant {
        var office = Office()
        office.vacantSince = try events.first.map { try date($0) }
        made.officers = [office]
      }
      workspace.partnerships.append(made)
    }
    let home = try #require(partnerships.first)
    let isPeriodic = rule.trigger == .periodBegins || rule.trigger == .periodEnds
    let from = isPeriodic ? on : events.first
    workspace.settings.recordsFrom = try from.map { try day($0) }
    try addGroup(rule, home, to: &workspace)
    try addReview(rule, home, to: &workspace)
    try addDuty(rule, home, to: &workspace)
    return workspace
  }

  /// The group that the rule is meant for, with its meetings.
  private func addGroup(
    _ rule: Rule, _ home: Reference<Partnership>, to workspace: inout Workspace
  ) throws {
    var group = PartnershipGroup()
    group.id = rule.groups.first?.id ?? "group"
    var parent = GroupParent()
    parent.partnership = home
    group.parents = [parent]
    var statuses: [MeetingStatus] = []
    switch rule.trigger {
    case .chairTermBegins:
      var pattern = RotationPattern()
      pattern.start = try events.first.map { try day($0) }
      pattern.order = ["council", "police", "health"]
      pattern.termMonths = 12
      group.rotation = pattern
    case .nominationMissing: group.type = .childProtectionTeam
    case .termsReviewed:
      var terms = TermsOfReference()
      terms.agreedOn = try events.first.map { try date($0) }
      group.termsOfReference = terms
    case .lastMeeting, .meetingsInPeriod: statuses = events.map { _ in .held }
    case .meetingPlanned: statuses = [.planned]
    case .meetingHeld: statuses = [.held, .planned]
    case .obligationStarts where rule.unit == .meeting: statuses = [.cancelled, .planned]
    default: break
    }
    workspace.groups.append(group)
    for (iso, status) in zip(events, statuses) {
      var meeting = Meeting()
      (meeting.id, meeting.group, meeting.status) = (iso, Reference(group.id), status)
      meeting.date = try date(iso)
      workspace.meetings.append(meeting)
    }
  }

  private func addReview(
    _ rule: Rule, _ home: Reference<Partnership>, to workspace: inout Workspace
  ) throws {
    guard let event = rule.trigger.reviewEvent, let iso = events.first else { return }
    var review = Review()
    (review.id, review.commissionedBy) = ("review", home)
    switch event {
    case .incidentKnown: review.incidentKnownOn = try date(iso)
    case .notified: review.notifiedOn = try date(iso)
    case .rapidReviewSent: review.rapidReviewSentOn = try date(iso)
    case .decided: review.decidedOn = try date(iso)
    case .publicationPlanned: review.plannedPublicationOn = try date(iso)
    case .paused:
      review.pause = Pause()
      review.pause?.from = try date(iso)
    case .endorsed:
      review.endorsedOn = try date(iso)
      review.audits = ["council", "police"].map { agency in
        var audit = RecommendationAudit()
        audit.agency = Reference(agency)
        return audit
      }
    case .panelReplied, .advanceCopySent, .published, .delayNotified, .criteriaNotMet: break
    }
    workspace.reviews.append(review)
  }

  /// A duty that starts on the day of the event, or that was done on it.
  private func addDuty(
    _ rule: Rule, _ home: Reference<Partnership>, to workspace: inout Workspace
  ) throws {
    guard let iso = events.first else { return }
    var duty = Obligation()
    (duty.id, duty.partnership) = ("duty", home)
    switch rule.trigger {
    case .obligationStarts:
      (duty.rule, duty.startsOn) = (Reference(rule.id), try date(iso))
      duty.group = rule.groups.first
    case .ruleFulfilled, .lastFulfilled:
      duty.rule = rule.after ?? Reference(rule.id)
      (duty.status, duty.doneOn) = (.done, try date(iso))
      if rule.trigger == .ruleFulfilled { duty.period = try date("2023/24") }
    default: return
    }
    workspace.obligations.append(duty)
  }
}

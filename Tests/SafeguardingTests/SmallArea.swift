import Safeguarding
import Testing

/// A made-up area that a test adds to: two partnerships, two agencies and a board.
enum SmallArea {
  /// The area with some rules, the bank holidays of 2019 to 2028, and what a test adds.
  static func workspace(
    _ rules: [Rule] = [], _ fill: (inout Workspace) throws -> Void = { _ in }
  ) throws -> Workspace {
    var workspace = Workspace()
    workspace.bankHolidays = try WorkingDaysSample.list()
    workspace.rules.append(contentsOf: rules)
    for (id, name) in [("area", "Area"), ("vale", "Vale")] {
      workspace.partnerships.append(
        made(Partnership.self) { ($0.id, $0.name, $0.shortName) = (id, name, name) })
    }
    for (id, name) in [("council", "Area Council"), ("police", "Area Police")] {
      workspace.agencies.append(made(Agency.self) { ($0.id, $0.name) = (id, name) })
    }
    try fill(&workspace)
    if workspace.groups["board"] == nil { workspace.groups.append(try board()) }
    return workspace
  }

  /// The board of the area, as a test wants it.
  static func board(_ fill: (inout PartnershipGroup) throws -> Void = { _ in }) throws
    -> PartnershipGroup
  {
    var group = PartnershipGroup()
    (group.id, group.name) = ("board", "Board")
    group.parents = [made(GroupParent.self) { $0.partnership = "area" }]
    try fill(&group)
    return group
  }

  /// A rule with a trigger and a distance.
  static func rule(
    _ id: String, _ trigger: RuleTrigger, _ offset: Int? = nil, _ unit: DateUnit = .calendarDay,
    _ fill: (inout Rule) throws -> Void = { _ in }
  ) throws -> Rule {
    var rule = Rule()
    (rule.id, rule.title, rule.trigger) = (id, "Duty \(id)", trigger)
    (rule.offset, rule.unit) = (offset, unit)
    try fill(&rule)
    return rule
  }

  /// A duty of the area, under a rule where one is named.
  static func duty(
    _ id: String, under rule: String? = nil, starts: String? = nil, due: String? = nil,
    done: String? = nil, _ fill: (inout Obligation) throws -> Void = { _ in }
  ) throws -> Obligation {
    var duty = Obligation()
    (duty.id, duty.title, duty.partnership) = (id, "Duty \(id)", "area")
    duty.rule = rule.map { Reference($0) }
    duty.startsOn = try starts.map { try date($0) }
    duty.due = try due.map { try date($0) }
    duty.doneOn = try done.map { try date($0) }
    if done != nil { duty.status = .done }
    try fill(&duty)
    return duty
  }

  /// A review that the area commissioned.
  static func review(_ id: String, _ fill: (inout Review) throws -> Void) throws -> Review {
    var review = Review()
    (review.id, review.title, review.commissionedBy) = (id, id.capitalised, "area")
    try fill(&review)
    return review
  }

  /// A meeting of the board, named by its day.
  static func meeting(
    _ iso: String, _ status: MeetingStatus = .held,
    _ fill: (inout Meeting) throws -> Void = { _ in }
  ) throws -> Meeting {
    var meeting = Meeting()
    (meeting.id, meeting.group, meeting.status) = (iso, "board", status)
    meeting.date = try date(iso)
    try fill(&meeting)
    return meeting
  }

  /// What an agency owes the area for a period.
  static func submission(
    _ agency: String, for period: String, under rule: String,
    _ fill: (inout Submission) throws -> Void = { _ in }
  ) throws -> Submission {
    var submission = Submission()
    (submission.id, submission.what) = ("\(agency)-\(period)", "Data")
    submission.agency = Reference(agency)
    submission.partnership = "area"
    submission.rule = Reference(rule)
    submission.period = try date(period)
    try fill(&submission)
    return submission
  }
}

extension Workspace {
  /// The deadlines that a rule makes, as on a day.
  func owed(_ rule: String, on iso: String = "2024-03-31") throws -> [Deadline] {
    try deadlines(on: day(iso)).filter { $0.rule == rule }
  }

  /// The same with the due day and status of each: "2024-04-22 running".
  func standing(_ rule: String, on iso: String = "2024-03-31") throws -> [String] {
    try owed(rule, on: iso).map(\.dueAndStatus)
  }
}

extension Deadline {
  /// The due day and the status in words.
  var dueAndStatus: String { "\(due?.dueDay?.iso ?? "no day") \(status.title)" }

  /// Who owes it, in words.
  func owner(in workspace: Workspace) -> String {
    owners.map { $0.lines(workspace.names).joined() }.joined(separator: ", ")
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

import Safeguarding
import Testing

@Suite struct TriggerMeetingTests {
  private static func workspace(
    _ rules: [Rule] = [], _ meetings: [(String, MeetingStatus)] = [],
    _ fill: (inout PartnershipGroup) throws -> Void = { _ in }
  ) throws -> Workspace {
    try SmallArea.workspace(rules) {
      $0.groups.append(try SmallArea.board(fill))
      for (iso, status) in meetings { $0.meetings.append(try SmallArea.meeting(iso, status)) }
    }
  }

  private static let year: [(String, MeetingStatus)] = [
    ("2024-01-15", .held), ("2023-11-20", .held), ("2024-02-12", .cancelled),
    ("2024-06-03", .planned), ("2024-04-22", .planned),
  ]

  @Test(arguments: [
    ("2024-01-14", "2024-01-20 due soon"), ("2024-01-15", "2024-03-15 running"),
    ("2024-03-15", "2024-03-15 due soon"), ("2024-03-31", "2024-03-15 overdue"),
  ])
  func aGroupMeetsWithinItsCadence(iso: String, expected: String) throws {
    let workspace = try Self.workspace([], Self.year) { $0.cadence = Cadence(every: 2, .month) }
    let found = try workspace.owed("meeting-cadence", on: iso)
    #expect(found.map(\.dueAndStatus) == [expected])
    #expect(found.map { $0.owner(in: workspace) } == ["Chair of the Board"])
  }

  @Test func withoutAMeetingTheCadenceWaits() throws {
    let workspace = try Self.workspace { $0.cadence = Cadence(every: 2, .month) }
    #expect(try workspace.standing("meeting-cadence") == ["no day waiting for a date"])
    #expect(try Self.workspace([], Self.year).owed("meeting-cadence").isEmpty)
  }

  @Test func aGroupThatHasEndedNeedNotMeet() throws {
    let workspace = try Self.workspace([], [("2023-11-20", .held)]) {
      ($0.cadence, $0.to) = (Cadence(every: 2, .month), try date("2023-12-31"))
    }
    #expect(try workspace.owed("meeting-cadence").isEmpty)
    #expect(try workspace.owed("meeting-cadence", on: "2023-12-31").count == 1)
  }

  @Test(arguments: [
    // Two a year: the first period is the last that is fully recorded.
    ("2024-03-31", ["2024-03-31 done on time"]),
    ("2024-01-14", ["2024-03-31 running"]),
    ("2024-04-01", ["2024-03-31 done on time", "2025-03-31 running"]),
  ])
  func soManyMeetingsInAPeriod(iso: String, expected: [String]) throws {
    var workspace = try Self.workspace([], Self.year) {
      $0.cadence = Cadence(every: 6, .month, timesAYear: 2)
    }
    workspace.settings.recordsFrom = try day("2023-04-01")
    #expect(try workspace.standing("meetings-in-year", on: iso) == expected)
    #expect(try workspace.owed("meeting-cadence", on: iso).isEmpty)
  }

  /// With the second of two meetings, in whatever order they are on file.
  @Test func isDoneWithTheLastMeetingNeeded() throws {
    var workspace = try Self.workspace([], Self.year) {
      $0.cadence = Cadence(every: 6, .month, timesAYear: 2)
    }
    workspace.settings.recordsFrom = try day("2023-04-01")
    #expect(try workspace.owed("meetings-in-year").map(\.doneOn?.iso) == ["2024-01-15"])
  }

  @Test(arguments: [
    ("2024-03-31", ["2023-12-31 done on time", "2024-03-31 done on time"]),
    ("2024-01-10", ["2023-12-31 done on time", "2024-03-31 not started"]),
    ("2024-07-01", ["2024-06-30 overdue", "2024-09-30 not started"]),
  ])
  func aRuleCountsMeetingsOfItsGroup(iso: String, expected: [String]) throws {
    let rule = try SmallArea.rule("quarterly", .meetingsInPeriod, 0) {
      ($0.period, $0.times, $0.groups) = (.quarter, 1, ["board"])
    }
    let workspace = try Self.workspace([rule], Array(Self.year.prefix(2)))
    #expect(try workspace.standing("quarterly", on: iso) == expected)
  }

  /// Nobody can mean none; the duty is not lost from sight for it.
  @Test(arguments: [0, -1, .min, .max])
  func aNumberOfMeetingsThatCannotBeMeant(times: Int) throws {
    let rule = try SmallArea.rule("quarterly", .meetingsInPeriod, 0) {
      ($0.period, $0.times, $0.groups) = (.quarter, times, ["board"])
    }
    #expect(rule.problems.contains { $0.field == "times" })
    let workspace = try Self.workspace([rule], Array(Self.year.prefix(2)))
    let status = times > 0 ? ["overdue", "due soon"] : ["done on time", "done on time"]
    #expect(try workspace.owed("quarterly").map(\.status.title) == status)
  }

  /// Before the calendar begins there is no quarter.
  @Test func meetingsAreCountedOnTheFirstDayOfTheCalendar() throws {
    let rule = try SmallArea.rule("quarterly", .meetingsInPeriod, 0) {
      ($0.period, $0.groups) = (.quarter, ["board"])
    }
    #expect(try Self.workspace([rule]).owed("quarterly", on: "0001-01-01").count == 2)
  }

  /// A duty tells of meetings that are not on file; there is still one deadline.
  @Test func aDutyStandsForMeetingsThatAreNotOnFile() throws {
    let rule = try SmallArea.rule("quarterly", .meetingsInPeriod, 0) {
      ($0.period, $0.times, $0.groups) = (.quarter, 1, ["board"])
    }
    var workspace = try Self.workspace([rule])
    workspace.settings.recordsFrom = try day("2024-01-01")
    workspace.obligations.append(
      try SmallArea.duty("q3", under: "quarterly", done: "2023-09-12") {
        ($0.group, $0.period) = ("board", try date("2023-07-01/2023-09-30"))
      })
    #expect(
      try workspace.standing("quarterly") == ["2023-09-30 done on time", "2024-03-31 due soon"])
  }

  /// Papers by the day set for them, and by the rule where none is set.
  @Test func papers() throws {
    let rule = try SmallArea.rule("papers", .meetingPlanned, 5, .workingDay) {
      $0.direction = .before
    }
    let workspace = try Self.papers(rule)
    #expect(
      try workspace.owed("papers-due", on: "2024-04-30").map {
        "\($0.record.id) \($0.dueAndStatus)"
      }
        == ["own 2024-04-26 overdue", "received 2024-05-02 done on time"])
    #expect(
      try workspace.owed("papers", on: "2024-04-30").map { "\($0.record.id) \($0.dueAndStatus)" }
        == ["by-rule 2024-05-01 due soon", "empty 2024-05-01 due soon"])
    let titles = try workspace.owed("papers", on: "2024-04-30").map(\.title)
    #expect(titles.map { $0.hasPrefix("2 of 2 papers missing: ") } == [true, false])
    #expect(titles.map { $0.hasPrefix("No papers listed yet: ") } == [false, true])
    let owners = try workspace.owed("papers", on: "2024-04-30").map { $0.owner(in: workspace) }
    #expect(owners == ["Chair of the Board", "Chair of the Board"])
  }

  /// Where a rule takes the place of the built-in one, a day set for the papers still counts.
  @Test func aRuleThatReplacesTheBuiltInOneLosesNoPapers() throws {
    let rule = try SmallArea.rule("papers", .meetingPlanned, 5, .workingDay) {
      ($0.direction, $0.replaces, $0.groups) = (.before, "papers-due", ["board"])
    }
    let found = try Self.papers(rule).deadlines(on: day("2024-04-30"))
      .map { "\($0.record.id) \($0.due?.iso ?? "")" }
    #expect(
      found.sorted() == [
        "by-rule 2024-05-01", "empty 2024-05-01", "own 2024-04-26", "received 2024-05-02",
      ])
  }

  /// Four planned meetings on 9 May 2024: their papers, and the days set for them.
  private static func papers(_ rule: Rule) throws -> Workspace {
    let meetings: [(String, [(due: String?, received: String?)], String?)] = [
      ("own", [("2024-05-02", nil), ("2024-05-03", "2024-04-20")], "2024-04-26"),
      ("received", [("2024-05-03", "2024-04-20"), ("2024-05-02", "2024-04-29")], nil),
      ("by-rule", [(nil, nil), (nil, nil)], nil), ("empty", [], nil),
    ]
    return try SmallArea.workspace([rule]) { workspace in
      for (id, papers, ownDay) in meetings {
        workspace.meetings.append(
          try SmallArea.meeting("2024-05-09", .planned) {
            $0.id = id
            $0.papersDueOn = try ownDay.map { try day($0) }
            var item = AgendaItem()
            item.papers = try papers.map { due, received in
              var paper = Paper()
              paper.dueOn = try due.map { try day($0) }
              paper.receivedOn = try received.map { try day($0) }
              return paper
            }
            $0.agenda = [item]
          })
      }
      workspace.meetings.append(try SmallArea.meeting("2024-05-08", .held))
    }
  }

  @Test(arguments: [
    ("2024-01-10", ["2024-01-15 due soon"]),
    ("2024-03-31", ["2024-01-15 overdue", "2024-04-22 due soon"]),
    ("2024-04-22", ["2024-01-15 overdue", "2024-04-22 due soon"]),
  ])
  func minutesAreAgreedAtTheNextMeeting(iso: String, expected: [String]) throws {
    // The meeting in February was cancelled.
    #expect(try Self.workspace([], Self.year).standing("minutes-agreed", on: iso) == expected)
  }

  @Test(arguments: [
    ("2024-04-22", "2024-04-22 done on time"), ("2024-06-03", "2024-04-22 done late"),
  ])
  func minutesThatWereAgreed(agreed: String, expected: String) throws {
    var workspace = try SmallArea.workspace {
      $0.meetings.append(
        try SmallArea.meeting("2024-01-15") { $0.minutesAgreedOn = try date(agreed) })
      $0.meetings.append(try SmallArea.meeting("2024-04-22"))
    }
    workspace.settings.recordsFrom = try day("2024-01-01")
    #expect(try workspace.standing("minutes-agreed", on: "2024-06-30").first == expected)
    #expect(try workspace.standing("minutes-agreed", on: "2024-04-23").count == 2)
  }

  /// Minutes of more than a year ago are left alone.
  @Test(arguments: [("2025-01-15", 1), ("2025-01-16", 0)])
  func minutesAreAskedForForAYear(iso: String, count: Int) throws {
    let workspace = try Self.workspace([], [("2024-01-15", .held)])
    #expect(try workspace.owed("minutes-agreed", on: iso).count == count)
  }

  @Test func minutesOfTheLastMeetingWaitForADate() throws {
    let workspace = try Self.workspace([], [("2024-01-15", .held)])
    #expect(try workspace.standing("minutes-agreed") == ["no day waiting for a date"])
  }

  @Test(arguments: [
    (1, "2024-01-20", "2024-04-22 running"), (2, "2024-01-20", "2024-06-03 running"),
    (3, "2024-01-20", "no day waiting for a date"), (1, "2024-04-22", "2024-06-03 running"),
    (.min, "2024-01-20", "no day waiting for a date"),
    (.max, "2024-01-20", "no day waiting for a date"),
  ])
  func aDutyIsOwedAtTheNextMeeting(number: Int, starts: String, expected: String) throws {
    let rule = try SmallArea.rule("recorded", .obligationStarts, number, .meeting)
    var workspace = try Self.workspace([rule], Self.year)
    workspace.obligations.append(
      try SmallArea.duty("d", under: "recorded", starts: starts) {
        ($0.group, $0.status) = ("board", .started)
      })
    #expect(try workspace.standing("recorded", on: "2024-03-01") == [expected])
  }

  @Test(
    arguments: [
      (nil, nil, "2024-02-28 overdue"), ("2023-06", nil, "2024-06-30 not started"),
      ("2023-06", 6, "2023-12-30 overdue"),
    ] as [(String?, Int?, String)])
  func termsOfReference(reviewed: String?, months: Int?, expected: String) throws {
    let rules = try months.map {
      [
        try SmallArea.rule("half-yearly", .termsReviewed, $0, .month) {
          $0.replaces = "terms-review"
        }
      ]
    }
    let workspace = try Self.workspace(rules ?? []) {
      var terms = TermsOfReference()
      (terms.agreedOn, terms.reviewEvery) = (try date("2023-02-28"), Cadence(every: 1, .year))
      terms.reviewedOn = try reviewed.map { try date($0) }
      $0.termsOfReference = terms
    }
    let found = try workspace.deadlines(on: day("2024-03-31"))
    #expect(found.map(\.dueAndStatus) == [expected])
    #expect(found.map(\.rule) == [months == nil ? "terms-review" : "half-yearly"])
  }

  @Test func termsOfReferenceWithoutADayAreNotReviewed() throws {
    let workspace = try Self.workspace { $0.termsOfReference = TermsOfReference() }
    #expect(try workspace.deadlines(on: day("2024-03-31")).isEmpty)
  }

  @Test(arguments: [
    ("2024-03-31", "2024-09-02 not started", "Area Police"),
    ("2024-09-01", "2024-09-02 due soon", "Area Police"),
    ("2024-09-02", "2025-09-02 not started", "Area Council"),
  ])
  func theChairPassesOn(iso: String, expected: String, owner: String) throws {
    let workspace = try Self.workspace {
      var pattern = RotationPattern()
      (pattern.start, pattern.order) = (try day("2023-09-02"), ["council", "police"])
      pattern.termMonths = 12
      $0.rotation = pattern
    }
    let found = try workspace.owed("chair-handover", on: iso)
    #expect(found.map(\.dueAndStatus) == [expected])
    #expect(found.map { $0.owner(in: workspace) } == [owner])
  }

  /// A rule may say that another group's meeting counts: the Board agrees the minutes of a smaller group.
  @Test func theMinutesAreAgreedAtTheMeetingThatTheRuleNames() throws {
    let rule = try SmallArea.rule("agreed", .meetingHeld, 1, .meeting) {
      ($0.meetingOf, $0.groups, $0.replaces) = ("board", ["small"], "minutes-agreed")
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.groups.append(try SmallArea.board())
      $0.groups.append(try SmallArea.board { ($0.id, $0.name) = ("small", "Small Group") })
      $0.meetings.append(try SmallArea.meeting("2024-01-15") { $0.group = "small" })
      $0.meetings.append(try SmallArea.meeting("2024-01-29", .planned) { $0.group = "small" })
      $0.meetings.append(try SmallArea.meeting("2024-03-04", .planned))
    }
    #expect(try workspace.owed("agreed", on: "2024-01-20").map(\.due?.iso) == ["2024-03-04"])
    let words = workspace.ruleBook["agreed"]?.dueWords(in: workspace.ruleBook, workspace.names)
    #expect(words == "at the next meeting of Board after a meeting was held")
    let told = try ExplanationCase.explain(workspace, on: "2024-01-20").map(\.sentence)
    #expect(told.contains { $0.hasPrefix("By the next meeting of Board after Mon 15 Jan 2024") })
  }
}

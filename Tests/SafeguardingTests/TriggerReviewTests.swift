import Safeguarding
import Testing

@Suite struct TriggerReviewTests {
  /// A rule of each event that starts a clock, with the event that stops it.
  private static func rules() throws -> [Rule] {
    try [
      rule("notify", .incidentKnown, 5, .workingDay, until: .notified),
      rule("rapid", .incidentNotified, 15, .workingDay, until: .rapidReviewSent),
      rule("reply", .rapidReviewSent, 10, .calendarDay, until: .panelReplied),
      rule("publish", .reviewDecided, 6, .month, until: .published),
      SmallArea.rule("copy", .publicationPlanned, 7, .workingDay) {
        ($0.direction, $0.until) = (.before, .advanceCopySent)
      },
      rule("reasons", .reviewPaused, 0, .calendarDay, until: .delayNotified),
    ]
  }

  private static func rule(
    _ id: String, _ trigger: RuleTrigger, _ offset: Int, _ unit: DateUnit,
    until: ReviewEvent? = nil
  ) throws -> Rule {
    try SmallArea.rule(id, trigger, offset, unit) { $0.until = until }
  }

  private static func workspace(_ fill: (inout Review) throws -> Void) throws -> Workspace {
    try SmallArea.workspace(rules()) { $0.reviews.append(try SmallArea.review("ash", fill)) }
  }

  /// A review that went its whole way.
  private static func whole() throws -> Workspace {
    try workspace {
      $0.incidentKnownOn = try date("2024-02-05")
      $0.notifiedOn = try date("2024-02-09")
      $0.rapidReviewSentOn = try date("2024-03-04")
      $0.panelRepliedOn = try date("2024-03-14")
      $0.decidedOn = try date("2024-03-18")
      $0.plannedPublicationOn = try date("2024-09-10")
      $0.advanceCopySentOn = try date("2024-08-29")
      $0.publishedOn = try date("2024-09-20")
      $0.stage = .published
    }
  }

  @Test func eachClockRunsFromItsEventToTheNext() throws {
    let workspace = try Self.whole()
    let found = try workspace.deadlines(on: day("2024-12-01")).map {
      "\($0.rule) \($0.dueAndStatus)"
    }
    #expect(
      found == [
        "notify 2024-02-12 done on time", "rapid 2024-03-01 done late",
        "reply 2024-03-14 done on time", "copy 2024-08-30 done on time",
        "publish 2024-09-18 done late",
      ])
    #expect(try workspace.owed("rapid", on: "2024-12-01").map(\.standing) == ["done 1 wd late"])
    #expect(try workspace.owed("publish", on: "2024-12-01").map(\.standing) == ["done 2 days late"])
  }

  /// The same review as it stood earlier: what had not happened is not known.
  @Test(arguments: [
    ("2024-02-04", []), ("2024-02-05", ["notify running", "copy 2024-08-30"]),
    ("2024-02-08", ["notify due soon", "copy 2024-08-30"]),
    ("2024-02-09", ["notify done on time", "rapid running", "copy 2024-08-30"]),
    ("2024-03-02", ["notify done on time", "rapid overdue", "copy 2024-08-30"]),
    (
      "2024-03-04",
      ["notify done on time", "rapid done late", "reply due soon", "copy 2024-08-30"]
    ),
  ])
  func asItStoodEarlier(iso: String, expected: [String]) throws {
    let found = try Self.whole().deadlines(on: day(iso)).map {
      $0.rule == "copy" ? "copy \($0.due?.iso ?? "")" : "\($0.rule) \($0.status.title)"
    }
    #expect(found == expected)
  }

  @Test func anAdvanceCopyWaitsForADateOfPublication() throws {
    let waiting = try Self.workspace { $0.decidedOn = try date("2024-03-18") }
    #expect(try waiting.standing("copy") == ["no day waiting for a date"])
    let planned = try Self.workspace {
      $0.decidedOn = try date("2024-03-18")
      $0.plannedPublicationOn = try date("2024-04-09")
    }
    // Good Friday and Easter Monday lie between.
    #expect(try planned.standing("copy", on: "2024-03-25") == ["2024-03-27 due soon"])
    #expect(try planned.standing("copy", on: "2024-03-28") == ["2024-03-27 overdue"])
  }

  @Test func whatAClosedReviewDoesNotSayIsNotReported() throws {
    let workspace = try Self.workspace {
      ($0.stage, $0.decidedOn) = (.closed, try date("2023-05-02"))
    }
    #expect(try workspace.standing("publish") == ["2023-11-02 not reported"])
    #expect(try workspace.owed("copy").isEmpty)
  }

  @Test(arguments: [
    ("2024-01-30", "publish 2024-03-01 running"), ("2024-02-05", "publish 2024-03-01 paused"),
    ("2024-03-31", "publish 2024-03-01 paused"), ("2024-05-01", "publish 2024-03-01 overdue"),
  ])
  func aPauseStopsThePublicationAndAsksForReasons(iso: String, expected: String) throws {
    let workspace = try Self.workspace {
      $0.decidedOn = try date("2023-09-01")
      $0.pause = try DeadlineStatusTests.pause(from: "2024-02-05", until: "2024-05-01")
      $0.pause?.notifiedOn = try date("2024-02-07")
    }
    let found = try workspace.owed("publish", on: iso).map { "\($0.rule) \($0.dueAndStatus)" }
    #expect(found == [expected])
    let reasons = try workspace.standing("reasons", on: iso)
    switch iso {
    case "2024-01-30": #expect(reasons.isEmpty)
    case "2024-02-05": #expect(reasons == ["2024-02-05 due soon"])
    default: #expect(reasons == ["2024-02-05 done late"])
    }
  }

  @Test func aMilestoneIsDoneByItsOwnRecord() throws {
    let steps = [("summaries", 10), ("panel", 12), ("huddle", 14)]
    let rules = try steps.map { try Self.rule($0.0, .incidentNotified, $0.1, .workingDay) }
    let workspace = try SmallArea.workspace(rules) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.notifiedOn = try date("2023-04-03")
          var (done, moved) = (Milestone(), Milestone())
          (done.rule, done.date) = ("summaries", try date("2023-04-20"))
          (moved.rule, moved.due) = ("panel", try date("2023-04-28"))
          $0.milestones = [done, moved]
        })
    }
    let found = try workspace.deadlines(on: day("2023-04-24")).map {
      "\($0.rule) \($0.dueAndStatus)"
    }
    #expect(
      found == [
        "summaries 2023-04-19 done late", "huddle 2023-04-25 due soon",
        "panel 2023-04-28 not started",
      ])
  }

  @Test func eachAgencyAuditsItsRecommendations() throws {
    let rule = try SmallArea.rule("audit", .reportEndorsed, 6, .month) { $0.form = .audit }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.endorsedOn = try date("2023-08-31")
          $0.audits = try [("council", "2024-02-29"), ("police", nil)].map { agency, done in
            var audit = RecommendationAudit()
            audit.agency = Reference(agency)
            audit.doneOn = try done.map { try date($0) }
            return audit
          }
        })
    }
    let found = try workspace.owed("audit")
    #expect(found.map(\.dueAndStatus) == ["2024-02-29 done on time", "2024-02-29 overdue"])
    #expect(found.map { $0.owner(in: workspace) } == ["Area Council", "Area Police"])
    #expect(Set(found.map(\.id)).count == 2)
    #expect(try workspace.owed("audit", on: "2023-08-30").isEmpty)
  }

  @Test func anExtensionMovesTheRuleItNames() throws {
    let workspace = try SmallArea.workspace(Self.rules()) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.incidentKnownOn = try date("2024-02-26")
          $0.notifiedOn = try date("2024-03-01")
          $0.decidedOn = try date("2023-09-01")
          var later = try DeadlineStatusTests.later("2024-09-01")
          later.rule = "publish"
          $0.extensions = [later]
        })
    }
    #expect(try workspace.standing("publish") == ["2024-09-01 extended"])
    #expect(try workspace.owed("publish").map(\.firstDue?.iso) == ["2024-03-01"])
    #expect(try workspace.standing("rapid") == ["2024-03-22 overdue"])
  }

  @Test func thePartnershipThatLooksAfterTheReviewNowOwesIt() throws {
    let workspace = try Self.workspace {
      ($0.currentOwner, $0.notifiedOn) = ("vale", try date("2024-03-28"))
    }
    let found = try #require(try workspace.owed("rapid").first)
    #expect(found.partnerships == ["vale"])
    #expect(found.dueAndStatus == "2024-04-22 running")
    #expect(found.start?.iso == "2024-03-28")
  }
}

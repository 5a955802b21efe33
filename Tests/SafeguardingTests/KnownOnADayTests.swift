import Safeguarding
import Testing

/// What was not known on a day is not shown on it, in what is owed as in what is listed.
@Suite struct KnownOnADayTests {
  private static func ash() throws -> Workspace {
    try SmallArea.workspace {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.notifiedOn = try date("2020-05-04")
          $0.rapidReviewSentOn = try date("2020-05-26")
          $0.decidedOn = try date("2020-06-10")
          $0.publishedOn = try date("2021-03-01")
          $0.stage = .published
        })
    }
  }

  @Test(arguments: [
    ("2020-05-03", nil), ("2020-05-04", "rapid review"), ("2020-05-26", "rapid review"),
    ("2020-06-10", "under way"), ("2021-02-28", "under way"), ("2021-03-01", "published"),
  ])
  func aReviewStandsAsItStood(on iso: String, stage: String?) throws {
    let review = try Self.ash().reviews(on: day(iso)).first
    #expect(review?.stage.title == stage)
    #expect(try review?.publishedOn?.first.map { try $0 <= day(iso) } ?? true)
  }

  @Test func aReviewWithoutDatesIsKnownFromItsSource() throws {
    let published = try date("2020-07-23")
    let workspace = try SmallArea.workspace {
      $0.documents.append(
        made(SourceDocument.self) { ($0.id, $0.published) = ("report", published) })
      $0.reviews.append(try SmallArea.review("oak") { $0.source = [Citation("report p. 3")] })
    }
    #expect(try workspace.reviews(on: day("2020-07-22")).isEmpty)
    #expect(try workspace.reviews(on: day("2020-07-23")).map(\.id) == ["oak"])
  }

  @Test func anActionOfLaterIsNotOwedYet() throws {
    let workspace = try SmallArea.workspace {
      var action = ActionItem()
      (action.id, action.group, action.title) = ("a", "board", "Write")
      action.raisedOn = try date("2020-07-23")
      $0.actions.append(action)
    }
    #expect(try workspace.owed("action-due", on: "2020-07-22").isEmpty)
    #expect(try workspace.standing("action-due", on: "2020-07-23") == ["no day no date"])
  }

  /// The rapid review was sent, so nobody waits for the notification before it any more.
  @Test func aStepThatWasPassedDoesNotRun() throws {
    let rule = try SmallArea.rule("notify", .incidentKnown, 5, .workingDay) { $0.until = .notified }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(
        try SmallArea.review("elm") {
          $0.incidentKnownOn = try date("2024-03-25")
          $0.rapidReviewSentOn = try date("2024-03-26")
        })
    }
    // 26, 27 and 28 March, then, after Easter, 2 and 3 April.
    #expect(try workspace.standing("notify", on: "2024-03-25") == ["2024-04-03 running"])
    #expect(try workspace.owed("notify", on: "2024-03-27").map(\.status) == [.notReported])
    #expect(try workspace.owed("notify", on: "2024-05-27").map(\.status) == [.notReported])
  }

  /// Of four quarters without a meeting each is missed: the first does not go when the second is.
  @Test func aMissedPeriodStaysMissed() throws {
    let rule = try SmallArea.rule("quarterly", .meetingsInPeriod, 0) {
      ($0.period, $0.groups) = (.quarter, ["board"])
      $0.owners = [made(Owner.self) { $0.agency = "police" }]
    }
    var workspace = try SmallArea.workspace([rule])
    workspace.settings.recordsFrom = try day("2023-04-01")
    let found = try workspace.owed("quarterly", on: "2024-01-15")
    #expect(
      found.map(\.dueAndStatus) == [
        "2023-06-30 overdue", "2023-09-30 overdue", "2023-12-31 overdue", "2024-03-31 not started",
      ])
    #expect(found.map { $0.owner(in: workspace) } == Array(repeating: "Area Police", count: 4))
  }

  /// Done on 1 December 2022 and owed again a year later, which was before the records are complete.
  @Test func whatFellDueBeforeTheRecordsAreCompleteIsNotMissed() throws {
    let rule = try SmallArea.rule("yearly", .lastFulfilled, 12, .month) {
      $0.partnerships = ["area"]
    }
    var workspace = try SmallArea.workspace([rule]) {
      $0.obligations.append(try SmallArea.duty("d", under: "yearly", done: "2022-12-01"))
    }
    workspace.settings.recordsFrom = try day("2025-11-29")
    let expected = try workspace.owed("yearly", on: "2025-11-29").filter { $0.unrecorded != nil }
    #expect(expected.map(\.dueAndStatus) == ["2023-12-01 not reported"])
  }

  @Test func theLastMinutesOfAnEndedGroupDoNotWait() throws {
    let workspace = try SmallArea.workspace {
      $0.groups.append(try SmallArea.board { $0.to = try date("2024-02-29") })
      $0.meetings.append(try SmallArea.meeting("2024-02-12"))
    }
    #expect(try workspace.owed("minutes-agreed").map(\.status) == [.notReported])
  }
}

import Safeguarding
import Testing

@Suite struct ReviewTrackTests {
  private static func track(
    on iso: String = "2024-03-31", _ fill: (inout Review) throws -> Void
  ) throws -> ReviewTrack {
    let rules = [
      try SmallArea.rule("notify", .incidentKnown, 5, .workingDay) { $0.until = .notified },
      try SmallArea.rule("rapid", .incidentNotified, 15, .workingDay) {
        $0.until = .rapidReviewSent
      },
      try SmallArea.rule("rapid-days", .incidentNotified, 15) {
        ($0.until, $0.informationOnly) = (.rapidReviewSent, true)
      },
      try SmallArea.rule("summaries", .incidentNotified, 10, .workingDay),
      try SmallArea.rule("publish", .reviewDecided, 6, .month) { $0.until = .published },
    ]
    let workspace = try SmallArea.workspace(rules) {
      $0.reviews.append(try SmallArea.review("ash", fill))
      $0.reviews.append(try SmallArea.review("elm") { $0.notifiedOn = try date("2024-01-10") })
    }
    let review = try #require(workspace.reviews["ash"])
    return try ReviewTrack(
      review, deadlines: workspace.deadlines(on: day(iso)), book: workspace.ruleBook)
  }

  @Test func theStagesInOrderWithTheirClocks() throws {
    let track = try Self.track {
      $0.incidentKnownOn = try date("2024-03-22")
      $0.notifiedOn = try date("2024-03-28")
      $0.stage = .rapidReview
    }
    #expect(
      track.stages.map(\.event)
        == [.incidentKnown, .notified, .rapidReviewSent, .decided, .published])
    #expect(track.stages.map(\.standing) == [.done, .done, .now, .ahead, .ahead])
    #expect(track.stages.map(\.date?.iso) == ["2024-03-22", "2024-03-28", nil, nil, nil])
    #expect(track.stages.map(\.clock?.rule) == [nil, "notify", "rapid", nil, nil])
    #expect(track.stages.map(\.clock?.status) == [nil, .doneOnTime, .running, nil, nil])
    #expect(track.stages.map { $0.milestones.map(\.rule) } == [[], [], ["summaries"], [], []])
  }

  @Test func aClockForInformationDecidesNothing() throws {
    let track = try Self.track { $0.notifiedOn = try date("2024-03-28") }
    #expect(!track.stages.contains { $0.clock?.rule == "rapid-days" })
  }

  @Test func aStageThatWasPassedOverIsNotRecorded() throws {
    let track = try Self.track {
      $0.notifiedOn = try date("2023-06-01")
      $0.decidedOn = try date("2023-08-31")
      $0.endorsedOn = try date("2024-01-31")
    }
    #expect(
      track.stages.map(\.event)
        == [.incidentKnown, .notified, .rapidReviewSent, .decided, .endorsed, .published])
    #expect(
      track.stages.map(\.standing) == [.notRecorded, .done, .notRecorded, .done, .done, .now])
    #expect(track.stages.last?.clock?.dueAndStatus == "2024-02-29 overdue")
  }

  @Test func aReviewThatIsOverHasNothingAhead() throws {
    let track = try Self.track { ($0.stage, $0.publishedOn) = (.published, try date("2023-05")) }
    #expect(
      track.stages.map(\.standing)
        == [.notRecorded, .notRecorded, .notRecorded, .notRecorded, .done])
    let closed = try Self.track {
      ($0.stage, $0.notifiedOn) = (.closed, try date("2023-05-02"))
    }
    #expect(
      closed.stages.map(\.standing)
        == [.notRecorded, .done, .notRecorded, .notRecorded, .notRecorded])
  }

  @Test func aReviewOfWhichNothingIsKnownBeginsWithTheIncident() throws {
    let track = try Self.track { _ in }
    #expect(track.stages.map(\.standing) == [.now, .ahead, .ahead, .ahead, .ahead])
  }
}

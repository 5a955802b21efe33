import Safeguarding
import Testing

/// A rule that takes another one's place says only what is different.
@Suite struct RuleInheritanceTests {
  @Test func theEndOfTheClockIsTakenOver() throws {
    let national = try SmallArea.rule("national", .incidentNotified, 15, .workingDay) {
      $0.until = .rapidReviewSent
    }
    let local = try SmallArea.rule("local", .incidentNotified, 10, .workingDay) {
      ($0.replaces, $0.partnerships) = ("national", ["area"])
    }
    let workspace = try SmallArea.workspace([national, local]) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.notifiedOn = try date("2023-10-10")
          $0.rapidReviewSentOn = try date("2023-11-03")
        })
    }
    let found = try #require(try workspace.owed("local").first)
    #expect(found.status == .doneLate)
    #expect(found.due?.iso == "2023-10-24")
    #expect(found.distance == -8)
    #expect(try workspace.owed("national").isEmpty)
  }

  @Test func theFirstOfTwoRulesWithOneIDCounts() throws {
    let first = try SmallArea.rule("r", .obligationStarts, 1, .month)
    let second = try SmallArea.rule("r", .obligationStarts, 2, .month)
    let workspace = try SmallArea.workspace([first, second]) {
      $0.obligations.append(try SmallArea.duty("d", under: "r", starts: "2024-01-31"))
    }
    #expect(try workspace.owed("r").map(\.due?.iso) == ["2024-02-29"])
  }

  @Test func aDateBeyondTheCalendarIsNoDate() throws {
    for (count, unit) in [(9_000, DateUnit.year), (10_000, .month), (10_000, .workingDay)] {
      let rule = try SmallArea.rule("r", .obligationStarts, count, unit)
      let workspace = try SmallArea.workspace([rule]) {
        $0.obligations.append(try SmallArea.duty("d", under: "r", starts: "9990-01-31"))
      }
      #expect(try workspace.owed("r").map(\.status) == [.waitingForDate], "\(unit)")
    }
  }

  @Test func moreTimeForAReviewIsForItsPublication() throws {
    let rules = [
      try SmallArea.rule("published", .reviewDecided, 6, .month) { $0.until = .published },
      try SmallArea.rule("copy", .publicationPlanned, 7, .workingDay) {
        ($0.direction, $0.until) = (.before, .advanceCopySent)
      },
    ]
    let later = try date("2024-09-30")
    let workspace = try SmallArea.workspace(rules) {
      $0.reviews.append(
        try SmallArea.review("ash") {
          $0.decidedOn = try date("2024-01-31")
          $0.extensions = [made(Extension.self) { $0.to = later }]
        })
    }
    #expect(try workspace.owed("published").map(\.due?.iso) == ["2024-09-30"])
    #expect(try workspace.owed("published").map(\.firstDue?.iso) == ["2024-07-31"])
    #expect(try workspace.owed("copy").map(\.status) == [.waitingForDate])
  }
}

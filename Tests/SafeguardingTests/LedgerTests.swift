import Safeguarding
import Testing

@Suite struct LedgerTests {
  private static func ledger(
    _ reviews: [(id: String, notified: String, sent: String?)], on iso: String,
    _ unit: DateUnit = .workingDay, _ fill: (inout Review) throws -> Void = { _ in }
  ) throws -> Ledger {
    let rule = try SmallArea.rule("rapid", .incidentNotified, 15, unit) {
      $0.until = .rapidReviewSent
    }
    let workspace = try SmallArea.workspace([rule]) {
      for (id, notified, sent) in reviews {
        $0.reviews.append(
          try SmallArea.review(id) {
            $0.notifiedOn = try date(notified)
            $0.rapidReviewSentOn = try sent.map { try date($0) }
            try fill(&$0)
          })
      }
    }
    return try Ledger(workspace.deadlines(on: day(iso)), on: day(iso), rules: workspace.ruleBook)
  }

  private static let reviews: [(id: String, notified: String, sent: String?)] = [
    // Due in 2023-24: on 26 April, 17 May, 15 January and 22 March.
    ("a", "2023-04-03", "2023-04-26"), ("b", "2023-04-24", "2023-05-19"),
    ("c", "2023-12-20", "2024-01-22"), ("d", "2024-03-01", nil),
    // Due in 2024-25, on 22 April, and on 16 May after the day.
    ("e", "2024-03-28", "2024-04-22"), ("f", "2024-04-24", nil),
  ]

  @Test func countsByRuleAndYear() throws {
    let ledger = try Self.ledger(Self.reviews, on: "2024-04-30")
    #expect(ledger.entries.map(\.yearName) == ["2024-25", "2023-24"])
    #expect(ledger.entries.map(\.rule) == ["rapid", "rapid"])
    #expect(ledger.entries.map(\.onTime) == [1, 1])
    #expect(ledger.entries.map(\.late) == [0, 2])
    #expect(ledger.entries.map(\.overdue) == [0, 1])
    // Two and five working days late.
    #expect(ledger.entries.map(\.averageLate) == [nil, 3.5])
    #expect(ledger.entries.map(\.latest) == [0, 5])
    #expect(ledger.entries.map(\.countsWorkingDays) == [true, true])
    #expect(ledger.entries.map(\.isIllustrative) == [false, false])
  }

  @Test func countsDaysWhereTheRuleDoes() throws {
    let ledger = try Self.ledger(
      [("a", "2023-04-03", "2023-04-20"), ("b", "2023-04-03", "2023-04-28")], on: "2024-04-30",
      .calendarDay)
    let entry = try #require(ledger.entries.first)
    #expect(entry.averageLate == 6)
    #expect(entry.latest == 10)
    #expect(!entry.countsWorkingDays)
  }

  @Test func whatNobodyReportedIsCountedApart() throws {
    let ledger = try Self.ledger([("a", "2023-04-03", nil)], on: "2024-04-30") {
      ($0.stage, $0.illustrative) = (.closed, true)
    }
    let entry = try #require(ledger.entries.first)
    #expect(entry.notReported == 1)
    #expect([entry.onTime, entry.late, entry.overdue] == [0, 0, 0])
    #expect(entry.isIllustrative)
  }

  /// What was extended counts in the year in which it was first due.
  @Test func theFirstDateDecidesTheYear() throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: "2024-03-15", done: "2024-05-10") {
          $0.extensions = [try DeadlineStatusTests.later("2024-05-31")]
        })
    }
    let ledger = try Ledger(
      workspace.deadlines(on: day("2024-06-30")), on: day("2024-06-30"), rules: workspace.ruleBook)
    #expect(
      ledger.entries.map { "\($0.rule) \($0.yearName) \($0.onTime)" } == [
        "obligation-due 2023-24 1"
      ])
  }

  @Test func rulesComeInTheirOrder() throws {
    let rules = try ["b", "a"].map { try SmallArea.rule($0, .obligationStarts, 0) }
    let workspace = try SmallArea.workspace(rules) {
      for rule in ["a", "b"] {
        $0.obligations.append(try SmallArea.duty("d\(rule)", under: rule, starts: "2024-03-01"))
      }
      $0.obligations.append(try SmallArea.duty("own", due: "2024-03-01"))
    }
    let ledger = try Ledger(
      workspace.deadlines(on: day("2024-03-31")), on: day("2024-03-31"), rules: workspace.ruleBook)
    #expect(ledger.entries.map(\.rule) == ["obligation-due", "b", "a"])
  }

  @Test func nothingOwedIsNothingCounted() throws {
    #expect(try Self.ledger([("f", "2024-04-24", nil)], on: "2024-04-30").entries.isEmpty)
  }
}

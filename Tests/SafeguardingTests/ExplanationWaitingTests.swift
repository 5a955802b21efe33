import Safeguarding
import Testing

/// Deadlines without an event, and duties whose own date wins over the rule's.
@Suite struct ExplanationWaitingTests {
  @Test func aPublicationThatIsNotPlanned() throws {
    let rule = try SmallArea.rule("copy", .publicationPlanned, 7, .workingDay) {
      $0.direction = .before
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.reviews.append(try SmallArea.review("ash") { $0.decidedOn = try date("2024-03-01") })
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31").map(\.sentence) == [
        "7 working days before publication is planned; waiting for a date; confirmed."
      ])
  }

  @Test func aDutyThatFollowsAnother() throws {
    let rules = [
      try SmallArea.rule("report", .obligationStarts, 0),
      try SmallArea.rule("copies", .ruleFulfilled, 7) { $0.after = "report" },
    ]
    let workspace = try SmallArea.workspace(rules) {
      $0.obligations.append(try SmallArea.duty("c", under: "copies"))
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31").map(\.sentence) == [
        "7 days after \"Duty report\" was fulfilled; waiting for a date; confirmed."
      ])
  }

  @Test func aDutyThatWasNeverFulfilled() throws {
    let rule = try SmallArea.rule("audit", .lastFulfilled, 24, .month) {
      $0.partnerships = ["area"]
    }
    #expect(
      try ExplanationCase.explain(SmallArea.workspace([rule]), on: "2024-03-31").map(\.sentence)
        == ["24 months after it was last fulfilled; waiting for a date; confirmed."])
  }

  @Test func aDutyThatNamesNoDay() throws {
    let rule = try SmallArea.rule("papers", .obligationStarts, 5, .clearWorkingDay) {
      $0.direction = .before
    }
    let workspace = try SmallArea.workspace([rule]) {
      $0.obligations.append(try SmallArea.duty("d", under: "papers"))
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31").map(\.sentence) == [
        "5 clear working days before the day that the obligation names; waiting for a date; "
          + "confirmed."
      ])
  }

  @Test func aDutyWithoutADate() throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(try SmallArea.duty("d"))
    }
    #expect(
      try ExplanationCase.explain(workspace, on: "2024-03-31").map(\.sentence)
        == ["No date is recorded."])
  }

  /// The date of the record wins, whatever starts the clock of its rule.
  @Test(arguments: [RuleTrigger.obligationStarts, .periodEnds, .lastFulfilled, .ruleFulfilled])
  func aDutyWithItsOwnDate(trigger: RuleTrigger) throws {
    let rule = try SmallArea.rule("r", trigger, 6, .month) { $0.partnerships = ["vale"] }
    let workspace = try SmallArea.workspace([rule]) {
      $0.obligations.append(
        try SmallArea.duty("d", under: "r", starts: "2023-05-01", due: "2024-03-31"))
    }
    let explain = try Explainer(workspace, on: day("2024-03-31"))
    let deadline = try #require(try workspace.owed("r").first { $0.record.id == "d" })
    #expect(
      explain(deadline).sentence
        == "The record names its own date; due Sun 31 Mar 2024; confirmed.")
  }
}

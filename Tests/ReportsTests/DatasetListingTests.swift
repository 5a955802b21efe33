import JSONDocument
import Reports
import Safeguarding
import Testing

/// Returns and early warnings as they leave the program.
@Suite struct DatasetListingTests {
  private func workspace() throws -> Workspace {
    var workspace = try SmallWorkspace.read()
    for (id, agency, due, came) in [
      ("late", "police", "2024-03-01", nil as String?),
      ("sent", "council", "2024-03-01", "2024-03-05"),
      ("next", "council", "2024-06-03", nil),
    ] {
      var submission = Submission()
      (submission.id, submission.partnership) = (id, "tscp")
      (submission.agency, submission.what) = (Reference(agency), "Figures")
      submission.period = .init(id == "next" ? "2024-05" : "2024-02")
      (submission.due, submission.receivedOn) = (.init(due), came.flatMap { .init($0) })
      submission.status = came == nil ? .notReceived : .received
      workspace.submissions.append(submission)
    }
    return workspace
  }

  @Test func returnsTellHowTheyStandAndHowLateTheyAre() throws {
    let listing = try SubmissionsListing(workspace(), on: day("2024-03-31")).listing
    #expect(try listing.texts("id") == ["late", "sent", "next"])
    #expect(try listing.texts("standing") == ["late", "sentLate", "due"])
    // Good Friday is no working day.
    #expect(try listing.texts("workingDaysLate") == ["19", "2", "null"])
    let late = try SubmissionsListing(workspace(), on: day("2024-03-31"), isLateOnly: true).listing
    #expect(try late.texts("id") == ["late"])
  }

  @Test func aPartnershipThatIsNotThereIsSaidToBeSo() throws {
    let workspace = try workspace()
    let today = try day("2024-03-31")
    #expect(throws: ReportError.self) {
      try SubmissionsListing(workspace, on: today, partnership: "elsewhere")
    }
  }

  @Test func warningsTellWhoAsked() throws {
    var workspace = try workspace()
    var (indicator, rule, value) = (Indicator(), EarlyWarning(), Observation())
    (indicator.id, indicator.title, indicator.partnership) = ("plans", "Plans", "tscp")
    (rule.when, rule.level) = (.above, Measure(.exact, spelling: "10"))
    rule.question = "What changed?"
    indicator.earlyWarnings = [rule]
    (value.id, value.indicator, value.period) = ("v", "plans", .init("2024-02"))
    value.value = Measure(.exact, spelling: "12")
    workspace.indicators.append(indicator)
    workspace.values.append(value)
    let today = try day("2024-03-31")
    #expect(try WarningsListing(workspace, on: today).listing.texts("asked") == ["no"])
    var challenge = Challenge()
    (challenge.id, challenge.partnership, challenge.indicator) = ("c", "tscp", "plans")
    (challenge.question, challenge.raisedOn) = ("What changed?", .init("2024-03-05"))
    workspace.challenges.append(challenge)
    #expect(try WarningsListing(workspace, on: today).listing.texts("asked") == ["yes"])
    #expect(
      try WarningsListing(workspace, on: today, isOpenOnly: true).listing.texts("asked") == [])
  }
}

import Safeguarding
import Testing

/// How what holds a partnership to account stands by a day: audits, scrutiny, recommendations, disputes.
@Suite struct AccountRulesTests {
  private func context(_ iso: String = "2024-03-31") throws -> RecordContext {
    RecordContext(Workspace(), day: try day(iso))
  }

  /// How an audit stands by what is recorded of it.
  @Test(
    arguments: [
      ("nothing", nil, nil, nil, nil, 0, "no date"),
      ("its years are to come", "2024-04-01/2025-03-31", nil, nil, nil, 0, "planned"),
      ("its years run", "2024", nil, nil, nil, 0, "under way"),
      ("its years are over", "2023-04-01/2024-03-31", nil, nil, nil, 0, "result not printed"),
      ("something was found", "2023-04-01/2024-03-31", nil, nil, nil, 1, "findings printed"),
      ("it is to be finished", "2024", "2024-04-12", nil, nil, 0, "planned"),
      ("it ought to be finished", "2024", "2024-03-22", nil, nil, 0, "overdue"),
      ("it is finished", "2024", "2024-03-22", "2024-03-20", nil, 0, "finished"),
      ("it is finished later", "2024", "2024-04-22", "2024-04-20", nil, 0, "planned"),
      ("it is reported", "2024", "2024-03-22", "2024-03-20", "2024-03-28", 0, "reported"),
    ] as [(String, String?, String?, String?, String?, Int, String)])
  func anAuditStands(
    when: String, period: String?, due: String?, done: String?, reported: String?, areas: Int,
    as words: String
  ) throws {
    let audit = try made(Audit.self) {
      ($0.period, $0.due) = (try period.map(date), try due.map(date))
      ($0.doneOn, $0.reportedOn) = (try done.map(date), try reported.map(date))
      $0.areas = Array(repeating: "Plans lack dates.", count: areas)
    }
    #expect(audit.stage(try context()) == words, "\(when)")
  }

  /// Which line checks, where an audit does not say so itself.
  @Test(arguments: [
    (AuditForm.singleAgency, AssuranceLine.first), (.selfEvaluation, .first),
    (.multiAgency, .second), (.casework, .second), (.policyAudit, .second), (.oversight, .second),
    (.benchmarking, .second), (.assurance, .second), (.deepDive, .third),
  ])
  func anAuditIsOfALine(_ form: AuditForm, _ line: AssuranceLine) {
    var audit = made(Audit.self) { $0.form = form }
    #expect(audit.lineOrUsual == line)
    audit.line = .third
    #expect(audit.lineOrUsual == .third)
  }

  /// Inspections come unannounced, and none is known before its day; everything else can be planned.
  @Test func whatIsAnnounced() {
    #expect(Inspection.check?.isAnnounced == false)
    #expect(Evaluation.check?.isAnnounced == false)
    #expect(Audit.check?.isAnnounced == true)
    #expect(ScrutinyActivity.check?.isAnnounced == true)
  }

  /// Done is not the same as shown to be done, and that not the same as changed.
  @Test(
    arguments: [
      (nil, nil, "", "", "", "open"), (nil, nil, "We will.", "", "", "answered"),
      ("2024-03-01", nil, "We will.", "", "", "overdue"),
      ("2024-03-01", "2024-02-28", "", "", "", "done without evidence"),
      ("2024-03-01", "2024-02-28", "", "A minute", "", "done, no impact shown"),
      ("2024-03-01", "2024-02-28", "", "", "Fewer wait", "impact shown"),
      ("2024-03-01", "2024-04-02", "", "A minute", "Fewer wait", "overdue"),
    ] as [(String?, String?, String, String, String, String)])
  func aRecommendationStands(
    due: String?, done: String?, answer: String, evidence: String, impact: String, as words: String
  ) throws {
    let asked = try made(Recommendation.self) {
      ($0.due, $0.doneOn, $0.response) = (try due.map(date), try done.map(date), answer)
      $0.evidence = evidence.isEmpty ? [] : [evidence]
      $0.impact = impact.isEmpty ? [] : [impact]
    }
    #expect(asked.stage(try context()) == words)
  }

  private func dispute(_ stages: [(DisputeLevel, String, String?, String?)]) throws -> Dispute {
    try made(Dispute.self) {
      ($0.id, $0.partnership, $0.title) = ("costs", "area", "Costs")
      $0.stages = try stages.map { level, opened, due, answered in
        try made(DisputeStage.self) {
          ($0.stage, $0.openedOn) = (level, try date(opened))
          ($0.due, $0.answeredOn) = (try due.map(date), try answered.map(date))
        }
      }
    }
  }

  /// Before whom a dispute is on a day, and whether an answer is late.
  @Test(arguments: [
    ("2024-01-31", "raised"), ("2024-02-10", "between members of the Executive Board"),
    ("2024-02-20", "between members of the Executive Board, answer overdue"),
    ("2024-03-04", "before the Chief Officers"),
    ("2024-03-12", "before the Chief Officers, answered"), ("2024-04-01", "settled"),
  ])
  func aDisputeStands(_ iso: String, as words: String) throws {
    var dispute = try dispute([
      (.executive, "2024-02-01", "2024-02-15", nil),
      (.chiefOfficers, "2024-03-01", "2024-03-15", "2024-03-11"),
    ])
    dispute.closedOn = try date("2024-03-28")
    #expect(dispute.state(try context(iso)) == words)
  }

  /// Each stage has a clock of its own, which stops with the answer, the next stage or the end.
  @Test func theClocksOfADispute() throws {
    var workspace = try SmallArea.workspace()
    workspace.disputes.append(
      try dispute([
        (.executive, "2024-02-01", "2024-02-15", nil),
        (.chiefOfficers, "2024-03-01", "2024-03-15", nil),
      ]))
    let deadlines = workspace.deadlines(on: try day("2024-03-20"))
      .filter { $0.record.kind == Dispute.kind }
    #expect(deadlines.count == 2)
    let open = deadlines.filter { $0.status.isOpen }
    #expect(open.map(\.title) == ["before the Chief Officers: Costs"])
    #expect(open.first?.status == .overdue)
  }

  /// From the Executive Board over the Chief Officers, mediation and arbitration to those who can compel.
  @Test func aDisputeGoesOnStageByStage() throws {
    var dispute = try dispute([])
    var way: [DisputeLevel] = []
    while let next = dispute.nextLevel {
      way.append(next)
      dispute.stages.append(made(DisputeStage.self) { $0.stage = next })
    }
    #expect(way == DisputeLevel.allCases)
    let command = try #require(Dispute.commands.first { $0.id == "next-stage" })
    #expect(
      command.reason(dispute, try context())
        == "This dispute is before the Secretary of State: no stage follows.")
    dispute.closedOn = try date("2024-03-01")
    #expect(
      command.reason(dispute, try context())
        == "This dispute is settled; ‹tick› opens it again.")
  }

  /// A group says how it stands by its report: before that was sent, nobody knows.
  @Test func aRatingIsKnownOnceItIsSent() throws {
    let report = try made(GroupReport.self) {
      $0.sentOn = try date("2024-04-02")
      $0.rating = made(Rating.self) { $0.level = "Amber" }
    }
    let columns = GroupReport.columns
    func cell(_ name: String, _ iso: String) throws -> String? {
      try columns.first { $0.name == name }?.text(report, context(iso))
    }
    #expect(try cell("rating", "2024-03-31") == "" && cell("rating", "2024-04-02") == "Amber")
    #expect(columns.first { $0.name == "rating" }?.unknown == "not sent")
    #expect(try cell("sent", "2024-03-31") == "not sent")
  }
}

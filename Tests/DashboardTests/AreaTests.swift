import Dashboard
import DataStore
import Safeguarding
import TerminalUI
import Testing

/// The rows that hold a partnership to account: each part of the panes of plans, assurance and groups answers
/// its question on the first screen, opens what it names, and takes what is added to it.
@Suite struct AreaTests {
  /// A place, and what has to stand on its screen, taken from the sample.
  struct Case: Sendable, CustomTestStringConvertible {
    let place: Place
    let narrow: [String]
    let wide: [String]
    var testDescription: String { ([place.pane] + place.path).joined(separator: "/") }

    init(_ pane: String, _ section: String, narrow: [String], wide: [String]) {
      (place, self.narrow, self.wide) = (Place(pane, [section]), narrow, wide)
    }
  }

  @Test(arguments: plans + assurance + groups) func answersItsQuestion(_ example: Case) {
    for (size, texts) in [(Size(80, 24), example.narrow), (Size(120, 40), example.wide)] {
      story(on: .sample, at: example.place, size: size) {
        for text in texts { expect(contains: text) }
      }
    }
  }

  static let plans: [Case] = [
    Case(
      PlansPane.id, "priorities",
      narrow: ["MSCP Strategic Plan 2023-25", "0 of 11 done", "none shown"],
      wide: ["6 of 6 without an effect shown", "not judged", "15 indicators", "no actions"]),
    Case(
      PlansPane.id, "actions",
      narrow: ["45 of 45 not reported", "MSCB Business Plan 2007-2008: 1 Resources", "April 2007"],
      wide: ["3 dates", "Quarterly June-Sept- Dec-", "done is not the same as changed"]),
    Case(
      PlansPane.id, "next-steps",
      narrow: ["19 of 35 not reported", "2024-2025", "Joint", "open"],
      wide: [
        "Engage a new independent scrutineer", "MSCP Strategic Plan 2023-25: 4 Violence against",
      ]),
    Case(
      PlansPane.id, "leads", narrow: ["Training  13", "August 2007"],
      wide: ["Training  13", "MSCP  10"]),
    Case(
      PlansPane.id, "evidence", narrow: ["Nothing is done without evidence", "64 not reported"],
      wide: ["0 late without a note", "Little or no evidence of progress"]),
    Case(
      PlansPane.id, "time", narrow: ["5 plans", "2007 to 2025", "2023-2025"],
      wide: ["3 pairs overlap", "First Development Day", "Survey on the priorities"]),
    Case(
      PlansPane.id, "risks",
      narrow: ["24 of 24 without a score", "no score", "Agencies do not agree on the priorities"],
      wide: ["4 and 5", "24 risks without a score", "5 almost certain", "What it would mean"]),
    Case(
      PlansPane.id, "values", narrow: ["133 statements", "Vision and purpose"],
      wide: ["MSCP: vision", "KSCMP: principle", "Red, amber, green"]),
  ]

  static let assurance: [Case] = [
    Case(
      AssurancePane.id, "map", narrow: ["checks in twelve months", "Checked", "second"],
      wide: [
        "first", "third", "line", "Every line has checked", "Lines of assurance, year by year",
      ]),
    Case(
      AssurancePane.id, "audits",
      narrow: [
        "3 overdue", "9 days late", "To come", "Fri 22 Mar", "Inspections, and what they asked for",
      ],
      wide: ["Check of the escalation policy", "Evaluations and models", "Surveys", "0 of 1 done"]),
    Case(
      AssurancePane.id, "self-assessments",
      narrow: ["2 overdue", "AHMP", "action plan came", "not answered, late"],
      wide: [
        "4 of 7 answered", "Section 11 champion,", "Carried forward from the last cycle",
        "What staff say", "A clear line of account", "Section 175/157 audit 2024",
      ]),
    Case(
      AssurancePane.id, "scrutiny",
      narrow: ["Independent Scrutineer vacant", "MSCP, for 1 to 90 days", "Answer overdue"],
      wide: ["Rory Patterson", "Towards the end of 2023-2024", "since 2019", "What was asked"]),
    Case(
      AssurancePane.id, "recommendations",
      narrow: ["1 overdue", "1 done without evidence", "Done without evidence"],
      wide: [
        "Asked of", "Make immediate changes to the prison", "What was answered", "Judgements",
      ]),
    Case(
      AssurancePane.id, "secure-estate",
      narrow: ["Sent to 0 of 5", "[ ] Youth Justice Board", "Oasis Restore", "secure school"],
      wide: ["Police custody in Kent and Medway", "[ ] HM Government", "Visits and meetings"]),
    Case(
      AssurancePane.id, "presented", narrow: ["1 overdue", "To come", "planned"],
      wide: ["Children", "Annual Report 2022-23", "Boards of the joint protocol", "not known"]),
    Case(
      AssurancePane.id, "challenges",
      narrow: ["without an answer", "no answer yet", "Members who do not do their part"],
      wide: ["2 of 7 changed something", "Is Cookham Wood safe", "The chain"]),
    Case(
      AssurancePane.id, "disputes",
      narrow: ["1 dispute open", "ECMARS", "Decided between meetings, to be minuted"],
      wide: [
        "Share of the costs of an extra review", "Stage by stage", "Still to be minuted",
        "Professional disagreements, counted", "One partner acts for all",
      ]),
  ]

  static let groups: [Case] = [
    Case(
      GroupsPane.id, "work", narrow: ["2 overdue", "Overdue  2", "18 Jan 2024"],
      wide: ["32 of 37 without a date", "No date", "Communications strategy"]),
    Case(
      GroupsPane.id, "reports-up",
      narrow: [
        "2 of 7 at the lowest rating", "Learning Lessons, Secure Estate", "3 days late", "Red",
        "not sent",
      ],
      wide: ["3 good, 2 a concern", "To be sent by", "Amber"]),
    Case(
      GroupsPane.id, "membership",
      narrow: ["10 on no subgroup", "23 with no review recorded", "! on no subgroup"],
      wide: ["safeguarding partner", "relevant agency", "no review recorded"]),
    Case(
      GroupsPane.id, "attendance", narrow: ["33 agencies", "6 come less than every second time"],
      wide: ["Group by group", "8 of 10"]),
    Case(
      GroupsPane.id, "documents",
      narrow: ["4 overdue", "46 not published", "Review overdue", "Promised"],
      wide: ["Kept by", "Review", "Who agrees what", "Still to be agreed"]),
    Case(
      GroupsPane.id, "events",
      narrow: ["1 overdue", "To come", "Day of the section 11 champion"],
      wide: ["First Development Day", "Exploitation Awareness Conference", "led to something"]),
    Case(
      GroupsPane.id, "neighbours", narrow: ["38 relations", "KSCMP"],
      wide: ["Neighbours and other bodies", "Body"]),
  ]

  /// Every part of the three panes.
  static let places = (plans + assurance + groups).map(\.place)

  /// What a row names opens with Enter, and Esc leads back to that row.
  @Test(arguments: places) func whatIsNamedOpensAndEscLeadsBack(_ place: Place) {
    var story = Story(dashboard: Fixture.sample.dashboard(at: place), size: Size(120, 40))
    _ = story.screen()
    for (number, panel) in story.dashboard.content.panels.enumerated() {
      guard (0..<panel.rows.count).contains(where: { panel.rows.target($0) != nil }) else {
        continue
      }
      var opened = story
      for _ in 0..<number { opened.receive(.key(.tab)) }
      guard opened.dashboard.focusedPanel?.title == panel.title else { continue }
      let before = opened.screen().rows
      opened.receive(.key(.enter))
      #expect(opened.screen().rows.first != before.first, "\(panel.title): Enter opens nothing")
      opened.receive(.key(.escape))
      #expect(opened.screen().rows == before, "\(panel.title): Esc does not lead back")
    }
  }

  /// Where there is a list of a kind, one of its kind is added.
  @Test(arguments: [
    (PlansPane.id, "actions", "Add action"), (PlansPane.id, "risks", "Add risk"),
    (AssurancePane.id, "audits", "Add audit"), (AssurancePane.id, "scrutiny", "Add scrutiny"),
    (AssurancePane.id, "recommendations", "Add recommendation"),
    (AssurancePane.id, "self-assessments", "Add self-assessment"),
    (AssurancePane.id, "secure-estate", "Add establishment"),
    (AssurancePane.id, "presented", "Add presentation"),
    (AssurancePane.id, "challenges", "Add challenge"),
    (AssurancePane.id, "disputes", "Add dispute"),
    (GroupsPane.id, "work", "Add work item"), (GroupsPane.id, "reports-up", "Add report"),
    (GroupsPane.id, "documents", "Add document"), (GroupsPane.id, "events", "Add event"),
    (GroupsPane.id, "neighbours", "Add"),
  ])
  func oneIsAdded(_ pane: String, _ section: String, _ title: String) {
    story(on: .sample, at: Place(pane, [section])) {
      press("a")
      expect(contains: title)
    }
  }

  /// The dashboard on the sample with something more in it.
  private func dashboard(
    at place: Place, _ change: (inout Workspace) throws -> Void
  ) rethrows -> Dashboard {
    var workspace = Fixture.sample.workspace
    try change(&workspace)
    return Dashboard(
      workspace: workspace, today: Fixture.marchEnd, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark", start: place)
  }

  /// Risks that were judged stand in the map with their number and a sign, and say how they moved.
  @Test func judgedRisksStandInTheHeatMap() throws {
    func score(_ likelihood: Int, _ impact: Int, _ day: String) -> RiskScore {
      var score = RiskScore()
      (score.likelihood, score.impact) = (likelihood, impact)
      score.on = CalendarDate(iso: day).map { ImpreciseDate($0) }
      return score
    }
    var dashboard = dashboard(at: Place(PlansPane.id, ["risks"])) { workspace in
      for (id, title, scores) in [
        ("r1", "Staff leave", [score(3, 4, "2023-10-02"), score(4, 4, "2024-02-05")]),
        ("r2", "Money is short", [score(2, 4, "2024-01-08"), score(5, 5, "2024-05-01")]),
      ] {
        var risk = Risk()
        (risk.id, risk.partnership, risk.title, risk.scores) = (id, "mscp", title, scores)
        workspace.risks.append(risk)
      }
    }
    let rows = dashboard.draw(in: Size(120, 40)).rows
    func shows(_ texts: String...) -> Bool {
      rows.contains { row in texts.allSatisfy { row.contains($0) } }
    }
    #expect(shows("1 at 15 or more of 25", "1 have risen", "24 of 26 without a score"))
    // What is judged in May is not known in March.
    #expect(
      shows("4 likely", "!1") && shows("2 unlikely", "~1") && !shows("5 almost certain", "1 "))
    #expect(
      dashboard.plainLines.contains { $0.contains("16 of 25 (4 x 4)") && $0.contains("up 4") })
    #expect(dashboard.plainLines.contains { $0.contains("8 of 25 (2 x 4)") })
  }

  /// Every organisation on a board sits on a subgroup as well; who does not is told, whatever its seat.
  @Test(
    arguments: [
      (["executive"], "! on no subgroup"), (["executive", "subgroup"], "Audit"),
      (["subgroup"], "Audit"), ([], "no seat, a relevant agency"),
    ] as [([String], String)])
  func whoSitsOnNoSubgroupIsTold(_ seats: [String], _ words: String) throws {
    func group(_ id: String, _ name: String, _ type: String) -> String {
      let seat =
        seats.contains(id) ? #"{"id": "\#(id)-s", "title": "Member", "agency": "school"}"# : ""
      return """
        {"id": "\(id)", "name": "\(name)", "type": "\(type)", "parents": [{"partnership": "area"}],
         "seats": [\(seat)]}
        """
    }
    let files = [
      ("workspace.json", #"{"title": "Test", "schemaVersion": 2, "partnerships": ["area"]}"#),
      (
        "partnerships/area/partnership.json",
        #"{"id": "area", "name": "Area", "shortName": "AP", "executive": "executive"}"#
      ),
      (
        "partnerships/area/relevant-agencies.json",
        #"{"relevantAgencies": [{"id": "one", "partnership": "area", "agency": "school", "period": "2024"}]}"#
      ),
      (
        "agencies.json",
        #"{"agencies": [{"id": "school", "name": "Oak School", "category": "education"}]}"#
      ),
      ("groups/executive/group.json", group("executive", "Executive", "executive")),
      ("groups/subgroup/group.json", group("subgroup", "Audit", "subgroup")),
    ]
    let workspace = WorkspaceReader(files: files.map { ($0.0, Array($0.1.utf8)) }).read()
    #expect(workspace.faults.filter { $0.severity == .error }.map(\.sentence) == [])
    var dashboard = Dashboard(
      workspace: workspace, today: Fixture.marchEnd, glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark",
      start: Place(GroupsPane.id, ["membership"]))
    let rows = dashboard.draw(in: Size(120, 40)).rows
    #expect(rows.contains { $0.contains("Oak School") && $0.contains(words) })
    // Terms of reference that nobody recorded are not reviewed either.
    #expect(rows.contains { $0.contains("2 with no review recorded") })
  }

  /// What is wanted, what success looks like, what was done and what changed stand together, in this order.
  @Test func theFourQuestionsStandBesideAPriority() throws {
    var dashboard = try dashboard(at: Place(PlansPane.id)) { workspace in
      var plan = try #require(workspace.plans["mscp-plan-2023-25"])
      plan.priorities[0].outcome = "Partners hold each other to account."
      plan.priorities[0].success = "Challenges are answered in time."
      let others = workspace.plans.all.filter { $0.id != plan.id }
      workspace.plans = RecordTable()
      workspace.plans.append(contentsOf: [plan] + others)
    }
    let rows = dashboard.draw(in: Size(200, 60)).rows
    let places = ["Outcome wanted", "What success looks like", "What we did", "Impact"].map {
      text in
      rows.firstIndex { $0.contains(text) }
    }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self).sorted() == places)
  }
}

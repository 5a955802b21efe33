import Safeguarding
import Testing

@Suite struct TriggerPeriodTests {
  /// A yearly report for the area, six months after the year ends.
  private static func yearly(_ fill: (inout Rule) throws -> Void = { _ in }) throws -> Rule {
    try SmallArea.rule("report", .periodEnds, 6, .month) {
      ($0.partnerships, $0.period) = (["area"], .financialYear)
      try fill(&$0)
    }
  }

  private static func workspace(
    _ rules: [Rule], from: String? = nil, _ duties: [Obligation] = []
  ) throws -> Workspace {
    try SmallArea.workspace(rules) {
      $0.settings.recordsFrom = try from.map { try day($0) }
      $0.obligations.append(contentsOf: duties)
    }
  }

  /// What returns is expected from the day on which records begin, else for a year, and a year ahead.
  @Test(
    arguments: [
      (nil, ["2023-09-30 overdue", "2024-09-30 not started"]),
      ("2023-10-01", ["2024-09-30 not started"]),
      ("2021-10-01", ["2022-09-30 overdue", "2023-09-30 overdue", "2024-09-30 not started"]),
    ] as [(String?, [String])])
  func whatReturnsIsExpected(from: String?, expected: [String]) throws {
    let workspace = try Self.workspace([Self.yearly()], from: from)
    let found = try workspace.owed("report")
    #expect(found.map(\.dueAndStatus) == expected)
    #expect(found.allSatisfy { $0.partnerships == ["area"] && $0.record.kind == Rule.kind })
    #expect(Set(found.map(\.id)).count == expected.count)
    #expect(found.last?.title == "Duty report 2023-24: Area")
    #expect(found.last?.start?.iso == "2024-03-31")
  }

  @Test func isOwedByEveryPartnershipThatLives() throws {
    var workspace = try Self.workspace([Self.yearly { $0.partnerships = [] }], from: "2024-04-01")
    workspace.partnerships.append(
      try {
        var ended = Partnership()
        (ended.id, ended.to) = ("gone", try date("2023-12-31"))
        return ended
      }())
    #expect(try workspace.owed("report").map(\.partnerships) == [["area"], ["vale"]])
  }

  /// A record of a period takes the place of what is expected for it; nothing is owed twice.
  @Test func aDutyStandsForItsPeriod() throws {
    let duties = [
      try SmallArea.duty("r23", under: "report", done: "2023-12-19") {
        $0.period = try date("2022/23")
      },
      try SmallArea.duty("r24", under: "report") { $0.period = try date("2023/24") },
    ]
    let workspace = try Self.workspace([Self.yearly()], from: "2022-04-01", duties)
    let found = try workspace.owed("report").map { "\($0.record.id) \($0.dueAndStatus)" }
    #expect(
      found == [
        "report 2022-09-30 overdue", "r23 2023-09-30 done late", "r24 2024-09-30 not started",
      ])
  }

  @Test(arguments: [
    (RulePeriod.month, ["2024-04-30", "2024-05-31", "2024-06-30"]),
    (.quarter, ["2024-06-30", "2024-09-30", "2024-12-31"]),
    (.calendarYear, ["2024-12-31"]), (.financialYear, ["2025-03-31"]),
  ])
  func periods(period: RulePeriod, ends: [String]) throws {
    let rule = try SmallArea.rule("r", .periodEnds, 0) {
      ($0.period, $0.partnerships) = (period, ["area"])
    }
    let found = try Self.workspace([rule], from: "2024-04-01").owed("r", on: "2024-04-01")
    #expect(found.prefix(3).map(\.due?.iso) == ends)
  }

  @Test func aPeriodBeginsOnItsFirstDay() throws {
    let rule = try SmallArea.rule("r", .periodBegins, 0) { $0.partnerships = ["area"] }
    let workspace = try Self.workspace([rule], from: "2024-01-01")
    #expect(try workspace.standing("r") == ["2024-04-01 due soon"])
    #expect(
      try workspace.standing("r", on: "2024-04-02") == [
        "2024-04-01 overdue", "2025-04-01 not started",
      ])
  }

  // MARK: - Returns of each agency

  private static func quarterly(_ partnerships: [Reference<Partnership>]) throws -> Rule {
    try SmallArea.rule("data", .periodEnds, 1, .month) {
      ($0.period, $0.oneFor, $0.partnerships) = (.quarter, .eachOwner, partnerships)
      $0.owners = [
        made(Owner.self) { $0.agency = "council" }, made(Owner.self) { $0.agency = "police" },
      ]
    }
  }

  private static let quarter = "2023-10-01/2023-12-31"

  @Test func eachAgencyOwesItsReturn() throws {
    var workspace = try Self.workspace([Self.quarterly(["area"])], from: "2024-01-01")
    workspace.submissions.append(
      try SmallArea.submission("council", for: Self.quarter, under: "data") {
        ($0.status, $0.receivedOn) = (.received, try date("2024-02-02"))
      })
    workspace.obligations.append(
      try SmallArea.duty("police-q1", under: "data") {
        $0.period = try date("2024-01-01/2024-03-31")
        $0.owners = [made(Owner.self) { $0.agency = "police" }]
      })
    let found = try workspace.owed("data").prefix(4).map {
      "\($0.owner(in: workspace)) \($0.dueAndStatus)"
    }
    #expect(
      found.sorted() == [
        "Area Council 2024-01-31 done late", "Area Council 2024-04-30 due soon",
        "Area Police 2024-01-31 overdue", "Area Police 2024-04-30 due soon",
      ])
    #expect(try workspace.owed("submission-due").isEmpty)
  }

  /// An agency that serves two areas owes its data to each of them.
  @Test func aReturnToOneAreaIsNoReturnToAnother() throws {
    var workspace = try Self.workspace([Self.quarterly(["area", "vale"])], from: "2024-01-01")
    workspace.submissions.append(
      try SmallArea.submission("council", for: Self.quarter, under: "data") {
        ($0.status, $0.receivedOn) = (.received, try date("2024-01-02"))
      })
    let found = try workspace.owed("data").filter { $0.due?.iso == "2024-01-31" }
    #expect(
      found.map { "\($0.owner(in: workspace)): \($0.partnerships.map(\.id).joined())" }.sorted()
        == [
          "Area Council: area", "Area Council: vale", "Area Police: area", "Area Police: vale",
        ])
  }

  // MARK: - Once, and never

  @Test(arguments: [
    ("2024-03-31", "2024-03-31", ["2024-03-31 due soon"]),
    ("2024-03-31", "2024-04-01", ["2024-03-31 overdue"]),
    ("autumn 2024", "2024-11-30", ["2024-11-30 due soon"]),
    ("autumn 2024", "2024-12-01", ["2024-11-30 overdue"]),
    // More than a year ago, before records are expected.
    ("2022", "2024-03-31", []), ("2030", "2024-03-31", ["2030-12-31 not started"]),
  ])
  func aStatedDate(on: String, iso: String, expected: [String]) throws {
    let rule = try SmallArea.rule("once", .fixedDate, 0) {
      ($0.on, $0.partnerships) = (try date(on), ["area"])
    }
    #expect(try Self.workspace([rule]).standing("once", on: iso) == expected)
  }

  @Test func aStatedDateIsOwedOnceWhereADutyNamesIt() throws {
    let rule = try SmallArea.rule("once", .fixedDate, 0) {
      ($0.on, $0.partnerships) = (try date("2024-06-30"), ["area"])
    }
    let duty = try SmallArea.duty("d", under: "once") { $0.status = .started }
    let found = try Self.workspace([rule], [duty]).owed("once")
    #expect(found.map { "\($0.record.id) \($0.dueAndStatus)" } == ["d 2024-06-30 running"])
  }

  @Test func aReminderIsShownOnceForAllPartnerships() throws {
    let found = try Self.workspace([SmallArea.rule("duty", .reminder)]).owed("duty")
    #expect(found.map(\.status) == [.noDate])
    #expect(found.map(\.partnerships) == [["area", "vale"]])
  }

  /// A rule of one partnership takes the place of a reminder there, and only there.
  @Test func aReminderStaysWhereNothingReplacesIt() throws {
    let rules = [
      try SmallArea.rule("duty", .reminder),
      try SmallArea.rule("local", .lastFulfilled, 24, .month) {
        ($0.replaces, $0.partnerships) = ("duty", ["area"])
      },
    ]
    let workspace = try Self.workspace(rules)
    #expect(try workspace.owed("local").map(\.partnerships) == [["area"]])
    #expect(try workspace.owed("duty").map(\.partnerships) == [["vale"]])
  }

  @Test func aDefinitionIsOwedByNobody() throws {
    let rule = try SmallArea.rule("share", .definition, 15, .workingDay)
    #expect(try Self.workspace([rule]).deadlines(on: day("2024-03-31")).isEmpty)
  }
}

import Safeguarding
import Testing

/// Duties that follow others, and those that return.
@Suite struct TriggerFollowingTests {
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

  private static func copies() throws -> [Rule] {
    [
      try yearly(),
      try SmallArea.rule("copies", .ruleFulfilled, 7) {
        ($0.after, $0.oneFor, $0.partnerships) = ("report", .eachRecipient, ["area"])
        $0.recipients = ["National panel", "What Works Centre"]
      },
    ]
  }

  @Test(
    arguments: [
      (ActionStatus.started, nil, ["no day waiting for a date", "no day waiting for a date"]),
      (.done, "2024-03-21", ["2024-03-28 overdue", "2024-03-28 overdue"]),
      (.done, "2024-03-28", ["2024-04-04 due soon", "2024-04-04 due soon"]),
      (.unknown, nil, []), (.dropped, nil, []),
    ] as [(ActionStatus, String?, [String])])
  func whatFollowsWaitsAndThenRuns(
    status: ActionStatus, done: String?, expected: [String]
  ) throws {
    let report = try SmallArea.duty("r", under: "report", done: done) {
      ($0.period, $0.status) = (try date("2022/23"), status)
    }
    let workspace = try Self.workspace(Self.copies(), from: "2023-09-30", [report])
    let found = try workspace.owed("copies")
    #expect(found.map(\.dueAndStatus) == expected)
    #expect(Set(found.map(\.id)).count == expected.count)
  }

  /// As at a day before the report was published its copies wait.
  @Test func whatFollowsWaitsUntilTheOtherWasDone() throws {
    let report = try SmallArea.duty("r", under: "report", done: "2024-06-21") {
      $0.period = try date("2022/23")
    }
    let workspace = try Self.workspace(Self.copies(), from: "2023-09-30", [report])
    let waiting = Array(repeating: "no day waiting for a date", count: 2)
    #expect(try workspace.standing("copies", on: "2024-06-20") == waiting)
    let running = Array(repeating: "2024-06-28 due soon", count: 2)
    #expect(try workspace.standing("copies", on: "2024-06-21") == running)
  }

  /// Two reports without a period: what follows each is told apart.
  @Test func whatFollowsTwoDutiesIsToldApart() throws {
    let duties = try ["2024-03-15", "2024-03-20"].map { (iso: String) in
      try SmallArea.duty("r\(iso)", under: "report", done: iso)
    }
    let found = try Self.workspace(Self.copies(), from: "2024-03-01", duties).owed("copies")
    #expect(found.count == 4)
    #expect(Set(found.map(\.id)).count == 4)
  }

  @Test func aDutyStandsForItsRecipient() throws {
    let duties = [
      try SmallArea.duty("r", under: "report", done: "2024-03-15") {
        $0.period = try date("2022/23")
      },
      try SmallArea.duty("c", under: "copies", done: "2024-03-20") {
        ($0.period, $0.recipients) = (try date("2022/23"), ["National panel"])
      },
    ]
    let workspace = try Self.workspace(Self.copies(), from: "2023-09-30", duties)
    let found = try workspace.owed("copies").map { "\($0.title) \($0.dueAndStatus)" }
    #expect(
      found.sorted() == [
        "Duty c 2024-03-22 done on time",
        "Duty copies 2022-23: What Works Centre 2024-03-22 overdue",
      ])
  }

  /// An audit every two years.
  private static func audit() throws -> Rule {
    try SmallArea.rule("audit", .lastFulfilled, 24, .month) { $0.partnerships = ["area"] }
  }

  @Test(
    arguments: [
      ([], ["no day waiting for a date"]),
      (["2022-02-28"], ["2022-02-28 done", "2024-02-28 overdue"]),
      (
        ["2020-05-31", "2022-05-31"],
        ["2020-05-31 done", "2022-05-31 done", "2024-05-31 not started"]
      ),
    ] as [([String], [String])])
  func whatReturnsIsOwedAgain(done: [String], expected: [String]) throws {
    let duties = try done.map { try SmallArea.duty("a\($0)", under: "audit", done: $0) }
    let found = try Self.workspace([Self.audit()], duties).owed("audit")
    #expect(
      found.map { $0.status.isDone ? "\($0.doneOn?.iso ?? "") done" : $0.dueAndStatus }.sorted()
        == expected.sorted())
  }

  @Test func whatIsUnderWayIsNotExpectedTwice() throws {
    let duties = [
      try SmallArea.duty("a22", under: "audit", done: "2022-05-31"),
      try SmallArea.duty("a24", under: "audit") { $0.status = .started },
    ]
    let found = try Self.workspace([Self.audit()], duties).owed("audit").filter(\.status.isOpen)
    #expect(found.map { "\($0.record.id) \($0.dueAndStatus)" } == ["a24 2024-05-31 running"])
  }

  /// As at a day before the second audit was done, it is owed once.
  @Test func whatIsDoneLaterIsOwedOnceBefore() throws {
    let duties = [
      try SmallArea.duty("a22", under: "audit", done: "2022-05-31"),
      try SmallArea.duty("a24", under: "audit", done: "2024-05-15"),
    ]
    let workspace = try Self.workspace([Self.audit()], duties)
    let found = try workspace.owed("audit").filter(\.status.isOpen)
    #expect(found.map { "\($0.record.id) \($0.dueAndStatus)" } == ["a24 2024-05-31 running"])
    let later = try workspace.owed("audit", on: "2024-06-01").filter(\.status.isOpen)
    #expect(later.map(\.dueAndStatus) == ["2026-05-15 not started"])
  }
}

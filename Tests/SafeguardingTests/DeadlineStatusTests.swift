import Safeguarding
import Testing

@Suite struct DeadlineStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let due: String
    var done: String?
    let status: Deadline.Status
    let workingDays: Int?
    let distance: String

    var testDescription: String { "due \(due), done \(done ?? "no")" }
  }

  /// As on Easter Day, 31 March 2024: Friday and Monday are bank holidays.
  static let cases = [
    Case(due: "2024-03-26", status: .overdue, workingDays: -2, distance: "2 wd late"),
    Case(due: "2024-03-28", status: .overdue, workingDays: 0, distance: "late"),
    Case(due: "2024-03-30", status: .overdue, workingDays: 0, distance: "late"),
    Case(due: "2024-03-31", status: .dueSoon, workingDays: 0, distance: "now"),
    Case(due: "2024-03", status: .dueSoon, workingDays: 0, distance: "now"),
    Case(due: "2024-04-01", status: .dueSoon, workingDays: 0, distance: "now"),
    Case(due: "2024-04-02", status: .dueSoon, workingDays: 1, distance: "in 1 wd"),
    Case(due: "2024-04-30", status: .dueSoon, workingDays: 21, distance: "in 21 wd"),
    Case(due: "2024-05-01", status: .running, workingDays: 22, distance: "in 22 wd"),
    Case(due: "2024", status: .running, workingDays: 191, distance: "in 191 wd"),
    Case(
      due: "2024-03-26", done: "2024-03-26", status: .doneOnTime, workingDays: -2, distance: ""),
    Case(
      due: "2024-03-26", done: "2024-03-27", status: .doneLate, workingDays: -2, distance: ""),
    Case(due: "2024-03", done: "2024-03-31", status: .doneOnTime, workingDays: 0, distance: ""),
    Case(due: "2024-03-26", done: "2024-03", status: .doneOnTime, workingDays: -2, distance: ""),
    Case(due: "2024-03-26", done: "", status: .doneOnTime, workingDays: -2, distance: ""),
  ]

  @Test(arguments: cases)
  func stands(expected: Case) throws {
    let due = try date(expected.due)
    var workspace = Workspace()
    workspace.bankHolidays.set(
      try [
        "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25",
        "2024-12-26",
      ]
      .map { BankHolidays.Day(date: try day($0), title: "") }, division: BankHolidays.england)
    workspace.obligations.append(
      made(Obligation.self) { obligation in
        obligation.id = "report"
        obligation.due = due
        if let done = expected.done {
          obligation.status = .done
          obligation.doneOn = FuzzyDate(done)
        }
      })
    let deadline = try #require(workspace.deadlines(on: day("2024-03-31")).first)
    #expect(deadline.status == expected.status)
    #expect(deadline.workingDays == expected.workingDays)
    #expect(deadline.distance == expected.distance)
  }

  @Test func whatIsNotReportedIsNeitherLateNorDone() throws {
    let due = try date("2024-03-26")
    var workspace = Workspace()
    workspace.obligations.append(
      made(Obligation.self) {
        $0.due = due
        $0.status = .unknown
      })
    let deadline = try #require(workspace.deadlines(on: day("2024-03-31")).first)
    #expect(deadline.status == .notReported)
    #expect(deadline.distance == "")
  }

  @Test func withoutADayThereIsNoDistance() throws {
    var workspace = Workspace()
    workspace.obligations.append(
      made(Obligation.self) { $0.due = FuzzyDate(words: "in due course") })
    let deadline = try #require(workspace.deadlines(on: day("2024-03-31")).first)
    #expect(deadline.status == .noDate)
    #expect(deadline.workingDays == nil)
    #expect(deadline.distance == "")
  }

  @Test func theWorkspaceSaysHowManyDaysAreSoon() throws {
    var workspace = Workspace()
    workspace.settings.dueSoonDays = 3
    let due = try ["2024-04-03", "2024-04-04"].map { try date($0) }
    for date in due {
      workspace.obligations.append(
        made(Obligation.self) {
          $0.id = date.iso
          $0.due = date
        })
    }
    let statuses = try workspace.deadlines(on: day("2024-03-31")).map(\.status)
    #expect(statuses == [.dueSoon, .running])
  }

  @Test func soonestComesFirstAndNoDateLast() throws {
    var workspace = Workspace()
    let due: [(String, FuzzyDate?)] = [
      ("d", nil), ("c", try date("2024")), ("b", try date("2024-03-05")),
      ("a", try date("2024-03-05")), ("e", FuzzyDate(words: "soon")),
    ]
    for (id, date) in due {
      workspace.obligations.append(
        made(Obligation.self) {
          $0.id = id
          $0.due = date
        })
    }
    let ids = try workspace.deadlines(on: day("2024-01-01")).map(\.record.id)
    #expect(ids == ["a", "b", "c", "d", "e"])
  }

  @Test func whatNeedsAttentionIsRankedFirst() {
    #expect(
      Deadline.Status.allCases.shuffled().sorted() == [
        .overdue, .dueSoon, .running, .notReported, .doneLate, .doneOnTime, .noDate,
      ])
    #expect(
      Deadline.Status.allCases.filter(\.isOpen) == [.overdue, .dueSoon, .running])
  }
}

import Safeguarding
import Testing

/// As on Easter Day, 31 March 2024: the Friday before and the Monday after are bank holidays.
@Suite struct DeadlineStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let due: String
    var done: String?
    let status: Deadline.Status
    let workingDays: Int?
    var distance: Int?
    let text: String
    let standing: String

    var testDescription: String { "due \(due), done \(done ?? "no")" }
  }

  static let cases = [
    Case(
      due: "2024-03-26", status: .overdue, workingDays: -2, distance: -2, text: "2 wd late",
      standing: "overdue by 2 wd"),
    Case(
      due: "2024-03-28", status: .overdue, workingDays: 0, distance: 0, text: "late",
      standing: "overdue"),
    Case(
      due: "2024-03-30", status: .overdue, workingDays: 0, distance: 0, text: "late",
      standing: "overdue"),
    Case(
      due: "2024-03-31", status: .dueSoon, workingDays: 0, distance: 0, text: "now",
      standing: "due soon"),
    Case(
      due: "2024-03", status: .dueSoon, workingDays: 0, distance: 0, text: "now",
      standing: "due soon"),
    Case(
      due: "2024-04-02", status: .dueSoon, workingDays: 1, distance: 1, text: "in 1 wd",
      standing: "due soon"),
    Case(
      due: "2024-04-30", status: .dueSoon, workingDays: 21, distance: 21, text: "in 21 wd",
      standing: "due soon"),
    Case(
      due: "2024-05-01", status: .notStarted, workingDays: 22, distance: 22, text: "in 22 wd",
      standing: "not started"),
    Case(
      due: "autumn 2024", status: .notStarted, workingDays: 171, distance: 171, text: "in 171 wd",
      standing: "not started"),
    Case(
      due: "2024", status: .notStarted, workingDays: 191, distance: 191, text: "in 191 wd",
      standing: "not started"),
    Case(
      due: "2024-03-26", done: "2024-03-26", status: .doneOnTime, workingDays: -2, text: "",
      standing: "done on time"),
    Case(
      due: "2024-03-21", done: "2024-03-26", status: .doneLate, workingDays: -5, distance: -3,
      text: "", standing: "done 3 wd late"),
    Case(
      due: "2024-03", done: "2024-03-31", status: .doneOnTime, workingDays: 0, text: "",
      standing: "done on time"),
    // March may have been before the 26th.
    Case(
      due: "2024-03-26", done: "2024-03", status: .done, workingDays: -2, text: "",
      standing: "done"),
  ]

  @Test(arguments: cases)
  func stands(expected: Case) throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: expected.due, done: expected.done))
    }
    let deadline = try #require(try workspace.owed("obligation-due").first)
    #expect(deadline.status == expected.status)
    #expect(deadline.workingDays == expected.workingDays)
    #expect(deadline.distance == expected.distance)
    #expect(deadline.distanceText == expected.text)
    #expect(deadline.standing == expected.standing)
  }

  /// What was agreed only after it was done makes nothing look done in time.
  @Test(
    arguments: [
      // Agreed before it was due, after it was due, and on the day it was done.
      ("2024-02-01", "2024-03-10", .doneOnTime), ("2024-03-05", "2024-03-10", .doneOnTime),
      ("2024-03-10", "2024-03-10", .doneOnTime), ("2024-03-11", "2024-03-10", .doneLate),
      // Nobody recorded when it was agreed.
      (nil, "2024-03-10", .doneOnTime),
      // March may have been before or after the 15th.
      ("2024-03-15", "2024-03", .done), ("2024-03", "2024-03-10", .done),
      ("2024-04-02", "2024-03", .doneLate),
    ] as [(String?, String, Deadline.Status)])
  func moreTimeIsAgreedBefore(
    agreed: String?, done: String, status: Deadline.Status
  ) throws {
    let later = try extended(to: "2024-03-31", agreed: agreed)
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: "2024-02-29", done: done) { $0.extensions = [later] })
      var action = made(ActionItem.self) { ($0.id, $0.group, $0.status) = ("a", "board", .done) }
      (action.due, action.doneOn) = (try date("2024-02-29"), try date(done))
      action.extensions = [later]
      $0.actions.append(action)
    }
    for rule in ["obligation-due", "action-due"] {
      let deadline = try #require(try workspace.owed(rule, on: "2024-05-01").first)
      #expect(deadline.status == status, "\(rule)")
    }
    let action = try #require(workspace.actions["a"]).known(on: try day("2024-05-01"))
    #expect(action.wasDoneLate == (status == .doneLate))
  }

  private func extended(to: String, agreed: String?) throws -> Extension {
    var later = Extension()
    (later.to, later.agreedOn) = (try date(to), try agreed.map { try date($0) })
    return later
  }

  /// A duty in a state.
  struct State: Sendable, CustomTestStringConvertible {
    let status: Deadline.Status
    let fill: @Sendable (inout Obligation) throws -> Void

    var testDescription: String { status.rawValue }

    init(_ status: Deadline.Status, _ fill: @escaping @Sendable (inout Obligation) throws -> Void) {
      (self.status, self.fill) = (status, fill)
    }
  }

  static let states = [
    State(.overdue) { $0.due = try date("2024-03-28") },
    State(.dueSoon) { $0.due = try date("2024-04-30") },
    State(.notStarted) { $0.due = try date("2024-05-01") },
    State(.running) { ($0.due, $0.status) = (try date("2024-05-01"), .started) },
    State(.extended) {
      $0.due = try date("2024-03-01")
      $0.extensions = [try later("2024-05-01")]
    },
    State(.paused) {
      $0.due = try date("2024-03-01")
      $0.pause = try pause(from: "2024-02-01")
    },
    State(.noDate) { _ in },
    State(.noDate) { $0.due = ImpreciseDate(words: "in due course") },
    State(.noDate) { $0.rule = "standing" },
    State(.waitingForDate) { $0.rule = "named" },
    State(.notReported) { ($0.due, $0.status) = (try date("2024-03-28"), .unknown) },
    State(.notApplicable) { ($0.due, $0.status) = (try date("2024-03-28"), .dropped) },
    State(.doneLate) {
      ($0.due, $0.status, $0.doneOn) = (try date("2024-03-27"), .done, try date("2024-03-28"))
    },
    State(.doneOnTime) {
      ($0.due, $0.status, $0.doneOn) = (try date("2024-03-28"), .done, try date("2024-03-28"))
    },
    // It was done, and nobody says when.
    State(.done) { ($0.due, $0.status) = (try date("2024-03-28"), .done) },
  ]

  @Test(arguments: states)
  func everyState(state: State) throws {
    let standing = try SmallArea.rule("standing", .reminder) { $0.partnerships = ["vale"] }
    let named = try SmallArea.rule("named", .obligationStarts, 5) { $0.partnerships = ["vale"] }
    let workspace = try SmallArea.workspace([standing, named]) {
      $0.obligations.append(try SmallArea.duty("d", state.fill))
    }
    let found = try workspace.deadlines(on: day("2024-03-31")).filter { $0.record.id == "d" }
    #expect(found.map(\.status) == [state.status])
    #expect((found.first?.distanceText.isEmpty == false) == state.status.isOpen)
  }

  @Test func noStateIsForgotten() {
    #expect(Set(Self.states.map(\.status)) == Set(Deadline.Status.allCases))
  }

  @Test func whatNeedsAttentionIsRankedFirst() {
    #expect(
      Deadline.Status.allCases.shuffled().sorted() == [
        .overdue, .dueSoon, .running, .extended, .notStarted, .paused, .waitingForDate, .noDate,
        .notReported, .doneLate, .doneOnTime, .done, .notApplicable,
      ])
    #expect(
      Deadline.Status.allCases.filter(\.isOpen)
        == [.overdue, .dueSoon, .running, .extended, .notStarted])
    #expect(Deadline.Status.allCases.filter(\.isDone) == [.doneLate, .doneOnTime, .done])
  }

  @Test(arguments: [
    ("2024-04-30", Deadline.Status.extended), ("2024-05-02", .dueSoon), ("2024-06-01", .dueSoon),
    ("2024-06-02", .overdue),
  ])
  func anExtensionCountsAndTheFirstDateIsKept(iso: String, status: Deadline.Status) throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: "2024-03-01") {
          $0.extensions = [try Self.later("2024-04-01"), try Self.later("2024-06-01")]
        })
    }
    let deadline = try #require(try workspace.owed("obligation-due", on: iso).first)
    #expect(deadline.status == status)
    #expect(deadline.due?.iso == "2024-06-01")
    #expect(deadline.firstDue?.iso == "2024-03-01")
  }

  @Test(arguments: [
    ("2024-05-31", Deadline.Status.doneOnTime), ("2024-06-03", .doneLate),
  ])
  func whatWasExtendedIsDoneByTheNewDate(done: String, status: Deadline.Status) throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: "2024-03-01", done: done) {
          $0.extensions = [try Self.later("2024-06-01")]
        })
    }
    #expect(try workspace.owed("obligation-due", on: "2024-07-01").map(\.status) == [status])
  }

  @Test(arguments: [
    ("2024-01-31", Deadline.Status.dueSoon), ("2024-02-01", .paused), ("2024-03-10", .paused),
    ("2024-03-14", .paused), ("2024-03-15", .overdue),
  ])
  func aPauseHoldsUntilItEnds(iso: String, status: Deadline.Status) throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("d", due: "2024-03-01") {
          $0.pause = try Self.pause(from: "2024-02-01", until: "2024-03-15")
        })
    }
    #expect(try workspace.owed("obligation-due", on: iso).map(\.status) == [status])
  }

  @Test(arguments: [
    ("2024-03-27", Deadline.Status.dueSoon), ("2024-03-29", .overdue), ("2024-04-02", .overdue),
    ("2024-04-03", .doneLate),
  ])
  func whatIsDoneLaterIsStillOwedBefore(iso: String, status: Deadline.Status) throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(try SmallArea.duty("d", due: "2024-03-28", done: "2024-04-03"))
    }
    #expect(try workspace.owed("obligation-due", on: iso).map(\.status) == [status])
  }

  /// Late by Easter: four calendar days more than working days.
  @Test(arguments: [
    (DateUnit.workingDay, -3, "overdue by 3 wd", -2, "done 2 wd late"),
    (.clearWorkingDay, -3, "overdue by 3 wd", -2, "done 2 wd late"),
    (.calendarDay, -7, "overdue by 7 days", -6, "done 6 days late"),
    (.month, -7, "overdue by 7 days", -6, "done 6 days late"),
  ])
  func latenessIsCountedInTheRulesOwnUnit(
    unit: DateUnit, late: Int, overdue: String, doneLate: Int, done: String
  ) throws {
    let workspace = try SmallArea.workspace([SmallArea.rule("r", .obligationStarts, 0, unit)]) {
      for id in ["open", "done"] {
        $0.obligations.append(
          try SmallArea.duty(id, under: "r", due: "2024-03-28") {
            guard id == "done" else { return }
            ($0.status, $0.doneOn) = (.done, try date("2024-04-03"))
          })
      }
    }
    let found = try workspace.owed("r", on: "2024-04-04")
    let last = unit.countsWorkingDays ? -1 : 0
    #expect(found.map(\.standing) == [last == 0 ? overdue : "overdue by 3 wd", done])
    #expect(found.map(\.distance) == [late, doneLate])
  }

  @Test func soonestComesFirstAndNoDateLast() throws {
    let due: [(String, String?)] = [
      ("d", nil), ("c", "2024"), ("b", "2024-03-05"), ("a", "2024-03-05"), ("e", "2024-03"),
    ]
    let workspace = try SmallArea.workspace {
      for (id, iso) in due { $0.obligations.append(try SmallArea.duty(id, due: iso)) }
    }
    let ids = try workspace.owed("obligation-due", on: "2024-01-01").map(\.record.id)
    #expect(ids == ["b", "a", "e", "c", "d"])
  }

  static func later(_ iso: String) throws -> Extension {
    var extended = Extension()
    (extended.to, extended.reason) = (try date(iso), "More time is needed.")
    return extended
  }

  static func pause(from: String, until: String? = nil) throws -> Pause {
    var pause = Pause()
    (pause.from, pause.because) = (try date(from), "A trial goes on.")
    pause.until = try until.map { try date($0) }
    return pause
  }
}

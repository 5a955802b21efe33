import Safeguarding
import Testing

/// What was missed stays missed, what nobody can know waits, and what is over owes nothing new.
@Suite struct MissedAndWaitingTests {
  private func rotating(_ terms: [ChairTerm] = [], recordsFrom: String? = nil) throws -> Workspace {
    try SmallArea.workspace {
      $0.settings.recordsFrom = try recordsFrom.map { try day($0) }
      $0.groups.append(
        try SmallArea.board { group in
          let start = try day("2020-09-01")
          group.rotation = made(RotationPattern.self) {
            ($0.start, $0.termMonths) = (start, 12)
            $0.order = ["council", "police"]
          }
        })
      $0.chairTerms.append(contentsOf: terms)
    }
  }

  private func term(_ agency: String, from: String, to: String) throws -> ChairTerm {
    let (first, last) = (try date(from), try date(to))
    return made(ChairTerm.self) {
      ($0.id, $0.group, $0.agency) = (from, "board", Reference(agency))
      ($0.from, $0.to, $0.status) = (first, last, .held)
    }
  }

  @Test func aHandoverThatNobodyRecordedIsOverdue() throws {
    let known = try term("council", from: "2022-09-01", to: "2023-08-31")
    let late = try rotating([known])
    #expect(
      try late.standing("chair-handover", on: "2023-10-15")
        == ["2023-09-01 overdue", "2024-09-01 not started"])
    let taken = try term("police", from: "2023-09-01", to: "2024-08-31")
    #expect(
      try rotating([known, taken]).standing("chair-handover", on: "2023-10-15")
        == ["2024-09-01 not started"])
    // Before the records are complete, nobody had to record it.
    #expect(
      try rotating([known], recordsFrom: "2023-10-01").standing("chair-handover", on: "2023-10-15")
        == ["2024-09-01 not started"])
  }

  /// Done before the rule was in force, it is owed again by the rule; long before, it waits.
  @Test(arguments: [
    ("2023-06-01", "2024-06-01 not started"), ("2021-06-01", "no day waiting for a date"),
    (nil, "no day waiting for a date"),
  ])
  func aDutyOfWhichNothingIsKnownWaits(done: String?, expected: String) throws {
    let rule = try SmallArea.rule("review", .lastFulfilled, 12, .month) {
      ($0.from, $0.partnerships) = (try date("2023-12"), ["area"])
    }
    let workspace = try SmallArea.workspace([rule]) { workspace in
      if let done {
        workspace.obligations.append(try SmallArea.duty("d", under: "review", done: done))
      }
    }
    let found = try workspace.owed("review").filter { $0.record.kind == Rule.kind }
    #expect(found.map(\.dueAndStatus) == [expected])
  }

  @Test func aBodyThatEndedDoesNotOweLaterGuidance() throws {
    let rule = try SmallArea.rule("guidance", .fixedDate) { $0.on = try date("2024-12-31") }
    var workspace = try SmallArea.workspace([rule])
    workspace.settings.recordsFrom = try day("2019-01-01")
    let end = try date("2019-09-01")
    workspace.partnerships.append(made(Partnership.self) { ($0.id, $0.to) = ("gone", end) })
    #expect(
      try workspace.owed("guidance", on: "2019-08-01").map(\.partnerships) == [["area"], ["vale"]])
  }

  /// A record of something old starts no alarm in a folder whose records begin later.
  @Test func whatFellDueBeforeTheRecordsBeginIsNotMissed() throws {
    let reviewed = try date("2021-01-15")
    let workspace = try SmallArea.workspace {
      $0.settings.recordsFrom = try day("2024-03-01")
      $0.groups.append(
        try SmallArea.board { group in
          group.cadence = Cadence(every: 2, .month)
          group.termsOfReference = made(TermsOfReference.self) {
            ($0.reviewedOn, $0.reviewEvery) = (reviewed, Cadence(every: 1, .year))
          }
        })
      $0.meetings.append(try SmallArea.meeting("2023-06-05"))
      $0.meetings.append(try SmallArea.meeting("2023-08-07"))
    }
    #expect(try workspace.standing("meeting-cadence") == ["2023-10-07 not reported"])
    #expect(try workspace.standing("terms-review") == ["2022-01-15 not reported"])
    #expect(
      try workspace.standing("minutes-agreed")
        == ["2023-08-07 not reported", "no day waiting for a date"])
    // A meeting that is planned says that the group has not met since.
    var planned = workspace
    planned.meetings.append(try SmallArea.meeting("2024-05-01", .planned))
    let next = try planned.owed("meeting-cadence")
    #expect(next.map(\.dueAndStatus) == ["2023-10-07 overdue"])
    #expect(next.map(\.title) == ["Board: next meeting, planned for 1 May 2024"])
  }

  /// An office that became vacant some time in a quarter is late by no exact number of days.
  @Test(
    arguments: [
      ("2024-04-15", nil, "overdue by 15 to 105 days"),
      ("2024-05-02", "2024-04", "done 1 to 120 days late"),
      ("2024-05-02", "2024-04-10", "done 10 to 100 days late"),
    ] as [(String, String?, String)])
  func aVacancyIsAsExactAsItsDates(iso: String, until: String?, words: String) throws {
    let (since, end) = (try date("2024-01/2024-03"), try until.map { try date($0) })
    var workspace = try SmallArea.workspace()
    workspace.partnerships.append(
      made(Partnership.self) { partnership in
        partnership.id = "third"
        partnership.officers = [
          made(Office.self) {
            ($0.title, $0.vacantSince, $0.vacantUntil) = ("Scrutineer", since, end)
          }
        ]
      })
    #expect(try workspace.owed("office-vacant", on: iso).map(\.standing) == [words])
    if until == nil {
      let warnings = try workspace.warnings(on: day("2024-03-31"), in: .all)
      #expect(warnings.map(\.detail) == ["for 1 to 90 days"])
    }
  }

  /// An action that returns is owed by its repetition, even where no first day is given.
  @Test(
    arguments: [
      ("open", nil, "2024-04-15 due soon"), ("done", "2024-03-01", "2024-06-01 not started"),
    ] as [(String, String?, String)])
  func whatReturnsFallsDueByItsRepetition(status: String, done: String?, expected: String) throws {
    let (raised, finished) = (try date("2024-01-15"), try done.map { try date($0) })
    let workspace = try SmallArea.workspace {
      $0.actions.append(
        made(ActionItem.self) {
          ($0.id, $0.group, $0.title) = ("a", "board", "Count")
          ($0.repeats, $0.raisedOn, $0.doneOn) = (Cadence(every: 3, .month), raised, finished)
          $0.status = ActionStatus(rawValue: status) ?? .open
        })
    }
    #expect(try workspace.standing("action-due") == [expected])
  }

  @Test(arguments: ["notification", "papers", "minutes", "policy"])
  func anObligationMayBeOfEveryForm(word: String) {
    #expect(ObligationForm(rawValue: word) != nil)
  }
}

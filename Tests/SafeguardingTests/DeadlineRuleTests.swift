import Safeguarding
import Testing

/// What records say of themselves, without a rule of the data.
@Suite struct DeadlineRuleTests {
  private func action(_ id: String, _ fill: (inout ActionItem) throws -> Void) rethrows
    -> ActionItem
  {
    var action = ActionItem()
    (action.id, action.group, action.title) = (id, "board", "Do \(id)")
    try fill(&action)
    return action
  }

  @Test func actions() throws {
    let workspace = try SmallArea.workspace {
      for (id, status) in [
        ("a", ActionStatus.open), ("b", .dropped), ("c", .done), ("d", .unknown),
      ] {
        $0.actions.append(
          try action(id) {
            $0.origin = id == "c" ? .nextStep : .meeting
            $0.owners = [made(Owner.self) { $0.agency = "police" }]
            ($0.due, $0.status) = (try date("2024-04"), status)
          })
      }
      $0.actions.append(action("undated") { _ in })
    }
    let found = try workspace.owed("action-due")
    #expect(
      found.map(\.record) == ["a", "b", "c", "d", "undated"].map { RecordID(ActionItem.kind, $0) })
    // What no source reports on is owed until its day, and not reported after it.
    #expect(found.map(\.status) == [.dueSoon, .notApplicable, .done, .dueSoon, .noDate])
    #expect(
      try workspace.owed("action-due", on: "2024-05-01").map(\.status)
        == [.overdue, .notApplicable, .done, .notReported, .noDate])
    #expect(found.map(\.form) == ["action", "action", "next step", "action", "action"])
    let first = try #require(found.first)
    #expect(first.owner(in: workspace) == "Area Police")
    #expect(first.group == "board")
    #expect(first.partnerships == ["area"])
    #expect(first.start == nil)
  }

  @Test func threeTargetsOfOneActionAreThreeDeadlines() throws {
    let workspace = try SmallArea.workspace {
      $0.actions.append(
        try action("policy") {
          let targets = [
            ("Draft", "2024-02", "2024-02-20"), ("Agreed", "2024-03-15", nil),
            ("In use", "2024-10", nil),
          ]
          $0.targets = try targets.map { what, due, done in
            var target = ActionTarget()
            (target.what, target.due) = (what, try date(due))
            target.doneOn = try done.map { try date($0) }
            return target
          }
        })
    }
    let found = try workspace.owed("action-due")
    #expect(
      found.map(\.dueAndStatus) == [
        "2024-02-29 done on time", "2024-03-15 overdue", "2024-10-31 not started",
      ])
    #expect(found.map(\.title) == ["Draft: Do policy", "Agreed: Do policy", "In use: Do policy"])
    #expect(Set(found.map(\.id)).count == 3)
    #expect(Set(found.map(\.record.id)) == ["policy"])
  }

  @Test(
    arguments: [
      (ActionStatus.open, nil, "2023-12-31 overdue"), (.done, "2024-01-10", "2024-04-10 due soon"),
      (.done, "2023-12-15", "2024-03-15 overdue"),
      // Nobody says when it was done: it is counted from the day it was due.
      (.done, nil, "2024-03-31 due soon"), (.dropped, nil, "2023-12-31 not applicable"),
    ] as [(ActionStatus, String?, String)])
  func anActionThatRepeatsIsOwedAgain(
    status: ActionStatus, done: String?, expected: String
  ) throws {
    let workspace = try SmallArea.workspace {
      $0.actions.append(
        try action("report") {
          ($0.due, $0.repeats, $0.status) = (
            try date("2023-12-31"), Cadence(every: 3, .month), status
          )
          $0.doneOn = try done.map { try date($0) }
        })
    }
    #expect(try workspace.standing("action-due") == [expected])
  }

  /// It was done on 10 January: before that day it is still owed by the first date.
  @Test func anActionThatRepeatsIsNotOwedAgainBeforeItWasDone() throws {
    let workspace = try SmallArea.workspace {
      $0.actions.append(
        try action("report") {
          ($0.due, $0.repeats, $0.status) = (
            try date("2023-12-31"), Cadence(every: 3, .month), .done
          )
          $0.doneOn = try date("2024-01-10")
        })
    }
    #expect(try workspace.standing("action-due", on: "2024-01-05") == ["2023-12-31 overdue"])
  }

  @Test func anActionIsExtended() throws {
    let workspace = try SmallArea.workspace {
      $0.actions.append(
        try action("a") {
          $0.due = try date("2024-02")
          $0.extensions = [try DeadlineStatusTests.later("2024-06-28")]
        })
    }
    let found = try workspace.owed("action-due")
    #expect(found.map(\.dueAndStatus) == ["2024-06-28 extended"])
    #expect(found.map(\.firstDue?.short) == ["Feb 2024"])
  }

  @Test func effectChecks() throws {
    let workspace = try SmallArea.workspace {
      for (id, impact) in [("a", [String]()), ("b", ["Fewer visits were missed."])] {
        $0.actions.append(
          try action(id) {
            ($0.evaluatedBy, $0.evaluateOn) = ("The auditor", try date("2024-01-31"))
            $0.impact = impact
          })
      }
    }
    let found = try workspace.owed("effect-check")
    #expect(found.map(\.status) == [.overdue, .done])
    #expect(found.map { $0.owner(in: workspace) } == ["The auditor", "The auditor"])
    #expect(found.map(\.form) == ["evaluation", "evaluation"])
  }

  @Test func obligations() throws {
    let workspace = try SmallArea.workspace {
      $0.obligations.append(
        try SmallArea.duty("a", due: "2024-03-31") {
          ($0.title, $0.form) = ("Report", .publication)
        })
    }
    let found = try #require(try workspace.owed("obligation-due").first)
    #expect(found.title == "Report")
    #expect(found.form == "publication")
    #expect(found.partnerships == ["area"])
    #expect(found.dueAndStatus == "2024-03-31 due soon")
  }

  @Test func reviewsByTheDateOfTheirStage() throws {
    let stages: [(String, ReviewStage, String?)] = [
      ("a", .underWay, nil), ("b", .published, "2024-03-04"), ("c", .closed, nil),
    ]
    let workspace = try SmallArea.workspace {
      for (id, stage, published) in stages {
        $0.reviews.append(
          try SmallArea.review(id) {
            ($0.stage, $0.dueOn) = (stage, try date("2024-03-01"))
            $0.publishedOn = try published.map { try date($0) }
          })
      }
    }
    let found = try workspace.owed("review-due")
    #expect(found.map(\.record.id) == ["a", "b"])
    #expect(found.map(\.status) == [.overdue, .doneLate])
    #expect(found.map { $0.owner(in: workspace) } == ["Area", "Area"])
    #expect(found.map(\.form) == ["review", "review"])
  }

  @Test func submissions() throws {
    let statuses: [(String, SubmissionStatus)] = [
      ("a", .received), ("b", .notReceived), ("c", .notApplicable),
    ]
    let workspace = try SmallArea.workspace {
      for (id, status) in statuses {
        var submission = Submission()
        (submission.id, submission.what, submission.status) = (id, "Dataset", status)
        (submission.agency, submission.partnership) = ("police", "area")
        submission.due = try date("2024-02")
        submission.receivedOn = status == .received ? try date("2024-02-29") : nil
        $0.submissions.append(submission)
      }
    }
    let found = try workspace.owed("submission-due")
    #expect(found.map(\.record.id) == ["a", "b", "c"])
    #expect(found.map(\.status) == [.doneOnTime, .overdue, .notApplicable])
    #expect(found.first?.title == "Dataset: Area Police")
  }

  @Test(
    arguments: [
      ("2024-02-26", nil, "2024-03-31", "2024-02-26 overdue", -34),
      ("2024-02-26", "2024-04-15", "2024-03-31", "2024-02-26 overdue", -34),
      ("2024-02-26", "2024-03-11", "2024-03-31", "2024-02-26 done late", -14),
      // Only the month is known: the last day counts.
      ("2024-02", nil, "2024-02-10", "2024-02-29 due soon", 19),
    ] as [(String, String?, String, String, Int)])
  func aVacancyCountsTheDays(
    since: String, until: String?, iso: String, expected: String, distance: Int
  ) throws {
    var office = Office()
    (office.title, office.vacantSince) = ("Scrutineer", try date(since))
    office.vacantUntil = try until.map { try date($0) }
    let workspace = try SmallArea.workspace {
      $0.partnerships.append(
        made(Partnership.self) { ($0.id, $0.shortName, $0.officers) = ("p", "P", [office]) })
    }
    let found = try workspace.owed("office-vacant", on: iso)
    #expect(found.map(\.dueAndStatus) == [expected])
    #expect(found.map(\.distance) == [distance])
    #expect(try workspace.owed("office-vacant", on: "2024-01-31").isEmpty)
  }
}

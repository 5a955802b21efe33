import Safeguarding
import Testing

@Suite struct DeadlineRuleTests {
  /// A workspace with one partnership, one agency and one group.
  private func workspace(_ fill: (inout Group) throws -> Void = { _ in }) throws -> Workspace {
    var workspace = Workspace()
    workspace.partnerships.append(
      made(Partnership.self) {
        $0.id = "area"
        $0.shortName = "Area"
      })
    workspace.agencies.append(
      made(Agency.self) {
        $0.id = "police"
        $0.name = "Area Police"
      })
    var group = Group()
    group.id = "board"
    group.name = "The Board"
    group.parents = [made(GroupParent.self) { $0.partnership = "area" }]
    try fill(&group)
    workspace.groups.append(group)
    return workspace
  }

  private func deadlines(
    _ rule: String, _ workspace: Workspace, on iso: String = "2024-03-31"
  ) throws -> [Deadline] {
    try workspace.deadlines(on: day(iso)).filter { $0.rule == rule }
  }

  @Test func everyRuleHasItsOwnIDAndSaysWhatItDoes() {
    let rules = DeadlineRule.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules { #expect(rule.summary.hasSuffix("."), "\(rule.id)") }
  }

  @Test func actions() throws {
    var workspace = try workspace()
    let due = try date("2024-04")
    for (id, status) in [("a", ActionStatus.open), ("b", .dropped), ("c", .done)] {
      workspace.actions.append(
        made(ActionItem.self) {
          $0.id = id
          $0.group = "board"
          $0.title = "Do \(id)"
          $0.origin = id == "c" ? .nextStep : .meeting
          $0.owners = [made(Owner.self) { $0.agency = "police" }]
          $0.due = due
          $0.status = status
        })
    }
    workspace.actions.append(made(ActionItem.self) { $0.id = "undated" })
    let found = try deadlines("action-due", workspace)
    #expect(
      found.map(\.record) == [RecordLink(ActionItem.kind, "a"), RecordLink(ActionItem.kind, "c")])
    #expect(found.map(\.status) == [.dueSoon, .doneOnTime])
    #expect(found.map(\.form) == ["action", "next step"])
    #expect(found.first?.owner == "Area Police")
    #expect(found.first?.group == "board")
    #expect(found.first?.partnerships == ["area"])
  }

  @Test func evaluations() throws {
    var workspace = try workspace()
    let check = try date("2024-01-31")
    for (id, impact) in [("a", [String]()), ("b", ["Fewer visits were missed."])] {
      workspace.actions.append(
        made(ActionItem.self) {
          $0.id = id
          $0.group = "board"
          $0.evaluatedBy = "The auditor"
          $0.evaluateOn = check
          $0.impact = impact
        })
    }
    let found = try deadlines("evaluation-due", workspace)
    #expect(found.map(\.status) == [.overdue, .doneOnTime])
    #expect(found.map(\.owner) == ["The auditor", "The auditor"])
  }

  @Test func meetings() throws {
    var workspace = try workspace { $0.cadence = Cadence(every: 2, .month) }
    #expect(try deadlines("meeting-cadence", workspace).isEmpty)
    let meetings: [(String, MeetingStatus)] = [
      ("2023-11-20", .held), ("2024-01-15", .held), ("2024-02-12", .cancelled),
      ("2024-04-22", .planned), ("2024-06-03", .planned),
    ]
    for (iso, status) in meetings {
      let date = try date(iso)
      workspace.meetings.append(
        made(Meeting.self) {
          $0.id = iso
          $0.group = "board"
          $0.date = date
          $0.status = status
        })
    }
    let found = try #require(try deadlines("meeting-cadence", workspace).first)
    #expect(found.due?.iso == "2024-03-15")
    #expect(found.status == .overdue)
    #expect(found.because.contains("every 2 months"))
    #expect(found.because.contains("Mon 15 Jan 2024"))
    #expect(found.because.contains("Mon 22 Apr 2024"))
    let earlier = try #require(try deadlines("meeting-cadence", workspace, on: "2024-01-14").first)
    #expect(earlier.due?.iso == "2024-01-20")
  }

  @Test func aGroupThatHasEndedNeedNotMeet() throws {
    var workspace = try workspace {
      $0.cadence = Cadence(every: 2, .month)
      $0.to = try date("2023-12-31")
    }
    let held = try date("2023-11-20")
    workspace.meetings.append(
      made(Meeting.self) {
        $0.group = "board"
        $0.date = held
        $0.status = .held
      })
    #expect(try deadlines("meeting-cadence", workspace).isEmpty)
    #expect(try deadlines("meeting-cadence", workspace, on: "2023-12-31").count == 1)
  }

  @Test func papers() throws {
    var workspace = try workspace()
    let (first, second) = (try day("2024-04-10"), try day("2024-04-12"))
    let meetingDate = try date("2024-04-22")
    func meeting(_ id: String, received: Bool, ownDay: CalendarDate? = nil) -> Meeting {
      made(Meeting.self) {
        $0.id = id
        $0.group = "board"
        $0.date = meetingDate
        $0.papersDueOn = ownDay
        $0.agenda = [second, first].map { due in
          made(AgendaItem.self) { item in
            item.papers = [
              made(Paper.self) {
                $0.dueOn = due
                if received || due == first { $0.receivedOn = first }
              }
            ]
          }
        }
      }
    }
    workspace.meetings.append(meeting("a", received: false))
    workspace.meetings.append(meeting("b", received: true))
    workspace.meetings.append(meeting("c", received: false, ownDay: try day("2024-04-08")))
    workspace.meetings.append(made(Meeting.self) { $0.id = "without papers" })
    var held = meeting("held", received: false)
    held.status = .held
    workspace.meetings.append(held)
    let found = try deadlines("papers-due", workspace).sorted { $0.id < $1.id }
    #expect(found.map(\.record.id) == ["a", "b", "c"])
    #expect(found.map(\.due?.iso) == ["2024-04-10", "2024-04-10", "2024-04-08"])
    #expect(found.map(\.status) == [.dueSoon, .doneOnTime, .dueSoon])
    #expect(found.first?.owner == "1 of 2 papers missing")
  }

  @Test func handovers() throws {
    let workspace = try workspace { group in
      let start = try day("2023-09-02")
      group.rotation = made(RotationPattern.self) {
        $0.start = start
        $0.order = ["council", "police"]
      }
    }
    let found = try #require(try deadlines("chair-handover", workspace).first)
    #expect(found.due?.iso == "2024-09-02")
    #expect(found.owner == "Area Police")
    #expect(found.status == .running)
  }

  @Test func obligations() throws {
    var workspace = try workspace()
    let due = try date("2024-03-31")
    for (id, status) in [("a", ActionStatus.open), ("b", .dropped)] {
      workspace.obligations.append(
        made(Obligation.self) {
          $0.id = id
          $0.partnership = "area"
          $0.title = "Yearly report"
          $0.form = .report
          $0.status = status
          $0.due = due
        })
    }
    let found = try deadlines("obligation-due", workspace)
    #expect(found.map(\.title) == ["Yearly report"])
    #expect(found.map(\.form) == ["report"])
    #expect(found.map(\.partnerships) == [["area"]])
    #expect(found.map(\.because) == ["It is owed by Sun 31 Mar 2024."])
  }

  @Test func reviews() throws {
    var workspace = try workspace()
    let (due, published) = (try date("2024-03-01"), try date("2024-03-04"))
    let stages: [(String, ReviewStage, FuzzyDate?)] = [
      ("a", .underWay, nil), ("b", .published, published), ("c", .closed, nil),
    ]
    for (id, stage, publishedOn) in stages {
      workspace.reviews.append(
        made(Review.self) {
          $0.id = id
          $0.stage = stage
          $0.commissionedBy = "area"
          $0.dueOn = due
          $0.publishedOn = publishedOn
        })
    }
    let found = try deadlines("review-due", workspace)
    #expect(found.map(\.record.id) == ["a", "b"])
    #expect(found.map(\.status) == [.overdue, .doneLate])
    #expect(found.map(\.owner) == ["Area", "Area"])
  }

  @Test func submissions() throws {
    var workspace = try workspace()
    let (due, received) = (try date("2024-02"), try date("2024-02-29"))
    let statuses: [(String, SubmissionStatus)] = [
      ("a", .received), ("b", .notReceived), ("c", .notApplicable),
    ]
    for (id, status) in statuses {
      workspace.submissions.append(
        made(Submission.self) {
          $0.id = id
          $0.what = "Dataset"
          $0.agency = "police"
          $0.partnership = "area"
          $0.due = due
          $0.status = status
          $0.receivedOn = status == .received ? received : nil
        })
    }
    let found = try deadlines("submission-due", workspace)
    #expect(found.map(\.record.id) == ["a", "b"])
    #expect(found.map(\.status) == [.doneOnTime, .overdue])
    #expect(found.map(\.title) == ["Dataset: Area Police", "Dataset: Area Police"])
  }

  @Test func termsOfReference() throws {
    let agreed = try date("2023-02-28")
    let reviewed = try date("2023-06")
    var workspace = try workspace {
      $0.termsOfReference = made(TermsOfReference.self) {
        $0.agreedOn = agreed
        $0.reviewEvery = Cadence(every: 1, .year)
      }
    }
    #expect(try deadlines("terms-review", workspace).map(\.due?.iso) == ["2024-02-28"])
    workspace = try self.workspace {
      $0.termsOfReference = made(TermsOfReference.self) {
        $0.agreedOn = agreed
        $0.reviewedOn = reviewed
        $0.reviewEvery = Cadence(every: 1, .year)
      }
    }
    #expect(try deadlines("terms-review", workspace).map(\.due?.iso) == ["2024-06-30"])
    workspace = try self.workspace { $0.termsOfReference = TermsOfReference() }
    #expect(try deadlines("terms-review", workspace).isEmpty)
  }
}

import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Ten jobs of every week, from start to end on the sample: how many keys each takes, typed text not counted.
@Suite(.serialized) struct TenJobStories {
  /// Somebody at the dashboard, whose keys are counted; what they save is really saved.
  private struct Job {
    var story: Story
    let desk: SharedDesk
    private(set) var keys = 0

    init(
      _ desk: SharedDesk = SharedDesk(), at place: Place = Place(OverviewPane.id), on day: String
    ) {
      self.desk = desk
      let day = CalendarDate(iso: day) ?? Fixture.today
      story = Story(
        dashboard: Dashboard(
          workspace: desk.workspace, today: day, pinnedDay: day, glyphs: .of(.cp437), themes: [],
          start: place), size: Size(120, 40))
    }

    /// Presses keys that count.
    mutating func tap(_ names: String...) {
      for name in names {
        guard let key = Key(named: name) else {
          Issue.record("There is no key \(name).")
          return
        }
        story.receive(.key(key))
        desk.done().happen(&story)
        keys += 1
      }
    }

    /// Types a text that does not count.
    mutating func type(_ text: String) {
      for character in text {
        story.receive(.key(.character(character)))
        desk.done().happen(&story)
      }
    }

    /// Says how many keys it took, and fails where they are more than they should be.
    mutating func end(_ job: String, goal: Int, sourceLocation: SourceLocation = #_sourceLocation) {
      print("Keys to \(job): \(keys) (goal \(goal))")
      if keys > goal { story.fail("\(keys) keys to \(job), not \(goal).", sourceLocation) }
    }
  }

  @Test func attendanceOfThirteenWithTwoApologies() throws {
    var job = Job(on: "2024-04-04")
    job.tap(":")
    job.type("meeting of 4 apr pmqa")
    job.tap("Enter", "Tab", "*", "j", "j", "j", "Space", "j", "j", "j", "j", "j", "Space")
    job.end("enter the attendance of 13 with two apologies", goal: 18)
    let meeting = try #require(job.desk.workspace.meetings["mscp-pmqa-2024-04-04"])
    #expect(meeting.attendance.count == 13)
    #expect(meeting.attendance.count { $0.status == .present } == 11)
    #expect([3, 8].allSatisfy { meeting.attendance[$0].status == .apologies })
    #expect(meeting.status == .held)
  }

  @Test func eightItemsWithFourOutcomesAndTwoActions() throws {
    let desk = SharedDesk()
    var job = Job(desk, on: "2024-04-04")
    desk.edits("you", isTold: true) { workspace in
      guard let before = workspace.meetings["mscp-pmqa-2024-04-04"],
        let file = workspace.document(of: before.link)
      else { return nil }
      var after = before
      after.agenda = []
      return Edit("An empty agenda", before.changes(to: after, in: file))
    }.happen(&job.story)
    let actions = desk.workspace.actions.all.count
    job.tap(":")
    job.type("meeting of 4 apr pmqa")
    job.tap("Enter")
    for item in 1...8 {
      job.tap("a")
      job.type("Item \(item)")
      job.tap("Tab")
      job.type("mscp business team")
      job.tap("Ctrl-S")
    }
    job.tap("g")
    for item in 1...4 {
      job.tap("c")
      job.type("Outcome \(item)")
      job.tap("Enter")
      if item < 3 {
        job.tap("o", "Tab")
        job.type("kent police")
        job.tap("Tab")
        job.type("2024-05-0\(item)")
        job.tap("Ctrl-S")
      }
      if item < 4 { job.tap("j") }
    }
    job.end("enter eight agenda items, four outcomes and two actions from them", goal: 60)
    let meeting = try #require(desk.workspace.meetings["mscp-pmqa-2024-04-04"])
    #expect(meeting.agenda.map(\.title) == (1...8).map { "Item \($0)" })
    #expect(meeting.agenda.allSatisfy { $0.lead?.agency == "mscp-business-team" })
    #expect(meeting.agenda.prefix(4).map(\.outcome) == (1...4).map { "Outcome \($0)" })
    let added = desk.workspace.actions.all.suffix(desk.workspace.actions.all.count - actions)
    let own = desk.workspace.actions.all.filter { $0.meeting == "mscp-pmqa-2024-04-04" }
    #expect(added.count == 2)
    #expect(own.map(\.title).sorted() == ["Outcome 1", "Outcome 2"])
    #expect(own.allSatisfy { $0.owners.first?.agency == "kent-police" && $0.due != nil })
  }

  @Test func anActionIsAddedAndGivenToAnAgency() throws {
    var job = Job(on: "2024-03-31")
    job.tap("a")
    job.type("pmqa")
    job.tap("Enter")
    job.type("Send the returns of the autumn")
    job.tap("Tab")
    job.type("kent police")
    job.tap("Ctrl-S")
    job.end("add an action and give it to an agency", goal: 8)
    let action = try #require(
      job.desk.workspace.actions.all.first { $0.title == "Send the returns of the autumn" })
    #expect(action.group == "mscp-pmqa")
    #expect(action.owners.first?.agency == "kent-police")
  }

  @Test func minutesAreAgreed() throws {
    var job = Job(at: heldMeeting, on: "2024-04-04")
    job.tap("A", "Ctrl-S")
    job.end("agree the minutes of the meeting that shows", goal: 3)
    #expect(
      job.desk.workspace.meetings["mscp-pmqa-2024-01-18"]?.minutesAgreedOn?.iso == "2024-04-04")
  }

  @Test func minutesAreAgreedFromTheFirstScreen() throws {
    var job = Job(on: "2024-04-04")
    job.tap(":")
    job.type("agree minutes pmqa 18 jan")
    job.tap("Enter", "Ctrl-S")
    job.end("agree minutes from the first screen", goal: 3)
    #expect(
      job.desk.workspace.meetings["mscp-pmqa-2024-01-18"]?.minutesAgreedOn?.iso == "2024-04-04")
  }

  @Test func aYearlyReportIsTickedFromTheFirstScreen() throws {
    var job = Job(on: "2024-03-31")
    job.tap(":")
    job.type("tick annual report child death 2023-24")
    job.tap("Enter")
    job.end("tick a yearly report from the first screen", goal: 2)
    #expect(
      job.desk.workspace.obligations.all.contains {
        $0.title.contains("2023-24") && $0.doneOn != nil
      })
    // Esc leads back to where one was.
    job.tap("Esc")
    #expect(job.story.dashboard.visit.place.pane == OverviewPane.id)
  }

  @Test func twoTermsAreSwapped() throws {
    var job = Job(on: "2024-03-31")
    job.tap("2", "X")
    job.type("Kent Police asked for it")
    job.tap("Ctrl-S")
    job.end("swap two terms in the chair", goal: 4)
    let terms = job.desk.workspace.chairTerms.all.filter { $0.reason == "Kent Police asked for it" }
    #expect(terms.count == 2)
  }

  @Test(arguments: [
    (OverviewPane.id, "Isabel", "Isabel"), (DatasetPane.id, "paula wilkins", "Person"),
    (DeadlinesPane.id, "learning lessons", "Learning Lessons"),
  ])
  func aRecordIsFoundByItsName(_ pane: String, _ name: String, _ header: String) {
    var job = Job(at: Place(pane), on: "2024-03-31")
    job.tap(":")
    job.type(name)
    job.tap("Enter")
    job.end("find a record by its name from \(pane)", goal: 3)
    expect(header: header).happen(&job.story)
    let words = name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let rows = job.story.screen().rows.joined()
    #expect(rows.contains(words.joined(separator: " ")))
  }

  @Test func aQuarterOfSixValuesIsEntered() throws {
    var job = Job(on: "2024-04-04")
    let before = job.desk.workspace.values.all.count
    job.tap("4", "#")
    for value in ["301", "46", "480", "74", "12", "4"] {
      job.type(value)
      job.tap("Enter")
    }
    job.tap("Ctrl-S")
    job.end("enter a quarter of six values", goal: 9)
    let values = job.desk.workspace.values.all
    #expect(values.count == before + 6)
    let new = values.filter { $0.periodLabel == "Q4 2023/24" }
    #expect(new.compactMap(\.value?.number).sorted() == [4, 12, 46, 74, 301, 480])
    #expect(Set(new.map(\.indicator.id)).count == 6)
    #expect(
      new.first { $0.indicator == "cp-plans" }?.value?.number == 301,
      "The first value is not that of the first indicator.")
    #expect(new.allSatisfy { $0.period?.iso == "2024-01-01/2024-03-31" })
  }

  @Test func aYearlyReportIsTickedAsSent() throws {
    var job = Job(at: Place(DeadlinesPane.id), on: "2024-03-31")
    // The list stands narrowed to what is looked for.
    for key in ["/"] { job.story.receive(.key(.character(Character(key)))) }
    job.type("annual report child death 2023-24")
    job.story.receive(.key(.enter))
    expect(selected: "Annual report").happen(&job.story)
    job.tap("Space")
    job.end("tick a yearly report as sent", goal: 2)
    #expect(
      job.desk.workspace.obligations.all.contains {
        $0.title.contains("2023-24") && $0.doneOn != nil
      }
    )
  }

  @Test func theLastThingIsUndone() throws {
    var job = Job(at: anAction, on: "2024-03-31")
    job.tap("Space")
    #expect(job.desk.workspace.actions["mscp-pmqa-a2"]?.status == .done)
    let before = job.keys
    job.tap("u", "y")
    print("Keys to undo the last thing: \(job.keys - before) (goal 2)")
    #expect(job.keys - before <= 2)
    #expect(job.desk.workspace.actions["mscp-pmqa-a2"]?.status == .open)
  }
}

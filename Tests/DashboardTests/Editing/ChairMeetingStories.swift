import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What a chair meets in a whole meeting: marks, attendance, minutes, and what is shown of it.
@Suite struct ChairMeetingStories {
  @Test func marksMeanNothingWhereTheyAreNotShown() {
    story(on: .sample, at: pmqa) {
      press("Tab", "+", "+")
      focusing(on: "Meetings")
      press("G", "Enter")
      expect(header: "Meeting of 18 Jan")
      press("Tab", "Tab")
      expect(focus: "Attendance")
      press("Space", "Esc")
      expect("no action is touched") { $0.marked.count == 2 }
      press("g")
      focusing(on: "Next agenda")
      press("e")
      expect(contains: "Edit agenda item")
    }
  }

  @Test func aSaveThatUsedTheMarksTakesThemOff() {
    story(on: .sample, at: pmqa) {
      press("Tab", "+", "+", "r")
      typing("kent police")
      press("Enter", "Ctrl-S")
      saving()
      expect("nothing is marked") { $0.marked.isEmpty }
      expect(lacks: "marked")
    }
  }

  @Test func severalActionsSayWhatBlankMeansAndWhatDiffers() {
    story(on: .sample, at: pmqa) {
      press("Tab", "+", "+", "e")
      expect(contains: "Blank leaves each as it is.")
      press("Tab", "Tab")
      typing("1 may")
      expect(contains: "was different in each")
      expect(lacks: "was blank")
    }
  }

  @Test func whatStoodInALongFieldEndsInAnEllipsis() {
    story(on: .sample, at: anAction, size: Size(80, 24)) {
      press("e")
      typing("x")
      expect(row: "was Check that information", "…")
    }
  }

  @Test func nothingTypedOfAnAttendanceIsDropped() {
    story(on: .sample, at: heldMeeting) {
      press("Tab", "Tab", "a")
      typing("kent police")
      press("Tab", "Tab", "Tab", "Tab", "Tab")
      expect(field: "Agency", "")
      typing("medway council")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "x Who names another agency, and only one can be kept.")
      clearing()
      press("Ctrl-S", "y")
      expect(editHas: "{agency: kent-police, status: present}]")
    }
  }

  @Test func theSameAgencyTwiceIsAskedAbout() {
    story(on: .sample, at: heldMeeting) {
      press("Tab", "Tab", "a")
      typing("kent police")
      press("Tab")
      expect(row: "Kent Police", "entered already")
      press("Ctrl-S")
      expectNoEdit()
      expect(lastLine: "Kent Police is entered already. Enter it once more?")
    }
  }

  @Test func aTimeThatNoClockShowsIsSaidBesideTheField() {
    story(on: .sample, at: heldMeeting) {
      press("z", "Tab", "Tab", "Tab", "e", "Tab")
      expect(field: "Time", "10:00")
      clearing()
      typing("25:99")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "x There is no such time of day.")
      clearing()
      typing("14:00")
      press("Ctrl-S")
      expect(editHas: "time: 10:00 -> 14:00")
    }
  }

  @Test func aMeetingHeldOnADayToComeIsAskedAbout() {
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("a")
      typing("28 may 2024")
      press("Tab", "Tab")
      typing("held")
      press("Ctrl-S")
      expectNoEdit()
      expect(lastLine: "Record it as held on 28 May 2024, which is to come?")
    }
  }

  @Test func papersAreDueSoLongBeforeTheMeeting() {
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("a")
      typing("18 jul")
      press("Tab", "Tab", "Tab", "Tab", "Tab")
      expect(field: "Papers due on", "")
      typing("5wd")
      press("Ctrl-S")
      expect(editHas: "papersDueOn: 2024-07-11")
    }
  }

  @Test func minutesAreAgreedTodayAtTheLatest() {
    story(on: .sample, at: heldMeeting) {
      press("A")
      expect(field: "Minutes agreed on", "31 Mar 2024")
      press("Esc")
      expect("nothing is kept that nobody typed") { $0.drafts.isEmpty }
      press("A")
      typing("yesterday")
      press("Esc")
      expect("what was typed is kept") { $0.drafts.count == 1 }
    }
  }

  @Test func whoIsPresentHasNoReason() {
    let desk = SharedDesk()
    story(on: .sample, at: heldMeeting) {
      press("Tab", "Tab", "Space")
      desk.done()
      press("e", "Tab", "Tab")
      typing("annual leave")
      press("Ctrl-S")
      desk.done()
      press("Space")
      expect(editHas: "status: absent, reason: annual leave")
      desk.done()
      press("Space")
      Step { story in
        #expect(story.edit?.changes.first?.to?.elements?.first?["status"] == .text("present"))
        #expect(story.edit?.changes.first?.to?.elements?.first?["reason"] == nil)
      }
    }
  }

  @Test func whatWasDoneLateIsNotDoneOnTime() {
    story(on: .sample, at: pmqa) {
      expect(row: " -°", "done", "Write up the feedback")
      expect(row: " =°", "done", "Add the rate of attendance")
    }
  }

  @Test func theDayThatIsReplacedIsSaid() {
    story(on: .sample, at: pmqa) {
      press("Tab", "G", "Space")
      expect(lastLine: "Open again (was done on 11 Mar 2024): Add the rate")
    }
  }

  @Test func thePlaceOneIsInIsNotOpenedAgain() {
    story(on: .sample, at: heldMeeting) {
      press("Enter")
      expect(lastLine: "There is nothing more to see behind this row.")
      press("j")
      expect(lacks: "Enter open")
      press("Esc")
      expect(lastLine: "This is the first level.")
    }
  }

  @Test func lineBreaksAreBlanksInTables() {
    let changed = Fixture.sample.workspace { meeting in
      meeting.decisions = [Decision()]
      meeting.decisions[0].text = "First line\nsecond line"
      meeting.agenda[0].outcome = "Send it\nto all\n\nschools."
    }
    story(on: .sample, at: heldMeeting) {
      message(.loaded(changed))
      press("o")
      expect(field: "Title", "Send it to all schools.")
      press("Esc", "Shift-Tab", "Shift-Tab")
      expect(selected: "First line second line")
    }
  }

  @Test func aMeetingTellsWhenAndWhereAndWhatBecameOfIt() {
    let changed = Fixture.sample.workspace { meeting in
      meeting.minutesAgreedOn = ImpreciseDate("2024-03-28")
      meeting.agenda[0].note = "from the meeting of 4 Oct 2023"
    }
    story(on: .sample, at: heldMeeting, size: Size(80, 24)) {
      message(.loaded(changed))
      press("Tab", "Tab", "Tab")
      expect(contains: "Held, 10:00, online, minutes agreed 28 Mar 2024")
      expect(contains: "(for information, 5")
      press("z")
      expect(contains: "note: from the meeting of 4 Oct 2023")
    }
  }

  @Test func removingAnItemLeavesNoGap() {
    story(on: .sample, at: heldMeeting) {
      press("j", "D", "y")
      expect(editHas: "{number: 2, title: Multi-agency dataset")
    }
  }

  @Test func whoMayNotAddIsNotToldHow() {
    let bare = Fixture.sample.workspace { $0.attendance = [] }
    story(on: .sample, at: heldMeeting) {
      message(.loaded(bare))
      focusing(on: "Attendance")
      press("z")
      expect(contains: "Nobody is recorded. a enters who came.")
      Step { story in
        var locked = bare
        locked.access = PermissionStories.member
        story.effects = story.dashboard.receive(.loaded(locked))
      }
      expect(contains: "Nobody is recorded.")
      expect(lacks: "a enters")
    }
  }

  @Test func agesOfRecommendationsAreShownInFull() {
    var workspace = Fixture.sample.workspace
    var actions = RecordTable<ActionItem>()
    for var action in workspace.actions.all {
      if action.review != nil { action.raisedOn = ImpreciseDate("2014-03-01") }
      actions.append(action)
    }
    workspace.actions = actions
    let old = workspace
    story(on: .sample, at: Place(ReviewsPane.id), size: Size(220, 50)) {
      message(.loaded(old))
      expect("the age is not cut") { dashboard in
        let table = dashboard.content.panels.first { $0.title == "Changes in practice" }?.table
        return table?.rows[1].cells.contains { $0.plain == "121 months" } == true
      }
    }
  }

  @Test func anUndoOfMuchSaysWhoseAndWhatAndHowMuchMore() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction, size: Size(80, 24)) {
      desk.edits("you") { workspace in
        let document = "groups/mscp-pmqa/actions.json"
        return workspace.actions["mscp-pmqa-a2"].map { before in
          var after = before
          after.title = Array(repeating: "A line of the title.", count: 60).joined(separator: "\n")
          (after.status, after.note, after.area) = (.started, "A note.", "An area.")
          after.evidence = ["One."]
          return Edit(
            Array(repeating: "Long name.", count: 40).joined(separator: "\n"),
            before.changes(to: after, in: document))
        }
      }
      press("u")
      desk.done()
      expect(contains: "Undo: Long name. Long name.", "(you, ")
      expect(contains: " more")
    }
  }
}

extension Fixture {
  /// The data with the meeting that was held changed.
  fileprivate func workspace(_ change: (inout Meeting) -> Void) -> Workspace {
    var workspace = workspace
    var meetings = RecordTable<Meeting>()
    for var meeting in workspace.meetings.all {
      if meeting.id == heldMeeting.path.first { change(&meeting) }
      meetings.append(meeting)
    }
    workspace.meetings = meetings
    return workspace
  }
}

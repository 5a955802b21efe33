import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What the keys of editing do to agendas, outcomes and minutes.
@Suite struct AgendaStories {
  @Test func agendaItemsAreMovedAndKeepTheirNumbersInARow() {
    story(on: .sample, at: pmqa) {
      press("j", ">")
      expect(
        editHas: "{number: 2, title: Multi-agency dataset", "{number: 3, title: Minutes of the")
      saving()
      expect(selected: "Minutes of the last meeting")
      press("g", "<")
      expect(lastLine: "It is the first item already.")
      press("G", ">")
      expect(lastLine: "It is the last item already.")
    }
  }

  @Test func removingAsksByNameAndOnlyYIsYes() {
    story(on: .sample, at: pmqa) {
      press("j", "D")
      expect(
        lastLine: "Remove the agenda item \"Minutes of the last meeting and matters arising\"?")
      press("D")
      expectNoEdit()
      press("Enter")
      expect(lastLine: "Nothing was done.")
      expectNoEdit()
      press("D", "Esc")
      expectNoEdit()
      press("D", "y")
      Step { story in
        let list = story.edit?.changes.first?.to?.elements ?? []
        #expect(list.count == 7)
        #expect(list.contains { $0["title"]?.text?.hasPrefix("Minutes of") == true } == false)
      }
      press("Tab", "D")
      expect(contains: "Remove the action", "What is no longer to")
      press("y")
      expect(editHas: "- mscp-pmqa-a")
    }
  }

  @Test func outcomeBecomesAnAction() {
    story(on: .sample, at: heldMeeting) {
      press("j", "j", "j", "o")
      expect(field: "Title", "Partners to say what they use.")
      press("Ctrl-S")
      expect(
        editHas: "title: Partners to say what they use.", "owners: [{agency: mscp-business-team}]",
        "meeting: mscp-pmqa-2024-01-18")
    }
  }

  /// One key opens a line under the item, Enter saves it: two keys beside what is typed.
  @Test func outcomeIsWrittenUnderItsItemWithTwoKeys() {
    let day = CalendarDate(year: 2024, month: 4, day: 4) ?? Fixture.today
    var meeting = Story(
      dashboard: Dashboard(
        workspace: Fixture.sample.workspace, today: day, glyphs: .of(.cp437), themes: [],
        start: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])), size: Size(80, 24))
    meeting.receive(.key(.character("t")))
    for key in "2024-04-04" { meeting.receive(.key(.character(key))) }
    meeting.receive(.key(.enter))
    var keys = 0
    func tap(_ key: Key) {
      meeting.receive(.key(key))
      keys += 1
    }
    func line(_ y: Int) -> String { Snapshot.rows(of: meeting.screen())[y] }
    let item = Snapshot.rows(of: meeting.screen()).firstIndex { $0.contains("Welcome, apologies") }
    tap(.character("c"))
    #expect(line((item ?? 0) + 1).contains("Outcome:"))
    #expect(line((item ?? 0) + 2).contains("Minutes of the last meeting"))
    #expect(line(23).contains("Enter save"))
    for character in "Noted" { meeting.receive(.key(.character(character))) }
    #expect(line((item ?? 0) + 1).contains("Outcome: Noted"))
    tap(.enter)
    #expect(keys == 2)
    #expect(meeting.edit?.title == "Outcome: Welcome, apologies and declarations of interest")
    let list = meeting.edit?.changes.first?.to?.elements ?? []
    #expect(list.first?["outcome"]?.text == "Noted")
    #expect(list.count == 8)
  }

  @Test func outcomeOnOneLineKeepsWhatIsTypedAndSaysWhyNot() {
    story(on: .sample, at: heldMeeting) {
      press("c")
      expect(contains: "Outcome: ")
      typing(" Agreed.")
      press("Tab")
      expect(lastLine: "Enter saves this line")
      press("Esc")
      expect(lastLine: "Kept as a draft, not saved. Press c on the same agenda item to go on.")
      press("c")
      expect(contains: "Agreed.")
      press("Enter")
      refusing("The disk is full.")
      expect(contains: "The disk is full.", "Agreed.", "Save")
    }
    story(on: .sample, at: pmqa) {
      press("c")
      expect(lastLine: "has not been held yet: nothing came of it.")
    }
  }

  @Test func unfinishedItemsAreRolledOn() {
    var changed = Fixture.sample.workspace
    var rest = RecordTable<Meeting>()
    for var meeting in changed.meetings.all {
      if meeting.id == "mscp-pmqa-2024-01-18" {
        meeting.agenda[3].title = "Left over"
        meeting.agenda[3].outcome = ""
      }
      rest.append(meeting)
    }
    changed.meetings = rest
    return story(on: .sample, at: pmqa) {
      press("R")
      expect(lastLine: "Every item of the meeting of 18 Jan 2024 has an outcome")
      message(.loaded(changed))
      press("R")
      expect(editHas: "title: Left over", "from the meeting of 18 Jan 2024, item")
    }
  }

  @Test func whatIsRolledOnIsChosen() {
    var changed = Fixture.sample.workspace
    var rest = RecordTable<Meeting>()
    for var meeting in changed.meetings.all {
      if meeting.id == "mscp-pmqa-2024-01-18" {
        for (index, title) in [(0, "Apologies for absence"), (3, "Left over"), (4, "Open still")] {
          (meeting.agenda[index].title, meeting.agenda[index].outcome) = (title, "")
        }
      }
      rest.append(meeting)
    }
    changed.meetings = rest
    story(on: .sample, at: pmqa) {
      message(.loaded(changed))
      press("R")
      expect(selected: "everything that was left open")
      expect(contains: "formal ones too", "Left over", "Apologies for absence")
      typing("open still")
      press("Enter")
      expect(editHas: "title: Open still", "from the meeting of 18 Jan 2024, item")
    }
  }

  @Test func agendaBeginsAsLastTimeOrFromStandingItems() {
    story(on: .sample, at: pmqa) {
      press("B")
      expect(contains: "Begin the agenda with", "the agenda of the meeting of 18 Jan 2024")
      typing("stand")
      expect(selected: "the items that stand on every agenda")
      press("Enter")
      expect(editHas: "agenda: [")
    }
  }

  @Test func minutesAreMarkedAsAgreedToday() {
    story(on: .sample, at: heldMeeting) {
      press("A")
      expect(contains: "Minutes agreed: Meeting of 18 Jan 2024")
      expect("a day is proposed") { $0.form?.focused?.text == "31 Mar 2024" }
      press("Ctrl-S")
      expect(editHas: "minutesAgreedOn: nothing -> 2024-03-31")
    }
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("A")
      expect(lastLine: "has not been held: there are no minutes yet.")
    }
  }
}

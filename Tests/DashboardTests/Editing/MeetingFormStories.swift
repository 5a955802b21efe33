import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What people type during a meeting: dates without a year, names with a slip, choices.
@Suite struct MeetingFormStories {
  @Test func aPlannedMeetingInThePastIsAskedAboutOnce() {
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("a")
      typing("14 jan 2024")
      expect(row: "14 jan 2024", "in the past")
      press("Ctrl-S")
      expectNoEdit()
      expect(lastLine: "Plan it for 14 Jan 2024, which is in the past?")
      press("Enter")
      expectNoEdit()
      expect(field: "Date", "14 jan 2024")
      press("Ctrl-S", "y")
      expect(editHas: "date: 2024-01-14, status: planned")
    }
  }

  @Test func aMeetingThatWasHeldIsNotAskedAbout() {
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("a")
      typing("14 jan 2024")
      press("Tab", "Tab")
      typing("held")
      press("Ctrl-S")
      expect(editHas: "date: 2024-01-14, status: held")
    }
  }

  /// The sample stands on 31 March 2024.
  @Test(arguments: [
    ("Due", "14 jan", "2025-01-14"), ("Due", "7 apr", "2024-04-07"),
    ("Due", "14 jan 2024", "2024-01-14"),
    ("Due", "yesterday", "2024-03-30"), ("Due", "-2w", "2024-03-17"),
    ("Due", "end of february", "2025-02-28"),
    ("Done on", "14 jan", "2024-01-14"), ("Done on", "14 nov", "2023-11-14"),
    ("Done on", "14 nov 2024", "2024-11-14"),
    ("Due", "fri", "2024-04-05"), ("Done on", "fri", "2024-03-29"),
    ("Done on", "mon", "2024-03-25"),
    ("Done on", "next fri", "2024-04-05"), ("Due", "29 feb", "2028-02-29"),
    ("Done on", "29 feb", "2024-02-29"), ("Done on", "end of month", "2024-03-31"),
    ("Done on", "7 apr", "2024-04-07"), ("Done on", "in 10 weeks", "2024-06-09"),
  ])
  func aYearThatIsLeftOutIsTheOneThatIsMeant(_ field: String, _ typed: String, _ day: String) {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: field)
      typing(typed)
      press("Ctrl-S")
      expect(editHas: "-> \(day)")
    }
  }

  @Test func theFirstLetterTakesThePlaceOfADate() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab")
      expect(field: "Due", "18 Apr 2024")
      expect(contains: "A letter replaces what stands here")
      expect(lastLine: "a-z replace  Backspace edit")
      typing("fri")
      expect(field: "Due", "fri")
      press("Tab", "Shift-Tab", "Backspace")
      expect(field: "Due", "5 Apr 202")
      typing("5")
      expect(field: "Due", "5 Apr 2025")
      press("Tab", "Shift-Tab", "Left")
      typing("0")
      expect(field: "Due", "5 Apr 20205")
    }
  }

  @Test(arguments: ["Up", "Down"]) func upAndDownChangeNoChoice(_ key: String) {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      expect(field: "Status", "open")
      press(key)
      expect("another field has the keys") { $0.form?.focused?.name != "status" }
      expect("nothing is changed") { $0.form?.changedCount == 0 }
    }
  }

  @Test func aNameThatIsNearlyOneKnownIsAskedAbout() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Ctrl-U")
      typing("Kent Policex")
      press("Ctrl-S")
      expectNoEdit()
      expect(
        contains: "No agency, seat, person or group is called \"Kent Policex\". Did you mean Kent")
      press("Ctrl-U")
      typing("\"Kent Policex\"")
      press("Ctrl-S")
      expect(editHas: "[{name: Kent Policex}]")
    }
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Ctrl-U")
      typing("Somebody else altogether")
      press("Tab")
      expect(field: "Owners", "Somebody else altogether")
      expect(contains: "Add who it is, or put")
      press("Up", "Down", "Down", "Enter", "Ctrl-S")
      expect(editHas: "[{name: Somebody else altogether}]")
    }
  }

  @Test func anIdShowsItsNameAndAnAgencyComesBeforeSeats() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Ctrl-U")
      typing("mscp-pmqa")
      expect(row: "Performance Management", "group")
      press("Ctrl-U")
      typing("police")
      expect(selected: "Kent Police")
      press("Enter")
      expect(field: "Owners", "Kent Police")
    }
  }

  @Test func theTitleOfAnEditSaysWhichFieldOfWhat() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab")
      typing("1 may")
      press("Ctrl-S")
      expect("it names the field") {
        $0.form?.saving?.title.hasPrefix("Due of: Check that") == true
      }
      refusing("No.")
      press("Tab")
      typing("under")
      press("Ctrl-S")
      expect("it names both") {
        $0.form?.saving?.title.hasPrefix("Edit action (due, status): Check that") == true
      }
    }
  }

  @Test func anActionOfAnOutcomeSaysFromWhichItem() {
    story(on: .sample, at: heldMeeting) {
      press("j", "j", "j", "o", "Ctrl-S")
      expect(editHas: "area: from item 4: ")
    }
  }

  @Test func aTitleHasNoLines() {
    story(on: .sample, at: anAction, size: Size(80, 24)) {
      press("e")
      expect(contains: "Check that information on missing", "hospital department that needs it.")
      press("Enter")
      expect("owners have the keys") { $0.form?.focused?.name == "owners" }
    }
  }

  @Test func anEmptyAgendaSaysHowToBegin() {
    var workspace = Fixture.sample.workspace
    var meetings = RecordTable<Meeting>()
    for var meeting in workspace.meetings.all {
      if meeting.id == "mscp-pmqa-2024-04-04" { meeting.agenda = [] }
      meetings.append(meeting)
    }
    workspace.meetings = meetings
    let emptied = workspace
    story(on: .sample, at: pmqa) {
      message(.loaded(emptied))
      press("z")
      expect(contains: "has no agenda yet. B begins one as last time")
      press("j")
      expect(lastLine: "B begin")
    }
    story(on: .sample, at: pmqa) {
      expect(lastLine: "> move")
      press("j")
      expect(lastLine: "< > move")
      expect(lastLine: "o to action")
      press("Tab")
      expect("it is about agendas only") { dashboard in
        var dashboard = dashboard
        return dashboard.draw(in: Size(120, 40)).rows.last?.contains("move") == false
      }
    }
  }

  @Test func whatIsMineIsKnownFromTheAccount() {
    story(on: .sample) {
      message(
        .loaded(Fixture.sample.workspace(as: Access(identities: ["kent-police"]))))
      press("m")
      expect(lastLine: "These are owed by Kent Police.")
      expect("no question is asked") { $0.mode == .browsing }
    }
    story(on: .sample) {
      press("m")
      expect(contains: "Who are you?")
    }
  }

  @Test func historyIsNotEdited() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      press("w")
      desk.done()
      expect("e is not offered") { dashboard in
        var dashboard = dashboard
        return dashboard.draw(in: Size(120, 40)).rows.last?.contains("e edit") == false
      }
    }
  }
}

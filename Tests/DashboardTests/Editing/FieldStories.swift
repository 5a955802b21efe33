import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Each kind of field of a form: how it is filled in, how it is understood, what is saved.
@Suite struct FieldStories {
  @Test func longTextWrapsAndIsSaved() {
    story(on: .sample, at: anAction, size: Size(80, 24)) {
      press("e")
      expect(contains: "Edit action: Check that information")
      expect(row: "Title", "Check that information on missing children")
      typing(" Soon.")
      expect(
        draft: "title",
        whole + " Soon."
      )
      expect(contains: "* 1 changed", "was Check that information")
      press("Ctrl-S")
      expect(
        edit: nil,
        "title: Check that information on missing children reaches every hospital department that "
          + "needs it. -> Check that information on missing children reaches every hospital "
          + "department that needs it. Soon.")
      expect(contains: "Saving")
      saving()
      expect(lastLine: "Saved 10:41: Title of: Check that information on missing")
      expect(contains: "Id ")
    }
  }

  @Test func enterBeginsALineOnlyInLongText() {
    story(on: .sample, at: anAction) {
      press("n")
      typing("Two wards.")
      press("Enter")
      typing("x")
      expect(draft: "+progress", "Two wards.\nx")
      press("Ctrl-X", "y", "e", "Enter")
      expect("owners have the keys") { $0.form?.focused?.name == "owners" }
      press("Enter")
      expect("due has the keys") { $0.form?.focused?.name == "due" }
      press("Shift-Tab", "Shift-Tab", "Shift-Tab")
      expect("Save has the keys") { $0.form?.focused == nil }
    }
  }

  @Test(arguments: [
    ("7 apr", "Sun 7 Apr 2024, in 4 working days", "2024-04-07"),
    ("fri", "Fri 5 Apr 2024, in 4 working days", "2024-04-05"),
    ("+2w", "Sun 14 Apr 2024, in 9 working days", "2024-04-14"),
    ("2024-04-07", "Sun 7 Apr 2024", "2024-04-07"),
    ("in 10 working days", "Mon 15 Apr 2024, in 10 working days", "2024-04-15"),
    ("today", "Sun 31 Mar 2024, today", "2024-03-31"),
    ("28 mar 2024", "Thu 28 Mar 2024, 3 days ago", "2024-03-28"),
    ("autumn 2024", "autumn 2024, at the latest Sat 30 Nov 2024", "autumn 2024"),
    ("2024/25", "2024-25, at the latest Mon 31 Mar 2025", "2024/25"),
    ("april 2024", "Apr 2024, at the latest Tue 30 Apr 2024", "2024-04"),
    ("2025", "2025, at the latest Wed 31 Dec 2025", "2025"),
    ("mid may 2024", "about", "{printed: mid may 2024}"), ("", "was 18 Apr 2024", "nothing"),
  ])
  func datesAreReadAsPeopleTypeThem(_ typed: String, _ shown: String, _ saved: String) {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab")
      expect(field: "Due", "18 Apr 2024")
      clearing()
      typing(typed)
      expect(contains: shown, "was 18 Apr 2024")
      press("Ctrl-S")
      expect(edit: nil, "due: 2024-04-18 -> \(saved)")
    }
  }

  @Test func whatDoesNotShowIsLeftOutOfWhatIsPasted() {
    story(on: .sample, at: anAction) {
      press("e")
      clearing()
      pasting("Re\u{ad}view\u{200b} it")
      expect(contains: "2 characters that do not show were left out")
      press("Ctrl-S")
      expect(editHas: "-> Review it")
    }
  }

  @Test(arguments: ["q2", "Q1 2025", "quarter 3"])
  func aQuarterOfWhichYearIsAsked(_ typed: String) {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab")
      clearing()
      typing(typed)
      press("Tab")
      expect(contains: "may be a quarter of the calendar year or of the financial year")
    }
  }

  @Test(arguments: ["31 x", "31 feb 2024", "soon", "12/13/14"])
  func dateThatIsNoneIsKeptWithASentence(_ typed: String) {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab")
      clearing()
      typing(typed)
      press("Tab", "Ctrl-S")
      expectNoEdit()
      expect(field: "Due", typed)
      expect(contains: "x \"\(typed)\" is not understood as a day")
      expect(lastLine: "Not saved yet. Everything you typed is still here.")
      clearing()
      typing("7 apr")
      expect(lacks: "is not understood")
      press("Ctrl-S")
      expect(edit: nil, "due: 2024-04-18 -> 2024-04-07")
    }
  }

  @Test func daysAreKeptInDraftsAsTheyWereUnderstood() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab")
      clearing()
      typing("fri")
      expect(draft: "due", "5 Apr 2024")
      press("Tab")
      expect(row: "Due", "5 Apr 2024", "Fri 5 Apr 2024, in 4 working days")
    }
  }

  @Test func choiceIsNarrowedByLettersAndCycledByArrows() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      expect(contains: "(*) open  ( ) under way  ( ) done  ( ) dropped  ( ) not reported")
      typing("dr")
      expect(contains: "( ) done  (*) dropped")
      press("Ctrl-W")
      typing("under")
      expect(contains: "(*) under way")
      press("Tab", "Shift-Tab")
      expect(field: "Status", "under way")
      press("Right")
      expect(contains: "(*) done")
      press("Left", "Left", "Left")
      expect(field: "Status", "not reported")
      press("Space")
      expect(field: "Status", "open")
      typing("zz")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "\"zz\" is none of these. Choose open, under way, done, dropped")
      press("Ctrl-U")
      typing("sta")
      press("Ctrl-S")
      expect(edit: nil, "status: open -> started")
    }
  }

  @Test func statusDoneBringsItsDayAlong() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      typing("done")
      press("Ctrl-S")
      expect(edit: nil, "status: open -> done", "doneOn: nothing -> 2024-03-31")
    }
  }

  @Test func listOfTextsHasOneALine() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Evidence")
      expect(field: "Evidence", "")
      typing("Audit of March")
      press("Enter")
      typing("Minutes")
      press("Tab", "Ctrl-S")
      expect(edit: nil, "evidence: nothing -> [Audit of March, Minutes]")
    }
  }

  @Test func progressNoteIsAddedWithTheDay() {
    story(on: .sample, at: anAction) {
      press("n")
      expect(contains: "Note on action: Check that information")
      typing("Two wards have it.")
      press("Ctrl-S")
      expect(
        edit: nil, "progress: nothing -> [{on: 2024-03-31, text: Two wards have it.}]")
    }
  }

  @Test func numbersAndPapersOfAnAgendaItem() {
    story(on: .sample, at: pmqa) {
      press("j", "j", "j", "e")
      expect(contains: "Edit agenda item: Neglect tools: returns from all partners")
      press("Tab", "Tab", "Tab")
      expect(field: "Time in minutes", "25")
      typing("x")
      press("Ctrl-S")
      expect(contains: "\"x\" is not a whole number. Write digits only.")
      clearing()
      typing("30")
      press("Tab", "Enter")
      typing("Letter; Kent Police; due 3 apr; received 2 apr")
      expect(contains: "2 papers, 2 received")
      press("Ctrl-S")
      expect(
        editHas: "minutes: 30",
        "{title: Letter, owner: {agency: kent-police}, dueOn: 2024-04-03, receivedOn: 2024-04-02}")
    }
  }

  @Test func yesAndNoAreChosenAndNoIsLeftOut() {
    story(on: .sample, at: Place(ExecutivePane.id)) {
      press("g", "e")
      press("Tab", times: 7)
      expect(field: "Later turns move too", "no")
      press("Right")
      expect(contains: "(*) yes")
      press("Left", "Ctrl-S")
      expectNoEdit()
      press("e")
      press("Tab", times: 7)
      typing("y")
      press("Ctrl-S")
      expect(edit: nil, "shiftsFollowing: nothing -> true")
    }
  }

  @Test func whatARecordCannotDoWithoutIsAskedFor() {
    story(on: .sample, at: anAction) {
      press("e")
      clearing()
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "x Title is needed. What has to be done, as a sentence.")
    }
  }

  @Test func helpOfTheFieldIsShown() {
    story(on: .sample, at: anAction, size: Size(80, 24)) {
      press("e", "Tab", "Tab")
      expect(contains: "When it is due; its last possible day counts.")
      press("F1")
      expect(contains: "Such as 7 apr, fri, +2w")
      expect(lastLine: "Ctrl-S save")
    }
  }
}

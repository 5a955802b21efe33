import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What the keys of editing do to actions, agendas, meetings and terms.
@Suite struct EditCommandStories {
  @Test func spaceTicksAnActionAndOpensItAgain() {
    story(on: .sample, at: anAction) {
      press("Space")
      expect(
        edit: "Tick: Check that information on missing children reaches every hospital department "
          + "that needs it.", "status: open -> done", "doneOn: nothing -> 2024-03-31")
      press("Space")
      expectNoEdit()
      expect(lastLine: "The last change of this is still being saved.")
    }
    story(on: .sample, at: anAction) {
      press("Space")
      saving()
      expect(lastLine: "Saved 10:41: Tick: Check that information")
    }
    story(on: .sample, at: pmqa) {
      press("Tab", "G", "Space")
      expect(editHas: "status: done -> open", "doneOn: ")
    }
  }

  /// A new folder that others cannot change yet is told beside the word that it was saved.
  @Test func whatASaveHasToSayIsSaid() {
    story(on: .sample, at: anAction) {
      press("Space")
      saving(notes: ["The folder groups/forum can be changed by you alone. Ask the manager."])
      expect(contains: "can be changed by you alone. Ask the manager.")
    }
  }

  @Test func spaceGoesThroughAttendance() {
    story(on: .sample, at: heldMeeting) {
      press("Tab", "Tab")
      expect(focus: "Attendance")
      press("Space")
      expect(editHas: "attendance: [", "status: apologies}")
      saving()
      expect(lastLine: "Saved 10:41: Attendance: ")
      press("e", "Tab", "Tab")
      expect("the reason can be told") { $0.form?.focused?.name == "reason" }
    }
  }

  @Test func spaceTicksAPaper() {
    story(on: .sample, at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])) {
      press("Shift-Tab")
      expect(focus: "Papers one by one")
      press("j", "Space")
      expect(edit: nil, agendaChange(story: "2024-03-31"))
    }
  }

  /// The change of the sample's agenda when its second paper comes in.
  private func agendaChange(story day: String) -> String {
    guard var meeting = Fixture.sample.workspace.meetings["mscp-pmqa-2024-04-04"] else { return "" }
    let before = meeting
    meeting.agenda[2].papers[0].receivedOn = CalendarDate(iso: day)
    return before.changes(to: meeting, in: "").map(\.told).joined()
  }

  @Test func spaceTicksTheHandoverListAndRecordsItsTerm() {
    story(on: .sample, at: Place(ExecutivePane.id)) {
      focusing(on: "Handover list")
      expect(focus: "Handover list")
      press("Space")
      expect(
        editHas: "+ {group: mscp-executive, agency: nhs-kent-and-medway, from: 2024-09-02",
        "handover: [{title: Both chairs go through what is open, doneOn: 2024-03-31}")
    }
  }

  @Test func oneThingIsDoneToAllThatAreMarked() {
    story(on: .sample, at: pmqa) {
      press("Tab", "+", "+")
      expect(lastLine: "2 marked: Space ticks, e changes, r reassigns all of them. Esc unmarks.")
      expect(contains: "2 marked")
      press("Space")
      expect(editHas: "status: started -> done", "status: open -> done")
      expect("nothing is marked") { $0.marked.isEmpty }
    }
    story(on: .sample, at: pmqa) {
      press("Tab", "+", "+", "e")
      expect(contains: "Change 2 actions")
      expect(field: "Status", "")
      press("Tab", "Tab")
      typing("1 may")
      press("Ctrl-S")
      expect(
        edit: "Change 2 actions (due)", "due: 2024-02-29 -> 2024-05-01",
        "due: 2024-04-12 -> 2024-05-01")
      saving()
      press("+", "+", "r")
      expect(contains: "Reassign 2 actions")
      typing("kent police")
      press("Enter", "Ctrl-S")
      expect(editHas: "-> [{agency: kent-police}] | owners: ")
      saving()
      press("+", "Esc")
      expect(lastLine: "Nothing is marked any more.")
      press("+", "+", "Up", "+")
      expect(lastLine: "1 marked")
    }
  }

  @Test func actionIsReassigned() {
    story(on: .sample, at: anAction) {
      press("r")
      expect(contains: "Reassign: Check that information")
      clearing()
      typing("medway council")
      press("Ctrl-S")
      expect(editHas: "-> [{agency: medway-council}]")
    }
  }

  @Test func actionIsHandedOverToAnotherGroup() {
    story(on: .sample, at: anAction) {
      press("H")
      expect(contains: "Hand over to which group?")
      typing("learning lessons")
      press("Enter")
      expect(editHas: "- mscp-pmqa-a2", "+ {id: mscp-pmqa-a2, group: mscp-learning-lessons")
    }
  }

  @Test func actionIsAddedWhereOneIs() {
    story(on: .sample, at: pmqa) {
      press("Tab", "a")
      typing("Write to all schools")
      press("Ctrl-S")
      expect(
        edit: "Add action: Write to all schools",
        "+ {group: mscp-pmqa, origin: meeting, title: Write to all schools, status: open, "
          + "raisedOn: 2024-03-31}")
    }
    story(on: .sample, at: heldMeeting) {
      press("Tab", "a")
      typing("Write to all schools")
      press("Ctrl-S")
      expect(editHas: "meeting: mscp-pmqa-2024-01-18")
    }
    story(on: .sample, at: Place(ReviewsPane.id, ["george"])) {
      press("Tab", "a")
      typing("Write to all schools")
      press("Ctrl-S")
      expect(editHas: "origin: recommendation", "review: george")
    }
  }

  @Test func partsOfAMeetingAreAdded() {
    story(on: .sample, at: pmqa) {
      press("a")
      expect(contains: "Add agenda item: PMQA, Meeting of 4 Apr 2024")
      typing("Any other business")
      press("Ctrl-S")
      expect(editHas: "agenda: [", "{number: 9, title: Any other business, purpose: discussion}]")
    }
    story(on: .sample, at: heldMeeting) {
      press("Tab", "Tab", "a")
      expect("it begins with who") { $0.form?.focused?.label == "Who" }
      typing("ofsted")
      press("Tab")
      typing("apo")
      press("Tab")
      typing("on leave")
      press("Ctrl-S")
      expect(editHas: "{agency: ofsted, status: apologies, reason: on leave}]")
    }
    story(on: .sample, at: heldMeeting) {
      press("Shift-Tab", "Shift-Tab")
      expect(focus: "Decisions one by one")
      press("a")
      typing("The report is accepted.")
      press("Ctrl-S")
      expect(editHas: "{text: The report is accepted.}]")
    }
    story(on: .sample, at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])) {
      press("Shift-Tab", "a")
      typing("Late paper")
      press("Ctrl-S")
      expect(editHas: "{title: Late paper")
    }
  }

  @Test func meetingsAndTermsAreAdded() {
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("a")
      press("Ctrl-S")
      expect(contains: "x Date is needed. The day of the meeting.")
      typing("18 jul")
      press("Ctrl-S")
      expect(edit: "Add meeting: PMQA", "+ {group: mscp-pmqa, date: 2024-07-18, status: planned}")
    }
    story(on: .sample, at: Place(ExecutivePane.id)) {
      press("G", "e")
      expect(contains: "Record chair term from 2 Sep 2026")
      press("Tab")
      typing("paula wilkins")
      press("Enter", "Ctrl-S")
      expect(editHas: "agency: kent-police", "person: ", "from: 2026-09-02")
    }
  }

  @Test func decisionsMeetingsTermsAndReviewsAreEdited() {
    story(on: .sample, at: heldMeeting) {
      press("Shift-Tab", "Shift-Tab", "e")
      typing(" Agreed by all.")
      press("Ctrl-S")
      expect(editHas: "decisions: [", "Agreed by all.")
    }
    story(on: .sample, at: pmqa) {
      press("Shift-Tab", "e")
      expect(contains: "Edit terms of reference: PMQA")
      typing("today")
      press("Ctrl-S")
      expect(editHas: "termsOfReference: ", "reviewedOn: 2024-03-31")
    }
    story(on: .sample, at: Place(ReviewsPane.id)) {
      press("e")
      expect(contains: "Edit review: ")
    }
  }

  @Test func whatCannotBeDoneSaysWhy() {
    story(on: .sample) {
      press("4", "e")
      expect(contains: "Edit indicator: ")
      press("Esc", "a")
      expect(contains: "What is to be added?")
      press("Esc")
      for key in ["Space", "n", "r", "+", "H", "o", ">", "<", "B", "R", "A"] {
        press(key)
        expect("\(key) says why") { !$0.notice.isEmpty && $0.mode == .browsing }
        expect(effects: [])
      }
      press("D")
      expect(lastLine: "Remove the indicator")
      expect(effects: [])
    }
  }
}

import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What `a` offers, what `D` takes away, and what nothing is known of yet.
@Suite struct AdditionStories {
  @Test func whereSeveralThingsFitOneIsChosen() {
    story(on: .sample, at: pmqa) {
      press("Shift-Tab")
      expect(focus: "Purpose and terms of reference")
      press("a")
      expect(contains: "What is to be added?", "Add action: PMQA", "Add meeting: PMQA")
      expect(selected: "Add action: PMQA")
      typing("meeting")
      press("Enter")
      expect(contains: "Add meeting: PMQA")
      expect(field: "Date", "")
    }
  }

  @Test func onlyOneThingOpensItsFormAtOnce() {
    story(on: .sample, at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])) {
      press("Shift-Tab", "j", "a")
      expect(contains: "Add paper: PMQA, Meeting of 4 Apr 2024")
    }
  }

  @Test func theFirstPaperIsAskedForItsItem() {
    story(on: .sample, at: Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])) {
      message(
        .loaded(
          Fixture.sample.meeting("mscp-pmqa-2024-04-04") { meeting in
            for index in meeting.agenda.indices { meeting.agenda[index].papers = [] }
          }))
      press("Shift-Tab")
      expect(focus: "Papers one by one")
      press("a")
      expect(contains: "What is to be added?")
      expect(row: "Add paper", "Neglect tools")
    }
  }

  @Test func amongTheMembersASeatIsAdded() {
    story(on: .sample, at: pmqa) {
      focusing(on: "Members and attendance")
      expect(focus: "Members and attendance")
      press("a")
      expect(contains: "Add seat")
    }
  }

  @Test func aReviewThatNobodyFollowsAsksWhichGroupShall() {
    var workspace = Fixture.sample.workspace
    var actions = RecordTable<ActionItem>()
    for action in workspace.actions.all where action.review?.id != "george" {
      actions.append(action)
    }
    workspace.actions = actions
    var reviews = RecordTable<Review>()
    for var review in workspace.reviews.all {
      review.monitoredBy = nil
      reviews.append(review)
    }
    workspace.reviews = reviews
    let changed = workspace
    story(on: .sample, at: Place(ReviewsPane.id, ["george"])) {
      message(.loaded(changed))
      press("Tab")
      expect(contains: "Nothing is recommended yet. a adds the first.")
      press("a")
      expect(contains: "What is to be added?", "Add action: PMQA")
      typing("pmqa")
      press("Enter")
      typing("Write to all schools")
      press("Ctrl-S")
      expect(editHas: "group: mscp-pmqa, origin: recommendation", "review: george")
    }
  }

  @Test(arguments: panes.map { $0.id }) func noEmptyPaneNamesAFile(_ pane: String) {
    let lines = Fixture.empty.dashboard(at: Place(pane)).plainLines.joined(separator: "\n")
    #expect(!lines.contains(".json"), "\(lines)")
  }

  @Test func anythingIsRemovedAfterAQuestionThatSaysWhatRefersToIt() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      focusing(on: "Meetings")
      press("G")
      expect(selected: "18 Jan°")
      press("D")
      expect(contains: "Remove the meeting", "records refer to it: ")
      press("Esc")
      expectNoEdit()
      press("g", "D", "y")
      expect(editHas: "- mscp-pmqa-2024-04-04")
      desk.done()
      expect(lacks: "Thu  4 Apr°")
      press("u")
      desk.done()
      press("y")
      desk.done()
      expect(contains: "4 Apr 2024°")
    }
  }

  @Test func aTermThatWasHeldIsRatherEnded() {
    story(on: .sample, at: Place(ExecutivePane.id)) {
      press("g", "D")
      expect(lastLine: "If it was so and has come to an end, press Esc, and enter its last day")
    }
  }

  @Test func theRecordOfADeadlineAndOfAWarningIsEdited() {
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      press("Down", "Down")
      expect(selected: "Tell the group which tool")
      press("e")
      expect(contains: "Edit action: Tell the group which tool")
    }
    story(on: .sample) {
      press("/")
      typing("papers missing: pmqa")
      press("Enter", "e")
      expect(contains: "Edit meeting: ")
    }
  }
}

extension Fixture {
  /// The data with one of its meetings changed.
  func meeting(_ id: String, _ change: (inout Meeting) -> Void) -> Workspace {
    var workspace = workspace
    var meetings = RecordTable<Meeting>()
    for var meeting in workspace.meetings.all {
      if meeting.id == id { change(&meeting) }
      meetings.append(meeting)
    }
    workspace.meetings = meetings
    return workspace
  }
}

import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Whatever has a name of its own is added where another record names it.
@Suite struct AddedOnTheFlyStories {
  @Test func aGroupIsAddedWithItsFirstMeeting() {
    story(on: .empty, at: Place(RecordsPane.id, ["meeting"])) {
      press("a")
      typing("Neglect Group")
      expect(row: "Add the group \"Neglect Group\"")
      press("Enter")
      expect(contains: "> Add group")
      expect(field: "Name", "Neglect Group")
      press("Ctrl-S")
      expect(field: "Group", "Neglect Group")
      press("Tab")
      typing("+3w")
      press("Ctrl-S")
      expect(
        editHas: "+ {id: neglect-group, name: Neglect Group",
        "parents: [{partnership: my-partnership}]")
      expect(editHas: "group: neglect-group, date: ")
      Step { story in
        let files = story.edit?.changes.map(\.document)
        #expect(files == ["groups/neglect-group/group.json", "groups/neglect-group/meetings.json"])
      }
    }
  }

  @Test func anIndicatorAndItsClusterAreAddedWithAValue() {
    story(on: .empty, at: Place(RecordsPane.id, ["value"])) {
      press("a")
      typing("Children on a plan")
      press("Enter")
      expect(contains: "> Add indicator")
      going(to: "Cluster")
      typing("Neglect")
      press("Enter")
      expect(contains: "> Add cluster")
      press("Ctrl-S", "Ctrl-S")
      expect(field: "Indicator", "Children on a plan")
      press("Tab")
      typing("2024/25")
      press("Tab")
      typing("43")
      press("Ctrl-S")
      expect(editHas: "+ {id: neglect, partnership: my-partnership, title: Neglect}")
      expect(editHas: "+ {id: children-on-a-plan, partnership: my-partnership, cluster: neglect")
      expect(editHas: "+ {indicator: children-on-a-plan, period: ")
    }
  }

  @Test func aNewRecordThatWasLeftIsInTheDraft() {
    var kept: Draft?
    story(on: .sample, at: anAction) {
      press("r")
      typing("Robin Example")
      press("Down", "Enter")
      going(to: "Note")
      typing("New since May.")
      Step { kept = $0.draft }
    }
    guard let kept, let read = Draft(stored: kept.stored) else {
      Issue.record("No draft was kept.")
      return
    }
    #expect(read == kept)
    var later = Story(
      dashboard: Dashboard(
        workspace: Fixture.sample.workspace, today: Fixture.today, themes: [], drafts: [read],
        start: anAction), size: Size(120, 40))
    let steps = [
      press("r"), expect(field: "Owners", "Robin Example"), press("Down", "Enter"),
      going(to: "Note"), expect(field: "Note", "New since May."),
    ]
    for step in steps { step.happen(&later) }
  }

  @Test func aPersonWhoStandsTwiceAtAMeetingIsAskedAbout() {
    story(on: .sample, at: Place(RecordPane.id, ["meeting", "mscp-pmqa-2024-04-04"])) {
      press("e")
      going(to: "Attendance")
      for _ in 0..<2 {
        typing("paula wil")
        press("Ctrl-S")
      }
      press("Up", "Enter")
      expect(contains: "entered already")
      press("Esc")
      expect(contains: "Paula Wilkins stands twice")
      press("Ctrl-S")
      expectNoEdit()
      expect(lastLine: "Paula Wilkins is entered twice. Save both?")
      press("y")
      expect(editHas: "attendance: ")
    }
  }

  @Test func aReturnWithoutARecordGetsMoreTimeAsAReturn() throws {
    let context = Fixture.sample.dashboard(at: Place(DeadlinesPane.id)).browsing.context
    let deadline = try #require(
      context.deadlines.first { deadline in
        deadline.unrecorded is Submission
          && context.deadlines.first {
            $0.rule == deadline.rule && $0.status == deadline.status
          }?.id == deadline.id
      })
    let place = Place(
      DeadlinesPane.id, ["rule=\(deadline.rule)", "status=\(deadline.status.rawValue)"])
    story(on: .sample, at: place) {
      press("x")
      typing("1 oct 2024")
      press("Tab")
      typing("The system is being replaced.")
      press("Ctrl-S")
      expect(
        editHas: "agency: ", "what: ", "status: notReceived",
        "extensions: [{to: 2024-10-01, reason: The system is being replaced.")
      Step { story in
        #expect(story.edit?.changes.map(\.document) == ["dataset/submissions.json"])
      }
    }
  }
}

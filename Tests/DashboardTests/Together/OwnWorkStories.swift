import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What becomes of one's own work on the screen, while others work beside one.
@Suite struct OwnWorkStories {
  private let next = Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])

  @Test func theSelectionFollowsAnItemThatIsMoved() {
    let desk = SharedDesk()
    story(on: .sample, at: next) {
      press("g", "j")
      expect(selected: "Minutes of the last meeting")
      press(">")
      desk.done()
      expect(selected: "Minutes of the last meeting")
      press(">")
      desk.done()
      expect(selected: "Minutes of the last meeting")
      expect("it is the fourth") { $0.browsing.subject.index == 3 }
      press("<")
      desk.done()
      expect(selected: "Minutes of the last meeting")
      expect("it is the third") { $0.browsing.subject.index == 2 }
    }
  }

  @Test func aReceiptStaysBeforeTheNewsOfOthers() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      expect(lastLine: "Saved 14:05: Tick")
      desk.other("ann") { $0.note = "See above." }
      expect("both are told, one's own first") { dashboard in
        dashboard.notice.hasPrefix("Saved 14:05: Tick")
          && dashboard.notice.contains("; ann, 14:02:")
      }
      press("j")
      expect("a key takes both away") { $0.notice.isEmpty }
    }
  }

  @Test func newsBeforeTheSaveStandBehindIt() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      Step { story in
        let effects = story.effects
        desk.other("ann") { $0.note = "See above." }.happen(&story)
        story.effects = effects
      }
      desk.done()
      expect("one's own comes first") { dashboard in
        dashboard.notice.hasPrefix("Saved 14:05: Tick")
          && dashboard.notice.contains("; ann, 14:02:")
      }
    }
  }

  @Test func onlyWhatOthersChangedGetsTheirMark() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      press("Tab", "g", "Space")
      Step { story in
        // One's own tick and the other's change reach the screen together.
        if let edit = story.edit { _ = story.dashboard.receive(desk.save(edit)) }
      }
      desk.other { $0.status = .dropped }
      expect(row: "•dropped")
      expect(lacks: "•done")
    }
  }

  @Test func marksOfAMeetingAreOnlyOnTheRowsThatOthersChanged() {
    let desk = SharedDesk()
    story(on: .sample, at: next, size: Size(200, 60)) {
      press("g", "e")
      typing(" of all partners")
      press("Ctrl-S")
      Step { story in
        if let edit = story.edit { _ = story.dashboard.receive(desk.save(edit)) }
      }
      desk.edits { workspace in
        guard let before = workspace.meetings["mscp-pmqa-2024-04-04"] else { return nil }
        var after = before
        after.agenda[2].purpose = .decision
        return Edit("Agenda", before.changes(to: after, in: "groups/mscp-pmqa/meetings.json"))
      }
      expect(row: "Multi-agency dataset", "•decision")
      expect(lacks: "•Welcome")
      expect(selected: "Welcome, apologies")
      expect(lastLine: "first view\", purpose of \"Meeting of 4 Apr 2024\": for assurance")
    }
  }

  @Test func whatIsAddedIsSelected() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      press("Tab", "a")
      typing("Write to all schools")
      press("Ctrl-S")
      desk.done()
      expect(selected: "Write to all schools")
      press("Shift-Tab", "a")
      expect(contains: "Add agenda item")
      typing("Any other business")
      press("Ctrl-S")
      desk.done()
      expect(lastLine: "Saved 14:05: Add agenda item: Any other business")
      expect(selected: "Any other business")
      focusing(on: "Meetings")
      press("a")
      typing("18 jul")
      press("Ctrl-S")
      desk.done()
      expect(selected: "18 Jul")
    }
  }

  @Test func addedAttendanceDecisionsAndPapersAreSelected() {
    let desk = SharedDesk()
    story(on: .sample, at: heldMeeting) {
      press("Tab", "Tab", "a")
      typing("ofsted")
      press("Tab", "Ctrl-S")
      desk.done()
      expect("the last row is selected") { dashboard in
        let meeting = dashboard.context.workspace.meetings["mscp-pmqa-2024-01-18"]
        return dashboard.browsing.subject.index == meeting.map { $0.attendance.count - 1 }
      }
      press("Tab", "Tab", "a")
      typing("The report is accepted.")
      press("Ctrl-S")
      desk.done()
      expect(selected: "The report is accepted.")
      press("Tab", "g", "a")
      typing("Late paper")
      press("Ctrl-S")
      desk.done()
      expect(selected: "Late paper")
    }
  }

  @Test func aSentenceTooLongForTheLastLineIsToldInFull() {
    story(on: .sample, at: pmqa, size: Size(80, 24)) {
      press("Tab", "D")
      expect(contains: "Remove the action", "its status.")
      press("Esc", "R")
      expect("it is told to its end") { dashboard in
        var dashboard = dashboard
        let words = dashboard.draw(in: Size(80, 24)).rows.joined(separator: " ")
          .split(separator: " ").joined(separator: " ")
        return words.contains(dashboard.notice) && !dashboard.notice.isEmpty
      }
      press("j")
      expect(lacks: "Every item of the")
      press("Shift-Tab", "j", "D")
      expect(contains: "Remove the agenda item")
      expect(lastLine: "Esc no")
    }
  }
}

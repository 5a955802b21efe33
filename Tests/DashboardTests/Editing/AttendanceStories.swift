import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Who came to a meeting, a key each; and ticking, which leaves everything where it is.
@Suite struct AttendanceStories {
  private let meeting = Place(MeetingPane.id, ["mscp-pmqa-2024-04-04"])

  /// The sample with three seats in the group, one of them vacant, on the day of the meeting or another.
  private func workspace(on day: String = "2024-04-04") -> Workspace {
    var workspace = Fixture.sample.meeting("mscp-pmqa-2024-04-04") { $0.attendance = [] }
    workspace.settings.asOf = CalendarDate(iso: day)
    var groups = RecordTable<PartnershipGroup>()
    for var group in workspace.groups.all {
      if group.id == "mscp-pmqa" {
        group.seats = ["Chair", "Police", "Health", "Vacant"].map { title in
          var seat = Seat()
          (seat.id, seat.title) = (title.lowercased(), title)
          return seat
        }
        var left = Tenure()
        left.person = "paula-wilkins"
        left.to = ImpreciseDate("2020")
        group.seats[3].holders = [left]
        workspace.seats.append(contentsOf: group.seats)
      }
      groups.append(group)
    }
    workspace.groups = groups
    return workspace
  }

  private func begin(on day: String = "2024-04-04") -> [Step] {
    let data = workspace(on: day)
    return [
      message(.loaded(data)), press("t"), typing(day), press("Enter"), focusing(on: "Attendance"),
      expect(focus: "Attendance"),
    ]
  }

  private func story(on day: String, @StoryBuilder _ steps: () -> [Step]) {
    let all = begin(on: day) + steps()
    DashboardTests.story(on: .sample, at: meeting) {
      Step { story in all.forEach { $0.happen(&story) } }
    }
  }

  @Test func whoIsExpectedStandsThereAndOneKeySaysThatTheyCame() {
    story(on: "2024-04-04") {
      expect(row: "Chair", "not yet said")
      expect(row: "Health", "not yet said")
      expect(lacks: "Vacant")
      press("j")
      expect(selected: "Police")
      press("Space")
      expect(
        edit: "Attendance: Police, present (the meeting counts as held now)",
        "status: planned -> held", "attendance: nothing -> [{seat: police, status: present}]")
      saving()
      expect(lastLine: "the meeting counts as held now")
    }
  }

  @Test func whoIsNextNeedNotWaitForTheDisk() {
    story(on: "2024-04-04") {
      press("Space", "j", "Space")
      expect(editHas: "{seat: police, status: present}")
      press("Space")
      expectNoEdit()
      expect(lastLine: "still being saved")
    }
  }

  @Test func beforeTheDayOnlyApologiesAreTaken() {
    story(on: "2024-04-01") {
      press("Space")
      expect(
        edit: "Attendance: Chair, apologies",
        "attendance: nothing -> [{seat: chair, status: apologies}]")
    }
  }

  @Test func theRowStaysUnderTheCursor() {
    let desk = SharedDesk()
    DashboardTests.story(on: .sample, at: pmqa) {
      press("Tab", "g", "j")
      expect(selected: "Send commentary together")
      press("Space")
      desk.done()
      expect(selected: "Send commentary together")
      expect(row: "Actions", "2 of 7")
      press("Space")
      desk.done()
      expect(selected: "Send commentary together")
      desk.expect(stored: "it is open again", action: "mscp-pmqa-a3") { $0?.status == .open }
    }
  }

  @Test func tickingTwiceChangesNothing() {
    let desk = SharedDesk()
    DashboardTests.story(on: .sample, at: pmqa) {
      press("Tab", "g")
      expect(row: "under way", "Tell the group which tool")
      press("Space")
      desk.done()
      press("Space")
      expect(editHas: "status: done -> started", "doneOn: 2024-03-31 -> nothing")
      desk.done()
      expect(row: "under way", "Tell the group which tool")
    }
    DashboardTests.story(on: .sample, at: pmqa) {
      press("Tab", "G", "Space")
      Step { story in
        let before = story.edit?.changes.first { $0.field == "doneOn" }?.from
        desk.done().happen(&story)
        press("Space").happen(&story)
        #expect(before != nil)
        #expect(story.edit?.changes.first { $0.field == "doneOn" }?.to == before)
      }
    }
  }

  @Test func nothingIsTickedFromTheOverview() {
    DashboardTests.story(on: .sample) {
      press("Down", "Down")
      expect(selected: "Tell the group which tool")
      press("Space")
      expectNoEdit()
      expect(lastLine: "Enter opens what is selected, and there Space ticks it.")
      press("Enter", "Space")
      expect(editHas: "status: started -> done")
    }
  }
}

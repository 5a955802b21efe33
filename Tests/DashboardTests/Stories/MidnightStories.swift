import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// A dashboard that stays open while a day ends.
@Suite struct MidnightStories {
  /// Tells a story on the sample as it stands on the day of the clock, 2 April 2024.
  private func unpinned(_ place: Place, @StoryBuilder _ steps: () -> [Step]) {
    var workspace = Fixture.sample.workspace
    var settings = workspace.settings
    settings.asOf = nil
    workspace[WorkspaceSettings.self] = RecordTable()
    workspace[WorkspaceSettings.self].append(settings)
    let dashboard = Dashboard(
      workspace: workspace, today: Fixture.today,
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], start: place)
    var story = Story(dashboard: dashboard, size: Size(120, 40))
    for step in steps() { step.happen(&story) }
  }

  /// How much is overdue as the dashboard shows it, or as it is worked out for a day.
  private func overdue(_ dashboard: Dashboard, on day: CalendarDate? = nil) -> Int {
    let all =
      day.map { dashboard.context.workspace.deadlines(on: $0) } ?? dashboard.context.deadlines
    return all.filter { $0.status == .overdue }.count
  }

  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  @Test func theHeaderAndWhatIsLateFollow() throws {
    let (next, year) = (try day("2024-04-03"), try day("2025-04-03"))
    unpinned(Place(DeadlinesPane.id)) {
      expect(header: "2 Apr 2024")
      message(.today(next))
      expect(header: "3 Apr 2024")
      expect(lastLine: "It is Wed 3 Apr 2024 now")
      expect("what is late is counted anew") { overdue($0) == overdue($0, on: next) }
      message(.today(year))
      expect("a year later more is late") { $0.context.day == year }
      // The clock was set back.
      message(.today(next))
      expect(header: "3 Apr 2024")
    }
  }

  @Test func spaceWritesTheDayThatHasBegun() throws {
    let next = try day("2024-04-03")
    unpinned(anAction) {
      message(.today(next))
      press("Space")
      expect(editHas: "doneOn: nothing -> 2024-04-03")
    }
  }

  @Test func theSameDayTellsNothing() {
    unpinned(Place(OverviewPane.id)) {
      message(.today(Fixture.today))
      expect("nothing is told") { $0.notice.isEmpty }
    }
  }

  /// What one looks at stays under one's eyes.
  @Test func theSelectionStays() throws {
    let next = try day("2024-04-03")
    var selected: String?
    unpinned(Place(DeadlinesPane.id)) {
      press("j", "j", "j")
      Step { selected = $0.dashboard.selectedRow?.id }
      message(.today(next))
      Step { #expect($0.dashboard.selectedRow?.id == selected && selected != nil) }
    }
  }

  /// A form that is open keeps what was typed into it.
  @Test func whatIsTypedStays() throws {
    let next = try day("2024-04-03")
    unpinned(anAction) {
      press("e")
      typing("Z")
      message(.today(next))
      expect("the form is still open") { $0.form != nil }
      expect(header: "3 Apr 2024")
    }
  }

  /// Who stands on a day of their own stays there, and "today" is the day that has begun.
  @Test func aPinnedDayStays() throws {
    let next = try day("2024-04-03")
    story(on: .sample, at: anAction) {
      message(.today(next))
      expect(header: "31 Mar 2024")
      expect("nothing is told") { $0.notice.isEmpty }
      press("t")
      typing("today")
      press("Enter")
      expect(header: "3 Apr 2024")
      expect("the day follows from now on") { $0.pinnedDay == nil }
    }
  }
}

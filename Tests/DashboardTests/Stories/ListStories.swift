import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Filtering, sorting and moving in lists.
@Suite struct ListStories {
  @Test func filterNarrowsWhileOneTypesAndEscClearsIt() {
    story(on: .sample) {
      press("3", "/")
      typing("joint")
      expect(contains: "1 of 4", "Joint Exploitation")
      expect(lacks: "Learning Lessons")
      typing(" expl")
      expect(contains: "1 of 1")
      press("Backspace", "Backspace", "Backspace", "Backspace")
      expect(contains: "1 of 4")
      press("Enter")
      expect(contains: "/joint")
      press("Esc")
      expect(contains: "1 of 30", "Learning Lessons")
    }
  }

  @Test func filterThatFitsNothingSaysSo() {
    story(on: .sample) {
      press("3", "/")
      typing("zzz")
      expect(contains: "No row matches the filter. Esc clears it.")
      press("Esc")
      expect(contains: "Learning Lessons")
    }
  }

  @Test func filterSurvivesGoingAwayAndBack() {
    story(on: .sample) {
      press("3", "/")
      typing("mscb")
      press("Enter", "5", "3")
      expect(contains: "/mscb")
      expect(lacks: "Learning Lessons")
      press("Enter")
      expect(header: "Groups ►")
      press("Esc")
      expect(contains: "/mscb")
    }
  }

  /// What stands above a narrowed list counts all of it, so it says how much of that shows.
  @Test func everyCountAboveANarrowedListSaysHowManyShow() {
    let deadlines = Fixture.sample.dashboard().context.deadlines
    let late = deadlines.filter { $0.status == .overdue }
    let papers = late.count { $0.title.contains("papers missing") }
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      expect(row: "Overdue  \(late.count)°")
      press("/")
      typing("papers missing")
      expect(row: "Overdue  \(papers) of \(late.count)° shown")
      expect(row: "Deadlines", "/papers missing", "of \(deadlines.count) shown")
      expect(row: "\(late.count) overdue", "of \(deadlines.count) shown", "due this week")
      expect(contains: "Esc shows the others")
      press("Esc")
      expect(row: "Overdue  \(late.count)°")
      expect(lacks: "shown")
    }
    story(on: .sample, at: Place(DatasetPane.id)) {
      press("/")
      typing("per 10,000")
      expect(row: "Child protection and care  2 of 5 shown  MSCP, 2023-24")
    }
    story(on: .sample, at: Place(ReviewsPane.id)) {
      press("Tab", "/")
      typing("coercive")
      expect(row: "George  3 not reported  1 of 3 shown")
      expect(row: "Changes in practice", "1 of 21 shown")
      expect(lacks: "Esc shows the others")
    }
  }

  @Test func positionCountsWhatTheFilterLeaves() {
    let deadlines = Fixture.sample.dashboard().context.deadlines
    let papers = deadlines.filter { $0.title.contains("papers missing") }.count
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      press("/")
      typing("papers missing")
      press("Enter", "Down", "Down", "Down", "Down")
      expect(row: "Deadlines", "/papers missing", "5 of \(papers)")
      press("Esc")
      expect(row: "Deadlines", "of \(deadlines.count)")
    }
  }

  @Test func sortingByDueShowsItsMarkAndTurnsRound() {
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      press("Tab")
      expect(focus: "Actions")
      press("S")
      expect(lastLine: "Press s to sort it by a column first.")
      press("s")
      expect(lastLine: "Sorted by When, lowest first. S turns it round.")
      expect(contains: "When▲")
      press("g")
      expect(selected: "Write up the feedback")
      press("S", "g")
      expect(contains: "When▼")
      expect(selected: "Gather more evidence")
      press("s")
      expect(lastLine: "Sorted by Due, lowest first. S turns it round.")
      press("s", "s", "s", "s")
      expect(lacks: "When▼", "When▲", "Status▲")
      press("g")
      expect(selected: "Tell the group which tool")
    }
  }

  @Test func movingStopsAtTheEndsAndSkipsHeadings() {
    let count = Fixture.sample.dashboard().context.deadlines.count
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      press("Up")
      expect(selected: "73 days late")
      press("G")
      expect(contains: "\(count) of \(count)")
      press("j")
      expect(contains: "\(count) of \(count)")
      press("Home")
      expect(row: "Deadlines", " 1 of \(count)")
      press("PgDn")
      expect(lacks: " 1 of \(count)")
      press("PgUp", "PgUp")
      expect(row: "Deadlines", " 1 of \(count)")
    }
  }

  @Test func textScrollsAndSaysWhichLinesOneSees() {
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      press("Shift-Tab", "z")
      expect(focus: "Purpose and terms of reference")
      expect(contains: "lines 1-")
      press("j", "j")
      expect(contains: "lines 3-")
      press("g")
      expect(contains: "lines 1-")
    }
  }

  @Test func tabGoesRoundThePanelsAndZoomShowsOneAlone() {
    story(on: .sample, at: Place(ReviewsPane.id)) {
      expect(focus: "Reviews")
      press("Tab")
      expect(focus: "Changes in practice")
      press("Tab")
      expect(focus: "From incident to publication")
      press("Tab")
      expect(focus: "How many: 2021-22 to 2023-24")
      press("z")
      expect(lacks: "Only the number is published")
      press("Esc")
      expect(contains: "Only the number is published", "Changes in practice")
      press("Tab")
      expect(focus: "Reviews")
      press("Shift-Tab")
      expect(focus: "How many: 2021-22 to 2023-24")
    }
  }
}

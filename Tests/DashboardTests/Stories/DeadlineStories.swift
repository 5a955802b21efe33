import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// The list of what is owed: why, when, whose, and how the year looks.
@Suite struct DeadlineStories {
  @Test func theRunningClockExplainsItself() {
    story(on: .sample, at: Place(DeadlinesPane.id, ["rule=rapid-review"]), size: Size(200, 60)) {
      expect(contains: "Rapid review: Illustration A")
      expect(contains: "Apr 2024  21 working days", "[12]", "h 1 Apr 2024 Easter Monday")
      press("Tab", "z")
      expect(
        contains:
          "Running, 9 working days; due Fri 12 Apr 2024", "Starts from Wed 20 Mar 2024",
        "Did not count: Good Friday", "Today is day 6 of 15.")
    }
  }

  @Test func theListIsGroupedByHowNearThingsAre() {
    story(on: .sample, at: Place(DeadlinesPane.id), size: Size(160, 700)) {
      for heading in [
        "Overdue  ", "Due by Sun 7 Apr  ", "Due by Tue 30 Apr  ", "Later  ",
        "Paused  ", "Waiting for a date  ", "Without a date  ",
        "The documents do not say whether it was done", "Done  ", "Not applicable  ",
      ] {
        expect(contains: heading)
      }
    }
  }

  @Test func narrowsByAFewLettersAndComesBack() {
    story(on: .sample, at: Place(DeadlinesPane.id)) {
      press("f")
      expect(contains: "Show only the deadlines of")
      typing("rapid review")
      expect(selected: "rapid review")
      press("Enter")
      expect(header: "kind: rapid review")
      press("f")
      typing("done late")
      press("Enter")
      expect("two facets narrow the list") { $0.visit.place.path.count == 2 }
      expect(contains: "Illustration B")
      press("Esc", "Esc")
      expect("nothing narrows the list") { $0.visit.place.path.isEmpty }
    }
  }

  @Test func narrowingFromAnotherPaneGoesToTheDeadlines() {
    story(on: .sample) {
      press("f")
      typing("overdue")
      press("Enter")
      expect(header: "Deadlines")
      expect(header: "status: overdue")
    }
  }

  @Test func mineAsksOnceWhoOneIs() {
    story(on: .sample) {
      press("m")
      expect(contains: "Who are you?")
      typing("kent police")
      expect(selected: "Kent Police")
      press("Enter")
      expect(header: "mine: Kent Police")
      expect(lastLine: "owed by Kent Police")
      press("m")
      expect("everything is shown again") { $0.visit.place.path.isEmpty }
      press("m")
      expect(header: "mine: Kent Police")
      press("I")
      expect(contains: "Who are you?")
      press("Esc")
    }
  }

  /// What the safeguarding partners owe is owed by each of them, whatever words the rule has.
  @Test(arguments: ["Kent Police", "Medway Council"])
  func mineFindsWhatIsOwedInWordsThatMeanOne(name: String) {
    story(on: .sample, size: Size(200, 160)) {
      press("m")
      typing(name.lowercased())
      press("Enter")
      expect(header: "mine: \(name)")
      expect(contains: "Safeguarding partners")
    }
  }

  @Test func theYearAheadAndTheLedgerAreBehindTab() {
    story(on: .sample, at: Place(DeadlinesPane.id), size: Size(80, 24)) {
      press("Tab", "Tab")
      expect(contains: "The month it is due in", "Mo   Tu   We")
      press("Tab")
      expect(contains: "Twelve months ahead", "Mar", "!38")
      press("Tab")
      expect(contains: "On time and late, by rule and reporting year", "2023-24", "In time")
    }
  }

  @Test func thePaletteWorksOutADay() {
    story(on: .sample) {
      press(":")
      typing("15 working days after 28 Mar 2024")
      expect(
        contains: "Mon 22 Apr 2024", "read as: 15 working days after Thu 28 Mar 2024",
        "not counted: Fri 29 Mar 2024  Good Friday", "not counted: Mon 1 Apr 2024  Easter Monday",
        "not counted: 8 weekend days")
      press("Enter")
      expect(lastLine: "Mon 22 Apr 2024: 15 working days after Thu 28 Mar 2024")
      expect(effects: [.terminal(.copy(CopiedText("2024-04-22")))])
    }
  }

  @Test(arguments: [
    ("+15wd", "Mon 22 Apr 2024"), ("next fri", "Fri 5 Apr 2024"), ("28 mar", "Thu 28 Mar 2024"),
    ("2024-03-28", "Thu 28 Mar 2024"),
    ("5 clear working days before 9 may 2024", "Tue 30 Apr 2024"),
    ("+6 months", "Mon 30 Sep 2024"),
  ])
  func theCalculatorShowsTheReadingAsOneTypes(typed: String, day: String) {
    story(on: .sample) {
      press("=")
      expect(contains: "Work out a day")
      typing(typed)
      expect(contains: day, "read as:")
      press("Esc")
      expect(contains: "Needs attention")
    }
  }

  @Test func whatIsNoDayIsSaidInASentence() {
    story(on: .sample) {
      press("=")
      typing("the day after Easter")
      expect(contains: "is not understood as a day")
      press("Enter")
      expect(contains: "Work out a day", "the day after Easter")
    }
  }

  @Test func aReviewIsATrackOfStages() {
    story(on: .sample, at: Place(ReviewsPane.id, ["illustration-b"])) {
      expect(
        contains: "incident known", "rapid review sent", "3 working days late (due 31 Oct 2023)",
        "paused since", "published")
    }
    story(on: .sample, at: Place(ReviewsPane.id)) {
      expect(contains: "How many: 2021-22 to 2023-24", "Rapid reviews")
    }
  }
}

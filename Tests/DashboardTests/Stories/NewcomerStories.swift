import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// What somebody meets who enters a partnership from nothing.
@Suite struct NewcomerStories {
  @Test func aNewRecordIsAskedFirstForWhatNothingSaysYet() {
    let first = [
      "cluster": "Title", "indicator": "Cluster", "review": "Title", "obligation": "Title",
      "group": "Name", "rule": "Title", "plan": "Title",
    ]
    for (kind, label) in first.sorted(by: { $0.key < $1.key }) {
      story(on: .empty, at: Place(RecordsPane.id, [kind])) {
        press("a")
        expect("the form of \(kind) begins with \(label)") { $0.form?.focused?.label == label }
      }
    }
  }

  @Test func aNewGroupBelongsToTheOnlyPartnership() {
    story(on: .empty, at: Place(GroupsPane.id)) {
      press("a")
      typing("Quality Group")
      press("Tab", "Tab")
      expect("the kind of group is asked for early") { $0.form?.focused?.label == "Kind" }
      press("Ctrl-S")
      expect(editHas: "name: Quality Group", "parents: [{partnership: my-partnership}]")
    }
  }

  @Test func oneRowAfterTheOtherIsAddedWithEnter() {
    story(on: .empty, at: Place(GroupsPane.id)) {
      press("a")
      typing("Quality Group")
      going(to: "Seats")
      for title in ["Chair", "Police lead"] {
        press("Enter")
        expect(contains: "> Add seat")
        typing(title)
        press("Ctrl-S")
      }
      expect(row: "Seats", "Chair")
      expect(row: "Police lead")
      expect(lacks: "Id: ")
      expect(lacks: "Title: ")
    }
  }

  @Test func theRotationIsAskedForItsOrderFirst() {
    story(on: .sample, at: Place(RecordsPane.id, ["group"])) {
      press("a")
      typing("Another Executive")
      going(to: "Rotation")
      press("Enter")
      expect("the order has the keys") { $0.form?.innermost.focused?.label == "Order" }
      typing("kent pol")
      press("Enter")
      typing("; medway")
      press("Tab", "Tab")
      expect("the months have the keys") {
        $0.form?.innermost.focused?.label == "Months in the chair"
      }
      typing("24")
      expect("what is typed replaces what is offered") {
        $0.form?.innermost.focused?.text == "24"
      }
    }
  }

  @Test func partnersAreAddedWhereThePartnershipIsLookedAt() {
    story(on: .empty, at: Place(RecordPane.id, ["partnership", "my-partnership"])) {
      press("a")
      expect(contains: "Add safeguarding partner: MYSCP", "Add officer: MYSCP")
      press("Enter")
      expect("the agency is asked for") { $0.form?.focused?.label == "Agency" }
    }
  }

  @Test func aStepThatIsNotDoneOpensItsFormWhereItIsListed() {
    story(on: .empty, at: Place(FirstStepsPane.id)) {
      press("Down", "Down", "Enter")
      expect("the form of an agency is open") { $0.form?.focused?.label == "Name" }
      press("Esc")
      expect(header: "Agencies")
      press("Esc")
      expect(header: "First steps")
      press("Home", "Enter")
      expect("what is done only opens") { $0.form == nil }
      expect(header: "Partnership")
    }
  }

  @Test func anEmptyListInvitesOnce() {
    story(on: .empty, at: Place(RecordsPane.id, ["agency"])) {
      expect(contains: "No agencies yet. a adds the first.")
      expect(lacks: "Press a to add one.")
    }
  }

  @Test func aGroupThatHasNeverMetIsGivenItsFirstMeeting() {
    var workspace = Fixture.sample.workspace
    workspace.meetings = RecordTable<Meeting>()
    let changed = workspace
    story(on: .sample, at: pmqa) {
      message(.loaded(changed))
      press("z")
      expect(contains: "No meeting is recorded yet. a adds the first.")
      press("a")
      expect("the day is asked for") { $0.form?.focused?.label == "Date" }
    }
  }

  @Test func anIndicatorWithoutValuesIsGivenItsFirst() {
    guard let first = Fixture.sample.workspace.indicators.all.first else { return }
    story(on: .sample, at: Place(record: first.link)) {
      press("a")
      expect("the period is asked for") { $0.form?.focused?.label == "Period" }
    }
  }

  @Test func aValueIsKeptWithItsYear() {
    guard let first = Fixture.sample.workspace.indicators.all.first else { return }
    story(on: .sample, at: Place(record: first.link)) {
      press("a")
      typing("Apr 2025 to Jun 2025")
      press("Tab")
      typing("41")
      press("Ctrl-S")
      expect(document: "dataset/values/values-2025.json")
    }
  }

  @Test func aRuleOfTheOnlyPartnershipIsKeptWithIt() {
    story(on: .empty, at: Place(RecordsPane.id, ["rule"])) {
      press("a")
      typing("Challenge log")
      press("Tab")
      typing("The log goes to the executive.")
      going(to: "Counted from")
      typing("a period ends")
      press("Tab")
      typing("10")
      press("Tab")
      typing("working days")
      press("Ctrl-S")
      expect(document: "partnerships/my-partnership/rules.json")
    }
  }
}

/// The last step wants something saved into a file.
private func expect(
  document: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    let found = story.edit?.changes.map(\.document) ?? []
    if found != [document] { story.fail("It goes into \(found).", sourceLocation) }
  }
}

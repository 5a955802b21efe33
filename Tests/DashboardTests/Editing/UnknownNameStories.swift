import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// A name that is in no record is asked about: add the person, add the agency, or keep the name only.
@Suite struct UnknownNameStories {
  @Test func typingReplacesTheOwnersThatStandThere() {
    story(on: .sample, at: anAction) {
      press("r")
      typing("medway council")
      press("Tab", "Ctrl-S")
      expect(editHas: "-> [{agency: medway-council}]")
    }
  }

  @Test func aSemicolonAddsAnotherOwner() {
    story(on: .sample, at: anAction) {
      press("r")
      typing(";medway council")
      press("Tab", "Ctrl-S")
      expect(editHas: "{agency: kent-police}, {agency: medway-council}]")
    }
  }

  @Test func anAgencyIsAddedTogetherWithTheAction() {
    story(on: .sample, at: anAction) {
      press("r")
      typing("Swale Youth Trust")
      expect(row: "Add the agency \"Swale Youth Trust\"", "")
      expect(row: "Add the person \"Swale Youth Trust\"", "")
      expect(row: "\"Swale Youth Trust\"", "a name only")
      press("Enter")
      expect(contains: "> Add agency")
      expect(field: "Name", "Swale Youth Trust")
      press("Ctrl-S")
      expectNoEdit()
      expect(field: "Owners", "Swale Youth Trust")
      press("Ctrl-S")
      expect(editHas: "+ {id: swale-youth-trust, name: Swale Youth Trust, category:")
      expect(editHas: "-> [{agency: swale-youth-trust}]")
    }
  }

  @Test func aPersonIsAddedAndKeptInTheDraft() {
    var kept: Draft?
    story(on: .sample, at: anAction) {
      press("r")
      typing("Robin Example")
      press("Down", "Enter", "Ctrl-S")
      Step { kept = $0.draft }
    }
    guard let kept, let read = Draft(stored: kept.stored) else {
      Issue.record("No draft was kept.")
      return
    }
    var later = Story(
      dashboard: Dashboard(
        workspace: Fixture.sample.workspace, today: Fixture.today, themes: [], drafts: [read],
        start: anAction), size: Size(120, 40))
    let steps = [
      press("r"), expect(field: "Owners", "Robin Example"), press("Ctrl-S"),
      expect(editHas: "+ {id: robin-example, name: Robin Example}"),
      expect(editHas: "-> [{person: robin-example}]"),
    ]
    for step in steps { step.happen(&later) }
  }

  @Test func aRecordThatIsNotNamedInTheEndIsNotAdded() {
    story(on: .sample, at: anAction) {
      press("r")
      typing("Robin Example")
      press("Down", "Enter", "Ctrl-S")
      typing("medway council")
      press("Tab", "Ctrl-S")
      expect(
        edit: nil,
        "owners: [{agency: medway-nhs-foundation-trust}, {agency: kent-police}] -> "
          + "[{agency: medway-council}]")
    }
  }

  @Test func whatWasTypedIntoTheNewRecordIsThereAgain() {
    story(on: .sample, at: anAction) {
      press("r")
      typing("Robin Example")
      press("Down", "Enter")
      going(to: "Note")
      typing("New since May.")
      press("Esc")
      expect(field: "Owners", "Robin Example")
      press("Enter")
      going(to: "Note")
      expect(field: "Note", "New since May.")
    }
  }

  @Test func escClosesTheListThenTheHelpThenTheForm() {
    story(on: .sample, at: anAction) {
      press("r", "F1")
      typing("kent")
      expect(row: "Kent Police", "agency")
      expect(lastLine: "Esc close the list")
      press("Esc")
      expect(lacks: "a name only")
      expect(lastLine: "Esc close the help")
      press("Esc")
      expect("the form is still open") { $0.form?.isHelpShown == false }
      press("Esc")
      expect("the form is closed") { $0.form == nil }
    }
  }

  @Test func whatHasEndedComesLastAndSaysSo() {
    var workspace = Fixture.sample.workspace
    var ended = Agency()
    (ended.id, ended.name) = ("kent-aaa", "Kent Aaa Board")
    ended.to = ImpreciseDate("2019-03-31")
    workspace.agencies.append(ended)
    return story(on: .sample, at: anAction) {
      message(.loaded(workspace))
      press("r")
      typing("kent")
      expect(selected: "Kent ")
      Step { story in
        let rows = story.screen().rows.filter { $0.contains("Kent Aaa Board") }
        #expect(rows.isEmpty || rows.allSatisfy { $0.contains("ended 31 Mar 2019") })
      }
      press("Ctrl-U")
      typing("aaa")
      expect(row: "Kent Aaa Board", "agency, ended 31 Mar 2019")
    }
  }
}

/// Labels are whole at any width: a narrow column lets them go on below.
@Suite struct LabelStories {
  @Test(arguments: [Size(40, 30), Size(80, 24), Size(120, 40)])
  func noLabelIsCut(_ size: Size) {
    story(on: .sample, at: Place(ReviewsPane.id), size: size) {
      press("e")
      going(to: "Planned publication on")
      Step { story in
        let rows = story.screen().rows
        let text = rows.map { $0.split(separator: " ").joined(separator: " ") }
        let isWhole = text.contains { $0.contains("Planned publication on") }
        let isWrapped =
          text.contains { $0.contains("Planned") }
          && text.contains { $0.contains("publication on") }
        #expect(isWhole || isWrapped)
      }
    }
  }

  @Test func fewFieldsShowAtFirstAndTheRestIsOneKeyAway() {
    story(on: .sample, at: pmqa) {
      press("Tab", "a")
      expect(contains: "field 1 of 5", "[ More fields (")
      press("Shift-Tab", "Shift-Tab")
      expect(contains: "more fields")
      press("Enter")
      expect(lacks: "[ More fields (")
      expect(field: "Evidence", "")
    }
  }
}

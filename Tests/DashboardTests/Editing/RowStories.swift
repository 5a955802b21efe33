import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Lists of records inside a record are edited as rows, each in a form inside the form.
@Suite struct RowStories {
  @Test func aRowIsAddedInsideAndSavedWithTheWhole() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Targets")
      expect(contains: "[ Add target ]")
      press("Enter")
      expect(contains: "Edit action: Check that information", "> Add target")
      expect(contains: "[ Done ]")
      typing("Every ward has a copy")
      press("Tab")
      typing("30 jun")
      press("Ctrl-S")
      expectNoEdit()
      expect(row: "Targets", "Every ward has a copy: due Sun 30 Jun 2024")
      press("Ctrl-S")
      expect(edit: nil, "targets: nothing -> [{what: Every ward has a copy, due: 2024-06-30}]")
    }
  }

  @Test func escGoesBackAndKeepsWhatIsTypedEvenWhereItIsWrong() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Targets")
      press("Enter")
      typing("Every ward")
      press("Tab")
      typing("31 x")
      expect(draft: "targets/0/due", "31 x")
      press("Esc")
      expect("the form around it is still there") { $0.form != nil && $0.mode == .editing }
      expect(row: "Targets", "Every ward", "x not finished")
      press("Ctrl-S")
      expectNoEdit()
      expect(contains: "x Target is not finished: Due is not understood. Enter opens it.")
      press("Enter", "Tab")
      expect(field: "Due", "31 x")
      clearing()
      typing("3 may")
      press("Esc", "Ctrl-S")
      expect(edit: nil, "targets: nothing -> [{what: Every ward, due: 2024-05-03}]")
    }
  }

  @Test func aRowThatNothingWasTypedIntoIsNotLeftBehind() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Targets")
      press("Enter", "Esc")
      expect("nothing is changed") { $0.form?.changedCount == 0 }
      press("Ctrl-S")
      expect(lastLine: "Nothing was changed.")
    }
  }

  @Test func rowsAreTakenOutBroughtBackAndMoved() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Targets")
      for name in ["One", "Two", "Three"] {
        press("Enter")
        typing(name)
        press("Tab")
        typing("3 may")
        press("Ctrl-S")
      }
      press("Up", "<", "<")
      press("Down", "Del")
      expect(row: "One", "taken out, Delete brings it back")
      press("Del")
      expect(lacks: "taken out")
      press("Down", "Del", "Ctrl-S")
      expect(
        edit: nil,
        "targets: nothing -> [{what: Three, due: 2024-05-03}, {what: One, due: 2024-05-03}]")
    }
  }

  @Test func draftsHoldRowsAndWhatIsWrongInThem() {
    var kept: Draft?
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Targets")
      press("Enter")
      typing("Every ward")
      press("Tab")
      typing("31 x")
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
      press("e"), expect(row: "Targets", "Every ward", "x not finished"), going(to: "Targets"),
      press("Enter", "Tab"), expect(field: "Due", "31 x"),
    ]
    for step in steps { step.happen(&later) }
  }

  @Test func droppingInsideLeavesTheFormAroundIt() {
    story(on: .sample, at: anAction) {
      press("e")
      typing("Soon. ")
      going(to: "Targets")
      press("Enter")
      typing("Every ward")
      press("Ctrl-X")
      expect(lastLine: "Throw away what you typed in \"Add target\"?")
      press("y")
      expect(lastLine: "What you typed there was thrown away. The rest is still here.")
      expect("one field is changed") { $0.form?.changedCount == 1 && $0.form?.inside == nil }
    }
  }

  @Test func aRecordInsideARecordIsEditedInsideToo() {
    story(on: .sample, at: heldMeeting) {
      press("e")
      press("Esc")
    }
    story(on: .sample, at: Place(ReviewsPane.id)) {
      press("e")
      going(to: "Pause")
      press("Enter")
      expect(contains: "> Add pause")
      typing("3 mar")
      going(to: "Because")
      typing("The police ask for it.")
      press("Ctrl-S", "Ctrl-S")
      expect(editHas: "pause: nothing -> {from: 2024-03-03, because: The police ask for it.}")
    }
  }

  @Test func plainLinesTellTheInnermostForm() {
    story(on: .sample, at: anAction) {
      press("e")
      going(to: "Targets")
      press("Enter")
      typing("Every ward")
      expect("the way is told") { dashboard in
        dashboard.plainLines.contains { $0.hasSuffix("> Add target") }
          && dashboard.plainLines.contains("> What: Every ward")
      }
    }
  }
}

import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Nothing typed is ever lost: leaving, errors, conflicts, resizing, reading again, pasting.
@Suite struct FormStories {
  @Test func escKeepsADraftAndEBringsItBack() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Esc")
      expect(lastLine: "Kept as a draft, not saved. Press e on the same record to go on.")
      expect(lacks: "Edit action:")
      expectNoEdit()
      press("e")
      expect(lastLine: "Here is what you typed before and did not save. Ctrl-X drops it.")
      expect(contains: "Soon.", "* 1 changed")
    }
  }

  @Test func escWithoutAChangeLeavesNothingBehind() {
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Esc")
      expect(effects: [])
      expect("no draft") { $0.drafts.isEmpty && $0.form == nil }
      press("e")
      typing("x")
      press("Backspace")
      expect("no draft") { $0.drafts.isEmpty }
    }
  }

  @Test func draftComesBackAfterARestart() {
    var kept: Draft?
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
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
    let steps = [press("e"), expect(contains: "Soon."), press("Ctrl-S")]
    for step in steps { step.happen(&later) }
    #expect(later.edit?.changes.first?.field == "title")
  }

  @Test func newRecordsAreKeptAsDraftsToo() {
    story(on: .sample, at: pmqa) {
      press("Tab", "a")
      typing("Write to all schools")
      press("Esc")
      expect(lastLine: "Kept as a draft, not saved. Press a in the same place to go on.")
      press("a")
      expect(field: "Title", "Write to all schools")
    }
  }

  @Test func droppingAsksAndOnlyYIsYes() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-X")
      expect(lastLine: "Throw away what you typed in \"Edit action")
      press("Enter")
      expect(contains: "Soon.")
      press("Ctrl-X", "x")
      expect(lastLine: "Throw away")
      press("Esc")
      expect(contains: "Soon.")
      press("Ctrl-X", "y")
      expect(lastLine: "What you typed was thrown away. Nothing in the data changed.")
      expect("nothing is kept") { $0.drafts.isEmpty && $0.form == nil }
      press("e")
      expect(lacks: "Soon.")
    }
  }

  @Test func refusalKeepsEverythingAndSaysWhy() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      refusing("The disk is full. Nothing was changed. Free some space and save again.")
      expect(contains: "The disk is full. Nothing was changed.", "Soon.")
      press("Ctrl-S")
      expect(editHas: "needs it. Soon.")
      saving()
      expect("the form is closed") { $0.form == nil && $0.drafts.isEmpty }
    }
  }

  @Test func conflictKeepsEverything() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      Step { story in
        guard let edit = story.edit, let change = edit.changes.first else { return }
        let conflict = Conflict(change, theirs: .text("Other words."))
        story.effects = story.dashboard.receive(.conflicted([conflict], edit))
      }
      expect("the text is kept") { dashboard in
        dashboard.form?.fields.first?.text.hasSuffix("Soon.") == true
      }
    }
  }

  @Test func whileItIsSavedNothingCanBeTypedAndEscLeaves() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      Step { story in
        let edit = story.edit
        typing("x").happen(&story)
        #expect(story.dashboard.form?.fields.first?.text.hasSuffix("Soon.") == true)
        press("Esc").happen(&story)
        #expect(story.dashboard.form == nil)
        guard let edit else { return }
        let receipt = Receipt(entries: [], changes: edit.changes)
        story.effects = story.dashboard.receive(.saved(receipt, edit, at: "10:42"))
      }
      expect(lastLine: "Saved 10:42")
      expect("the draft is gone") { $0.drafts.isEmpty }
    }
  }

  @Test func readingAgainLeavesTheFormAsTyped() {
    var changed = Fixture.sample.workspace
    var rest = RecordTable<ActionItem>()
    for var action in changed.actions.all {
      if action.id == "mscp-pmqa-a2" { action.note = "Changed by somebody." }
      rest.append(action)
    }
    changed.actions = rest
    var gone = changed
    gone.actions = RecordTable()
    return story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      message(.loaded(changed))
      expect(contains: "Soon.", "Somebody has changed this record meanwhile.")
      press("Ctrl-S")
      expect(editHas: "title: Check that")
      refusing("No.")
      message(.loaded(gone))
      expect(contains: "Soon.", "Somebody has removed this record meanwhile.")
    }
  }

  @Test func pastingGoesIntoTheFieldOnly() {
    story(on: .sample, at: anAction) {
      press("e")
      pasting("\tq\r\ny\u{1b}D")
      expect(
        draft: "title",
        whole + "  q yD"
      )
      press("Tab", "Tab")
      clearing()
      pasting("7 apr\n")
      expect(contains: "Sun 7 Apr 2024")
      pasting(String(repeating: "x", count: 100_001))
      expect(contains: "This field holds at most 100,000 bytes.")
      expect(field: "Due", "7 apr ")
      expect(effects: [])
    }
  }

  @Test func pastingIntoAQuestionAnswersNothing() {
    story(on: .sample, at: pmqa) {
      press("D")
      pasting("y")
      expectNoEdit()
      expect(lastLine: "Remove the agenda item")
    }
  }

  @Test func mouseGivesAFieldTheKeys() {
    story(on: .sample, at: anAction) {
      press("e")
      mouse(.press, on: "Due ")
      expect("due has the keys") { $0.form?.focused?.name == "due" }
    }
  }

  @Test func lastLineNamesTheKeysOfEachField() {
    story(on: .sample, at: anAction) {
      press("e")
      expect(
        lastLine: "Ctrl-S save  Esc leave, keep  Tab next  Ctrl-X drop  F1 help")
      press("Tab", "Tab", "Tab")
      expect(lastLine: "Left/Right choose")
      press("Shift-Tab", "Shift-Tab")
      press("Ctrl-U")
      typing("kent")
      expect(lastLine: "Up/Down Enter choose")
    }
  }

  @Test func plainLinesTellTheForm() {
    var dashboard = Fixture.sample.dashboard(at: anAction)
    for key in [Key.character("e"), .tab, .tab, .control("u")] + "fri".map({ Key.character($0) }) {
      _ = dashboard.receive(.key(key))
    }
    let lines = dashboard.plainLines
    #expect(lines.contains("> Due: fri, Fri 5 Apr 2024, in 4 working days, was 18 Apr 2024"))
    #expect(lines.contains { $0.hasPrefix("  Status: open") })
  }

  @Test(arguments: [
    (anAction, ["n"], "n on the same action"), (anAction, ["r"], "r on the same action"),
    (heldMeeting, ["A"], "A on the same meeting"), (heldMeeting, ["j", "o"], "o on the same item"),
    (pmqa, ["Tab", "+", "+", "e", "Tab"], "e with the same actions marked"),
    (Place(ExecutivePane.id), ["G", "e"], "e on the same row"),
  ])
  func leavingSaysHowToComeBack(_ place: Place, _ keys: [String], _ way: String) {
    story(on: .sample, at: place) {
      for key in keys { press(key) }
      typing("Medway Council")
      press("Esc")
      expect(lastLine: "Kept as a draft, not saved. Press \(way) to go on.")
      for key in keys where key.count == 1 && !["j", "G", "+"].contains(key) { press(key) }
      expect(lastLine: "Here is what you typed before and did not save.")
    }
  }

  @Test func whatIsSafeInTheJournalIsNotOfferedAgain() {
    let sentence = "It is safe in the journal. Do not enter it again."
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      Step { story in
        guard let edit = story.edit else { return }
        story.effects = story.dashboard.receive(.unfinished(sentence, edit))
      }
      expect(lastLine: sentence)
      expect("the form is closed, and no draft is left") { $0.form == nil && $0.drafts.isEmpty }
      press("e")
      expect(lacks: "Here is what you typed before")
    }
  }

  @Test func saveThatFailsAfterTheFormWasLeftKeepsTheDraft() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Ctrl-S")
      Step { story in
        let edit = story.edit
        press("Esc").happen(&story)
        if let edit { _ = story.dashboard.receive(.refused("The disk is full.", edit)) }
      }
      expect(lastLine: "The disk is full. What you typed is kept as a draft.")
      press("e")
      expect(contains: "Soon.")
    }
  }

  @Test func enterOnSaveSaves() {
    story(on: .sample, at: anAction) {
      press("e")
      typing(" Soon.")
      press("Shift-Tab")
      expect(contains: "[ Save ]")
      press("Enter")
      expect(editHas: "Soon.")
    }
  }

  @Test func savingWithoutAChangeSavesNothing() {
    story(on: .sample, at: anAction) {
      press("e", "Ctrl-S")
      expect(effects: [])
      expect(lastLine: "Nothing was changed.")
    }
  }
}

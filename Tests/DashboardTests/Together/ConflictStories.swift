import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Two people who change the same thing.
@Suite struct ConflictStories {
  /// Somebody hands an action over to another group.
  private func handingOver(_ desk: SharedDesk, from: String = "mscp-pmqa", to: String = "mscp-cfag")
    -> Step
  {
    desk.edits { workspace in
      guard let action = workspace.actions["mscp-pmqa-a2"] else { return nil }
      var moved = action
      moved.group = Reference(to)
      return Edit(
        "Hand over",
        [
          action.removed(from: "groups/\(from)/actions.json"),
          moved.added(to: "groups/\(to)/actions.json"),
        ])
    }
  }

  @Test func whatIsEnteredGoesAfterARecordThatIsHandedOver() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      desk.sitDown()
      press("e")
      typing(" Soon.")
      handingOver(desk)
      expect(contains: "Handed over to CFAG")
      press("Ctrl-S")
      desk.done()
      expect("the form is closed") { $0.form == nil && $0.mode == .browsing }
      desk.expect(stored: "the title in the other group") { action in
        action?.group.id == "mscp-cfag" && action?.title.hasSuffix(" Soon.") == true
      }
      press("u")
      desk.done()
      press("y")
      desk.done()
      desk.expect(stored: "the title as it was") { $0?.title.hasSuffix(" Soon.") == false }
    }
  }

  @Test func whatIsThereAgainIsNotAddedTwice() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      desk.sitDown()
      press("e")
      typing(" Soon.")
      desk.edits(isTold: false) { workspace in
        workspace.actions["mscp-pmqa-a2"].map {
          Edit("Remove", [$0.removed(from: "groups/mscp-pmqa/actions.json")])
        }
      }
      press("Ctrl-S")
      desk.done()
      expect(row: "t theirs", "removed, and stays so")
      desk.edits { workspace in
        Fixture.sample.workspace.actions["mscp-pmqa-a2"].map {
          Edit("Bring back", [$0.added(to: "groups/mscp-pmqa/actions.json")])
        }
      }
      press("m", "Enter")
      desk.done()
      desk.expect(stored: "the title, once") { $0?.title.hasSuffix(" Soon.") == true }
      expect("nothing is left to decide") { $0.mode == .browsing && $0.form == nil }
    }
  }

  /// One opens the form of an action, bob changes its status, one types another status and saves.
  private func clash(_ desk: SharedDesk, isTold: Bool = false) -> Step {
    Step { story in
      let steps = [
        press("e", "Tab", "Tab", "Tab"), typing("under way"),
        desk.other(isTold: isTold) { $0.status = .dropped }, press("Ctrl-S"), desk.done(),
      ]
      for step in steps { step.happen(&story) }
    }
  }

  @Test func bothAreShownAndNothingIsSavedBeforeOneChooses() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      expect(contains: "Conflict: Status of: Check that", "0 of 1 chosen")
      expect(contains: "Status (theirs: bob, 14:02)")
      expect(row: "( ) t theirs", "dropped")
      expect(row: "( ) m mine", "under way")
      expect(row: "before", "open")
      expect(lacks: "b both")
      press("Enter")
      expectNoEdit()
      expect(lastLine: "Choose for Status")
      desk.expect(stored: "theirs stands") { $0?.status == .dropped }
    }
  }

  @Test func mineIsSavedOverTheirsWhenOneSaysSo() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      press("m")
      expect(row: "(*) m mine", "under way")
      press("Enter")
      expect(editHas: "status: dropped -> started")
      desk.done()
      desk.expect(stored: "mine stands") { $0?.status == .started }
      expect("the form is closed") { $0.form == nil && $0.mode == .browsing && $0.drafts.isEmpty }
    }
  }

  @Test func theirsIsLeftWhenOneSaysSo() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      press("t", "Enter")
      expectNoEdit()
      expect(lastLine: "What others entered stays.")
      desk.expect(stored: "theirs stands") { $0?.status == .dropped }
      expect("the form is closed") { $0.form == nil && $0.mode == .browsing && $0.drafts.isEmpty }
    }
  }

  @Test func leavingKeepsWhatWasTyped() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      press("Esc")
      expectNoEdit()
      expect(draft: "status", "under way")
      expect(lastLine: "Nothing was saved. What you typed is kept as a draft")
      press("d", "Enter")
      expect("the form is open with what was typed") { dashboard in
        dashboard.form?.fields.first { $0.name == "status" }?.text == "under way"
      }
    }
  }

  @Test func aSecondConflictAsksAgain() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      press("m")
      desk.other(isTold: false) { $0.status = .unknown }
      press("Enter")
      desk.done()
      expect(contains: "0 of 1 chosen")
      expect(row: "before", "dropped")
      press("m", "Enter")
      desk.done()
      desk.expect(stored: "mine stands") { $0?.status == .started }
    }
  }

  @Test func differentFieldsAreBothKeptWithoutAsking() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      typing("under way")
      desk.other { $0.note = "Bob's note." }
      press("Ctrl-S")
      desk.done()
      expect("no conflict") { $0.mode == .browsing && $0.form == nil }
      desk.expect(stored: "both stand") { $0?.status == .started && $0?.note == "Bob's note." }
    }
  }

  @Test func bothTextsCanBeKept() {
    let desk = SharedDesk()
    let mine = "My long note about the third item of the list."
    story(on: .sample, at: anAction) {
      desk.edits("ann", isTold: false) { workspace in
        guard let before = workspace.actions["mscp-pmqa-a2"] else { return nil }
        var after = before
        after.note = "Bob's note, which is not short either at all."
        return Edit("Note", before.changes(to: after, in: "groups/mscp-pmqa/actions.json"))
      }
      Step { story in
        guard let before = story.dashboard.context.workspace.actions["mscp-pmqa-a2"] else { return }
        var after = before
        after.note = mine
        let edit = Edit("Note", before.changes(to: after, in: "groups/mscp-pmqa/actions.json"))
        story.effects = story.dashboard.receive(desk.save(edit))
      }
      expect(row: "( ) b both", "theirs, then mine")
      press("b", "Enter")
      desk.done()
      desk.expect(stored: "both stand") {
        $0?.note == "Bob's note, which is not short either at all.\n\(mine)"
      }
    }
  }

  @Test func aRecordThatIsGoneCanBeAddedAgain() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("e", "Tab", "Tab", "Tab")
      typing("under way")
      desk.edits {
        $0.actions["mscp-pmqa-a2"].map {
          Edit("Remove", [$0.removed(from: "groups/mscp-pmqa/actions.json")])
        }
      }
      expect(contains: "Somebody has removed this record meanwhile")
      press("Ctrl-S")
      desk.done()
      expect(row: "t theirs", "removed, and stays so")
      expect(row: "m mine", "add it again as new, with")
      expect(contains: "Status: open, now under way")
      press("m", "Enter")
      desk.done()
      desk.expect(stored: "it is there again, with mine") {
        $0?.status == .started && $0?.title.hasPrefix("Check that information") == true
      }
    }
  }

  @Test(arguments: [Size(120, 40), Size(80, 24), Size(40, 10)])
  func theScreenIsUsableInEverySize(_ size: Size) {
    let desk = SharedDesk()
    story(on: .sample, at: anAction, size: size) {
      clash(desk)
      expect(contains: "t theirs", "dropped")
      expect(lastLine: "t theirs  m mine  Enter save")
      press("PgDn", "PgDn")
      expect(contains: "m mine", "under way", "before")
      press("m", "Enter")
      expect(editHas: "status: dropped -> started")
    }
  }

  @Test func theScreenHoldsInEverySize() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      Step { story in
        var dice = Dice(seed: 12)
        for size in PropertyTests.sizes(&dice) {
          PropertyTests.check(story.dashboard.draw(in: size), in: size, "\(size)")
        }
      }
    }
  }

  @Test func theScreenIsToldInPlainLines() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      clash(desk)
      expect("lines tell both") { dashboard in
        let lines = dashboard.plainLines
        return lines.contains { $0.contains("Conflict: Status of") }
          && lines.contains { $0.contains("t theirs") && $0.contains("dropped") }
          && lines.contains { $0.contains("m mine") && $0.contains("under way") }
      }
    }
  }

  @Test func aConflictWaitsUntilOneHasFinishedTyping() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      desk.other(isTold: false) { $0.status = .dropped }
      Step { story in
        guard let before = story.dashboard.context.workspace.actions["mscp-pmqa-a2"] else { return }
        let edit = Edit(
          "Tick",
          before.changes(
            to: before.completed(on: Fixture.today), in: "groups/mscp-pmqa/actions.json"))
        story.receive(.key(.character(":")))
        story.effects = story.dashboard.receive(desk.save(edit))
      }
      expect(contains: "Find anything")
      press("Esc")
      expect(contains: "Conflict: Tick")
    }
  }
}

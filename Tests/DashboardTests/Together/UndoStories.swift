import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// People who take back what they did.
@Suite struct UndoStories {
  @Test func undoNamesWhatItTakesBackAndRedoDoesItAgain() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      desk.expect(stored: "it is done") { $0?.status == .done }
      press("u")
      expect(effects: [.undo])
      desk.done()
      expect(lastLine: "Undo this?")
      // The heading names the action; the lines below say what was changed in it.
      expect(
        contains: "Take back", "Undo: Tick: Check that information on missing children reaches")
      expect(contains: "Status: open, now done", "Done on: added")
      press("y")
      desk.done()
      expect(lastLine: "Saved 14:05: Undo: Tick: Check that information")
      desk.expect(stored: "it is open") { $0?.status == .open && $0?.doneOn == nil }
      press("U")
      desk.done()
      expect(lastLine: "Do this again?")
      expect(contains: "Do again")
      press("y")
      desk.done()
      desk.expect(stored: "it is done again") { $0?.status == .done && $0?.doneOn != nil }
    }
  }

  /// Nobody answers a question before it is asked, and a key that means yes does nothing else meanwhile.
  @Test(arguments: ["u", "U"]) func yesBeforeTheQuestionDoesNothing(_ key: String) {
    story(on: .sample, at: anAction) {
      press(key, "y")
      expect(effects: [])
      expect(lastLine: "Still looking for it.")
      message(.history([], userID: 1, purpose: key == "u" ? .undo : .redo))
      press("3", "y")
      expect(lastLine: "Copied")
      press(key)
      message(.failed("The journal cannot be read."))
      press("y")
      expect(lastLine: "Copied")
    }
  }

  @Test(arguments: ["Enter", "Esc", "n"]) func anyOtherKeyTakesNothingBack(_ key: String) {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      press("u")
      desk.done()
      press(key)
      expectNoEdit()
      expect(lastLine: "Nothing was done.")
      expect(lacks: "Take back")
      desk.expect(stored: "it is still done") { $0?.status == .done }
    }
  }

  @Test func aNewSessionUndoesWhatTheLastOneDid() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
    }
    story(on: .sample) {
      desk.sitDown()
      press("u")
      desk.done()
      press("y")
      desk.done()
      desk.expect(stored: "it is open") { $0?.status == .open }
      expect(header: "Action")
    }
  }

  @Test(arguments: [
    ("u", "There is nothing of yours to undo."), ("U", "There is nothing to redo"),
  ])
  func nothingToTakeBackIsSaid(_ key: String, _ sentence: String) {
    let desk = SharedDesk()
    story(on: .sample) {
      desk.other { $0.status = .started }
      press(key)
      desk.done()
      expect(lastLine: sentence)
      expectNoEdit()
    }
  }

  @Test func undoOfWhatSomebodyChangedSinceAsks() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      desk.other { $0.status = .started }
      press("u")
      desk.done()
      press("y")
      desk.done()
      expect(contains: "Conflict: Undo: Tick", "theirs: bob, 14:02")
      expect(row: "t theirs", "under way")
      expect(row: "m mine", "open")
      press("Esc")
      expect(lastLine: "Nothing was saved: what others entered stays.")
      desk.expect(stored: "it is started") { $0?.status == .started }
    }
  }

  @Test func undoGoesBackToTheRecord() {
    let desk = SharedDesk()
    story(on: .sample, at: pmqa) {
      press("Tab", "g")
      expect(focus: "Actions")
      expect(selected: "Tell the group which tool")
      press("Space")
      desk.done()
      press("g")
      press("Tab")
      press("u")
      desk.done()
      press("y")
      desk.done()
      expect(focus: "Actions")
      expect(selected: "Tell the group which tool")
    }
  }

  @Test func whoIsTypingSomethingElseIsNotInterrupted() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      press("?")
      message(.history(desk.journal, userID: SharedDesk.own, purpose: .undo))
      expect("the help is still open") { dashboard in
        if case .choosing = dashboard.mode { true } else { false }
      }
    }
  }

  @Test func undoIsNotOfferedWhereThePersonMayNotChangeIt() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      press("Space")
      desk.done()
      Step { story in
        var workspace = desk.workspace
        workspace.access.permissions["groups/mscp-pmqa"] = .locked("Only chairs may. Ask Jo.")
        story.effects = story.dashboard.receive(.loaded(workspace))
      }
      press("u")
      desk.done()
      expect(lastLine: "Only chairs may. Ask Jo.")
      expectNoEdit()
    }
  }
}

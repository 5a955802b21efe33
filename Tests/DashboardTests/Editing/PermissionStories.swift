import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Nothing is offered that would be refused.
@Suite struct PermissionStories {
  static let member = Access(
    role: .member, identities: ["kent-police"], contact: "the business manager")

  @Test func lockedFolderSaysWhomToAsk() {
    let sentence = "groups/mscp-pmqa may be changed by pmqa-chairs only. Ask Ann."
    let access = Access(permissions: ["groups/mscp-pmqa": .locked(sentence)])
    story(on: .sample, at: pmqa) {
      message(.loaded(Fixture.sample.workspace(as: access)))
      for key in ["e", "a", ">", "o", "D", "B"] {
        press(key)
        expect(lastLine: sentence)
        expect(effects: [])
      }
      press("Tab", "Space")
      expect(lastLine: sentence)
      expect(lacks: "e edit", "a add")
    }
  }

  @Test func memberMayDoStatusAndNotesOfOwnActions() {
    story(on: .sample, at: anAction) {
      message(.loaded(Fixture.sample.workspace(as: Self.member)))
      press("r")
      expect(lastLine: "You may change status and notes of your own actions here.")
      press("e")
      expect("only those fields are there") { dashboard in
        dashboard.form?.fields.map(\.name) == [
          "status", "+progress", "evidence", "doneOn", "note", "progress",
        ]
      }
      press("Esc", "Space")
      expect(editHas: "status: open -> done")
      press("a")
      expect(lastLine: "For anything else ask the business manager.")
    }
  }

  @Test func memberMayNotTouchTheActionsOfOthers() {
    story(on: .sample, at: Place(record: RecordID(ActionItem.kind, "mscp-executive-a1"))) {
      message(
        .loaded(
          Fixture.sample.workspace(as: Access(role: .member, identities: ["nobody"]))))
      press("Space")
      expect(lastLine: "This action is not yours.")
      press("e")
      expect(lastLine: "This action is not yours.")
    }
  }

  @Test func chairMayChangeTheirOwnGroupOnly() {
    let access = Access(role: .chair(of: ["mscp-pmqa"]), identities: ["nobody"])
    story(on: .sample, at: pmqa) {
      message(.loaded(Fixture.sample.workspace(as: access)))
      press("e")
      expect(contains: "Edit agenda item")
      press("Esc", "2", "e")
      expect(lastLine: "You may change status and notes of your own actions here.")
    }
  }

  @Test func groupThatMayNotBeChangedTakesNothingOver() {
    let access = Access(permissions: ["groups/mscp-learning-lessons": .locked("Ask Bob.")])
    story(on: .sample, at: anAction) {
      message(.loaded(Fixture.sample.workspace(as: access)))
      press("H")
      typing("learning lessons")
      expect(row: "Learning Lessons", "Ask Bob.")
      press("Enter")
      expectNoEdit()
      expect(lastLine: "Ask Bob.")
    }
  }

  @Test(arguments: [("deadlines", "closed not counted"), ("overview", "not counted: reviews")])
  func whatIsClosedIsSaidWhereThingsAreCounted(pane: String, words: String) {
    let access = Access(permissions: ["reviews": .closed("Reviews are closed to you. Ask Jo.")])
    story(on: .sample, at: Place(pane)) {
      expect(lacks: words)
      message(.loaded(Fixture.sample.workspace(as: access)))
      expect(contains: words)
    }
  }

  @Test func anExecutiveThatIsClosedIsNotCalledMissing() {
    let executive = "mscp-executive"
    let access = Access(
      permissions: ["groups/\(executive)": .closed("The executive is closed to you. Ask Jo.")])
    var workspace = Fixture.sample.workspace(as: access)
    let open = workspace.groups.all.filter { $0.id != executive }
    workspace.groups = RecordTable()
    workspace.groups.append(contentsOf: open)
    story(on: .sample, at: Place("executive")) {
      message(.loaded(workspace))
      expect(contains: "The executive is closed to you. Ask Jo.")
      expect(lacks: "No executive is recorded")
    }
  }
}

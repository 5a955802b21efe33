import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Folders that were renamed, and folders that others put in the place of the ones that are shown.
@Suite struct FolderStories {
  private static let renamed = "groups/quality"

  private func desk() -> SharedDesk {
    SharedDesk(renaming: "groups/mscp-pmqa", to: FolderStories.renamed)
  }

  /// Everything that the last step saves goes into a file of the renamed folder.
  private func expectSaved(
    into file: String, insteadOf old: String = "groups/mscp-pmqa",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Step {
    Step { story in
      let documents = story.effects.flatMap { effect -> [String] in
        guard case .commit(let edit) = effect else { return [] }
        return edit.changes.map(\.document)
      }
      if !documents.contains("\(FolderStories.renamed)/\(file)")
        || documents.contains(where: { $0.hasPrefix("\(old)/") })
      {
        story.fail("It is saved into \(documents).", sourceLocation)
      }
    }
  }

  @Test func whatIsAddedToAGroupGoesWhereTheGroupLiesNow() {
    let desk = desk()
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      desk.sitDown()
      press("Tab", "a")
      typing("Write to all schools")
      press("Ctrl-S")
      expectSaved(into: "actions.json")
      desk.done()
      expect(lastLine: "Saved")
    }
    story(on: .sample, at: Place(GroupsPane.id, ["mscp-pmqa"])) {
      desk.sitDown()
      press("Shift-Tab", "a")
      typing("meeting")
      press("Enter")
      typing("1 sep 2024")
      press("Ctrl-S")
      expectSaved(into: "meetings.json")
    }
  }

  @Test func whatIsHandedOverGoesWhereTheGroupLiesNow() {
    let desk = SharedDesk(renaming: "groups/mscp-learning-lessons", to: FolderStories.renamed)
    story(on: .sample, at: anAction) {
      desk.sitDown()
      press("H")
      typing("learning lessons")
      press("Enter")
      expectSaved(into: "actions.json", insteadOf: "groups/mscp-learning-lessons")
    }
  }

  /// The identity of the folder that an edit was made of.
  private func expectMade(
    of identity: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Step {
    Step { story in
      let found = story.effects.compactMap { effect -> String? in
        guard case .commit(let edit) = effect else { return nil }
        return edit.readFrom["groups/mscp-pmqa"] ?? "none"
      }
      if found != [identity] { story.fail("It is made of \(found).", sourceLocation) }
    }
  }

  /// Another folder is put in the place of the group's, and read.
  private func swap(_ desk: SharedDesk) -> Step {
    Step { story in
      desk.identity = "1:2:9"
      story.effects = story.dashboard.receive(.changed(desk.workspace, news: []))
    }
  }

  @Test func aQuestionIsAboutTheFolderThatWasThereWhenItWasAsked() {
    let desk = SharedDesk()
    story(on: .sample, at: anAction) {
      desk.sitDown()
      press("Space")
      desk.done()
      press("u")
      desk.done()
      swap(desk)
      press("y")
      expectMade(of: "1:2:3")
    }
    for (asking, answer) in [("D", "y"), ("H", "Enter")] {
      let desk = SharedDesk()
      story(on: .sample, at: anAction) {
        desk.sitDown()
        press(asking)
        swap(desk)
        press(answer)
        expectMade(of: "1:2:3")
      }
    }
  }
}

import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Data with faults: nothing that cannot be read looks as if it were not there.
@Suite struct FaultTests {
  @Test func faultyRecordIsMarkedInItsListAndExplainedInFull() {
    story(on: .broken, at: Place(GroupsPane.id, ["mscp-executive"]), size: Size(200, 60)) {
      press("Tab", "/")
      typing("redraft")
      press("Enter")
      expect(row: "x°", "Redraft")
      press("Enter")
      expect(contains: "\"2024-03-32\" is not a date of the calendar.")
      expect(contains: "Write a day (2024-03-28)")
      expect(contains: "groups/mscp-executive/actions.json:108:14")
      expect(contains: "Redraft the safeguarding arrangements and circulate them")
    }
  }

  @Test func faultsAreListedWithPlaceMessageAndHint() {
    story(on: .broken) {
      press("F")
      expect(header: "Faults")
      expect(row: "x", "groups/mscp-executive/actions.json:108:14", "is not a date")
      expect(row: "x", "groups/mscp-pmqa/actions.json:52:87", "no closing quot")
      expect(contains: "Write a day (2024-03-28)")
      press("Enter")
      expect(contains: "Redraft the safeguarding arrangements")
      press("Esc", "Esc")
      expect(header: "Overview")
    }
  }

  @Test(arguments: Scene.tabs + Scene.inside, [Size(80, 24), Size(120, 40)])
  func unreadableFileIsNamedOnEveryPane(_ scene: Scene, _ size: Size) {
    var dashboard = scene.dashboard(on: .sample)
    _ = dashboard.receive(.loaded(FaultTests.withUnreadableFile))
    let banner = dashboard.draw(in: size).rows[2]
    #expect(banner.contains("x 1 fault in the data"))
    #expect(banner.contains(Fixture.unreadableFile))
  }

  /// The sample without what stands in one file, and with that file's fault alone.
  static let withUnreadableFile: Workspace = {
    var workspace = Fixture.broken.workspace
    workspace.faults.removeAll { $0.file != Fixture.unreadableFile }
    return workspace
  }()

  @Test(arguments: [GroupsPane.id, DeadlinesPane.id])
  func listWithoutAFileSaysThatItIsNotWhole(_ pane: String) {
    story(on: .broken, at: Place(pane)) {
      expect(contains: "x Not all of this can be shown: groups/mscp-pmqa/actions.json")
    }
  }

  @Test func actionsThatCannotBeReadDoNotLookAsIfThereWereNone() {
    story(on: .broken, at: Place(GroupsPane.id, ["mscp-pmqa"]), size: Size(80, 24)) {
      press("Tab")
      expect(focus: "Actions")
      press("z")
      expect(contains: "x Not all of this can be shown: groups/mscp-pmqa/actions.json")
      expect(lacks: "No actions yet.", "0 open")
    }
  }

  @Test func whatIsOnlyCountedCounts() {
    var workspace = Fixture.sample.workspace
    var tally = [Fault(.warning, file: "people.json", message: "Odd.", hint: "Look.")].tally
    for _ in 0..<1_998 {
      tally = tally + [Fault(.error, file: "people.json", message: "Bad.", hint: "Mend.")].tally
    }
    workspace.faults = [
      Fault(.error, file: "people.json", line: 1, column: 2, message: "Bad.", hint: "Mend it."),
      Fault(
        .error, file: "people.json", line: 1, column: 3, message: "There are more.",
        hint: "Mend the others first.", standingFor: tally),
    ]
    story(on: .sample) {
      message(.loaded(workspace))
      expect(lastLine: "Read again: 1,999 errors and 1 warning found.")
      expect(contains: "x 1,999 faults in the data: people.json:1:2")
      press("F")
      expect(contains: "1,999 faults")
      expect(contains: "in 1 file")
      expect(contains: "1 file not read")
      expect(contains: "1 to check")
    }
    story(on: .sample, at: Place(RecordsPane.id)) {
      message(.loaded(workspace))
      expect(contains: "2,000 faults")
    }
  }

  @Test func wholeDataShowsNoBanner() {
    story(on: .sample) {
      expect(lacks: "in the data:")
      press("F")
      expect(lastLine: "No faults were found in the data.")
    }
  }

  @Test func plainLinesBeginWithTheFaults() {
    let lines = Fixture.broken.dashboard(at: Place(DatasetPane.id)).plainLines
    #expect(lines.dropFirst().first?.contains("The data has 2 faults.") == true)
    let actions = Fixture.broken.dashboard(at: Place(GroupsPane.id, ["mscp-pmqa"])).plainLines
    #expect(actions.contains { $0.contains("x Not all of this can be shown: groups/mscp-pmqa/") })
  }
}

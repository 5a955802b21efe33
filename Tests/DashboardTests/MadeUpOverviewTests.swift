import Dashboard
import DataStore
import FoundationEssentials
import Safeguarding
import TerminalUI
import Testing

/// The overviews of three made-up regions, as different as can be, to the word.
///
/// Each expected text was worked out by hand from the records beside it: an island with years from July
/// and an independent chair between two rotations; two areas with one executive, a merged group and a
/// report over fifteen months; a vale with a chair that was only printed and figures restated.
@Suite struct MadeUpOverviewTests {
  @Test(arguments: ["isle", "rivers", "vale"])
  func isRightToTheWord(region: String) throws {
    let folder = "\(testsFolder)/MadeUp/\(region)"
    let holidays = Fixture.sampleFiles.filter { $0.path == "bank-holidays.json" }
    let workspace = WorkspaceReader(files: Fixture.files(in: folder) + holidays).read()
    #expect(workspace.faults.isEmpty)
    let dashboard = Dashboard(
      workspace: workspace, today: try #require(workspace.settings.asOf), glyphs: .of(.cp437),
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], theme: "dark",
      start: Place(OverviewPane.id))
    let expected = try String(contentsOfFile: "\(folder)/overview.txt", encoding: .utf8)
    let shown = dashboard.plainLines.joined(separator: "\n") + "\n"
    #expect(shown == expected)
  }
}

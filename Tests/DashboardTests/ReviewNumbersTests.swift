import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Numbers of serious incidents: what they say beside the number, and that nothing rates them.
@Suite struct ReviewNumbersTests {
  private static func content(_ workspace: Workspace) throws -> PaneContent {
    let day = try #require(CalendarDate(iso: "2024-03-31"))
    let context = PaneContext(workspace: workspace, day: day, scope: .all, glyphs: .of(.cp437))
    return ReviewsPane.content(context, path: [])
  }

  /// More or fewer notifications are neither better nor worse.
  @Test func noNumberIsRated() throws {
    let content = try Self.content(Fixture.sample.workspace)
    let panel = try #require(content.panels.first { $0.title.hasPrefix("How many") })
    let rows = try #require(panel.table?.rows)
    #expect(rows.count == ReviewFunnel.steps.count)
    let rating: Set<Role> = [.good, .overdue, .dueSoon, .alarm, .changed, .done]
    for index in 0..<rows.count {
      let roles = Set(rows[index].cells.flatMap(\.spans).map(\.role))
      #expect(roles.isDisjoint(with: rating), "\(rows[index].cells.map(\.plain))")
    }
  }

  @Test func theNoteOfATotalStandsUnderItsNumber() throws {
    var workspace = Fixture.sample.workspace
    var total = ReviewTotal()
    (total.id, total.partnership, total.type) = ("noted", "mscp", .discussion)
    (total.period, total.note) = (ImpreciseDate("2021/22"), "Counted by the council.")
    total.count = Measure(.exact, spelling: "9")
    workspace.reviewTotals.append(total)
    let content = try Self.content(workspace)
    let panel = try #require(content.panels.first { $0.title.hasPrefix("How many") })
    let rows = try #require(panel.table?.rows)
    let said = (0..<rows.count).flatMap { rows[$0].further.map(\.plain) }
    #expect(said.contains("2021-22: Counted by the council."))
  }
}

import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// Groups stand in the list below the group that they belong to.
@Suite struct GroupTreeTests {
  private func names(_ context: PaneContext) -> [String] {
    guard let rows = GroupsPane.content(context, path: []).panels[0].table else { return [] }
    return (0..<rows.count).filter { !rows[$0].isHeading }.map { rows[$0].cells[0].plain }
  }

  private func context() throws -> PaneContext {
    PaneContext(
      workspace: Fixture.sample.workspace, day: try #require(CalendarDate(iso: "2024-03-31")),
      scope: .all,
      glyphs: .of(.cp437))
  }

  @Test func aGroupFollowsTheOneThatItBelongsTo() throws {
    let names = try names(context())
    let board = try #require(names.firstIndex(of: "  Early Help Board"))
    #expect(names[board + 1] == "    Early Help Operational")
    #expect(names.contains("  PMQA") && names.contains("Executive"))
    // What belongs to a group of another band, and what meets no more, stands at the edge.
    #expect(names.contains("Champions") && names.contains { $0.hasPrefix("QACR") })
  }

  @Test("In another order nothing belongs below what stands above it")
  func aSortedOrNarrowedListHasNoTree() {
    for keys in ["s", "/e"] {
      var dashboard = Fixture.sample.dashboard(at: Place(GroupsPane.id))
      let asTree = dashboard.draw(in: Size(120, 40)).rows
      #expect(asTree.contains { $0.dropFirst().hasPrefix("    Early Help Operational") })
      for key in keys { _ = dashboard.receive(.key(.character(key))) }
      let rows = dashboard.draw(in: Size(120, 40)).rows
      #expect(rows.contains { $0.dropFirst().hasPrefix("Early Help Operational") }, "\(rows)")
      #expect(!rows.contains { $0.dropFirst().hasPrefix("  Early Help") }, "\(rows)")
    }
  }

  private func group(
    _ id: String, below above: String, _ context: PaneContext
  ) -> GroupFacts {
    var group = PartnershipGroup()
    group.id = id
    var parent = GroupParent()
    parent.group = Reference(above)
    group.parents = [parent]
    return GroupFacts(group, context)
  }

  @Test func noGroupIsLostThatBelongsToARing() throws {
    let context = try context()
    let found = GroupsPane.nested([
      group("a", below: "b", context), group("b", below: "a", context),
      group("c", below: "c", context),
      group("d", below: "c", context),
    ])
    #expect(found.map(\.0.group.id).sorted() == ["a", "b", "c", "d"])
    #expect(found.first { $0.0.group.id == "d" }?.depth == 1)
  }

  /// Whoever may add groups could put each below the one before.
  @Test func aVeryLongChainOfGroupsIsLaidOut() throws {
    let context = PaneContext(
      workspace: Workspace(), day: try #require(CalendarDate(iso: "2024-03-31")), scope: .all,
      glyphs: .of(.cp437))
    let count = 30_000
    let found = GroupsPane.nested(
      (0..<count).map { group("g\($0)", below: "g\($0 - 1)", context) })
    #expect(found.map(\.depth) == Array(0..<count))
  }
}

import Safeguarding
import TerminalUI
import Testing

@testable import Dashboard

/// With an identity the Overview begins with what the person owes and chairs.
@Suite struct OwnThingsStories {
  /// The words of the bands of the first list, with how many rows each has.
  private func bands(_ dashboard: Dashboard) throws -> [String] {
    let table = try #require(dashboard.browsing.tables[.attention])
    return (0..<table.count).filter { table.isHeading(at: $0) }
      .map { table[$0].cells[0].plain }
  }

  @Test func whatIsOwnComesFirst() throws {
    let plain = try bands(Fixture.sample.dashboard(at: Place(OverviewPane.id)))
    #expect(!plain.contains { $0.hasPrefix("Yours") })
    var dashboard = Fixture.sample.dashboard(at: Place(OverviewPane.id))
    dashboard.identity = "police"
    dashboard.browsing.refresh()
    let bands = try bands(dashboard)
    #expect(bands.first?.hasPrefix("Yours") == true)
    #expect(bands.contains { $0.hasPrefix("Overdue, owed by others") })
    // Nothing is lost by it, and nothing stands twice.
    let table = try #require(dashboard.browsing.tables[.attention])
    let ids = (0..<table.count).map { table.id(at: $0) }
    #expect(Set(ids).count == ids.count)
    let owed = Set(ids)
    for deadline in dashboard.context.deadlines where deadline.status == .overdue {
      #expect(owed.contains(deadline.id))
    }
    let first = try #require(ids.firstIndex { $0.hasPrefix("band-Overdue") })
    let own = try #require(dashboard.context.ownFacet)
    for deadline in dashboard.context.deadlines where ids[..<first].contains(deadline.id) {
      #expect(own.includes(deadline, dashboard.context))
    }
  }

  @Test func whoChairsSeesTheNextMeeting() throws {
    var dashboard = Fixture.sample.dashboard(at: Place(OverviewPane.id))
    let context = dashboard.context
    let chaired = try #require(
      context.liveGroups.first { group in
        let holding = context.workspace.chair(of: group, on: context.day)
        return holding.isTaken && holding.stretch.map { !context.who($0).isEmpty } ?? false
      })
    let holding = context.workspace.chair(of: chaired, on: context.day)
    dashboard.identity = try #require(holding.stretch.flatMap { context.who($0).first })
    dashboard.browsing.refresh()
    let table = try #require(dashboard.browsing.tables[.attention])
    #expect(table.id(at: 1).hasPrefix("chair-"))
    #expect(table[1].cells.last?.plain.hasPrefix("You chair ") == true)
  }
}

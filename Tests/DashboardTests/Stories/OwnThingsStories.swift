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

  /// What the Overview begins with for somebody, up to what others owe.
  private func beginning(_ dashboard: Dashboard) throws -> [String] {
    let table = try #require(dashboard.browsing.tables[.attention])
    return (0..<table.count).map { table[$0].cells.map(\.plain).joined(separator: " ") }
  }

  private func dashboard(as me: String = "", _ access: Access = Access()) -> Dashboard {
    Dashboard(
      workspace: Fixture.sample.workspace(as: access), today: Fixture.today, glyphs: .of(.cp437),
      themes: [], identity: me)
  }

  /// Each role finds first what it has to do with, whoever's name stands where.
  @Test(arguments: [
    // An executive member sits in the executive and answers for the council that she acts for.
    (
      "Lee-Anne Farach",
      ["You sit in Executive: it meets", "Medway Council, which you answer for"]
    ),
    // The lead of an agency sees what the agency chairs and owes.
    (
      "Kent Police",
      ["You chair Executive: it meets", "Run a campaign for the intelligence portal"]
    ),
    // The scrutineer chairs a group and owes visits.
    (
      "scrutineer", ["You chair Secure Estate: it meets", "Set dates for visits by the scrutineer"]
    ),
    (
      "MSCP Business Manager",
      ["Redraft the safeguarding arrangements", "MSCP Executive: next meeting"]
    ),
  ])
  func eachRoleBeginsWithItsOwn(_ me: String, _ texts: [String]) throws {
    let rows = try beginning(dashboard(as: me))
    let end = try #require(rows.firstIndex { $0.hasPrefix("Overdue") })
    for text in texts {
      #expect(
        rows[..<end].contains { $0.contains(text) }, "\(me) does not see \(text): \(rows[..<end])")
    }
  }

  @Test func whoChairsByTheirAccountAnswersForWhatTheChairOwes() throws {
    let access = Access(role: .chair(of: ["mscp-pmqa"]))
    let own = dashboard(access)
    let rows = try beginning(own)
    let end = try #require(rows.firstIndex { $0.hasPrefix("Overdue") })
    #expect(rows[..<end].contains { $0.contains("You chair PMQA: it meets") })
    #expect(rows[..<end].contains { $0.contains("Minutes of the PMQA of 18 Jan 2024") })
    #expect(
      !rows[..<end].contains { $0.contains("Accountable Officer") }, "Another chair's is not own.")
    #expect(own.context.ownName == "Chair of PMQA")
  }

  @Test func whoOwesNothingIsToldSoAndWhatComesNextIsNamed() throws {
    let nobody = try beginning(dashboard(as: "Zebedee"))
    #expect(nobody.contains { $0.contains("Nothing is owed by Zebedee") })
    let later = try beginning(dashboard(as: "Scrutiny and Challenge"))
    let end = try #require(later.firstIndex { $0.hasPrefix("Overdue") })
    #expect(later[..<end].count > 1)
  }
}

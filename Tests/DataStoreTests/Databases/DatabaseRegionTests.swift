import DataStore
import PostgreSQLStore
import Safeguarding
import Testing

/// What an account keeps of areas that it asks about together.
@Suite(
  .enabled(
    if: TestServer.isInstalled, "PostgreSQL's server is not installed: apt-get install postgresql"))
struct DatabaseRegionTests {
  private let day = CalendarDate.first

  /// Two areas of ann's, and how an account asks for both.
  private struct Pair {
    let one, other: TestServer.Workspace

    init() throws {
      let server = try TestServer.running.get()
      one = try server.workspace(of: SmallFolder.files)
      other = try server.workspace(of: SmallFolder.files)
    }

    func region(as role: String = "ann") throws -> DatabaseRegion {
      let text = try one.address(of: role).text.replacing(
        one.name, with: "\(one.name),\(other.name)")
      return try DatabaseRegion(try DatabaseAddress(text))
    }
  }

  @Test func whatWasCountedHoldsUntilSomethingOfTheAreaChanges() throws {
    let pair = try Pair()
    let region = try pair.region()
    let found = try region.areas(on: day, countedBy: "one")
    #expect(found.map(\.name) == [pair.one.name, pair.other.name].sorted())
    #expect(found.map(\.counted) == [nil, nil])
    for area in found {
      try region.keep([(day, Array(area.name.utf8))], of: area, countedBy: "one")
    }
    #expect(
      try region.areas(on: day, countedBy: "one").map(\.counted)
        == found.map { Array($0.name.utf8) })
    // Neither another day nor another program nor another account has it.
    #expect(
      try region.areas(on: day.adding(days: 1), countedBy: "one").map(\.counted) == [nil, nil])
    #expect(try region.areas(on: day, countedBy: "two").map(\.counted) == [nil, nil])
    for workspace in [pair.one, pair.other] {
      try workspace.open("groups/board", to: "bob", "false")
    }
    #expect(
      try pair.region(as: "bob").areas(on: day, countedBy: "one").map(\.counted) == [nil, nil])

    let ann = try pair.one.session("ann")
    _ = try ann.commit(try ann.read().action("a").edit { $0.status = .done })
    let after = try region.areas(on: day, countedBy: "one")
    #expect(after.first { $0.name == pair.one.name }?.counted == nil)
    #expect(after.first { $0.name == pair.other.name }?.counted != nil)
  }

  @Test func whatIsOpenedOrClosedIsCountedAnew() throws {
    let pair = try Pair()
    for workspace in [pair.one, pair.other] {
      for folder in ["", "groups/board"] { try workspace.open(folder, to: "carol", "false") }
    }
    let region = try pair.region(as: "carol")
    for area in try region.areas(on: day, countedBy: "one") {
      try region.keep([(day, [1])], of: area, countedBy: "one")
    }
    try pair.one.open("groups/board", to: "carol", "null")
    try pair.other.open("reviews", to: "carol", "false")
    #expect(try region.areas(on: day, countedBy: "one").map(\.counted) == [nil, nil])
  }

  @Test func anAreaThatIsNotOpenIsNamed() throws {
    let pair = try Pair()
    try pair.one.open("", to: "bob", "false")
    let error = #expect(throws: DatabaseFailure.self) {
      try pair.region(as: "bob").areas(on: day, countedBy: "one")
    }
    #expect(error?.sentence(trying: "look").contains("no workspace \"\(pair.other.name)\"") == true)
  }
}

import DataStore
import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct AreasListingTests {
  private static let sample = "SampleData/kent-and-medway"

  private func sampleWorkspace() throws -> Workspace {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try DataFolder(path: "/\(root)/\(AreasListingTests.sample)").read()
  }

  /// The account of a workspace, kept and taken up again.
  private func kept(_ workspace: Workspace, on day: CalendarDate) throws -> AreaAccount {
    let account = try AreaAccount(of: workspace, on: day, remarks: ["Something is closed."])
    return try #require(AreaAccount(kept: account.kept))
  }

  static let filters: [DeadlinesListing.Filter] = {
    func filter(_ set: (inout DeadlinesListing.Filter) -> Void) -> DeadlinesListing.Filter {
      var filter = DeadlinesListing.Filter()
      set(&filter)
      return filter
    }
    return [
      filter { _ in },
      filter { $0.isOverdue = true },
      filter { $0.within = 0 },
      filter { $0.within = 30 },
      filter { $0.partnership = "mscp" },
      filter { $0.group = "mscp-pmqa" },
      filter { $0.rule = "action-due" },
      filter { $0.owner = "police" },
      filter { $0.owner = "kent-police" },
      filter { $0.owner = "KCHFT" },
      filter { $0.owner = "business manager" },
      filter { ($0.isOverdue, $0.owner) = (true, "medway") },
    ]
  }()

  @Test(arguments: filters.indices)
  func whatWasKeptIsNarrowedLikeTheAreaItself(index: Int) throws {
    let (workspace, day) = (try sampleWorkspace(), try day("2024-03-31"))
    let filter = Self.filters[index]
    let own = try DeadlinesListing(workspace, on: day, filter: filter)
    let open = Set(own.deadlines.filter { $0.status.isOpen }.map(\.id))
    let wanted = try own.listing.readBack().filter { open.contains($0["id"]?.string ?? "") }
    let areas = AreasListing([.init(name: "north", account: try kept(workspace, on: day))])
    let found = try areas.owed(filter).readBack()
    #expect(!wanted.isEmpty)
    #expect(found.map { $0["id"]?.string } == wanted.map { $0["id"]?.string })
    for (found, wanted) in zip(found, wanted) {
      #expect(found["area"]?.string == "north")
      for member in found.members where !["area", "handling"].contains(member.key) {
        #expect(member.value.spelling == wanted[member.key]?.spelling, "\(member.key)")
      }
    }
  }

  @Test func areasAreSortedTogetherAndEachStandsOnItsOwnDay() throws {
    let workspace = try SmallWorkspace.read()
    let areas = AreasListing([
      .init(name: "early", account: try kept(workspace, on: day("2024-02-01"))),
      .init(name: "late", account: try kept(workspace, on: day("2024-03-31"))),
    ])
    #expect(
      try areas.overview.readBack().map {
        [$0["area"]?.string ?? "", $0["overdue"]?.spelling ?? ""]
      } == [["early", "0"], ["late", "1"]])
    let all = try areas.owed(DeadlinesListing.Filter()).readBack()
    let days = all.map { $0["due"]?.string ?? "~" }
    #expect(days == days.sorted())
    #expect(Set(all.compactMap { $0["area"]?.string }) == ["early", "late"])
    var filter = DeadlinesListing.Filter()
    filter.isOverdue = true
    #expect(try areas.owed(filter).texts("area") == ["late"])
  }

  @Test func whatCannotBeReadIsKeptWithIt() throws {
    let account = try kept(SmallWorkspace.read(), on: day("2024-03-31"))
    #expect(account.remarks == ["Something is closed."])
    #expect(account.title == "Testshire")
    #expect(account.day == (try day("2024-03-31")))
  }

  @Test(arguments: ["", "{", "[]", #"{"title": "North", "day": "2024-03-31", "owed": []}"#])
  func whatIsNoAccountIsNotTakenUp(text: String) {
    #expect(AreaAccount(kept: Array(text.utf8)) == nil)
  }
}

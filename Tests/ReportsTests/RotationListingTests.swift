import Reports
import Safeguarding
import Testing

@Suite struct RotationListingTests {
  @Test(arguments: [(nil, 4), ("2024-06-30", 2), ("2027-01-01", 5)] as [(String?, Int)])
  func laysThePatternOutUntilADay(until: String?, count: Int) throws {
    let listing = try RotationListing(
      SmallWorkspace.read(), on: day("2024-03-31"), until: until.map { try day($0) }
    ).listing
    let firsts = ["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]
    #expect(try listing.texts("from") == Array(firsts.prefix(count)))
    #expect(
      try listing.texts("agency")
        == Array(["council", "police", "council", "police", "council"].prefix(count)))
    #expect(try listing.texts("status").allSatisfy { $0 == "projected" })
    #expect(try listing.texts("body").allSatisfy { $0 == "Testshire Board" })
  }

  @Test func endsWithItsGroup() throws {
    var workspace = try SmallWorkspace.read()
    var group = try #require(workspace.groups["board"])
    group.to = .init("2024-12-31")
    workspace.groups = .init()
    workspace.groups.append(group)
    let listing = try RotationListing(workspace, on: day("2024-03-31")).listing
    #expect(try listing.texts("from") == ["2023-01-01", "2024-01-01"])
  }

  @Test func refusesAnUnknownPartnership() throws {
    let workspace = try SmallWorkspace.read()
    #expect(throws: ReportError.self) {
      try RotationListing(workspace, on: try day("2024-03-31"), partnership: "tspc")
    }
  }
}

import JSONDocument
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

  @Test func saysHowLongWhyAndWhatIsToBeDone() throws {
    var workspace = try SmallWorkspace.read()
    var group = try #require(workspace.groups["board"])
    group.rotation?.handover = ["Brief", "Sign"]
    workspace.groups = .init()
    workspace.groups.append(group)
    var term = ChairTerm()
    (term.id, term.group, term.status) = ("t1", "board", .held)
    (term.from, term.to) = (.init("2024-01-01"), .init("2024-09-30"))
    term.reason = "An independent chair was asked to step in."
    term.title = "Independent Chair"
    var item = HandoverItem(title: "Tell everybody")
    (item.doneOn, item.by) = (.init("2024-01-02"), "the manager")
    term.handover = [item]
    workspace.chairTerms.append(term)
    let listing = try RotationListing(workspace, on: day("2024-03-31")).listing
    #expect(
      try listing.texts("from") == [
        "2023-01-01", "2024-01-01", "2024-10-01", "2025-01-01", "2026-01-01",
      ])
    #expect(try listing.texts("agency") == ["council", "null", "police", "council", "police"])
    #expect(try listing.texts("chair") == ["null", "Independent Chair", "null", "null", "null"])
    #expect(try listing.texts("days") == ["365", "274", "92", "365", "365"])
    #expect(try listing.texts("reason")[1] == "An independent chair was asked to step in.")
    let lists = try listing.readBack().map { row in row["handover"]?.elements.map(\.self) ?? [] }
    #expect(
      lists.map { $0.map { $0["title"]?.string } } == [
        [], ["Tell everybody"], ["Brief", "Sign"], [], [],
      ])
    #expect(lists.map { $0.map { $0["done"]?.boolean } } == [[], [true], [false, false], [], []])
    #expect(lists[1].first?["doneOn"]?.string == "2024-01-02")
    #expect(lists[1].first?["by"]?.string == "the manager")
  }

  @Test func aGapHasItsDays() throws {
    var workspace = try SmallWorkspace.read()
    var term = ChairTerm()
    (term.id, term.group, term.agency, term.status) = ("t1", "board", "council", .held)
    (term.from, term.to) = (.init("2023-01-01"), .init("2023-11-30"))
    workspace.chairTerms.append(term)
    let listing = try RotationListing(
      workspace, on: day("2024-03-31"), until: day("2024-01-01")
    ).listing
    #expect(try listing.texts("status") == ["held", "notRecorded", "projected"])
    #expect(try listing.texts("days") == ["334", "31", "366"])
    #expect(try listing.texts("agency") == ["council", "null", "police"])
  }

  @Test func refusesAnUnknownPartnership() throws {
    let workspace = try SmallWorkspace.read()
    #expect(throws: ReportError.self) {
      try RotationListing(workspace, on: try day("2024-03-31"), partnership: "tspc")
    }
  }

  /// Who share a chair stand in a row each, both now, with their own times and lists.
  @Test func whoShareAChairStandInARowEach() throws {
    var workspace = try SmallWorkspace.read()
    for (id, agency, to) in [("t1", "council", "2024-12-31"), ("t2", "police", "2024-06-30")] {
      var term = ChairTerm()
      (term.id, term.group, term.agency, term.status) = (id, "board", Reference(agency), .held)
      (term.from, term.to) = (.init("2024-01-01"), .init(to))
      workspace.chairTerms.append(term)
    }
    let listing = try RotationListing(workspace, on: day("2024-03-31")).listing
    #expect(try listing.texts("agency").prefix(4) == ["council", "police", "council", "council"])
    #expect(
      try listing.texts("to").prefix(4) == [
        "2023-12-31", "2024-06-30", "2024-12-31", "2025-12-31",
      ])
    #expect(try listing.texts("days").prefix(4) == ["365", "182", "366", "365"])
    #expect(
      try listing.readBack().map { $0["now"]?.boolean }.prefix(4) == [false, true, true, false])
    let status = StatusReport(workspace, on: try day("2024-03-31")).lines.joined(separator: "\n")
    #expect(status.contains("Testshire Police and Testshire Council"), "\(status)")
  }
}

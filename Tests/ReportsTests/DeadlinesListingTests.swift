import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct DeadlinesListingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var isOverdue = false
    var within: Int?
    var partnership: String?
    var group: String?
    let ids: [String]

    var testDescription: String { ids.joined(separator: " ") }
  }

  static let everything = [
    "action-due:a1", "action-due:a3", "papers-due:m2", "obligation-due:report", "action-due:a2",
    "chair-handover:board",
  ]

  @Test(arguments: [
    Case(ids: everything),
    Case(isOverdue: true, ids: ["action-due:a1"]),
    Case(within: 0, ids: ["action-due:a1"]),
    Case(within: 8, ids: ["action-due:a1", "papers-due:m2"]),
    Case(within: 7, ids: ["action-due:a1"]),
    Case(group: "board", ids: everything.filter { $0 != "obligation-due:report" }),
    Case(partnership: "tscp", ids: everything),
  ])
  func filters(expected: Case) throws {
    var filter = DeadlinesListing.Filter()
    filter.isOverdue = expected.isOverdue
    filter.within = expected.within
    (filter.partnership, filter.group) = (expected.partnership, expected.group)
    let listing = try DeadlinesListing(
      SmallWorkspace.read(), on: day("2024-03-31"), filter: filter
    ).listing
    #expect(try listing.texts("id") == expected.ids)
  }

  @Test func keepsTheKeysOfTheContract() throws {
    let listing = try DeadlinesListing(SmallWorkspace.read(), on: day("2024-03-31")).listing
    let first = try #require(listing.readBack().first)
    #expect(
      first.members.map(\.key) == [
        "id", "title", "kind", "rule", "due", "status", "workingDays", "owner", "group",
        "partnerships", "dueText", "because", "illustrative",
      ])
    #expect(first["due"]?.string == "2024-03-01")
    #expect(first["status"]?.string == "overdue")
    #expect(first["workingDays"]?.integer == -19)
    #expect(first["partnerships"]?[0]?.string == "tscp")
    #expect(first["illustrative"]?.boolean == true)
  }

  @Test func namesTheLastDayOfAMonth() throws {
    let listing = try DeadlinesListing(SmallWorkspace.read(), on: day("2024-03-31")).listing
    let report = try #require(
      listing.readBack().first { $0["id"]?.string == "obligation-due:report" })
    #expect(report["due"]?.string == "2024-09-30")
    #expect(report["dueText"]?.string == "Sep 2024")
    #expect(listing.written(as: .csv).contains(",'=Annual report,"))
  }

  @Test(arguments: [
    ("bord", "No record is a group with the id \"bord\". Did you mean \"board\"?"),
    ("something-else", "No record is a group with the id \"something-else\". Known: board."),
  ])
  func namesTheNearestGroup(id: String, sentence: String) throws {
    var filter = DeadlinesListing.Filter()
    filter.group = id
    let workspace = try SmallWorkspace.read()
    #expect(throws: ReportError(sentence: sentence)) {
      try DeadlinesListing(workspace, on: try day("2024-03-31"), filter: filter)
    }
  }
}

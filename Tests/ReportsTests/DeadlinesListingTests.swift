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
    var rule: String?
    let ids: [String]

    var testDescription: String { ids.joined(separator: " ") }
  }

  static let everything = [
    "action-due:a1", "action-due:a3", "papers-due:m2", "minutes-agreed:m1",
    "obligation-due:report", "action-due:a2", "chair-handover:board",
  ]

  @Test(arguments: [
    Case(ids: everything),
    Case(isOverdue: true, ids: ["action-due:a1"]),
    Case(within: 0, ids: ["action-due:a1"]),
    Case(within: 8, ids: ["action-due:a1", "papers-due:m2"]),
    Case(within: 7, ids: ["action-due:a1"]),
    Case(within: 15, ids: ["action-due:a1", "papers-due:m2", "minutes-agreed:m1"]),
    Case(group: "board", ids: everything.filter { $0 != "obligation-due:report" }),
    Case(partnership: "tscp", ids: everything),
    Case(rule: "action-due", ids: ["action-due:a1", "action-due:a3", "action-due:a2"]),
    Case(isOverdue: true, rule: "papers-due", ids: []),
  ])
  func filters(expected: Case) throws {
    var filter = DeadlinesListing.Filter()
    filter.isOverdue = expected.isOverdue
    filter.within = expected.within
    (filter.partnership, filter.group) = (expected.partnership, expected.group)
    filter.rule = expected.rule
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
        "partnerships", "dueText", "because", "illustrative", "standing", "start", "firstDue",
        "doneOn", "distance", "unit", "provisional", "steps", "basis", "distanceText",
        "mostLate",
      ])
    #expect(first["due"]?.string == "2024-03-01")
    #expect(first["status"]?.string == "overdue")
    #expect(first["workingDays"]?.integer == -19)
    #expect(first["partnerships"]?[0]?.string == "tscp")
    #expect(first["illustrative"]?.boolean == true)
    #expect(first["standing"]?.string == "overdue by 19 wd")
    #expect(first["distance"]?.integer == -19)
    #expect(first["unit"]?.string == "workingDay")
    #expect(first["provisional"]?.boolean == false)
    #expect(first["because"]?.string?.contains("due Fri 1 Mar 2024") == true)
    let steps = (first["steps"]?.elements.compactMap(\.string)) ?? []
    #expect(steps.last == "As at Sun 31 Mar 2024: 19 working days late.")
  }

  @Test func speaksAsTheScreensDoInTextAndKeepsItsWordsForPrograms() throws {
    let listing = try DeadlinesListing(SmallWorkspace.read(), on: day("2024-03-31")).listing
    let lines = listing.written(as: .text).split(separator: "\n")
    let late = try #require(lines.first { $0.hasPrefix("overdue") })
    #expect(late.contains("30 days late"))
    #expect(late.contains("Fri  1 Mar"))
    #expect(late.hasSuffix("Write, then \"send\""))
    #expect(!listing.written(as: .text).contains(" wd"))
    let first = try #require(listing.readBack().first)
    #expect(first["distanceText"]?.string == "19 wd late")
    #expect(first["dueText"]?.string == "1 Mar 2024")
  }

  @Test func namesTheLastDayOfAMonth() throws {
    let listing = try DeadlinesListing(SmallWorkspace.read(), on: day("2024-03-31")).listing
    let report = try #require(
      listing.readBack().first { $0["id"]?.string == "obligation-due:report" })
    #expect(report["due"]?.string == "2024-09-30")
    #expect(report["dueText"]?.string == "Sep 2024")
    #expect(listing.written(as: .csv).contains(",'=Annual report,"))
  }

  /// Months are counted in days; what waits for nothing has neither distance nor unit.
  @Test func tellsTheUnit() throws {
    let listing = try DeadlinesListing(SmallWorkspace.read(), on: day("2024-03-31")).listing
    let rows = try listing.readBack()
    let minutes = try #require(rows.first { $0["id"]?.string == "minutes-agreed:m1" })
    #expect(minutes["start"]?.string == "2024-01-15")
    #expect(minutes["distance"]?.integer == 15)
    #expect(minutes["unit"]?.string == "calendarDay")
    let done = try #require(rows.first { $0["id"]?.string == "action-due:a3" })
    #expect(done["status"]?.string == "done")
    #expect(done["distance"]?.integer == nil)
    #expect(done["unit"]?.string == nil)
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

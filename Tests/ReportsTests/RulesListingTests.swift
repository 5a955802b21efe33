import DataStore
import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct RulesListingTests {
  private static let rules = """
    {"rules": [
      {"id": "visit", "title": "Visit", "form": "meeting", "says": "A visit follows.",
       "trigger": "meetingHeld", "offset": 5, "unit": "workingDay", "tolerance": 2,
       "weekend": "nextWorkingDay", "partnerships": ["tscp"], "groups": ["board"],
       "owners": [{"agency": "council"}], "recipients": ["Inspectors", "Partners"],
       "oneFor": "eachRecipient", "authority": "Agreement", "confidence": "unconfirmed",
       "from": "2020", "note": "Look twice."},
      {"id": "visit-of-2025", "title": "Visit, new", "form": "meeting", "says": "A visit follows.",
       "trigger": "meetingHeld", "offset": 1, "unit": "week", "replaces": "visit"},
      {"id": "letter", "title": "Letter", "form": "report", "says": "A letter is written.",
       "trigger": "reminder", "reason": "No day is set."},
      {"id": "return", "title": "Return", "form": "data", "says": "Data is sent.",
       "trigger": "periodEnds", "period": "quarter", "offset": 0, "unit": "calendarDay"},
      {"id": "sessions", "title": "Sessions", "form": "training", "says": "There are sessions.",
       "trigger": "meetingsInPeriod", "period": "calendarYear", "times": 3, "offset": 0,
       "unit": "calendarDay", "groups": ["board"]},
      {"id": "report", "title": "Report", "form": "report", "says": "A report is published.",
       "trigger": "periodEnds", "offset": 6, "unit": "month", "monthsRunTo": "endOfMonth",
       "meetingOf": "board"},
      {"id": "share", "title": "Share", "form": "meeting", "says": "It is counted.",
       "trigger": "definition", "offset": 15, "unit": "workingDay"}]}
    """

  private static func workspace() throws -> Workspace {
    let files = SmallWorkspace.files + [("rules.json", rules)]
    let workspace = WorkspaceReader(files: files.map { ($0.0, Array($0.1.utf8)) }).read()
    try #require(workspace.faults.map(\.sentence) == [])
    return workspace
  }

  @Test func listsWhatRecordsImplyAndThenTheData() throws {
    let listing = try RulesListing(Self.workspace())
    #expect(listing.lines == nil)
    let rows = try listing.listing.readBack()
    let own = rows.filter { $0["builtIn"]?.boolean == false }
    #expect(
      own.map { $0["id"]?.string }
        == ["visit", "visit-of-2025", "letter", "return", "sessions", "report", "share"])
    #expect(rows.count > own.count && rows.suffix(own.count).map(\.spelling) == own.map(\.spelling))
    #expect(rows.first?["builtIn"]?.boolean == true)
  }

  @Test func holdsWhatARuleSays() throws {
    let rows = try RulesListing(Self.workspace(), id: "visit").listing.readBack()
    let rule = try #require(rows.first)
    #expect(rows.count == 1)
    #expect(rule["kind"]?.string == "meeting" && rule["trigger"]?.string == "meetingHeld")
    #expect(rule["due"]?.string == "5 working days after a meeting was held")
    #expect(rule["offset"]?.integer == 5 && rule["unit"]?.string == "workingDay")
    #expect(rule["tolerance"]?.integer == 2 && rule["weekend"]?.string == "nextWorkingDay")
    #expect(rule["partnerships"]?[0]?.string == "tscp" && rule["groups"]?[0]?.string == "board")
    #expect(rule["owners"]?.string == "Testshire Council")
    #expect(rule["recipients"]?.elements.map(\.string) == ["Inspectors", "Partners"])
    #expect(rule["from"]?.string == "2020" && rule["to"]?.isNull == true)
    #expect(rule["replacedBy"]?.elements.map(\.string) == ["visit-of-2025"])
    let newer = try RulesListing(Self.workspace(), id: "visit-of-2025").listing.readBack()
    #expect(newer.first?["replaces"]?.string == "visit")
    #expect(newer.first?["offset"]?.integer == 1)
  }

  @Test func printsARuleInFull() throws {
    let lines = try #require(try RulesListing(Self.workspace(), id: "visit").lines)
    #expect(lines.prefix(3) == ["Visit", "5 working days after a meeting was held.", ""])
    #expect(
      Self.rows(lines) == [
        "Kind meeting", "What it asks for A visit follows.", "Counted from a meeting was held",
        "Bank holidays of England and Wales",
        "First day counted the day after the event is the first that can count",
        "On a weekend a due date on a weekend or bank holiday moves to the next working day",
        "Late allowed 2", "One, or one each one for each who receives it",
        "Owners Testshire Council",
        "Goes to Inspectors", "Partners", "Authority Agreement", "In force from 2020",
        "How sure unconfirmed", "Holds for TSCP", "Groups it holds for Testshire Board",
        "Note Look twice.", "Replaced by Visit, new (masa rules visit-of-2025)",
        "Deadlines masa deadlines --rule visit",
      ])
  }

  /// What has no meaning for a rule, such as a period where nothing returns, is not printed.
  @Test(arguments: [
    ("letter", ["Kind", "What it asks for", "How sure", "Why no date", "Deadlines"]),
    (
      "return",
      ["Kind", "What it asks for", "Counted from", "Once in each", "How sure", "Deadlines"]
    ),
    (
      "sessions",
      [
        "Kind", "What it asks for", "Counted from", "Once in each", "How many in each", "How sure",
        "Groups it holds for", "Deadlines",
      ]
    ),
    // What it leaves out, it has from the rule whose place it takes.
    (
      "visit-of-2025",
      [
        "Kind", "What it asks for", "Counted from", "Owners", "Goes to", "", "How sure",
        "In place of",
        "Deadlines",
      ]
    ),
    (
      "share",
      [
        "Kind", "What it asks for", "How many", "Counted in", "Before or after", "Bank holidays of",
        "First day counted", "How sure",
      ]
    ),
  ])
  func leavesOutWhatDoesNotMatter(id: String, labels: [String]) throws {
    let lines = try #require(try RulesListing(Self.workspace(), id: id).lines)
    let width = labels.map(\.count).max() ?? 0
    let found = lines.dropFirst(3).map { line in
      String(line.prefix(width).reversed().drop { $0 == " " }.reversed())
    }
    #expect(found == labels)
  }

  @Test func saysHowMonthsAreCounted() throws {
    let rows = try RulesListing(Self.workspace()).listing.readBack()
    let months = rows.suffix(2).map { $0["monthsRunTo"]?.string }
    #expect(months == ["endOfMonth", "correspondingDay"])
    #expect(rows.suffix(2).first?["meetingOf"]?.string == "board")
    let lines = try #require(try RulesListing(Self.workspace(), id: "report").lines)
    #expect(lines[1] == "At the end of the 6th month after the financial year ends.")
    #expect(Self.rows(lines).contains("Months run to the end of the month"))
    #expect(Self.rows(lines).contains("Meetings of Testshire Board"))
  }

  @Test(arguments: [
    ("visitt", "No rule has the id \"visitt\". Did you mean \"visit\"? List them with: masa rules"),
    (
      "action-do",
      "No rule has the id \"action-do\". Did you mean \"action-due\"? "
        + "List them with: masa rules"
    ),
    ("something-else", "No rule has the id \"something-else\". List them with: masa rules"),
  ])
  func namesTheNearestRule(id: String, sentence: String) throws {
    let workspace = try Self.workspace()
    #expect(throws: ReportError(sentence: sentence)) { try RulesListing(workspace, id: id) }
    var filter = DeadlinesListing.Filter()
    filter.rule = id
    #expect(throws: ReportError(sentence: sentence)) {
      try DeadlinesListing(workspace, on: try day("2024-03-31"), filter: filter)
    }
  }

  /// The lines below the heading with single blanks.
  private static func rows(_ lines: [String]) -> [String] {
    lines.dropFirst(3).map { $0.split(separator: " ").joined(separator: " ") }
  }
}

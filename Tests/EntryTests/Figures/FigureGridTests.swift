import Entry
import FigureFiles
import Safeguarding
import Testing

/// The figures of an agency's quarter: what its rows are, what is found in them, and what saves them.
@Suite struct FigureGridTests {
  private let grid = FigureGridFixture.grid()

  @Test func aRowStandsForEachIndicatorAndEachPartThatItHadBefore() {
    #expect(
      grid.rows.map(\.key) == [
        "plans", "plans|Age=0 to 4", "plans|Age=5 to 17", "repeat", "again", "referrals", "rate",
        "waits",
      ])
    #expect(grid.period.words == "Q1 2024/25")
    #expect(grid.rows[0].past.latest?.value?.number == 302)
    #expect(grid.rows[1].past.latest?.value?.number == 120)
    #expect(grid.owed.map(\.id) == ["council-q1"] && grid.isReceived)
    #expect(FigureGridFixture.grid("police").rows.map(\.key) == ["calls"])
    #expect(FigureGridFixture.grid("police").noMark.contains("nothing to mark"))
    #expect(FigureGridFixture.grid("").rows.map(\.key) == ["loose"])
  }

  /// A figure that is typed, the check that finds something, whether that lets it be saved with a comment.
  @Test(arguments: [
    (["repeat": "120"], "repeat", "figures fit their unit", true),
    (["repeat": "-1"], "repeat", "figures fit their unit", true),
    (["waits": "-2"], "waits", "figures fit their unit", false),
    (["plans": "12 %"], "plans", "figures fit their unit", true),
    (["plans": "340"], "plans", "figures lie where they used to", false),
    (["plans": "260"], "plans", "figures lie where they used to", false),
    (["referrals": "1300"], "referrals", "figures lie where they used to", false),
    (["referrals": "40"], "referrals", "figures lie where they used to", false),
    (["repeat": "50 (41/40)"], "repeat", "numerators are within their denominators", true),
    (["repeat": "50 (10/40)"], "repeat", "numerators are within their denominators", false),
    (
      ["repeat": "20", "again": "90", "referrals": "300"], "repeat",
      "numerators are within their denominators", false
    ),
    (
      ["repeat": "99", "again": "390", "referrals": "350"], "repeat",
      "numerators are within their denominators", false
    ),
    (
      ["plans": "301", "plans|Age=0 to 4": "120", "plans|Age=5 to 17": "190"], "plans",
      "parts sum to their whole", false
    ),
    (["repeat": "22.55"], "repeat", "figures have no more decimals than they should", false),
    (["plans": "301.5"], "plans", "figures have no more decimals than they should", false),
    (["plans": "abc"], "plans", "values are numbers, or signs for why there is none", true),
    (["waits": "1.234"], "waits", "points and commas in numbers have one meaning", true),
  ])
  func eachCheckFindsWhatItIsFor(
    _ typed: [String: String], _ key: String, _ name: String, _ isFault: Bool
  ) throws {
    let state = try #require(grid.typing(typed).state(key))
    let finding = try #require(
      state.findings.first { $0.name == name }, "\(state.findings.map(\.name))")
    #expect(finding.isFault == isFault && finding.isOfTyped)
    #expect(finding.sentence.hasSuffix("."), "\(finding.sentence)")
    #expect(state.isFaulty == isFault)
    if isFault { return }
    #expect(state.needsComment)
    let said = try #require(
      grid.typing(typed, comments: [key: "Two schools came late"]).state(key))
    #expect(!said.needsComment && !said.isFaulty)
  }

  /// What is usual is let pass without a word.
  @Test(arguments: [
    ["plans": "301"], ["plans": "303"], ["repeat": "60"], ["repeat": "12.6"],
    ["referrals": "1,199"],
    ["referrals": "134"], ["waits": "7"], ["repeat": "22.5", "again": "90", "referrals": "400"],
    ["plans": "301", "plans|Age=0 to 4": "119", "plans|Age=5 to 17": "182"],
    ["plans": "301", "plans|Age=0 to 4": "*", "plans|Age=5 to 17": "190"],
    ["rate": "45.2"], ["rate": "45.2 (290/64159)"], ["repeat": "12/40"], ["plans": ".."],
  ])
  func whatIsUsualPasses(_ typed: [String: String]) {
    let states = grid.typing(typed).states
    #expect(states.flatMap(\.findings).map(\.sentence) == [])
    #expect(states.allSatisfy { !$0.isFaulty && !$0.needsComment })
  }

  /// A comment is held against the same signs as every other text.
  @Test(arguments: [
    ("born 12/03/2010", "a date of birth"), ("at ME14 1XQ", "a full postcode"),
    ("Jo Bloggs, aged 7", "the name of a child with its age"), ("999 000 1111", "an NHS number"),
  ])
  func aCommentThatMayTellWhoAChildIsIsNamed(comment: String, kind: String) throws {
    let states = grid.typing(["plans": "301"], comments: ["plans": comment]).states
    let found = states.flatMap(\.findings)
    #expect(
      found.map(\.sentence) == [
        "The comment holds what may be \(kind), and no child's details belong here."
      ])
    #expect(found.allSatisfy { !$0.isFault })
  }

  @Test func oneEditKeepsAllFiguresAndMarksTheReturn() throws {
    var typed = grid.typing(
      ["plans": "340", "repeat": "12/40", "waits": "at least 12"], comments: ["plans": "A move in"])
    let changes = try typed.changes(in: FigureGridFixture.workspace, on: FigureGridFixture.day)
    let added = changes.filter { $0.field == nil }.compactMap(\.to)
    #expect(
      added.map { $0["id"]?.text } == [
        "plans-2024-25-q1", "repeat-2024-25-q1", "waits-2024-25-q1",
      ])
    #expect(added[0]["analysis"] == .text("A move in"))
    #expect(added[1]["value"] == .number("30.0") && added[1]["numerator"] == .number("12"))
    #expect(added.allSatisfy { $0["agency"] == .text("council") })
    #expect(added.allSatisfy { $0["periodLabel"] == .text("Q1 2024/25") })
    #expect(Set(changes.map(\.document)).count == 2)
    let mark = changes.filter { $0.record == RecordID(Submission.kind, "council-q1") }
    #expect(
      mark.map(\.field) == ["receivedOn", "status"]
        || mark.map(\.field) == ["status", "receivedOn"])
    typed.isReceived = false
    #expect(
      try typed.changes(in: FigureGridFixture.workspace, on: FigureGridFixture.day).count == 3)
  }

  @Test func whatIsThereIsPutRightWhereItStandsAndBlankLeavesIt() throws {
    let march = CalendarDate(year: 2024, month: 4, day: 2) ?? FigureGridFixture.day
    let grid = FigureGridFixture.grid(ended: march)
    #expect(grid.rows.map(\.texts.value) == ["302", "120", "182", "22.5", "90", "400", "44.1", ""])
    #expect(grid.changedCount == 0 && grid.blankCount == 1)
    let typed = grid.typing(["plans": "303", "repeat": ""], comments: ["again": "Late"])
    let changes = try typed.changes(in: FigureGridFixture.workspace, on: march)
    #expect(
      changes.map { "\($0.record.id) \($0.field ?? "")" } == [
        "plans-11 value", "again-last analysis",
      ])
    #expect(changes[0].to == .number("303") && changes[1].to == .text("Late"))
  }

  @Test func figuresOfAFileAreComparedWithTheSameHistory() throws {
    let text = "Indicator,Period,Value\nReferrals,Q1 2024-25,1300\nRepeat referrals,Q1 2024-25,22\n"
    var wishes = FigureImport.Wishes()
    wishes.agency = "council"
    let found = FigureImport(
      try FigureReader.read(Array(text.utf8)), FigureGridFixture.workspace, wishes)
    let check = try #require(
      found.checks.first { $0.name == PeriodCheck.Name.range.rawValue })
    #expect(check.count == 1 && !check.isGrave && found.isSound)
    #expect(
      check.faults.map(\.sentence) == [
        "Referrals, Q1 2024-25: 1,300 after 400 in Jan-Mar 2024, 3.3 times as much."
      ])
  }

  @Test func aCommentWithoutAFigureIsNotDropped() throws {
    let state = try #require(grid.typing([:], comments: ["waits": "Not counted"]).state("waits"))
    #expect(state.isFaulty)
    #expect(grid.typing(["waits": ".."], comments: ["waits": "Not counted"]).changedCount == 1)
  }
}

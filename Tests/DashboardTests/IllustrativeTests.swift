import Dashboard
import DataStore
import Reports
import Safeguarding
import TerminalUI
import Testing

/// Whatever is drawn from a record that illustrates has its mark: rows, sums, averages, in every format.
///
/// The folder is the sample with one such record of each kind. It is compared with one in which those
/// records are not there: what says something else has to have the mark.
@Suite struct IllustrativeTests {
  static let places: [Place] =
    panes.map { Place($0.id) }
    + [
      "mscp-executive", "mscp-pmqa", "mscp-learning-lessons", "mscp-accountable-officers",
    ].map { Place(GroupsPane.id, [$0]) }
    + ["of/mscp", "of/kscmp"].map {
      Place(ExecutivePane.id, $0.split(separator: "/").map(String.init))
    }
    + ["isabel", "faith", "illustration-c"].map { Place(ReviewsPane.id, [$0]) }
    + ["meeting", "action", "obligation", "indicator", "value", "submission", "review", "group"]
    .map { Place(RecordsPane.id, [$0]) }
    + [Place(SincePane.id), Place(FirstStepsPane.id)]

  /// The mark as a screen has it, and as it is said.
  private static func isMarked(_ line: String) -> Bool {
    line.contains(illustrativeMark) || line.contains("illustrative")
  }

  private static func withoutBlanks(_ line: String) -> String {
    line.split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: places)
  func whatRestsOnARecordThatIllustratesIsMarked(place: Place) {
    // How many blanks stand between two texts follows from the widest of a list.
    func lines(_ area: Area) -> [String] {
      area.dashboard(at: place).plainLines.map(Self.withoutBlanks)
    }
    let shown = lines(.illustrating)
    var known = Dictionary(lines(.without).map { ($0, 1) }, uniquingKeysWith: +)
    if Self.isMarked(shown[0]) { return }
    for line in shown where !line.isEmpty {
      if let count = known[line], count > 0 {
        known[line] = count - 1
      } else {
        #expect(Self.isMarked(line), "\(place): \(line)")
      }
    }
  }

  /// Where nothing illustrates, nothing has the mark.
  @Test(arguments: places)
  func nothingElseIsMarked(place: Place) {
    let lines = Area.without.dashboard(at: place).plainLines
    #expect(lines.allSatisfy { !Self.isMarked($0) }, "\(lines.filter(Self.isMarked))")
  }

  @Test func theCountsBehindTheTabsAreMarked() {
    func tabs(_ area: Area) -> String {
      var dashboard = area.dashboard(at: Place(OverviewPane.id))
      return dashboard.draw(in: Size(120, 40)).rows[1]
    }
    let (row, other) = (tabs(.illustrating), tabs(.without))
    #expect(row != other && Self.isMarked(row), "\(row)")
  }

  @Test func theReportOfStatusIsMarked() {
    func lines(_ area: Area) -> [String] {
      StatusReport(area.workspace, on: Fixture.marchEnd).lines.map(Self.withoutBlanks)
    }
    let known = Set(lines(.without))
    // Which of those that are published are among the first, and how much of them is shown, follows
    // from the others.
    let owed = Area.without.workspace.deadlines(on: Fixture.marchEnd).map {
      String($0.title.prefix(20))
    }
    for line in lines(.illustrating)
    where !known.contains(line) && !owed.contains(where: line.contains) {
      #expect(line.contains("°"), "\(line) is not among \(lines(.without))")
    }
  }

  /// A part of a record can illustrate, while the record does not.
  @Test func thePartsThatIllustrateAreMarked() {
    let content = Area.illustrating.dashboard(at: Place(GroupsPane.id, ["mscp-cfag"])).content
    let facts = content.panels.flatMap { panel -> [Fact] in
      if case .facts(let facts) = panel.body { facts } else { [] }
    }
    let (terms, others) = (
      facts.filter { $0.label.hasPrefix("Terms") }, facts.filter { $0.label == "Name" }
    )
    #expect(!terms.isEmpty && !others.isEmpty, "\(facts.map(\.label))")
    #expect(terms.allSatisfy { $0.lines.allSatisfy { Self.isMarked($0.plain) } })
    #expect(others.allSatisfy { $0.lines.allSatisfy { !Self.isMarked($0.plain) } })
  }

  /// In a table for programs the field says it.
  @Test func theRowsOfListingsSayIt() throws {
    let day = Fixture.marchEnd
    func listings(_ workspace: Workspace) throws -> [Listing] {
      [
        try ActionsListing(workspace, on: day).listing,
        try DeadlinesListing(workspace, on: day).listing,
        IndicatorsListing(workspace, on: day).listing,
        try RotationListing(workspace, on: day).listing,
        try IndicatorsListing(workspace, of: "rapid-reviews", on: day).listing,
      ]
        + Kinds.all.map {
          RecordsListing($0, in: RecordContext(workspace, day: day), as: .json).listing
        }
    }
    let both = zip(
      try listings(Area.illustrating.workspace), try listings(Area.without.workspace))
    var found = 0
    for (listing, other) in both {
      let field = listing.columns.firstIndex { $0.key == "illustrative" }
      let known = Set(other.rows)
      for row in listing.rows where !known.contains(row) {
        found += 1
        // A part that illustrates says it itself, within the field that holds it.
        let isPart = field == nil && "\(row)".contains("llustrat")
        #expect(isPart || field.map { row[$0] } == .boolean(true), "\(row)")
      }
    }
    #expect(found > 10)
  }

  @Test func theEventsOfACalendarSayIt() {
    func events(_ workspace: Workspace) -> [CalendarEvent] {
      let day = Fixture.marchEnd
      return DeadlinesCalendar(
        workspace.deadlines(on: day), of: workspace, on: day, version: "1",
        stamp: CalendarStamp(secondsSince1970: 0)
      ).file.events
    }
    let known = Set(events(Area.without.workspace).map { "\($0.uid) \($0.day) \($0.summary)" })
    let new = events(Area.illustrating.workspace).filter {
      !known.contains("\($0.uid) \($0.day) \($0.summary)")
    }
    #expect(!new.isEmpty)
    for event in new {
      #expect(event.summary.contains("illustrative"), "\(event.summary)")
      #expect(event.description.contains("Illustrative"), "\(event.summary)")
    }
  }

  /// Comparing day by day marks what comparing each with the one of its id marks, in whatever order a day's are found.
  @Test(arguments: [1, 7, 30, 365, 3650])
  func marksAreThoseOfComparingEachByItsID(days: Int) throws {
    let workspace = Area.illustrating.workspace
    let day = try #require(CalendarDate(iso: "2024-03-31")).adding(days: days - 30)
    let published = try #require(workspace.published)
    let own = workspace.owed(on: day, under: nil)
    let others = published.owed(on: day, under: nil)
    let known = Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byID = own.map { deadline in
      deadline.isIllustrative || known[deadline.id].map(deadline.saysTheSame) != true
    }
    #expect(own.marked(against: others).map(\.isIllustrative) == byID)
    #expect(own.marked(against: others.reversed()).map(\.isIllustrative) == byID)
    #expect(byID.contains(true) && byID.contains(false))
  }
}

/// The sample with nothing that illustrates but one record of each kind, and the same without those.
private enum Area {
  case illustrating, without

  /// The records that illustrate, by their files.
  private static let chosen: [(file: String, id: String)] = [
    ("groups/mscp-executive/meetings.json", "mscp-executive-2024-01-25"),
    ("groups/mscp-executive/actions.json", "mscp-executive-a1"),
    ("partnerships/mscp/obligations.json", "mscp-illustrative-audit-tool-guide"),
    ("dataset/mscp-2023-24.json", "exploitation-champions"),
    ("dataset/values/mscp-2022.json", "rapid-reviews-2022-23"),
    ("dataset/submissions.json", "dataset-2023-24-q4-kent-police"),
  ]
  private static let review = "reviews/illustration-c.json"
  private static let group = "groups/mscp-cfag/group.json"
  private static let executive = "groups/mscp-executive/group.json"

  private static let both: (illustrating: Workspace, without: Workspace) = {
    var with: [(path: String, bytes: [UInt8])] = []
    var without: [(path: String, bytes: [UInt8])] = []
    for (path, bytes) in Fixture.sampleFiles {
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing(#""illustrative": true"#, with: #""illustrative": false"#)
        .replacing(#""handoverIllustrates": true"#, with: #""handoverIllustrates": false"#)
      var (marked, removed) = (text, Optional(text))
      for (file, id) in chosen where file == path {
        marked = marked.replacing(
          #""id": "\#(id)","#, with: #""id": "\#(id)", "illustrative": true,"#)
        marked = marked.withoutSecondFlag(after: id)
        removed = removed?.withoutObject(holding: #""id": "\#(id)","#)
      }
      if path == review {
        marked = text.replacing(#""illustrative": false"#, with: #""illustrative": true"#)
        removed = nil
      }
      if path == executive {
        marked = text.replacing(
          #""handoverIllustrates": false"#, with: #""handoverIllustrates": true"#)
        removed = text.replacing(#""handover": ["#, with: #""was": ["#)
      }
      if path == group {
        marked = text.replacing(
          #""termsOfReference": {"#, with: #""termsOfReference": {"illustrative": true,"#)
        removed = text.replacing(#""termsOfReference": {"#, with: #""was": {"#)
      }
      with.append((path, Array(marked.utf8)))
      if let removed { without.append((path, Array(removed.utf8))) }
    }
    var both = (WorkspaceReader(files: with).read(), WorkspaceReader(files: without).read())
    // What refers to the records that are not there is no matter here.
    (both.0.faults, both.1.faults) = ([], [])
    return both
  }()

  var workspace: Workspace { self == .illustrating ? Area.both.illustrating : Area.both.without }

  func dashboard(at place: Place) -> Dashboard {
    Dashboard(
      workspace: workspace, today: Fixture.today,
      themes: [ResolvedTheme(name: "dark") { _ in Style() }], start: place)
  }
}

extension String {
  /// The text without the flag that stood in a record already.
  fileprivate func withoutSecondFlag(after id: String) -> String {
    guard let start = firstRange(of: #""id": "\#(id)","#)?.upperBound,
      let end = self[start...].firstRange(of: #""id": ""#)?.lowerBound,
      let flag = self[start..<end].firstRange(of: ",\n      \"illustrative\": false")
    else { return self }
    return replacingCharacters(in: flag)
  }

  private func replacingCharacters(in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }

  /// The text without the innermost object that holds some words, and the comma beside it.
  fileprivate func withoutObject(holding words: String) -> String {
    guard let found = firstRange(of: words),
      let start = self[..<found.lowerBound].lastIndex(of: "{")
    else { return self }
    var (depth, end, isQuoted) = (0, start, false)
    for index in self[start...].indices {
      switch self[index] {
      case "\"": isQuoted.toggle()
      case "{" where !isQuoted: depth += 1
      case "}" where !isQuoted: depth -= 1
      default: continue
      }
      if depth == 0, !isQuoted, self[index] == "}" {
        end = self.index(after: index)
        break
      }
    }
    if end < endIndex, self[end] == "," {
      return replacingCharacters(in: start..<index(after: end))
    }
    let comma = self[..<start].lastIndex(of: ",") ?? start
    return replacingCharacters(in: comma..<end)
  }
}

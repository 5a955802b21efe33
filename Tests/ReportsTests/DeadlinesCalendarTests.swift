import DataStore
import Reports
import Safeguarding
import Testing

@Suite struct DeadlinesCalendarTests {
  private static let obligations = """
    {"obligations": [
      {"id": "ahead", "partnership": "tscp", "title": "Ahead", "form": "report",
       "due": "2024-06-03", "status": "open", "owners": [{"agency": "police"}]},
      {"id": "month", "partnership": "tscp", "title": "Month", "form": "report", "due": "2024-09",
       "status": "open"},
      {"id": "late", "partnership": "tscp", "title": "Late", "form": "report", "due": "2024-03-04",
       "status": "open", "illustrative": true},
      {"id": "done", "partnership": "tscp", "title": "Done", "form": "report", "due": "2024-03-04",
       "status": "done", "doneOn": "2024-03-05"},
      {"id": "paused", "partnership": "tscp", "title": "Paused", "form": "report",
       "due": "2024-05-01", "status": "open",
       "pause": {"from": "2024-03-01", "because": "Waiting, still."}},
      {"id": "dropped", "partnership": "tscp", "title": "Dropped", "form": "audit",
       "due": "2024-05-01", "status": "dropped"},
      {"id": "unknown", "partnership": "tscp", "title": "Unknown", "form": "report",
       "due": "2024-02-01", "status": "unknown"},
      {"id": "undated", "partnership": "tscp", "title": "Undated", "form": "report",
       "due": {"printed": "soon"}, "status": "open"}]}
    """

  private static func events(
    others: [(String, String)] = [], on iso: String = "2024-03-31"
  ) throws -> [String: CalendarEvent] {
    let files =
      SmallWorkspace.files.filter {
        !$0.0.hasSuffix("obligations.json") && !$0.0.hasPrefix("groups")
          && !$0.0.hasSuffix("partnership.json")
      } + others + [
        (
          "partnerships/tscp/partnership.json",
          #"{"id": "tscp", "name": "Testshire Partnership", "shortName": "TSCP"}"#
        ),
        ("partnerships/tscp/obligations.json", obligations),
      ]
    let workspace = WorkspaceReader(files: files.map { ($0.0, Array($0.1.utf8)) }).read()
    try #require(workspace.faults.map(\.sentence) == [])
    let today = try day(iso)
    let calendar = DeadlinesCalendar(
      workspace.deadlines(on: today), of: workspace, on: today, version: "1",
      stamp: CalendarStamp(today))
    #expect(calendar.file.name == "Testshire")
    return Dictionary(
      uniqueKeysWithValues: calendar.file.events.map { event in
        (String(event.uid.drop { $0 != "." }.dropFirst().prefix { $0 != "@" }), event)
      })
  }

  @Test func whatHasNoDayIsNoEvent() throws {
    #expect(
      try Self.events().keys.sorted() == [
        "ahead", "done", "dropped", "late", "month", "paused", "unknown",
      ])
  }

  @Test(arguments: [
    ("ahead", "Ahead", "2024-06-03", CalendarEvent.Status.confirmed, [1, 7]),
    ("month", "Month", "2024-09-30", .confirmed, [1, 7]),
    ("late", "Late (overdue, illustrative)", "2024-03-04", .confirmed, []),
    ("done", "Done (done late)", "2024-03-04", .confirmed, []),
    ("paused", "Paused (paused)", "2024-05-01", .tentative, []),
    ("dropped", "Dropped (not applicable)", "2024-05-01", .cancelled, []),
    ("unknown", "Unknown (not reported)", "2024-02-01", .confirmed, []),
  ])
  func tellsHowItStands(
    id: String, summary: String, iso: String, status: CalendarEvent.Status, reminders: [Int]
  ) throws {
    let event = try #require(try Self.events()[id])
    #expect(event.summary == summary)
    #expect(event.day == (try day(iso)))
    #expect(event.status == status)
    #expect(event.alarms.map(\.daysBefore) == reminders)
    #expect(!event.isBusy)
  }

  @Test func tellsWhoOwesItAndWhy() throws {
    let ahead = try #require(try Self.events()["ahead"])
    #expect(ahead.description.hasPrefix("Owner: Testshire Police\n"))
    #expect(ahead.description.contains("Due Mon 3 Jun 2024."))
    #expect(ahead.description.contains("As at Sun 31 Mar 2024: "))
    #expect(!ahead.description.contains("Illustrative"))
    #expect(ahead.categories == ["report", "TSCP"])
    let late = try #require(try Self.events()["late"])
    #expect(late.description.hasSuffix("Illustrative: made up, not published."))
    #expect(!late.description.contains("Owner"))
    #expect(try #require(try Self.events()["dropped"]).categories == ["audit", "TSCP"])
  }

  /// How late something is changes every day; a calendar that is read again must not differ for it.
  @Test func aLaterDayChangesNoSummaryThatIsStillTrue() throws {
    let (first, later) = (try Self.events(), try Self.events(on: "2024-04-10"))
    for (id, event) in first {
      #expect(later[id]?.summary == event.summary, "\(id)")
      #expect(later[id]?.uid == event.uid, "\(id)")
    }
  }

  @Test func whichPartnershipIsSaidWhereThereAreSeveral() throws {
    let events = try Self.events(others: [
      (
        "partnerships/other/partnership.json",
        #"{"id": "other", "name": "Other Partnership", "shortName": "OP"}"#
      )
    ])
    #expect(events["ahead"]?.summary == "Ahead (TSCP)")
    #expect(events["late"]?.summary == "Late (TSCP, overdue, illustrative)")
  }
}

import JSONDocument
import Reports
import Safeguarding
import Testing

@Suite struct HistoryListingTests {
  /// Three edits: one of them in two folders, and one that takes another back.
  private static let entries: [JournalEntry] = {
    func entry(
      _ id: String, _ title: String, at time: Int, by user: String, _ changes: [Change],
      undoes: String? = nil, partOf: String? = nil, parts: [String] = []
    ) -> JournalEntry? {
      EntryID(id).map {
        JournalEntry(
          id: $0, title: title, time: time, userID: user == "ann" ? 1001 : 1002, user: user,
          changes: changes, undoes: undoes.flatMap { EntryID($0) },
          partOf: partOf.flatMap { EntryID($0) }, parts: parts.compactMap { EntryID($0) })
      }
    }
    let board = "groups/board/actions.json"
    let tick = Change(
      board, RecordID(ActionItem.kind, "a2"), field: "status", from: .text("open"),
      to: .text("done"))
    let move = [
      Change(
        "groups/audit/actions.json", RecordID(ActionItem.kind, "a1"), from: nil,
        to: .record([StoredValue.Member("id", .text("a1"))])),
      Change(
        board, RecordID(ActionItem.kind, "a1"),
        from: .record([
          StoredValue.Member("id", .text("a1")),
          StoredValue.Member("ours", .list([.number("1.50"), .boolean(true)])),
        ]), to: nil),
    ]
    return [
      entry(
        "groups/audit:1", "Move", at: 1_711_881_667, by: "ann", [move[0]], parts: ["groups/board:1"]
      ),
      entry(
        "groups/board:1", "Move", at: 1_711_881_667, by: "ann", [move[1]], partOf: "groups/audit:1"),
      entry("groups/board:2", "Tick", at: 1_711_968_067, by: "bob", [tick]),
      entry(
        "groups/board:3", "Undo: Tick", at: 1_711_968_068, by: "bob", [tick.inverse],
        undoes: "groups/board:2"),
    ].compactMap(\.self)
  }()

  private func listed(
    _ fill: (inout HistoryListing.Filter) -> Void = { _ in }
  ) -> HistoryListing {
    var filter = HistoryListing.Filter()
    fill(&filter)
    return HistoryListing(Self.entries, names: .none, filter: filter)
  }

  struct Case: Sendable {
    var id: String?
    var user: String?
    var since: Int?
    let ids: [String]
  }

  @Test(arguments: [
    Case(ids: ["groups/audit:1", "groups/board:2", "groups/board:3"]),
    Case(id: "a1", ids: ["groups/audit:1"]), Case(id: "a", ids: []),
    Case(id: "a2", ids: ["groups/board:2", "groups/board:3"]),
    Case(id: "board", ids: ["groups/audit:1", "groups/board:2", "groups/board:3"]),
    Case(id: "groups/audit", ids: ["groups/audit:1"]), Case(id: "oard", ids: []),
    Case(id: "groups/board:2", ids: ["groups/board:2"]),
    Case(user: "ann", ids: ["groups/audit:1"]), Case(user: "An", ids: []),
    Case(user: "1002", ids: ["groups/board:2", "groups/board:3"]),
    Case(since: 1_711_968_068, ids: ["groups/board:3"]),
    Case(since: 1_711_881_667, ids: ["groups/audit:1", "groups/board:2", "groups/board:3"]),
    Case(id: "a2", user: "bob", since: 1_711_968_069, ids: []),
  ])
  func filters(expected: Case) throws {
    let found = listed { ($0.id, $0.user, $0.since) = (expected.id, expected.user, expected.since) }
    #expect(try found.listing.texts("id") == expected.ids)
  }

  @Test func keepsTheKeysOfTheContract() throws {
    let rows = try listed().listing.readBack()
    #expect(
      rows[0].members.map(\.key) == ["id", "at", "user", "uid", "title", "changes", "undoes"])
    #expect(rows[0]["at"]?.string == "2024-03-31T10:41:07Z" && rows[0]["uid"]?.integer == 1001)
    #expect(
      rows[1]["changes"]?[0]?.members.map(\.key) == [
        "document", "kind", "id", "field", "from", "to",
      ])
    #expect(rows[1]["changes"]?[0]?["kind"]?.string == "action")
    #expect(rows[2]["undoes"]?.string == "groups/board:2" && rows[1]["undoes"]?.isNull == true)
    let removed = rows[0]["changes"]?[1]
    #expect(removed?["field"]?.isNull == true && removed?["to"]?.isNull == true)
    #expect(removed?["from"]?["ours"]?[0]?.spelling == "1.50")
    #expect(removed?["from"]?["ours"]?[1]?.boolean == true)
  }

  @Test func peopleReadALineForEachChange() {
    let lines = listed { $0.id = "a2" }.lines(.none) { "at \($0)" }
    #expect(lines[0] == "groups/board:2  at 1711968067  bob  Tick")
    #expect(lines[1].hasPrefix("  ") && lines[1].contains("done"))
    #expect(lines[2].hasSuffix("Undo: Tick (takes back groups/board:2)"))
    #expect(listed { $0.id = "none" }.lines(.none) { "\($0)" } == ["Nothing is listed."])
  }
}

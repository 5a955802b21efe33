import DataStore
import Safeguarding
import Testing

/// What Masa does not know stays in a value that is edited.
@Suite struct StrangeMembersTests {
  private static let path = SmallFolder.actions

  private func store(_ members: String) -> MemoryStore {
    var files = SmallFolder.files.mapValues { Array($0.utf8) }
    files[Self.path] = Array(
      SmallFolder.actions(
        middle: #"{"id": "b", "group": "board", "title": "Two", "status": "open", \#(members)}"#
      ).utf8)
    return MemoryStore(files: files)
  }

  private func text(_ store: MemoryStore) -> String {
    String(decoding: store.bytes(of: Self.path) ?? [], as: UTF8.self)
  }

  /// Changes the action as a form does.
  private func edit(_ store: MemoryStore, _ change: (inout ActionItem) -> Void) throws {
    let before = try #require(try store.read().actions["b"])
    var after = before
    change(&after)
    _ = try store.commit(Edit("Edit", before.changes(to: after, in: Self.path)))
  }

  @Test(arguments: [
    #"{"when": "2024-05-01", "printed": "early May", "x-note": "asked"}"#,
    #"{"when": "2024-05-01", "x-note": "asked"}"#,
    #"{"printed": "1 May 2024", "x-note": "asked"}"#,
  ])
  func ofADate(_ due: String) throws {
    let store = store(#""due": \#(due)"#)
    let day = try #require(CalendarDate(iso: "2024-06-07"))
    try edit(store) { $0.due = ImpreciseDate(day) }
    #expect(text(store).contains(#""x-note": "asked""#), "\(text(store))")
    #expect(text(store).contains(#""when": "2024-06-07""#))
    #expect(!text(store).contains("printed"))
  }

  @Test func ofAnOwner() throws {
    let store = store(#""owners": [{"agency": "council", "x-note": "asked"}]"#)
    try edit(store) { $0.owners[0].name = "Duty desk" }
    #expect(text(store).contains(#""x-note": "asked""#), "\(text(store))")
    #expect(text(store).contains("Duty desk"))
  }
}

/// Ids that people cannot tell apart.
@Suite struct LookAlikeTests {
  private func warnings(_ ids: String...) throws -> [String] {
    let people = ids.map { #"{"id": "\#($0)", "name": "N"}"# }.joined(separator: ",")
    var files = SmallFolder.files
    files["people.json"] = #"{"people": [\#(people)]}"#
    return try TemporaryFolder(files).read().faults.map(\.sentence)
  }

  @Test(arguments: ["\u{0430}nn", "\u{0391}nn", "\u{FF41}nn", "Ann", "a\u{200B}nn"])
  func oneOfAPairIsNamedWithTheOther(_ id: String) throws {
    for ids in [["ann", id], [id, "ann"]] {
      let said = try warnings(ids[0], ids[1])
      #expect(said.count == 1, "\(said)")
      #expect(said.first?.contains("\"\(id)\" and \"ann\"") == true, "\(said)")
    }
  }

  @Test func twoOddOnesAreNamedOnce() throws {
    let said = try warnings("\u{0430}nn", "\u{FF41}nn")
    #expect(said.count { $0.contains("look alike and are two") } == 1, "\(said)")
  }

  @Test func anIDThatMixesAlphabetsIsNamedAlone() throws {
    let said = try warnings("b\u{043E}b")
    #expect(said.count == 1 && said[0].contains("mixes letters"), "\(said)")
    #expect(said.first?.contains("letter 2 is U+043E") == true, "\(said)")
  }

  @Test(arguments: ["Ann", "анна", "rené", "ann-2"])
  func whatIsLikeNoOtherDrawsNoWarning(_ id: String) throws {
    #expect(try warnings(id, "bob") == [])
  }
}

/// A file that holds as many records as are read.
@Suite struct FullFileTests {
  @Test func oneMoreIsRefusedBeforeAnythingIsWritten() throws {
    var files = SmallFolder.files.mapValues { Array($0.utf8) }
    let people = (1...100_000).map { #"{"id":"p\#($0)","name":"N"}"# }.joined(separator: ",")
    files["people.json"] = Array(#"{"people":[\#(people)]}"#.utf8)
    let store = MemoryStore(files: files)
    var new = Person()
    new.id = "new"
    new.name = "New"
    let added = new
    let error = #expect(throws: CommitError.self) {
      try store.commit(Edit("Add", [added.added(to: "people.json")]))
    }
    let said = error?.description ?? ""
    #expect(said.contains("holds 100,000 records already") && said.contains("Nothing was changed"))
    #expect(store.bytes(of: "people.json") == files["people.json"])
    #expect(try store.history().isEmpty)
  }
}

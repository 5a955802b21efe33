@testable import DataStore
import Glibc
import JSONDocument
import Safeguarding
import Testing

/// What somebody did to a chain is found by the next save, and is told for ever.
@Suite struct ChainBreakTests {
  private static let path = "groups/board"
  private let folder: TemporaryFolder
  private let store: FolderStore

  init() throws {
    folder = try TemporaryFolder(SmallFolder.files)
    store = FolderStore(path: folder.path)
    for status in [ActionStatus.started, .done, .open] {
      _ = try store.commit(try store.read().action("a").edit { $0.status = status })
    }
  }

  private func entries() throws -> [JournalEntry] { try store.history() }

  private func write(_ entries: [JournalEntry], _ heads: [String: Int]? = nil) throws {
    var (bytes, hash): ([UInt8], String) = ([], "")
    for entry in entries {
      let heads = heads ?? [SmallFolder.actions: entry.id.sequence]
      let line = JournalLine.make(entry, previous: hash, heads: heads)
      bytes += line.bytes
      hash = line.hash
    }
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "\(Self.path)/journal.jsonl")
  }

  private func faults() throws -> [JournalFault] {
    try DataFolder(path: folder.path).journalReports().flatMap(\.faults).filter { !$0.isNote }
  }

  private func warnings() throws -> [Fault] {
    try store.read().faults.filter { $0.file == "\(Self.path)/journal.jsonl" }
  }

  private func save(_ id: String = "b") throws -> Receipt {
    let action = try store.read().action(id)
    return try store.commit(action.edit { $0.status = action.status == .done ? .open : .done })
  }

  /// The same entries by somebody else, with hashes that fit.
  private func forged() throws -> [JournalEntry] {
    try entries().map {
      JournalEntry(
        id: $0.id, title: $0.title, time: $0.time, userID: 0, user: "somebody",
        changes: $0.changes)
    }
  }

  @Test func aJournalWithNewHashesIsToldBeforeAndAfterTheNextSaves() throws {
    #expect(try faults().isEmpty && warnings().isEmpty)
    try write(try forged())
    #expect(try warnings().map(\.severity) == [.warning])
    #expect(try faults().count == 1)
    let receipt = try save()
    #expect(receipt.notes.count == 1 && receipt.notes[0].contains("written anew"))
    for _ in 0..<3 {
      #expect(try faults().map(\.line) == [4])
      #expect(try warnings().count == 1)
      #expect(try save().notes.isEmpty)
    }
  }

  @Test func anOpenSessionIsToldAtOnce() throws {
    let reader = FolderReader(DataFolder(path: folder.path))
    _ = try reader.read()
    try write(try forged())
    let workspace = try #require(try reader.read().workspace)
    #expect(workspace.faults.contains { $0.file == "\(Self.path)/journal.jsonl" })
  }

  @Test func aCutEndAndAMissingJournalAreToldForEver() throws {
    for kept in [0, 1, 2] {
      let tests = try ChainBreakTests()
      try tests.write(Array(try tests.entries().prefix(kept)))
      #expect(try tests.warnings().count == 1)
      _ = try tests.save()
      _ = try tests.save("c")
      #expect(try tests.faults().contains { $0.sentence.contains("cut off") })
      #expect(try tests.warnings().count == 1)
    }
  }

  @Test func aFileThatWasSavedLongAgoIsComparedToo() throws {
    try folder.write(
      #"{"meetings": [{"id": "m", "group": "board", "date": "2024-01-01", "status": "planned"}]}"#,
      to: "groups/board/meetings.json")
    let rename = { (from: String?, to: String) in
      Edit(
        "Place",
        [
          Change(
            "groups/board/meetings.json", RecordID(Meeting.kind, "m"), field: "place",
            from: from.map { .text($0) }, to: .text(to))
        ])
    }
    _ = try store.commit(rename(nil, "Here"))
    for _ in 0..<5 { _ = try save() }
    // The one line that saved the meeting is forged, and all behind it linked anew.
    var all = try entries()
    let place = try #require(all.firstIndex { $0.title == "Place" })
    all[place] = JournalEntry(
      id: all[place].id, title: "Forged", time: 0, userID: 0, user: "root",
      changes: all[place].changes)
    var heads: [String: Int] = [:]
    var (bytes, hash): ([UInt8], String) = ([], "")
    for entry in all {
      for change in entry.changes { heads[change.document] = entry.id.sequence }
      let line = JournalLine.make(entry, previous: hash, heads: heads)
      bytes += line.bytes
      hash = line.hash
    }
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "\(Self.path)/journal.jsonl")
    _ = try save()
    _ = try store.commit(rename("Here", "There"))
    let sentences = try faults().map(\.sentence)
    #expect(sentences.contains { $0.contains("meetings.json had been saved by an entry 4") })
  }

  @Test(arguments: [
    "workspace.txt", "../../etc/passwd", "groups/forum/actions.json", "groups/board/x.json", "",
  ])
  func aForgedLineOfAnotherFileBlocksNobody(document: String) throws {
    var all = try entries()
    all.append(
      JournalEntry(
        id: EntryID(folder: Self.path, sequence: 4), title: "Forged", time: 1, userID: 0,
        user: "root",
        changes: [
          Change(
            document, RecordID(ActionItem.kind, "x"), field: "title", from: nil, to: .text("x"))
        ]))
    try write(all)
    _ = try save()
    _ = try save("c")
    #expect(try faults().contains { $0.line == 4 && $0.sentence.contains("something else") })
  }

  @Test(arguments: [Int.min, Int.max, 0, -1 << 60])
  func forgedNumbersEndNobodysSession(number: Int) throws {
    try write(try entries(), [SmallFolder.actions: number, "../../etc/x.json": number])
    let workspace = try store.read()
    #expect(workspace.actions.all.count == 3)
    #expect(!workspace.faults.contains { $0.file.contains("..") })
    _ = try save()
    #expect(try !faults().isEmpty)
  }
}

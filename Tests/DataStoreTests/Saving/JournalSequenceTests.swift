@testable import DataStore
import Safeguarding
import Testing

/// The numbers of entries are counted up from 1: a line with a number beyond all counting was forged.
@Suite struct JournalSequenceTests {
  private static let sample = SampleJournal(count: 6)

  /// A line that is whole, behind the fifth one of the sample.
  private func line(_ sequence: Int, in folder: String = "groups/x") -> [UInt8] {
    let entry = JournalEntry(
      id: EntryID(folder: folder, sequence: sequence), title: "Forged", time: 1_800_000_000,
      userID: 0, user: "root", changes: [])
    return JournalLine.make(entry, previous: Self.sample.hashes[4]).bytes
  }

  @Test(arguments: [
    (.min, false), (-1, false), (0, false), (1, true), (1 << 53, true), (1 << 53 + 1, false),
    (.max, false),
  ])
  func onlyWhatCanBeCountedToIsTheNumberOfAnEntry(sequence: Int, isOne: Bool) {
    let read = JournalLine(Array(line(sequence).dropLast()), folder: "groups/x")
    #expect((read != nil) == isOne)
  }

  @Test func verifyingNamesTheLineAndGoesOn() {
    let lines = Self.sample.lines[..<5] + [line(.max)] + Self.sample.lines[5...]
    let faults = verifyJournal(Array(lines.joined()), folder: "groups/x", heads: [])
    #expect(faults.map(\.line) == [6])
    #expect(faults.map(\.isNote) == [false])
    #expect(faults.first?.sentence.contains("is not as it was written") == true)
  }

  @Test func savingGoesOnBehindIt() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let forged = String(decoding: line(.max, in: "groups/board"), as: UTF8.self)
    try folder.write(forged, to: "groups/board/journal.jsonl")
    let store = FolderStore(path: folder.path)
    let receipt = try store.commit(try store.read().action("a").edit { $0.status = .done })
    #expect(receipt.entries == [EntryID(folder: "groups/board", sequence: 1)])
    #expect(try store.history().map(\.id) == receipt.entries)
  }
}

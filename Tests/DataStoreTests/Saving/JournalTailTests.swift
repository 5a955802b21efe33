@testable import DataStore
import Safeguarding
import Testing

/// Where the next entry goes, whatever a save that was cut off has left.
@Suite struct JournalTailTests {
  private func tail(of bytes: [UInt8]) throws -> JournalTail {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    if !bytes.isEmpty { _ = try folder.append(bytes, to: journalName) }
    return try JournalTail.read(in: folder, path: "groups/x")
  }

  @Test func anEmptyJournalBeginsWithTheFirstEntry() throws {
    let tail = try tail(of: [])
    #expect(tail.sequence == 0)
    #expect(tail.hash == "")
    #expect(!tail.isTorn)
    #expect(tail.last == nil)
  }

  @Test func aTornLineOfEveryLengthCountsForNothing() throws {
    let sample = SampleJournal(count: 3)
    let kept = sample.lines[0] + sample.lines[1]
    let last = sample.lines[2]
    for length in 0...last.count {
      let bytes = kept + last[..<length]
      // Only the line end is missing: the entry is whole.
      let isWhole = length >= last.count - 1
      let tail = try tail(of: bytes)
      #expect(tail.sequence == (isWhole ? 3 : 2))
      #expect(tail.hash == sample.hashes[isWhole ? 2 : 1])
      #expect(tail.isTorn == (length > 0 && length < last.count))
      let read = journalEntries(bytes, folder: "groups/x")
      #expect(read == Array(sample.entries.prefix(isWhole ? 3 : 2)))
      let faults = verifyJournal(bytes, folder: "groups/x", heads: [])
      #expect(faults.map(\.isNote) == (length > 0 && !isWhole ? [true] : []), "\(length)")
    }
  }

  @Test func theChainGoesOnBehindATornLine() throws {
    let sample = SampleJournal(count: 3)
    let last = sample.lines[2]
    for length in stride(from: 1, to: last.count - 1, by: 7) {
      let bytes = sample.lines[0] + sample.lines[1] + last[..<length] + [Journal.lineEnd] + last
      let tail = try tail(of: bytes)
      #expect(tail.sequence == 3)
      #expect(!tail.isTorn)
      #expect(journalEntries(bytes, folder: "groups/x") == sample.entries)
      let faults = verifyJournal(bytes, folder: "groups/x", heads: [])
      #expect(faults.map(\.line) == [3])
      #expect(faults.map(\.isNote) == [true], "\(length)")
    }
  }

  @Test(arguments: [10, 65_536, 70_000, 600_000])
  func linesMayBeLong(length: Int) throws {
    let sample = SampleJournal(count: 3, titleLength: length)
    for rest in [0, 1, length] {
      let torn = sample.lines[2].prefix(rest)
      let tail = try tail(of: sample.lines[0] + sample.lines[1] + torn)
      #expect(tail.sequence == 2)
      #expect(tail.last?.entry == sample.entries[1])
      #expect(tail.isTorn == (rest > 0))
    }
  }

  @Test func theLastEntryOfEachFileIsKept() throws {
    let sample = SampleJournal(count: 3)
    #expect(try tail(of: sample.bytes).heads == ["groups/x/actions.json": 3])
  }
}

/// A journal of some entries, line by line.
struct SampleJournal {
  private(set) var entries: [JournalEntry] = []
  private(set) var lines: [[UInt8]] = []
  private(set) var hashes: [String] = []
  private let titleLength: Int

  init(count: Int, titleLength: Int = 4) {
    self.titleLength = titleLength
    for _ in 0..<count { add() }
  }

  var bytes: [UInt8] { Array(lines.joined()) }

  private mutating func add() {
    let sequence = entries.count + 1
    let change = Change(
      "groups/x/actions.json", RecordID(ActionItem.kind, "x-\(sequence)"), field: "progress",
      from: .record([.init("hash", .text("é")), .init("n", .number("-1.5e3"))]),
      to: .list([.boolean(true), .text("a\\\"b\u{2028}")]))
    let entry = JournalEntry(
      id: EntryID(folder: "groups/x", sequence: sequence),
      title: String(repeating: "t", count: titleLength), time: 1_700_000_000 + sequence,
      userID: 1001, user: "chair1", changes: [change])
    let (line, hash) = JournalLine.make(
      entry, previous: hashes.last ?? "", heads: ["groups/x/actions.json": sequence])
    entries.append(entry)
    lines.append(line)
    hashes.append(hash)
  }
}

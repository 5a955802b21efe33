import Glibc
import Safeguarding
import Testing

@testable import DataStore

/// What was appended to the journals of a folder is told once, whatever becomes of the journals.
@Suite struct JournalFollowingTests {
  private static let journal = "groups/board/journal.jsonl"

  /// The bytes of entries with these numbers, as a journal keeps them.
  private static func lines(_ numbers: ClosedRange<Int>) -> String {
    let lines = numbers.map { number in
      let entry = JournalEntry(
        id: EntryID(folder: "groups/board", sequence: number), title: "Edit \(number)",
        time: 1_711_881_667, userID: 1, user: "ann", changes: [])
      return JournalLine.make(entry, previous: "").bytes
    }
    return String(decoding: lines.joined(), as: UTF8.self)
  }

  private let folder: TemporaryFolder
  private let reader: FolderReader

  init() throws {
    folder = try TemporaryFolder(SmallFolder.files)
    reader = FolderReader(DataFolder(path: folder.path))
  }

  /// The numbers of the entries that the next reading tells of.
  private func news() throws -> [Int] { try reader.read().entries.map(\.id.sequence) }

  @Test func whatWasThereBeforeIsNoNews() throws {
    try folder.write(Self.lines(1...3), to: Self.journal)
    #expect(try news() == [])
    try folder.write(Self.lines(1...5), to: Self.journal)
    #expect(try news() == [4, 5])
    #expect(try news() == [])
  }

  @Test func theFirstEntryOfAFolderIsNews() throws {
    #expect(try news() == [])
    try folder.write(Self.lines(1...1), to: Self.journal)
    let entries = try reader.read().entries
    #expect(entries.map(\.id) == [EntryID(folder: "groups/board", sequence: 1)])
    #expect(entries.map(\.user) == ["ann"])
  }

  @Test func severalFoldersAreTold() throws {
    _ = try news()
    try folder.write(Self.lines(1...1), to: Self.journal)
    try folder.write(Self.lines(1...2), to: "reviews/journal.jsonl")
    try folder.write(Self.lines(1...1), to: "journal.jsonl")
    #expect(
      try reader.read().entries.map(\.id.description) == [
        ":1", "groups/board:1", "reviews:1", "reviews:2",
      ])
  }

  /// A line is told when it is whole, wherever the writing of it was interrupted.
  @Test(arguments: [1, 7, 40, 100])
  func aLineThatIsHalfThereIsWaitedFor(cut: Int) throws {
    let first = Self.lines(1...1)
    let all = Self.lines(1...2)
    let half = String(all.prefix(first.count + cut))
    for start in [first, half] {
      let reader = FolderReader(DataFolder(path: folder.path))
      try folder.write(start, to: Self.journal)
      #expect(try reader.read().entries.isEmpty)
      try folder.write(half, to: Self.journal)
      #expect(try reader.read().entries.isEmpty)
      try folder.write(all, to: Self.journal)
      #expect(try reader.read().entries.map(\.id.sequence) == [2])
    }
  }

  @Test func aPieceThatNeverBecameALineIsPassedOver() throws {
    _ = try news()
    try folder.write(Self.lines(1...1) + "{\"sequ\n" + Self.lines(2...2), to: Self.journal)
    #expect(try news() == [1, 2])
  }

  @Test func aJournalThatBecameShorterIsReadAnewWithoutNews() throws {
    try folder.write(Self.lines(1...5), to: Self.journal)
    _ = try news()
    try folder.write(Self.lines(1...2), to: Self.journal)
    #expect(try news() == [])
    try folder.write(Self.lines(1...3), to: Self.journal)
    #expect(try news() == [3])
  }

  @Test func anotherJournalInItsPlaceIsNoNews() throws {
    try folder.write(Self.lines(1...2), to: Self.journal)
    _ = try news()
    try folder.write(Self.lines(1...4), to: "groups/board/restored")
    try #require(
      rename(folder.path + "/groups/board/restored", folder.path + "/" + Self.journal) == 0)
    #expect(try news() == [])
    try folder.write(Self.lines(1...5), to: Self.journal)
    #expect(try news() == [5])
  }
}

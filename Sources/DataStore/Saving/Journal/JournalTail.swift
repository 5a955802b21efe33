import Glibc
import JSONDocument
import Safeguarding

/// The end of a folder's journal: where the next entry goes.
package struct JournalTail: Hashable, Sendable {
  /// The number of the last entry; 0 when there is none.
  package let sequence: Int
  /// The hash of the last line; empty when there is none.
  package let hash: String
  /// Whether what stands at the end lacks its line end, as after a save that was cut off.
  package let isTorn: Bool
  /// The last whole line.
  package let last: JournalLine?
  /// Where the last whole line begins in the file, in bytes.
  package let start: Int

  /// The last entry that changed each file of the folder.
  package var heads: [String: Int] { last?.heads ?? [:] }

  private init(last: JournalLine?, start: Int = 0, isTorn: Bool) {
    self.start = start
    sequence = last?.entry.id.sequence ?? 0
    hash = last?.hash ?? ""
    self.isTorn = isTorn
    self.last = last
  }

  /// Finds the last whole line of a folder's journal, however long the journal is.
  ///
  /// What stands behind it was left by a save that was cut off, and counts for nothing. The path is
  /// that of the folder in the data folder.
  package static func read(
    in folder: borrowing OpenFolder, path folderPath: String
  ) throws(StorageFailure) -> JournalTail {
    guard var journal = try JournalFile(in: folder) else {
      return JournalTail(last: nil, isTorn: false)
    }
    var isTorn = journal.length > 0
    if isTorn { isTorn = try journal.byte(before: journal.length) != Journal.lineEnd }
    guard let (line, start) = try journal.lastLine(of: folderPath) else {
      return JournalTail(last: nil, isTorn: isTorn)
    }
    return JournalTail(last: line, start: start, isTorn: isTorn)
  }
}

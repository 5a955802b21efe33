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
    let length = try folder.length(of: journalName)
    var size = 65_536
    while true {
      let start = max(0, length - size)
      let bytes = try folder.bytes(of: journalName, from: start, upTo: length)
      let isTorn = bytes.last.map { $0 != Journal.lineEnd } ?? false
      // The first piece may be the end of a longer line.
      let begin = start == 0 ? 0 : (bytes.firstIndex(of: Journal.lineEnd) ?? bytes.count)
      if let (last, place) = lastLine(in: bytes[begin...], folder: folderPath) {
        return JournalTail(last: last, start: start + place, isTorn: isTorn)
      }
      if start == 0 { return JournalTail(last: nil, isTorn: isTorn) }
      guard size <= JSONDocument.maximumByteCount else {
        throw folder.failure(.read, journalName, code: EBADMSG)
      }
      size *= 8
    }
  }

  private static func lastLine(
    in bytes: ArraySlice<UInt8>, folder: String
  ) -> (line: JournalLine, place: Int)? {
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.last == Journal.lineEnd ? rest.endIndex - 1 : rest.endIndex
      let start = rest[..<end].lastIndex(of: Journal.lineEnd).map { $0 + 1 } ?? rest.startIndex
      if let line = JournalLine(Array(rest[start..<end]), folder: folder) {
        return (line, start)
      }
      rest = rest[..<start]
    }
    return nil
  }
}

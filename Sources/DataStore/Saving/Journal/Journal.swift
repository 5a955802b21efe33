import Glibc
package import Safeguarding

/// The lines of a folder's journal.
enum Journal {
  static let lineEnd = UInt8(ascii: "\n")

  /// The last entries of a folder's journal, earliest first, and whether those are all of them.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - path: Its path in the data folder.
  ///   - sequence: The number of an entry; those before it need not be there.
  ///   - largest: How much of the end is read at most, in bytes.
  /// - Returns: The lines, and whether none that were asked for is left out.
  /// - Throws: ``StorageFailure`` where the journal cannot be read.
  static func lines(
    in folder: borrowing OpenFolder, path: String, after sequence: Int = 0,
    within largest: Int = JournalFile.largestPart
  ) throws(StorageFailure) -> (lines: [JournalLine], isWhole: Bool) {
    guard var journal = try JournalFile(in: folder) else { return ([], true) }
    let least = max(0, journal.length - largest)
    var start = sequence > 0 ? max(least, journal.length - 65_536) : least
    while true {
      // What is cut off at the beginning is no line.
      let begin = start == 0 ? 0 : try journal.lineStart(before: start + 1) ?? start
      let bytes = try journal.bytes(max(begin, least)..<journal.length)
      let lines = whole(in: bytes, folder: path)
      if begin == 0, least == 0 { return (lines, true) }
      if sequence > 0, let first = lines.first, first.entry.id.sequence <= sequence {
        return (lines, true)
      }
      if start == least { return (lines, false) }
      start = max(least, journal.length - (journal.length - start) * 8)
    }
  }

  /// The whole lines of a journal; the pieces of saves that were cut off are left out.
  static func whole(in bytes: [UInt8], folder: String) -> [JournalLine] {
    var lines: [JournalLine] = []
    var begin = 0
    while begin < bytes.count {
      let end = Self.lineEnd(in: bytes, from: begin) ?? bytes.count
      if JournalLine.mayEnd(bytes[max(begin, end - 80)..<end]),
        let line = JournalLine(Array(bytes[begin..<end]), folder: folder)
      {
        lines.append(line)
      }
      begin = end + 1
    }
    return lines
  }

  /// Where the next line end stands; nil when there is none.
  static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, start < all.count else { return nil }
      return memchr(base + start, Int32(lineEnd), all.count - start)
        .map { UnsafeRawPointer($0) - base }
    }
  }

  /// Whether an edit that changed several folders was saved, going by a part of it.
  ///
  /// The part is written first and the entry that leads it last: only with that one it is saved.
  /// - Returns: Nil when the other folder is closed, or its journal too long, so that it cannot be told.
  static func isSaved(
    _ part: JournalEntry, in root: borrowing OpenFolder
  ) throws(StorageFailure) -> Bool? {
    guard let leader = part.partOf else { return true }
    do throws(StorageFailure) {
      let (lines, isWhole) = try lines(
        in: OpenFolder(leader.folder, in: root), path: leader.folder, after: leader.sequence)
      let isThere = lines.contains {
        $0.entry.id == leader && $0.entry.parts.contains(part.id)
      }
      return isThere || isWhole ? isThere : nil
    } catch {
      switch error.code {
      case EACCES, EPERM: return nil
      // A folder that was taken away, or never was one, cannot tell: what stands here is kept.
      case ENOENT, ENOTDIR, EINVAL: return true
      default: throw error
      }
    }
  }
}

/// The entries of a folder's journal, earliest first.
///
/// - Parameters:
///   - bytes: The whole journal.
///   - folder: The path of its folder in the data folder.
/// - Returns: The entries; the pieces of saves that were cut off are left out.
package func journalEntries(_ bytes: [UInt8], folder: String) -> [JournalEntry] {
  Journal.whole(in: bytes, folder: folder).map(\.entry)
}

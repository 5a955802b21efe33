import Glibc
package import Safeguarding

/// The lines of a folder's journal.
enum Journal {
  static let lineEnd = UInt8(ascii: "\n")

  /// Every entry of a folder's journal, earliest first, with its line's hash.
  static func lines(
    in folder: borrowing OpenFolder, path: String
  ) throws(StorageFailure) -> [(entry: JournalEntry, hash: String)] {
    whole(in: try folder.bytes(of: journalName, from: 0), folder: path).map { ($0.entry, $0.hash) }
  }

  /// The whole lines of a journal; the pieces of saves that were cut off are left out.
  static func whole(in bytes: [UInt8], folder: String) -> [JournalLine] {
    bytes.split(separator: lineEnd).compactMap { JournalLine(Array($0), folder: folder) }
  }

  /// Whether an edit that changed several folders was saved, going by a part of it.
  ///
  /// The part is written first and the entry that leads it last: only with that one it is saved.
  /// - Returns: Nil when the other folder is closed, so that it cannot be told.
  static func isSaved(
    _ part: JournalEntry, in root: borrowing OpenFolder
  ) throws(StorageFailure) -> Bool? {
    guard let leader = part.partOf else { return true }
    do throws(StorageFailure) {
      let entries = try lines(in: OpenFolder(leader.folder, in: root), path: leader.folder)
      return entries.contains { $0.entry.id == leader && $0.entry.parts.contains(part.id) }
    } catch {
      switch error.code {
      case EACCES, EPERM: return nil
      // A folder that was taken away cannot tell: what stands here is kept.
      case ENOENT, ENOTDIR: return true
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

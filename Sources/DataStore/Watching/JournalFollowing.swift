import Safeguarding

/// How far the journal of each folder has been read.
struct JournalFollowing: Sendable {
  private struct Mark: Sendable {
    /// The journal as it was; nil when the folder had none.
    let signature: FileSignature?
    /// How many bytes of it need not be read again.
    let length: Int
  }

  private var marks: [String: Mark] = [:]

  /// Reads what was appended since the last time; answers the entries by folder, earliest first.
  ///
  /// A journal that is seen for the first time with its folder, has become shorter or was replaced by
  /// another one is noted only: its lines are no news.
  mutating func follow(_ seen: FolderSnapshot) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for folder in seen.listing.folders {
      let now = seen.journals[folder]?.signature
      let mark = marks[folder]
      guard let now, let mark, now.size >= mark.length,
        mark.signature.map(now.isSameFile(as:)) ?? true
      else {
        marks[folder] = Mark(signature: now, length: now?.size ?? 0)
        continue
      }
      guard now.size > mark.length else { continue }
      do throws(StorageFailure) {
        let (bytes, end) = try Self.lines(in: OpenFolder(at: seen.place(of: folder)), mark.length)
        // A journal can tell only of its own folder.
        entries += journalEntries(bytes, folder: folder).filter { entry in
          entry.changes.allSatisfy { $0.folder == folder }
        }
        marks[folder] = Mark(signature: now, length: end)
      } catch {
        // The mark stays, so that the lines are read when the disk lets them be read again.
        continue
      }
    }
    return entries
  }

  /// More at once is no news that anybody could read.
  private static let largest = 8 << 20

  /// The whole lines behind a place in a folder's journal, and where they end.
  private static func lines(
    in folder: borrowing OpenFolder, _ length: Int
  ) throws(StorageFailure) -> ([UInt8], end: Int) {
    guard var journal = try JournalFile(in: folder), journal.length > length else {
      return ([], length)
    }
    // A line may have been only half there the last time.
    let start = try journal.lineStart(before: length) ?? length
    guard journal.length - start <= largest else { return ([], journal.length) }
    let bytes = try journal.bytes(start..<journal.length)
    guard let last = bytes.lastIndex(of: Journal.lineEnd) else { return ([], length) }
    return (Array(bytes[...last]), start + last + 1)
  }
}

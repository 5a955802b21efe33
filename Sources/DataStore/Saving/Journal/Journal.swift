package import Safeguarding

/// The lines of a folder's journal.
enum Journal {
  static let lineEnd = UInt8(ascii: "\n")

  /// Every entry of a folder's journal that was not given up, earliest first, with its line's hash.
  static func lines(
    in folder: borrowing OpenFolder, path: String
  ) throws(StorageFailure) -> [(entry: JournalEntry, hash: String)] {
    kept(of: whole(in: try folder.bytes(of: journalName, from: 0), folder: path).lines)
      .map { ($0.entry, $0.hash) }
  }

  /// The whole lines of a journal, and how many others there are.
  static func whole(in bytes: [UInt8], folder: String) -> (lines: [JournalLine], torn: Int) {
    var lines: [JournalLine] = []
    var torn = 0
    for bytes in bytes.split(separator: lineEnd) {
      if let line = JournalLine(Array(bytes), folder: folder) {
        lines.append(line)
      } else {
        torn += 1
      }
    }
    return (lines, torn)
  }

  /// The lines that hold an entry which was not given up later.
  static func kept(of lines: [JournalLine]) -> [JournalLine] {
    let withdrawn = Set(lines.compactMap(\.withdraws))
    return lines.filter { $0.withdraws == nil && !withdrawn.contains($0.entry.id.sequence) }
  }
}

/// The entries of a folder's journal, earliest first, without those that were given up.
///
/// - Parameters:
///   - bytes: The whole journal.
///   - folder: The path of its folder in the data folder.
/// - Returns: The entries, and how many pieces of saves that were cut off stand between them.
package func journalEntries(
  _ bytes: [UInt8], folder: String
) -> (entries: [JournalEntry], torn: Int) {
  let (lines, torn) = Journal.whole(in: bytes, folder: folder)
  return (Journal.kept(of: lines).map(\.entry), torn)
}

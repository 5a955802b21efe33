import Safeguarding

/// Something in a journal that is not as it was written, with its line.
package struct JournalFault: Hashable, Sendable {
  /// The line in the file, counted from 1; 0 when there is none.
  package let line: Int
  /// What is wrong there.
  package let sentence: String
  /// Whether it is no fault: a piece that a save left which was cut off.
  package let isNote: Bool

  /// Names what is wrong in a line.
  package init(line: Int, _ sentence: String, isNote: Bool = false) {
    self.line = line
    self.sentence = sentence
    self.isNote = isNote
  }
}

/// The entry that a file says it was saved by, and the hash of its line.
package typealias JournalHead = (document: String, sequence: Int, hash: String)

/// Checks that no line of a journal was changed, taken out, added, moved or cut off.
///
/// - Parameters:
///   - bytes: The whole journal.
///   - folder: The path of its folder in the data folder.
///   - heads: The entry that each file says it was saved by, and the hash of its line.
/// - Returns: What is wrong and what is worth a note, in the order of the lines.
package func verifyJournal(
  _ bytes: [UInt8], folder: String, heads: [JournalHead]
) -> [JournalFault] {
  var check = JournalCheck(folder: folder, heads: heads)
  var lines = bytes.split(separator: Journal.lineEnd, omittingEmptySubsequences: false)
  // Behind the last line end there is no line.
  if lines.last?.isEmpty == true { lines.removeLast() }
  for line in lines { check.read(line) }
  check.finish()
  return check.faults
}

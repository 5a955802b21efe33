import Safeguarding

/// A place where a chain does not fit what its files say: they were saved by a line that is not there.
///
/// The next save keeps it in its own line, and every later one as well: `14 groups/x/actions.json 12 9f86…`
/// is the entry that found it, the file, and the entry and the line that the file had been saved by.
struct JournalBreak: Hashable, Sendable {
  /// The entry that found it.
  let sequence: Int
  /// The file, by its path in the data folder.
  let document: String
  /// What the file says it was saved by.
  let stamp: DocumentStamp

  /// How many are carried on from line to line.
  static let mostKept = 3

  init(foundBy sequence: Int, _ document: String, _ stamp: DocumentStamp) {
    self.sequence = sequence
    self.document = document
    self.stamp = stamp
  }

  /// Reads what ``text`` writes; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count >= 4, let sequence = Int(parts[0]), let other = Int(parts[parts.count - 2])
    else { return nil }
    self.init(
      foundBy: sequence, parts[1..<(parts.count - 2)].joined(separator: " "),
      DocumentStamp(sequence: other, hash: String(parts[parts.count - 1])))
  }

  var text: String { "\(sequence) \(document) \(stamp.sequence) \(stamp.hash.prefix(16))" }

  /// A line that tells of something which no save in its folder can have changed.
  init(foundBy sequence: Int, strayLine line: JournalLine, _ stray: String) {
    self.init(
      foundBy: sequence, Self.strayMark + stray.prefix(100),
      DocumentStamp(sequence: line.entry.id.sequence, hash: line.hash))
  }

  private static let strayMark = "!"

  /// That a line tells of something which no save in its folder can have changed.
  static func sentence(stray: some StringProtocol, in sequence: Int) -> String {
    "Entry \(sequence) tells of \(stray.isEmpty ? "no file" : String(stray)), which no save in this folder "
      + "can have changed: it was put there by something else than Masa."
  }

  /// That a folder was called otherwise when it was last saved in.
  static func sentence(ofFormerName name: String, _ sequence: Int) -> String {
    "This folder was called \(name) when entry \(sequence) was saved in it, and was renamed since; history "
      + "and undo go on with its new name."
  }

  /// What was found, as a sentence.
  var sentence: String {
    if document.hasPrefix(Self.strayMark) {
      return Self.sentence(stray: document.dropFirst(), in: stamp.sequence)
    }
    return "Before entry \(sequence) was saved, \(Self.sentence(document, stamp))"
  }

  /// That the line is not there which a file was saved by.
  static func sentence(_ document: String, _ stamp: DocumentStamp) -> String {
    "\(document) had been saved by an entry \(stamp.sequence) that the journal did not hold as it was "
      + "written: the journal was written anew, or its end cut off, by something else than Masa."
  }
}

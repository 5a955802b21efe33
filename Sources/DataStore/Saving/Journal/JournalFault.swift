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

/// Checks that no line of a journal was changed, taken out, added, moved or cut off.
///
/// - Parameters:
///   - bytes: The whole journal.
///   - folder: The path of its folder in the data folder.
///   - heads: The entry that each file says it was saved by, and the hash of its line.
/// - Returns: What is wrong and what is worth a note, in the order of the lines.
package func verifyJournal(
  _ bytes: [UInt8], folder: String, heads: [(document: String, sequence: Int, hash: String)]
) -> [JournalFault] {
  var check = JournalCheck()
  var lines = bytes.split(separator: Journal.lineEnd, omittingEmptySubsequences: false)
  // Behind the last line end there is no line.
  if lines.last?.isEmpty == true { lines.removeLast() }
  for (index, bytes) in lines.enumerated() {
    check.read(Array(bytes), number: index + 1, folder: folder)
  }
  check.finish(heads)
  return check.faults
}

/// What is wrong with a journal and what is worth a note: the first hundred of each, the rest counted.
struct JournalFaults {
  private var kept: [JournalFault] = []
  private var faults = 0
  private var notes = 0

  /// Keeps one more as long as there is room.
  mutating func add(_ fault: JournalFault) {
    if fault.isNote { notes += 1 } else { faults += 1 }
    if (fault.isNote ? notes : faults) <= Fault.toldOfAFile { kept.append(fault) }
  }

  /// Those that are told, with a sentence for the rest.
  var told: [JournalFault] {
    var told = kept
    let (moreFaults, moreNotes) = (faults - Fault.toldOfAFile, notes - Fault.toldOfAFile)
    if moreFaults > 0 {
      told.append(
        JournalFault(
          line: kept.last?.line ?? 0,
          "There \(moreFaults == 1 ? "is" : "are") \(counted(moreFaults, "more fault")) in this "
            + "journal; no more than \(Fault.toldOfAFile) of a journal are told."))
    }
    if moreNotes > 0 {
      let isOne = moreNotes == 1
      told.append(
        JournalFault(
          line: kept.last?.line ?? 0,
          "There \(isOne ? "is" : "are") \(counted(moreNotes, "more beginning")) of "
            + (isOne
              ? "a save that was cut off; it counts for nothing."
              : "saves that were cut off; they count for nothing."),
          isNote: true))
    }
    return told
  }
}

/// Walks a journal line by line.
private struct JournalCheck {
  private var found = JournalFaults()
  /// What is told.
  var faults: [JournalFault] { found.told }
  private var hashes: [Int: String] = [:]
  private var lineCount = 0
  /// The last whole line: its number in the file, its entry and its hash.
  private var last: (line: Int, sequence: Int, hash: String) = (0, 0, "")
  /// Whether a bad line stands between the last whole one and here.
  private var isBroken = false
  /// The pieces behind the last whole line.
  private var pieces: [Int] = []

  mutating func read(_ bytes: [UInt8], number: Int, folder: String) {
    lineCount = number
    if let line = JournalLine(bytes, folder: folder) {
      follow(line, number)
    } else if isBeginningOfLine(bytes) {
      pieces.append(number)
    } else {
      report(number, "is not as it was written: it was changed, or put there by something else")
      isBroken = true
    }
  }

  private mutating func follow(_ line: JournalLine, _ number: Int) {
    let (sequence, expected) = (line.entry.id.sequence, last.sequence + 1)
    if sequence <= last.sequence {
      report(
        number,
        "holds entry \(sequence) behind entry \(last.sequence): it was moved or put there twice")
    } else if !isBroken {
      if sequence > expected {
        let missing =
          sequence == expected + 1
          ? "entry \(expected) is" : "the entries \(expected) to \(sequence - 1) are"
        report(number, "holds entry \(sequence), but \(missing) missing before it")
      } else if line.previous != last.hash {
        report(number, "does not follow from the line before it, which was put in another's place")
      }
    }
    note()
    hashes[sequence] = line.hash
    last = (number, sequence, line.hash)
    isBroken = false
  }

  /// A fault begins with the pieces before it: one line may have been broken in two.
  private mutating func report(_ number: Int, _ what: String) {
    found.add(JournalFault(line: pieces.first ?? number, "Line \(number) \(what)."))
    pieces = []
  }

  private mutating func note() {
    for piece in pieces {
      found.add(
        JournalFault(
          line: piece,
          "Line \(piece) is the beginning of a save that was cut off; it counts for nothing.",
          isNote: true))
    }
    pieces = []
  }

  mutating func finish(_ heads: [(document: String, sequence: Int, hash: String)]) {
    note()
    for head in heads {
      let name = "\(head.document) was saved by entry \(head.sequence), but"
      if let hash = hashes[head.sequence] {
        if hash != head.hash {
          found.add(
            JournalFault(
              line: lineCount,
              "\(name) the journal has another entry of that number: it was "
                + "written anew."))
        }
      } else if head.sequence > last.sequence {
        found.add(
          JournalFault(
            line: lineCount,
            "\(name) the journal ends with entry \(last.sequence): its end was cut off."))
      } else {
        found.add(
          JournalFault(line: lineCount, "\(name) the journal has no such entry any more."))
      }
    }
  }
}

import Safeguarding

/// Walks a journal line by line, and keeps no more than what is wrong.
struct JournalCheck {
  private(set) var faults: [JournalFault] = []
  private(set) var entryCount = 0
  /// The parts elsewhere of edits that entries here lead, and the parts here of others'.
  private(set) var led: [JournalReport.Part] = []
  private(set) var parts: Set<JournalReport.Part> = []
  private let folder: String
  private let heads: [JournalHead]
  /// The hashes of the entries that files say they were saved by.
  private var hashes: [Int: String] = [:]
  private let wanted: Set<Int>
  /// The data folder, where it is known what else lies in it.
  private let root: String?
  /// What the folder was called before, each with the last line and entry that was saved under that name.
  ///
  /// What stands behind a line with the present name was not saved before the folder got it.
  private var formerNames: [String: (line: Int, sequence: Int)] = [:]
  /// Whether a line was read that was saved under the present name.
  private var hasOwnName = false
  private var lineCount = 0
  /// How many faults, and how many notes, are counted and not told.
  private var untold = (faults: 0, notes: 0)
  /// The last whole line: its number in the file, its entry and its hash.
  private var last: (line: Int, sequence: Int, hash: String) = (0, 0, "")
  /// Whether a bad line stands between the last whole one and here.
  private var isBroken = false
  /// The pieces behind the last whole line, of which only the first ones are kept.
  private var pieces: [Int] = []

  /// A check of the journal of a folder against what its files say.
  ///
  /// With the place of the data folder, lines from before the folder was renamed are known as such.
  init(folder: String, heads: [JournalHead], in root: String? = nil) {
    self.folder = folder
    self.root = root
    self.heads = heads
    wanted = Set(heads.map(\.sequence))
  }

  /// How much of the journal is as it was written, from its beginning, in bytes.
  private(set) var wholeLength = 0
  /// Whether whole lines stand behind the first bad one.
  private(set) var goesOn = false

  /// What to do about what is wrong, as a sentence; nil where nothing is.
  var remedy: String? {
    if !faults.contains(where: { !$0.isNote }) { return nil }
    return isBad && !goesOn ? JournalRemedy.setAside(folder) : JournalRemedy.compare
  }

  /// Whether a bad line was found.
  var isBad: Bool { firstBad != nil }
  private var firstBad: Int?
  private var (badCount, noteCount) = (0, 0)

  /// Takes the next line; nil for one that is too long to be one.
  mutating func read(_ bytes: ArraySlice<UInt8>?) {
    let before = (badCount, entryCount)
    take(bytes)
    let isGood = badCount == before.0
    if !isGood, firstBad == nil { firstBad = lineCount }
    guard let bytes, entryCount > before.1 else { return firstBad == nil ? skip(bytes) : () }
    if firstBad == nil { skip(bytes) } else if isGood { goesOn = true }
  }

  private mutating func skip(_ bytes: ArraySlice<UInt8>?) {
    wholeLength += (bytes?.count ?? 0) + 1
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>?) {
    lineCount += 1
    guard let bytes else { return breaks("is longer than any that a save writes") }
    if bytes.isEmpty { return breaks("is empty, as no save leaves it") }
    if JournalLine.mayEnd(bytes), let line = JournalLine(Array(bytes), folder: folder) {
      follow(line)
    } else if isBeginningOfLine(Array(bytes)) {
      if pieces.count < Fault.toldOfAFile { pieces.append(lineCount) } else { untold.notes += 1 }
    } else {
      breaks("is not as it was written: it was changed, or put there by something else")
    }
  }

  private mutating func breaks(_ what: String) {
    report(what)
    isBroken = true
  }

  private mutating func follow(_ line: JournalLine) {
    let (entry, expected) = (line.entry, last.sequence + 1)
    let sequence = entry.id.sequence
    if sequence <= last.sequence {
      report(
        "holds entry \(sequence) behind entry \(last.sequence): it was moved or put there twice")
    } else if !isBroken {
      if sequence > expected {
        let missing =
          sequence == expected + 1
          ? "entry \(expected) is" : "the entries \(expected) to \(sequence - 1) are"
        report("holds entry \(sequence), but \(missing) missing before it")
      } else if line.previous != last.hash {
        report("does not follow from the line before it, which was put in another's place")
      }
    }
    note()
    if line.stray == nil, !entry.changes.isEmpty { hasOwnName = true }
    if let stray = line.stray, !isFromBeforeRenaming(stray, sequence) {
      tell(
        JournalFault(
          line: lineCount,
          "Line \(lineCount) tells of \(stray), which no save in this folder can have changed: it was put "
            + "there by something else."))
    }
    for text in line.breaks {
      guard let found = JournalBreak(text), found.sequence == sequence else { continue }
      tell(JournalFault(line: lineCount, found.sentence))
    }
    entryCount += 1
    if wanted.contains(sequence) { hashes[sequence] = line.hash }
    led += entry.parts.map { JournalReport.Part(id: $0, leader: entry.id) }
    if let leader = entry.partOf { parts.insert(JournalReport.Part(id: entry.id, leader: leader)) }
    last = (lineCount, sequence, line.hash)
    isBroken = false
  }

  /// Whether a line tells of a file as it was called before the folder was renamed; if so, that is noted.
  private mutating func isFromBeforeRenaming(_ stray: String, _ sequence: Int) -> Bool {
    let name = folderPath(of: stray)
    let isKnown = formerNames[name] != nil
    guard !hasOwnName, isKnown || formerNames.count < Fault.toldOfAFile, let root,
      RenamedFolders.explains(stray, in: folder, isThere: { !isKnown && isFolder($0, in: root) })
    else { return false }
    formerNames[name] = (lineCount, sequence)
    return true
  }

  /// A fault begins with the pieces before it: one line may have been broken in two.
  private mutating func report(_ what: String) {
    tell(JournalFault(line: pieces.first ?? lineCount, "Line \(lineCount) \(what)."))
    pieces = []
  }

  private mutating func tell(_ fault: JournalFault) {
    if !fault.isNote { badCount += 1 }
    if fault.isNote {
      if noteCount < Fault.toldOfAFile { faults.append(fault) } else { untold.notes += 1 }
      noteCount += 1
    } else if badCount <= Fault.toldOfAFile {
      faults.append(fault)
    } else {
      untold.faults += 1
    }
  }

  private mutating func note() {
    for piece in pieces {
      tell(
        JournalFault(
          line: piece,
          "Line \(piece) is the beginning of a save that was cut off; it counts for nothing.",
          isNote: true))
    }
    pieces = []
  }

  /// Compares the journal with what the files say, once all its lines were taken.
  mutating func finish() {
    note()
    for (name, last) in formerNames.sorted(by: { $0.value.line < $1.value.line }) {
      faults.append(
        JournalFault(
          line: last.line, JournalBreak.sentence(ofFormerName: name, last.sequence), isNote: true))
    }
    if untold.faults > 0 {
      let are = untold.faults == 1 ? "is" : "are"
      add(
        "There \(are) \(counted(untold.faults, "more fault")) in this journal; no more than "
          + "\(Fault.toldOfAFile) of a journal are told.")
    }
    if untold.notes > 0 {
      let isOne = untold.notes == 1
      let saves =
        isOne
        ? "a save that was cut off; it counts for nothing."
        : "saves that were cut off; they count for nothing."
      faults.append(
        JournalFault(
          line: lineCount,
          "There \(isOne ? "is" : "are") \(counted(untold.notes, "more beginning")) of \(saves)",
          isNote: true))
    }
    for head in heads {
      let name =
        head.document.isEmpty
        ? "On the list it ends with entry \(head.sequence), but"
        : "\(head.document) was saved by entry \(head.sequence), but"
      if let hash = hashes[head.sequence] {
        if hash == head.hash { continue }
        add("\(name) the journal has another entry of that number: it was written anew.")
      } else if head.sequence > last.sequence {
        add("\(name) the journal ends with entry \(last.sequence): its end was cut off.")
      } else {
        add("\(name) the journal has no such entry any more.")
      }
    }
  }

  private mutating func add(_ sentence: String) {
    faults.append(JournalFault(line: lineCount, sentence))
  }
}

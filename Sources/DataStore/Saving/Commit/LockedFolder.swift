import Glibc
import JSONDocument
import Safeguarding

/// A folder of the data folder, open and locked for as long as this object lives.
///
/// Whatever a save that was cut off has left undone is done before anything else.
final class LockedFolder {
  /// Its path in the data folder; empty for the data folder itself.
  let name: String
  private let open: OpenFolder
  private let lock: FolderLock
  /// The files that were read since the folder was locked.
  private var documents: [String: StoredDocument] = [:]
  /// What the files that were read said they had been saved by.
  private var stamps: [String: DocumentStamp] = [:]
  /// The breaks of the chain that the last entry has found.
  private(set) var breaks: [JournalBreak] = []
  /// The end of its journal.
  private(set) var tail: JournalTail

  /// Opens and locks a folder of a data folder.
  init(_ name: String, in root: borrowing OpenFolder) throws(StorageFailure) {
    self.name = name
    let folder = try OpenFolder(name, in: root)
    lock = try FolderLock(folder)
    tail = try JournalTail.read(in: folder, path: name)
    open = folder
    open.sweep()
  }

  /// The number of the next entry.
  ///
  /// It is higher than that of any entry which a file says it was saved by: where the end of the
  /// journal was cut off, the gap stays to be seen.
  var nextSequence: Int {
    let stamps = documents.values.compactMap { $0.stamp?.sequence }.filter { $0 < 1 << 52 }
    return max(tail.sequence, stamps.max() ?? 0) + 1
  }

  /// Writes the files that the last entry of the journal has not reached.
  ///
  /// A part of an edit that was cut off before it was saved in all its folders is taken back instead.
  func completeLastEntry(in root: borrowing OpenFolder) throws(CommitError) {
    guard let last = tail.last?.entry else { return }
    guard JournalEntry.sequences.contains(last.id.sequence + 1) else {
      throw .refused(
        "Your change was not saved: the journal of \(name) is not as Masa wrote it. Nothing was "
          + "changed. Tell the administrator of this server; masa journal verify shows more.")
    }
    // What somebody forged of other files counts for nothing; masa journal verify names it.
    let paths = Set(last.changes.map(\.document)).filter { JournalLine.isDocument($0, in: name) }
      .sorted()
    do throws(StoredDocumentError) {
      if last.partOf != nil, try !hasReached(paths, last.id.sequence) {
        guard try isSaved(last, in: root) else { return try takeBackLast() }
      }
      for path in paths { _ = try document(at: path) }
    } catch {
      throw .refused(
        "Your change was not saved: \(error.reason) What was saved before is safe in the journal. "
          + "Mend or restore what is named here, or ask the administrator of this server; "
          + "masa check shows more.")
    }
  }

  /// Whether an entry has reached files of the folder; those that it has are kept as read.
  private func hasReached(
    _ paths: [String], _ sequence: Int
  ) throws(StoredDocumentError) -> Bool {
    for path in paths {
      let document = try stored(path)
      let isGone = !document.exists && tail.heads[path] ?? 0 < 0
      if !isGone, (document.stamp?.sequence ?? 0) < sequence { return false }
      documents[path] = document
    }
    return true
  }

  private func isSaved(
    _ part: JournalEntry, in root: borrowing OpenFolder
  ) throws(StoredDocumentError) -> Bool {
    let other = part.partOf?.folder ?? ""
    do throws(StorageFailure) {
      if let isSaved = try Journal.isSaved(part, in: root) { return isSaved }
    } catch {
      throw StoredDocumentError(error.sentence(trying: "see whether the last change was saved"))
    }
    throw StoredDocumentError(
      "the last change in \(name) was cut off, and whether it was saved stands in \(other), which is "
        + "closed to you; somebody who may change both has to change something in \(name) first.")
  }

  private func takeBackLast() throws(StoredDocumentError) {
    do throws(StorageFailure) {
      try open.truncate(journalName, to: tail.start)
      tail = try JournalTail.read(in: open, path: name)
    } catch {
      throw StoredDocumentError(
        error.sentence(trying: "take back a change that was cut off before it was saved"))
    }
  }

  /// One of its files by the file's path in the data folder, brought up to date with the journal.
  func document(at path: String) throws(StoredDocumentError) -> StoredDocument {
    if let known = documents[path] { return known }
    let document = try completedDocument(at: path)
    documents[path] = document
    return document
  }

  private func completedDocument(
    at path: String
  ) throws(StoredDocumentError) -> StoredDocument {
    var document = try stored(path)
    let head = tail.heads[path] ?? 0
    // A file that was taken away and is gone is as it shall be.
    if head < 0, !document.exists { return document }
    guard (document.stamp?.sequence ?? 0) < abs(head) else { return document }
    let attempt = "complete \(path) from its journal"
    let lines = try journal(after: document.stamp?.sequence ?? 0, trying: attempt)
    guard try Replay.complete(&document, with: lines) else { return document }
    do throws(StorageFailure) {
      try write(SpelledDocument(document))
    } catch {
      throw StoredDocumentError(error.sentence(trying: attempt))
    }
    return document
  }

  /// A file as it stands, with what it says it was saved by.
  private func stored(_ path: String) throws(StoredDocumentError) -> StoredDocument {
    let document = try StoredDocument(path, bytes: try bytes(of: path))
    stamps[path] = document.stamp
    return document
  }

  /// The files that were saved by a line which the journal does not hold, for the entry that is to be kept.
  ///
  /// The entry takes the place of what they say, so it is noted now or never.
  private func findBreaks(for sequence: Int) throws(StorageFailure) -> [JournalBreak] {
    var found: [JournalBreak] = []
    if let last = tail.last, let stray = last.stray, !isRenamed(from: stray) {
      found.append(JournalBreak(foundBy: sequence, strayLine: last, stray))
    }
    for (path, stamp) in stamps.sorted(by: { $0.key < $1.key }) {
      let hash = stamp.sequence == tail.sequence ? tail.hash : try hash(ofEntry: stamp.sequence)
      // One that stands too far back to be looked for is compared by masa journal verify.
      guard let hash, hash != stamp.hash else { continue }
      found.append(JournalBreak(foundBy: sequence, path, stamp))
    }
    return found
  }

  /// Whether the folder was called otherwise when a file in it was last saved.
  private func isRenamed(from stray: String) -> Bool {
    let root = String(open.path.dropLast(name.utf8.count + 1))
    return RenamedFolders.explains(stray, in: name) { isFolder($0, in: root) }
  }

  private func hash(ofEntry sequence: Int) throws(StorageFailure) -> String? {
    if sequence > tail.sequence { return "" }
    guard var journal = try JournalFile(in: open) else { return "" }
    return try journal.hash(ofEntry: sequence)
  }

  /// Appends an entry to the journal; when it answers, the entry is on the disk.
  ///
  /// It answers the stamp for the files that the entry changes, and how long the journal was before.
  func append(_ entry: JournalEntry) throws(StorageFailure) -> (stamp: DocumentStamp, start: Int) {
    breaks = try findBreaks(for: entry.id.sequence)
    let kept = (tail.last?.breaks ?? []) + breaks.map(\.text)
    let line = JournalLine.make(
      entry, previous: tail.hash, heads: entry.heads(behind: tail.heads),
      breaks: Array(kept.prefix(JournalBreak.mostKept)))
    // No journal is read beyond this.
    guard line.bytes.count <= JournalFile.largestLine else {
      throw open.failure(.write, journalName, code: E2BIG)
    }
    // A line that a cut-off save left without its end is set aside on a line of its own.
    let bytes = (tail.isTorn ? [UInt8(ascii: "\n")] : []) + line.bytes
    let start = try open.append(bytes, to: journalName)
    return (DocumentStamp(sequence: entry.id.sequence, hash: line.hash), start)
  }

  /// Puts a file in the place of the one before, or takes it away with its record.
  func write(_ document: SpelledDocument) throws(StorageFailure) {
    guard let bytes = document.bytes else { return try open.remove(fileName(of: document.path)) }
    try open.replace(fileName(of: document.path), with: bytes)
  }

  /// Cuts an entry off the journal again, none of whose files could be written.
  func withdraw(to length: Int) -> Withdrawal {
    open.withdraw(from: journalName, to: length)
  }

  private func journal(
    after sequence: Int, trying attempt: String
  ) throws(StoredDocumentError) -> [JournalLine] {
    do throws(StorageFailure) {
      let (lines, isWhole) = try Journal.lines(in: open, path: name, after: sequence)
      guard isWhole else { throw open.failure(.read, journalName, code: EFBIG) }
      return lines
    } catch {
      throw StoredDocumentError(error.sentence(trying: attempt))
    }
  }

  /// What tells it from another folder that is put in its place; nil where the system does not tell.
  var identity: String? { FolderIdentity(open)?.text }

  /// Whether the folder still stands where it was opened.
  var isInPlace: Bool { open.isInPlace }

  /// The latest entries of its journal, earliest first.
  func entries() throws(StorageFailure) -> [JournalEntry] {
    try Journal.lines(in: open, path: name, within: 8 << 20).lines.map(\.entry)
  }

  private func bytes(of path: String) throws(StoredDocumentError) -> [UInt8]? {
    switch open.read(fileName(of: path)) {
    case .bytes(let bytes): return bytes
    case .missing: return nil
    case .closed: throw StoredDocumentError("\(path) is closed to you.")
    case .refused(let reason): throw StoredDocumentError("\(path) cannot be read: \(reason).")
    case .leftOut: throw StoredDocumentError("\(path) is left out: the data folder holds too much.")
    case .tooLarge(let count): throw StoredDocumentError("\(path) is too large: \(count) bytes.")
    }
  }

  private func fileName(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

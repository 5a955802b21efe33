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

  /// Writes the files that the last entry of the journal has not reached; answers that entry.
  func completeLastEntry() throws(CommitError) -> JournalEntry? {
    guard let last = tail.last?.entry else { return nil }
    for path in Set(last.changes.map(\.document)).sorted() where folderPath(of: path) == name {
      do throws(StoredDocumentError) {
        _ = try document(at: path)
      } catch {
        throw .refused(
          "The last change in \(name) could not be completed: \(error.reason) It is safe in the "
            + "journal. Mend or restore that file; the change is completed when \(name) is opened next."
        )
      }
    }
    return last
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
    var document = try StoredDocument(path, bytes: try bytes(of: path))
    guard (document.stamp?.sequence ?? 0) < tail.heads[path] ?? 0 else { return document }
    let attempt = "complete \(path) from its journal"
    guard try Replay.complete(&document, with: try journal(trying: attempt)) else {
      return document
    }
    do throws(StorageFailure) {
      try write(document)
    } catch {
      throw StoredDocumentError(error.sentence(trying: attempt))
    }
    return document
  }

  /// Appends an entry to the journal; when it answers, the entry is on the disk.
  ///
  /// It answers the stamp for the files that the entry changes, and how long the journal was before.
  func append(_ entry: JournalEntry) throws(StorageFailure) -> (stamp: DocumentStamp, start: Int) {
    var heads = tail.heads
    for change in entry.changes where change.folder == name {
      heads[change.document] = entry.id.sequence
    }
    let line = JournalLine.make(entry, previous: tail.hash, heads: heads)
    // A line that a cut-off save left without its end is set aside on a line of its own.
    let bytes = (tail.isTorn ? [UInt8(ascii: "\n")] : []) + line.bytes
    let start = try open.append(bytes, to: journalName)
    return (DocumentStamp(sequence: entry.id.sequence, hash: line.hash), start)
  }

  /// Puts a file in the place of the one before.
  func write(_ document: StoredDocument) throws(StorageFailure) {
    try open.replace(fileName(of: document.path), with: document.document.bytes)
  }

  /// Cuts an entry off the journal again, none of whose files could be written; answers whether it is gone.
  func withdraw(to length: Int) -> Bool {
    do throws(StorageFailure) {
      try open.truncate(journalName, to: length)
      return true
    } catch {
      // Cut off without the disk's word for it: nobody reads it any more.
      return error.isWritten
    }
  }

  private func journal(
    trying attempt: String
  ) throws(StoredDocumentError) -> [(entry: JournalEntry, hash: String)] {
    do throws(StorageFailure) {
      return try Journal.lines(in: open, path: name)
    } catch {
      throw StoredDocumentError(error.sentence(trying: attempt))
    }
  }

  /// Whether the folder still stands where it was opened.
  var isInPlace: Bool { open.isInPlace }

  /// Every entry of its journal, earliest first.
  func entries() throws(StorageFailure) -> [JournalEntry] {
    try Journal.lines(in: open, path: name).map(\.entry)
  }

  private func bytes(of path: String) throws(StoredDocumentError) -> [UInt8]? {
    switch open.read(fileName(of: path)) {
    case .bytes(let bytes): return bytes
    case .missing: return nil
    case .closed: throw StoredDocumentError("\(path) is closed to you.")
    case .refused(let reason): throw StoredDocumentError("\(path) cannot be read: \(reason).")
    case .tooLarge(let count): throw StoredDocumentError("\(path) is too large: \(count) bytes.")
    }
  }

  private func fileName(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

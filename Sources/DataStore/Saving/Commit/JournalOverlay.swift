import Glibc
import JSONDocument
import Safeguarding

/// Shows files as their journal says they shall be, where a save that was cut off has not reached them.
///
/// Nothing is written: whoever may change the folder completes the files when they next do.
struct JournalOverlay {
  private let folders: OpenedFolders
  private var folder: String?
  private var tail: JournalTail?
  /// Whether the journal of the folder could be read; one that is not there can.
  private var isReadable = false
  /// The lines of that journal behind a number by the files they change, where a file was behind.
  private var known: (after: Int, lines: [String: [JournalLine]])?

  /// An overlay for the files of a data folder.
  init(_ folders: OpenedFolders) { self.folders = folders }

  /// The same, seen as the disk is by now.
  private var fresh: JournalOverlay { JournalOverlay(OpenedFolders(root: folders.root)) }

  /// The files of a folder that its journal tells of, but for those it says were taken away, and why the
  /// journal cannot be read where that is so.
  ///
  /// The breaks are those which saves have found in it.
  func look(
    at folder: String
  ) -> (files: [String], breaks: [String], failure: StorageFailure?) {
    switch journal(of: folder) {
    case .success(let tail):
      var breaks = (tail?.last?.breaks ?? []).prefix(JournalBreak.mostKept).compactMap {
        JournalBreak($0)?.sentence
      }
      if let last = tail?.last, let stray = last.stray {
        let isRenamed = RenamedFolders.explains(stray, in: folder) {
          isFolder($0, in: folders.root)
        }
        breaks.append(
          isRenamed
            ? JournalBreak.sentence(ofFormerName: folderPath(of: stray), last.entry.id.sequence)
            : JournalBreak.sentence(stray: stray, in: last.entry.id.sequence))
      }
      return ((tail?.heads ?? [:]).filter { $0.value > 0 }.keys.sorted(), breaks, nil)
    case .failure(let failure): return ([], [], failure)
    }
  }

  /// The bytes of a file with what its journal is ahead of; nil where that has taken it away.
  ///
  /// A file that is not there is looked for again: it may come and go with its record meanwhile.
  mutating func upToDate(_ path: String, _ bytes: FileBytes) -> FileBytes? {
    if case .missing = bytes { return lookedForAgain(path) }
    guard case .bytes(let written) = bytes else { return bytes }
    let folder = folderPath(of: path)
    if folder != self.folder { enter(folder) }
    guard let head = tail?.heads[path] else { return bytes }
    let sequence = sequence(in: written)
    guard sequence < abs(head),
      let document = completed(path, written, with: lines(of: path, after: sequence))
    else { return bytes }
    return document.exists ? .bytes(document.document.bytes) : nil
  }

  /// That a file was saved by a line which its journal does not hold, as a sentence; nil where all is well.
  ///
  /// Others save while the folder is read, so what was found is looked at again.
  mutating func chainBreak(at path: String, _ bytes: FileBytes?) -> String? {
    guard case .bytes(let written)? = bytes, let stamp = DocumentStamp(endOf: written),
      isBroken(path, stamp)
    else { return nil }
    var fresh = fresh
    guard case .bytes(let again) = DataFiles(in: fresh.folders).read(path),
      let stamp = DocumentStamp(endOf: again),
      fresh.isBroken(path, stamp)
    else { return nil }
    return JournalBreak.sentence(path, stamp)
  }

  private mutating func isBroken(_ path: String, _ stamp: DocumentStamp) -> Bool {
    let folder = folderPath(of: path)
    if folder != self.folder { enter(folder) }
    guard isReadable, JournalLine.isDocument(path, in: folder) else { return false }
    let (sequence, hash) = (tail?.sequence ?? 0, tail?.hash ?? "")
    return stamp.sequence > sequence || stamp.sequence == sequence && stamp.hash != hash
  }

  /// Reads the end of a folder's journal.
  private mutating func enter(_ folder: String) {
    self.folder = folder
    (tail, isReadable, known) = (nil, false, nil)
    if case .success(let found) = journal(of: folder) { (tail, isReadable) = (found, true) }
  }

  /// A file that was not there, or not listed, a moment ago; nil where its journal has taken it away.
  ///
  /// Others save while the folder is read, so what the journal says and what is there are asked again
  /// until they agree.
  func lookedForAgain(_ path: String) -> FileBytes? {
    for _ in 0..<4 {
      let head = fresh.end(of: folderPath(of: path))?.heads[path] ?? 0
      var fresh = fresh
      let bytes = DataFiles(in: fresh.folders).read(path)
      if case .missing = bytes {
        if head < 0 { return nil }
        if let made = fresh.created(path) { return made }
        continue
      }
      return fresh.upToDate(path, bytes)
    }
    return .missing
  }

  /// The bytes of a file that the last save was cut off before making; nil where it was not so.
  private func created(_ path: String) -> FileBytes? {
    guard DocumentKind.of(path)?.comesWithItsRecord == true,
      let tail = end(of: folderPath(of: path)), tail.heads[path] == tail.sequence,
      let document = completed(path, nil, with: lines(in: folderPath(of: path), after: 0) ?? []),
      document.exists
    else { return nil }
    return .bytes(document.document.bytes)
  }

  /// The end of a folder's journal; nil where the folder has none or it cannot be read.
  private func end(of folder: String) -> JournalTail? {
    if case .success(let tail) = journal(of: folder) { return tail }
    return nil
  }

  /// The end of a folder's journal; nil where the folder has none, or cannot be opened itself.
  private func journal(of folder: String) -> Result<JournalTail?, StorageFailure> {
    let looked = Result { () throws(StorageFailure) in
      try folders.use(folder) { open -> Result<JournalTail?, StorageFailure> in
        let tail = Result { () throws(StorageFailure) in
          try JournalTail.read(in: open, path: folder) as JournalTail?
        }
        // It may have become shorter while it was read: a save was taken back.
        guard case .failure(let failure) = tail, failure.code == EBADMSG else { return tail }
        return Result { () throws(StorageFailure) in try JournalTail.read(in: open, path: folder) }
      }
    }
    guard case .success(let tail) = looked else { return .success(nil) }
    return tail
  }

  /// The lines of the entered journal behind a number that change a file.
  ///
  /// However many files are behind, the journal is read twice at most where it is not too long.
  private mutating func lines(of path: String, after sequence: Int) -> [JournalLine] {
    let folder = folderPath(of: path)
    if let known, known.after <= sequence { return known.lines[path] ?? [] }
    let isFirst = known == nil
    guard let whole = isFirst ? nil : lines(in: folder, after: 0) else {
      let found = lines(in: folder, after: sequence) ?? []
      if isFirst { known = (sequence, byFile(found)) }
      return found.filter { $0.entry.changes.contains { $0.document == path } }
    }
    known = (0, byFile(whole))
    return known?.lines[path] ?? []
  }

  private func byFile(_ lines: [JournalLine]) -> [String: [JournalLine]] {
    var files: [String: [JournalLine]] = [:]
    for line in lines {
      for document in Set(line.entry.changes.map(\.document)) {
        files[document, default: []].append(line)
      }
    }
    return files
  }

  /// The saved lines of a folder's journal behind a number; nil where not all of them can be known.
  private func lines(in folder: String, after sequence: Int) -> [JournalLine]? {
    let lines = Result { () throws(StorageFailure) in
      let root = try OpenFolder(at: folders.root, followingLink: true)
      var (lines, isWhole) = try Journal.lines(
        in: OpenFolder(folder, in: root), path: folder, after: sequence)
      // What lies between is not known: nothing can be added.
      guard isWhole else { return nil as [JournalLine]? }
      // A part of an edit in several folders that was cut off may never have been saved.
      if let last = lines.last, try Journal.isSaved(last.entry, in: root) != true {
        lines.removeLast()
      }
      return lines
    }
    if case .success(let found) = lines { return found }
    return nil
  }

  /// The file as it shall be; nil where nothing can be added to what it holds.
  private func completed(
    _ path: String, _ bytes: [UInt8]?, with lines: [JournalLine]
  ) -> StoredDocument? {
    let replay = Result { () throws(StoredDocumentError) in
      var document = try StoredDocument(path, bytes: bytes)
      return try Replay.complete(&document, with: lines) ? document : nil
    }
    if case .success(let completed) = replay { return completed }
    return nil
  }

  /// The number of the entry that wrote a file, found at its end without parsing it.
  private func sequence(in bytes: [UInt8]) -> Int {
    if let stamp = DocumentStamp(endOf: bytes) { return stamp.sequence }
    guard case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
    else { return Int.max }
    return DocumentStamp(of: document)?.sequence ?? 0
  }
}

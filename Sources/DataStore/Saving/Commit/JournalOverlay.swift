import Glibc
import JSONDocument
import Safeguarding

/// Shows files as their journal says they shall be, where a save that was cut off has not reached them.
///
/// Nothing is written: whoever may change the folder completes the files when they next do.
struct JournalOverlay {
  private let root: String
  private var folder: String?
  private var tail: JournalTail?
  /// The entries of that folder's journal by the files they change, where one of them was behind.
  private var entries: [String: [(entry: JournalEntry, hash: String)]]?

  /// An overlay for the files of a data folder.
  init(root: String) { self.root = root }

  /// The files of a folder that its journal tells of, but for those it says were taken away.
  func files(in folder: String) -> [String] {
    (end(of: folder)?.heads ?? [:]).filter { $0.value > 0 }.keys.sorted()
  }

  /// The bytes of a file with what its journal is ahead of; nil where that has taken it away.
  ///
  /// A file that is not there is looked for again: it may come and go with its record meanwhile.
  mutating func upToDate(_ path: String, _ bytes: FileBytes) -> FileBytes? {
    if case .missing = bytes { return lookedForAgain(path) }
    guard case .bytes(let written) = bytes else { return bytes }
    let folder = folderPath(of: path)
    if folder != self.folder {
      self.folder = folder
      tail = end(of: folder)
      entries = nil
    }
    guard let head = tail?.heads[path], sequence(in: written) < abs(head) else { return bytes }
    // However many files are behind, their journal is read once.
    let known = entries ?? entriesByFile(of: folder)
    entries = known
    guard let document = completed(path, written, known[path] ?? []) else { return bytes }
    return document.exists ? .bytes(document.document.bytes) : nil
  }

  /// A file that was not there, or not listed, a moment ago; nil where its journal has taken it away.
  ///
  /// Others save while the folder is read, so what the journal says and what is there are asked again
  /// until they agree.
  func lookedForAgain(_ path: String) -> FileBytes? {
    for _ in 0..<4 {
      let head = end(of: folderPath(of: path))?.heads[path] ?? 0
      let bytes = FileBytes.read("\(root)/\(path)")
      if case .missing = bytes {
        if head < 0 { return nil }
        if let made = created(path) { return made }
        continue
      }
      var fresh = JournalOverlay(root: root)
      return fresh.upToDate(path, bytes)
    }
    return .missing
  }

  /// The bytes of a file that the last save was cut off before making; nil where it was not so.
  private func created(_ path: String) -> FileBytes? {
    guard DocumentKind.of(path)?.comesWithItsRecord == true,
      let tail = end(of: folderPath(of: path)), tail.heads[path] == tail.sequence,
      let document = completed(path, nil, entriesByFile(of: folderPath(of: path))[path] ?? []),
      document.exists
    else { return nil }
    return .bytes(document.document.bytes)
  }

  private func place(of folder: String) -> String { folder.isEmpty ? root : "\(root)/\(folder)" }

  /// The end of a folder's journal; nil where the folder has none or it cannot be read.
  private func end(of folder: String) -> JournalTail? {
    guard access("\(place(of: folder))/\(journalName)", R_OK) == 0 else { return nil }
    let tail = Result { () throws(StorageFailure) in
      try JournalTail.read(in: OpenFolder(at: place(of: folder)), path: folder)
    }
    if case .success(let tail) = tail { return tail }
    return nil
  }

  /// The saved entries of a folder's journal by the files they change; none where it cannot be read.
  private func entriesByFile(
    of folder: String
  ) -> [String: [(entry: JournalEntry, hash: String)]] {
    let lines = Result { () throws(StorageFailure) in
      let root = try OpenFolder(at: root, followingLink: true)
      var lines = try Journal.lines(in: OpenFolder(folder, in: root), path: folder)
      // A part of an edit in several folders that was cut off may never have been saved.
      if let last = lines.last, try Journal.isSaved(last.entry, in: root) != true {
        lines.removeLast()
      }
      return lines
    }
    guard case .success(let lines) = lines else { return [:] }
    var entries: [String: [(entry: JournalEntry, hash: String)]] = [:]
    for line in lines {
      for document in Set(line.entry.changes.map(\.document)) {
        entries[document, default: []].append(line)
      }
    }
    return entries
  }

  /// The file as it shall be; nil where nothing can be added to what it holds.
  private func completed(
    _ path: String, _ bytes: [UInt8]?, _ lines: [(entry: JournalEntry, hash: String)]
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
    let key = Array(#""revision": ""#.utf8)
    let end = Array(bytes.suffix(200))
    guard end.count > key.count,
      let start = (0...(end.count - key.count)).last(where: { end[$0...].starts(with: key) })
    else {
      guard case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
      else { return Int.max }
      return DocumentStamp(of: document)?.sequence ?? 0
    }
    let digits = end[(start + key.count)...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}

import Glibc
import JSONDocument
import Safeguarding

/// Shows files as their journal says they shall be, where a save that was cut off has not reached them.
///
/// Nothing is written: whoever may change the folder completes the files when they next do.
struct JournalOverlay {
  private let root: String
  private var folder: String?
  private var heads: [String: Int] = [:]

  /// An overlay for the files of a data folder.
  init(root: String) { self.root = root }

  /// The files of a folder that its journal tells of.
  func files(in folder: String) -> [String] { lastHeads(of: folder).keys.sorted() }

  /// The bytes of a file with what its journal is ahead of.
  mutating func upToDate(_ path: String, _ bytes: FileBytes) -> FileBytes {
    guard case .bytes(let written) = bytes else { return bytes }
    let folder = folderPath(of: path)
    if folder != self.folder {
      self.folder = folder
      heads = lastHeads(of: folder)
    }
    guard let head = heads[path], sequence(in: written) < head else { return bytes }
    return completed(path, written).map { .bytes($0) } ?? bytes
  }

  private func place(of folder: String) -> String { folder.isEmpty ? root : "\(root)/\(folder)" }

  /// The last entry for each file; none where the folder has no journal or cannot be read.
  private func lastHeads(of folder: String) -> [String: Int] {
    guard access("\(place(of: folder))/\(journalName)", R_OK) == 0 else { return [:] }
    let tail = Result { () throws(StorageFailure) in
      try JournalTail.read(in: OpenFolder(at: place(of: folder)), path: folder)
    }
    if case .success(let tail) = tail { return tail.heads }
    return [:]
  }

  /// The bytes as they shall be; nil where nothing can be added to what the file holds.
  private func completed(_ path: String, _ bytes: [UInt8]) -> [UInt8]? {
    let folder = folderPath(of: path)
    let lines = Result { () throws(StorageFailure) in
      let root = try OpenFolder(at: root, followingLink: true)
      var lines = try Journal.lines(in: OpenFolder(folder, in: root), path: folder)
      // A part of an edit in several folders that was cut off may never have been saved.
      if let last = lines.last, try Journal.isSaved(last.entry, in: root) != true {
        lines.removeLast()
      }
      return lines
    }
    guard case .success(let lines) = lines else { return nil }
    let replay = Result { () throws(StoredDocumentError) in
      var document = try StoredDocument(path, bytes: bytes)
      return try Replay.complete(&document, with: lines) ? document.document.bytes : nil
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

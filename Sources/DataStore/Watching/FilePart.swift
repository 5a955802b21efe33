import JSONDocument

/// What one file of a data folder gives to the workspace, kept until the file changes.
final class FilePart: Sendable {
  let reading: WorkspaceReading
  /// That the file was saved by a line which its journal does not hold, as a sentence.
  let chainBreak: String?
  /// How the file and the journal of its folder looked before they were read.
  private let sights: Sights
  /// A number made of the bytes, or of the reason why they could not be had.
  private let digest: Int
  /// Whether its bytes could be had.
  private let isRead: Bool

  /// A file and the journal of its folder, which may be ahead of it.
  struct Sights: Sendable {
    let file: FolderSnapshot.Sight?
    let journal: FolderSnapshot.Sight?

    /// Whether nothing has changed since an earlier look at both.
    func isSame(as earlier: Sights) -> Bool {
      file?.isSame(as: earlier.file) == true
        && journal?.isSameOrMissing(as: earlier.journal) == true
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: Its path in the data folder.
  ///   - bytes: What it holds; nil where its journal says that it was taken away.
  ///   - chainBreak: That its journal does not hold the line which it was saved by.
  ///   - version: The version that the folder is written in.
  ///   - others: The files of the folder.
  ///   - sights: How it and its journal looked before.
  ///   - earlier: What it gave before; taken again where the bytes are the same.
  init(
    _ file: String, bytes: FileBytes?, chainBreak: String?, version: FormatVersion,
    beside others: [String], sights: Sights, earlier: FilePart?
  ) {
    self.sights = sights
    self.chainBreak = chainBreak
    (digest, isRead) = Self.digest(of: bytes)
    if let earlier, digest == earlier.digest, isRead == earlier.isRead {
      reading = earlier.reading
      return
    }
    earlier?.reading.release()
    var reading = WorkspaceReading(sharing: earlier?.reading)
    if let bytes { reading.read(file, bytes: bytes, in: version, beside: others) }
    reading.keep()
    self.reading = reading
  }

  /// Whether the file still gives the same, judged by how it and its journal look now.
  ///
  /// What could not be read is tried again each time: the reason may have gone.
  func holds(for sights: Sights) -> Bool { isRead && sights.isSame(as: self.sights) }

  /// Whether both give the same.
  func isSame(as other: FilePart) -> Bool {
    digest == other.digest && isRead == other.isRead && chainBreak == other.chainBreak
  }

  private static func digest(of bytes: FileBytes?) -> (Int, isRead: Bool) {
    var hasher = Hasher()
    guard let bytes else { return (0, true) }
    guard case .bytes(let content) = bytes else {
      hasher.combine(String(describing: bytes))
      return (hasher.finalize(), false)
    }
    content.withUnsafeBytes { hasher.combine(bytes: $0) }
    return (hasher.finalize(), true)
  }
}

import Glibc
import JSONDocument
public import Safeguarding

/// A folder of JSON files that holds a workspace.
public struct DataFolder: Sendable {
  /// Where the folder lies.
  public let path: String

  /// How much of it is read.
  let bounds: FolderBounds

  /// What the account may do, where the folder is a copy of what a server keeps; nil where the system says it.
  package let grants: (@Sendable () -> FolderGrants)?

  /// A data folder at a path.
  public init(path: String) { self.init(path: path, bounds: .usual) }

  /// A copy of what a server keeps and says the rights of.
  package init(copiedTo path: String, grants: @escaping @Sendable () -> FolderGrants) {
    self.init(path: path, bounds: .usual, grants: grants)
  }

  /// A data folder of which so much is read.
  init(
    path: String, bounds: FolderBounds, grants: (@Sendable () -> FolderGrants)? = nil
  ) {
    self.path = path
    self.grants = grants
    self.bounds = bounds
  }

  /// Reads every file of the folder; whatever is wrong is in the workspace's faults.
  ///
  /// A fault in a record leaves the rest of its file usable, a fault in a file the rest of the folder.
  /// - Throws: ``FolderError`` when there is no such folder or it may not be read.
  public func read() throws(FolderError) -> Workspace {
    let version = try version()
    let listing = try FolderListing(path: path, bounds: bounds)
    let leftOut = bounds.leavingOut(listing.files) { FileFacts("\(path)/\($0)")?.size ?? 0 }
    let identities = FolderIdentity.all(listing.folders, of: path)
    let files = listing.files.filter { !leftOut.counted.contains($0) }
    let parts = TwoReaders.map(files) { [self] in reader(listing, leftOut, version) }
    var all = WorkspaceReading()
    all.join(parts)
    var agreement: Agreement?
    return finish(&all, listing, leftOut, version, identities, &agreement)
  }

  /// A workspace of nothing but one file at the top of the folder, with what is wrong in that file; empty where
  /// there is no such file.
  ///
  /// - Throws: ``FolderError`` when there is no such folder, it may not be read, or it is newer than this program.
  package func reading(only file: String) throws(FolderError) -> Workspace {
    let version = try version()
    do throws(StorageFailure) {
      _ = try OpenFolder(at: path, followingLink: true)
    } catch {
      throw FolderError(error, at: path)
    }
    var reading = WorkspaceReading()
    switch DataFiles(in: OpenedFolders(root: path)).read(file) {
    case .missing: break
    case let bytes: reading.read(file, bytes: bytes, in: version, beside: [file])
    }
    return reading.finish()
  }

  /// The version that the folder is written in.
  ///
  /// - Throws: ``FolderError`` when it is newer than this program.
  func version() throws(FolderError) -> FormatVersion {
    let version = FormatVersion(of: path)
    if let refusal = version.readingRefusal { throw .unreadable(refusal) }
    return version
  }

  /// Makes the workspace of what all listed files gave, with what of it is open to this process.
  ///
  /// The identities are those of the folders before they were read. The agreement is what the files agreed
  /// on before, and then what they agree on now.
  func finish(
    _ reading: inout WorkspaceReading, _ listing: FolderListing, _ leftOut: LeftOutFiles,
    _ version: FormatVersion, _ identities: [String: String], _ agreement: inout Agreement?
  ) -> Workspace {
    if let refusal = version.savingRefusal(in: path) { reading.tell(ofVersion: refusal) }
    for part in leftOut.parts { reading.tell(of: part, bounds) }
    for (folder, count) in listing.unlisted.sorted(by: { $0.key < $1.key }) {
      reading.tell(ofUnlisted: count, in: folder)
    }
    let grants = grants?()
    for folder in listing.closed + (grants?.closed.sorted() ?? []) { reading.close(folder) }
    for entry in listing.skipped { reading.skip(entry) }
    let overlay = JournalOverlay(OpenedFolders(root: path))
    let listed = Set(listing.files)
    for folder in listing.folders {
      let (files, breaks, failure) = overlay.look(at: folder)
      for found in breaks { reading.tell(ofBreakIn: folder, found) }
      if let failure { reading.tell(ofJournalIn: folder, failure) }
      let gone = files.filter { !listed.contains($0) }
      // Each look reads the end of the journal, which names all of them: a forged one may name many.
      let looks = max(10, Self.mostLooks / max(1, gone.count))
      for (number, file) in gone.enumerated() {
        guard var bytes = number < looks ? overlay.lookedForAgain(file) : .missing else { continue }
        if case .missing = bytes {
          bytes = .refused(reason: "it is gone, though its journal tells of it")
        }
        reading.read(file, bytes: bytes, in: version, beside: listing.files)
      }
    }
    var workspace = reading.finish(&agreement)
    // The folders of a copy are made anew at will; what they are a copy of is looked at behind its lock.
    workspace.folderIdentities = grants == nil ? identities : [:]
    workspace.findAccess(to: path, closed: reading.closed, grants)
    return workspace
  }

  /// So many names are read in all while files are looked for that a journal tells of.
  private static let mostLooks = 20_000

  private func reader(
    _ listing: FolderListing, _ leftOut: LeftOutFiles, _ version: FormatVersion
  ) -> (String) -> WorkspaceReading {
    let folders = OpenedFolders(root: path)
    let disk = DataFiles(in: folders)
    var overlay = JournalOverlay(folders)
    return { file in
      var reading = WorkspaceReading()
      let written = leftOut.contains(file) ? .leftOut : disk.read(file)
      if let sentence = overlay.chainBreak(at: file, written) {
        reading.tell(ofBreakIn: folderPath(of: file), sentence)
      }
      if let bytes = overlay.upToDate(file, written) {
        reading.read(file, bytes: bytes, in: version, beside: listing.files)
        // The documents of large files are not all there at once.
        if case .bytes(let content) = bytes, ReadingContext.repeats(content) { reading.keep() }
      }
      return reading
    }
  }
}

/// Why a data folder cannot be read at all.
public enum FolderError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(String)
  case closed(String, reason: String)
  /// A part of it cannot be read, which the sentence names.
  case unreadable(String)

  /// Why the folder itself could not be opened.
  init(_ failure: StorageFailure, at path: String) {
    self =
      failure.code == ENOENT || failure.code == ENOTDIR
      ? .missing(path) : .closed(path, reason: String(cString: strerror(failure.code)))
  }

  /// What was tried and what to do now.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no data folder at \(path). Check the path given with --data or in MASA_DATA, "
        + "or create a new one with: masa init \(path)"
    case .closed(let path, let reason):
      "The data folder \(path) may not be read (\(reason)). "
        + "Ask the administrator of this server for access; nothing was changed."
    case .unreadable(let sentence): sentence
    }
  }
}

/// The files of a data folder, by path relative to it, in a fixed order.
struct FolderListing: Sendable {
  let files: [String]
  /// The folders that could be listed; the data folder itself is the empty path.
  let folders: [String]
  /// The folders that are not open to the person who reads.
  let closed: [String]
  /// How many files and folders are not listed, as a folder holds too many, by its path.
  let unlisted: [String: Int]
  /// What is not read, though its place or its name says that it may be meant to be.
  let skipped: [SkippedEntry]
  /// The files and folders in each folder that could be listed.
  private let contents: [String: Contents]

  /// What lies in one folder.
  private struct Contents: Sendable {
    var files: [String] = []
    var folders: [String] = []
    var skipped: [SkippedEntry] = []
    var unlisted = 0

    /// Keeps so many of each at most, the first by their names.
    mutating func limit(to most: Int) {
      let all = files.count + folders.count + skipped.count
      if files.count > most { files = Array(files.sorted().prefix(most)) }
      if folders.count > most { folders = Array(folders.sorted().prefix(most)) }
      if skipped.count > FolderBounds.mostTold {
        skipped = Array(skipped.sorted { $0.path < $1.path }.prefix(FolderBounds.mostTold))
      }
      unlisted = all - files.count - folders.count - skipped.count
    }
  }

  /// Whether there is a folder that could not be listed for a reason that may pass.
  var isPartial: Bool { files.contains { $0.hasSuffix("/") } }

  /// Lists a data folder.
  ///
  /// What an earlier listing says of a folder holds unless the folder is stale.
  /// The folders above are listed before those in them, so that nobody's own folders crowd out others.
  init(
    path: String, earlier: FolderListing? = nil, stale: Set<String> = [],
    bounds: FolderBounds = .usual
  ) throws(FolderError) {
    var contents: [String: Contents] = [:]
    var unlisted: [String: Int] = [:]
    var (found, listed, closed): ([String], [String], [String]) = ([], [], [])
    var skipped: [SkippedEntry] = []
    var folders = [""]
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      if next > bounds.files {
        unlisted["", default: 0] += 1
        continue
      }
      if let known = earlier?.contents[folder], !stale.contains(folder) {
        contents[folder] = known
        listed.append(folder)
        found += known.files
        folders += known.folders
        skipped += known.skipped
        if known.unlisted > 0 { unlisted[folder, default: 0] += known.unlisted }
        continue
      }
      let entries: [FolderEntry]
      do throws(StorageFailure) {
        entries = try FolderEntry.all(in: folder.isEmpty ? path : path + "/" + folder)
      } catch {
        if folder.isEmpty {
          throw FolderError(error, at: path)
        }
        if error.code == EACCES { closed.append(folder) } else { found.append(folder + "/") }
        continue
      }
      listed.append(folder)
      var inside = Contents()
      for entry in entries where !entry.isHidden {
        let child = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if entry.isFolder, entry.isSpelled { inside.folders.append(child) }
        if let entry = SkippedEntry(child, entry.form, isSpelled: entry.isSpelled) {
          inside.skipped.append(entry)
        } else if !entry.isFolder, entry.isSpelled, child.hasSuffix(".json") {
          inside.files.append(child)
        }
      }
      inside.limit(to: bounds.files)
      if inside.unlisted > 0 { unlisted[folder, default: 0] += inside.unlisted }
      contents[folder] = inside
      found += inside.files
      folders += inside.folders
      skipped += inside.skipped
    }
    files = found.sorted()
    self.folders = listed.sorted()
    self.closed = closed.sorted()
    self.skipped = skipped.sorted { $0.path < $1.path }
    self.contents = contents
    self.unlisted = unlisted
  }
}

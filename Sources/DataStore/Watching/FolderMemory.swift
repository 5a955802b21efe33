import Safeguarding

/// What a reader of a data folder keeps between two readings.
struct FolderMemory: Sendable {
  private let folder: DataFolder
  private var snapshot: FolderSnapshot?
  private var parts: [String: FilePart] = [:]
  /// What was not read, as all files together were too much.
  private var leftOut = LeftOutFiles()
  /// What was told beside the records: what is open, what is wrong, and which folders they are.
  private var told = Told()
  private var agreement: Agreement?
  private var journals = JournalFollowing()

  private struct Told: Hashable, Sendable {
    var access = Access()
    var faults: [Fault] = []
    var identities: [String: String] = [:]

    init() {}

    init(of workspace: Workspace) {
      access = workspace.access
      faults = workspace.faults
      identities = workspace.folderIdentities
    }
  }

  /// A memory of a folder that has not been read yet.
  init(_ folder: DataFolder) { self.folder = folder }

  /// Reads everything for the first time, and tells what the folder looked like before.
  mutating func begin(
    seen look: (FolderSnapshot) -> Void = { _ in }
  ) throws(FolderError) -> Workspace {
    let version = try folder.version()
    let seen = try FolderSnapshot(path: folder.path, bounds: folder.bounds)
    snapshot = seen
    look(seen)
    let identities = FolderIdentity.all(seen.listing.folders, of: folder.path)
    _ = renewParts(seen, version, isDifferent: true)
    let workspace = joined(seen.listing, version, identities)
    told = Told(of: workspace)
    _ = journals.follow(seen)
    return workspace
  }

  /// Looks for what has changed and reads that; the first time everything.
  mutating func read() throws(FolderError) -> FolderNews {
    guard var seen = snapshot else {
      return FolderNews(workspace: try begin(), files: [], entries: [])
    }
    let version = try folder.version()
    let isDifferent = !(try seen.renew()).isEmpty
    snapshot = seen
    let identities = FolderIdentity.all(seen.listing.folders, of: folder.path)
    let files = renewParts(seen, version, isDifferent: isDifferent)
    var workspace =
      isDifferent || !files.isEmpty ? joined(seen.listing, version, identities) : nil
    if let found = workspace {
      let now = Told(of: found)
      if files.isEmpty && now == told { workspace = nil }
      told = now
    }
    // The journals come last: what they tell of can be seen in the files already.
    return FolderNews(workspace: workspace, files: files, entries: journals.follow(seen))
  }

  /// Reads the files that have changed; answers those that give something else now.
  ///
  /// What a file of an older version gives depends on the others, so that none is kept.
  private mutating func renewParts(
    _ seen: FolderSnapshot, _ version: FormatVersion, isDifferent: Bool
  ) -> [String] {
    let (before, isKept) = (parts, version.isCurrent || !isDifferent)
    let earlier = isKept ? parts : [:]
    let (leftOutBefore, leftOut) = (
      self.leftOut,
      folder.bounds.leavingOut(seen.listing.files) { seen.files[$0]?.signature?.size ?? 0 }
    )
    self.leftOut = leftOut
    let stale = seen.listing.files.filter { file in
      !leftOut.counted.contains(file)
        && (earlier[file]?.holds(for: seen.sights(of: file)) != true
          || leftOut.contains(file) != leftOutBefore.contains(file))
    }
    let read = TwoReaders.map(stale) { [folder] in
      folder.partReader(seen, leftOut, version, earlier)
    }
    var different: [String] = []
    for (file, part) in zip(stale, read) {
      if before[file]?.isSame(as: part) != true { different.append(file) }
      parts[file] = part
    }
    if parts.count > seen.listing.files.count - leftOut.counted.count {
      let gone = Set(parts.keys).subtracting(seen.listing.files).union(leftOut.counted)
        .filter { parts[$0] != nil }.sorted()
      for file in gone { parts[file] = nil }
      different += gone
    }
    return different
  }

  /// The workspace of all parts.
  private mutating func joined(
    _ listing: FolderListing, _ version: FormatVersion, _ identities: [String: String]
  ) -> Workspace {
    let read = listing.files.compactMap { parts[$0]?.reading }
    var all = read.first ?? WorkspaceReading()
    all.join(Array(read.dropFirst()))
    for file in listing.files {
      guard let sentence = parts[file]?.chainBreak else { continue }
      all.tell(ofBreakIn: folderPath(of: file), sentence)
    }
    return folder.finish(&all, listing, leftOut, version, identities, &agreement)
  }
}

extension FolderSnapshot {
  /// How a file and the journal of its folder look.
  fileprivate func sights(of file: String) -> FilePart.Sights {
    FilePart.Sights(file: files[file], journal: journals[folderPath(of: file)])
  }
}

extension DataFolder {
  /// Reads files as they look now; what gives the same as before is taken from there.
  fileprivate func partReader(
    _ seen: FolderSnapshot, _ leftOut: LeftOutFiles, _ version: FormatVersion,
    _ earlier: [String: FilePart]
  ) -> (String) -> FilePart {
    let folders = OpenedFolders(root: path)
    let disk = DataFiles(in: folders)
    var overlay = JournalOverlay(folders)
    return { file in
      let written = leftOut.contains(file) ? .leftOut : disk.read(file)
      let found = overlay.chainBreak(at: file, written)
      return FilePart(
        file, bytes: overlay.upToDate(file, written), chainBreak: found,
        version: version, beside: seen.listing.files, sights: seen.sights(of: file),
        earlier: earlier[file])
    }
  }
}

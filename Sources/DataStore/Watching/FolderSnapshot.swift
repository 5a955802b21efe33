import Safeguarding

/// What a data folder looks like from outside: its folders and files, each with its signature.
struct FolderSnapshot: Sendable {
  /// What was seen of one folder or file.
  struct Sight: Sendable {
    /// Nil when nothing could be seen.
    let signature: FileSignature?
    /// Whether the next change is going to show in the signature.
    let isSettled: Bool

    init(_ path: String, at now: Int) {
      signature = FileSignature(path: path)
      isSettled = signature?.isSettled(at: now) ?? false
    }

    /// Whether it is certain that nothing has changed since an earlier look.
    func isSame(as earlier: Sight?) -> Bool {
      guard let earlier, earlier.isSettled else { return false }
      return signature == earlier.signature
    }

    /// Whether nothing has changed since an earlier look, or there was nothing then and now.
    func isSameOrMissing(as earlier: Sight?) -> Bool {
      guard let earlier, signature == nil, earlier.signature == nil else {
        return isSame(as: earlier)
      }
      return true
    }

    /// Whether it is certain that something has changed since an earlier look.
    func differs(from earlier: Sight?) -> Bool {
      guard let earlier else { return false }
      return signature != earlier.signature
    }
  }

  /// Where the folder lies.
  let path: String
  private(set) var listing: FolderListing
  private(set) var files: [String: Sight] = [:]
  /// The journals by the paths of their folders.
  private(set) var journals: [String: Sight] = [:]
  private var folders: [String: Sight] = [:]

  /// How much of the folder is listed.
  private let bounds: FolderBounds

  /// Looks at a folder for the first time.
  init(path: String, bounds: FolderBounds = .usual) throws(FolderError) {
    (self.path, self.bounds) = (path, bounds)
    listing = try FolderListing(path: path, bounds: bounds)
    // The folders are not noted yet: what came into them since they were listed shows the next time.
    lookAtFiles(FileSignature.now)
  }

  /// Looks again; answers the folders in which something is different, by their paths.
  mutating func renew() throws(FolderError) -> Set<String> {
    let now = FileSignature.now
    let earlier = self
    // A folder is looked at before it is listed, so that whatever comes later shows the next time.
    let known = listing.folders + listing.closed
    folders = sights(of: known, at: now)
    var different = Set(known.filter { folders[$0]?.differs(from: earlier.folders[$0]) == true })
    let stale = known.filter { folders[$0]?.isSame(as: earlier.folders[$0]) != true }
    if !stale.isEmpty || listing.isPartial {
      listing = try FolderListing(
        path: path, earlier: listing, stale: Set(stale), bounds: bounds)
      different.formUnion(listing.differences(from: earlier.listing))
    }
    lookAtFiles(now)
    for file in listing.files where files[file]?.differs(from: earlier.files[file]) == true {
      different.insert(folderPath(of: file))
    }
    for (folder, journal) in journals where journal.differs(from: earlier.journals[folder]) {
      different.insert(folder)
    }
    return different
  }

  /// The place of a folder or file on the disk.
  func place(of relative: String) -> String {
    // The data folder itself may be a link; the point looks at what it leads to.
    "\(path)/\(relative.isEmpty ? "." : relative)"
  }

  /// Everything that is seen, a text each; nil where not all was listed, or a change might not show yet.
  ///
  /// The folders are looked at again, as who may do what in them shows in their signatures alone.
  var settledSights: [String]? {
    guard !listing.isPartial, listing.unlisted.isEmpty else { return nil }
    let known = listing.folders + listing.closed
    let folders = sights(of: known, at: FileSignature.now)
    var texts = listing.skipped.map { "- \($0.path) \($0.reason)" }
    for (mark, paths, sights) in [
      ("/", known, folders), ("#", listing.folders, journals), ("=", listing.files, files),
    ] {
      for path in paths {
        guard let sight = sights[path] else { return nil }
        guard let signature = sight.signature else {
          texts.append("\(mark) \(path)")
          continue
        }
        if !sight.isSettled { return nil }
        texts.append("\(mark) \(path) \(signature.text)")
      }
    }
    return texts + listing.closed.map { "x \($0)" }
  }

  private mutating func lookAtFiles(_ now: Int) {
    files = sights(of: listing.files, at: now)
    journals = [:]
    for folder in listing.folders {
      journals[folder] = Sight("\(place(of: folder))/\(journalName)", at: now)
    }
  }

  private func sights(of paths: [String], at now: Int) -> [String: Sight] {
    var sights: [String: Sight] = [:]
    sights.reserveCapacity(paths.count)
    for path in paths { sights[path] = Sight(place(of: path), at: now) }
    return sights
  }
}

extension FolderListing {
  /// The folders in which there is something else than in an earlier listing.
  fileprivate func differences(from earlier: FolderListing) -> Set<String> {
    var different: Set<String> = []
    if folders != earlier.folders || closed != earlier.closed {
      different.formUnion(Set(folders).symmetricDifference(earlier.folders))
      different.formUnion(Set(closed).symmetricDifference(earlier.closed))
    }
    for entry in Set(skipped).symmetricDifference(earlier.skipped) {
      different.insert(folderPath(of: entry.path))
    }
    if files != earlier.files {
      for file in Set(files).symmetricDifference(earlier.files) {
        different.insert(folderPath(of: file))
      }
    }
    return different
  }
}

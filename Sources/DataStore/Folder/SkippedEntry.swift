import Safeguarding

/// Something in a data folder that is not read, though its place or its name says that it may be meant to be.
struct SkippedEntry: Hashable, Sendable {
  /// Why it is not read.
  enum Reason: Hashable, Sendable {
    /// Links are not followed.
    case link
    /// A pipe, a socket or a device.
    case notAFile
    /// A folder where a file is expected.
    case folder
    /// A file that is called nearly like one that is read.
    case name
    /// Something whose name is not UTF-8.
    case bytes
  }

  /// Its path in the data folder.
  let path: String
  /// Why it is not read.
  let reason: Reason

  /// What is skipped of a folder's entries; nil for what is read or is none of the program's business.
  ///
  /// A link or a pipe in the place of a file or a journal is read, and refused in a sentence.
  init?(_ path: String, _ form: FolderEntry.Form, isSpelled: Bool = true) {
    let isJournal = path == journalName || path.hasSuffix("/" + journalName)
    let isNamedLikeAFile = path.hasSuffix(".json") || isJournal
    if !isSpelled {
      guard form == .folder || isNamedLikeAFile || Self.isNamedNearly(path) else { return nil }
      (self.path, reason) = (path, .bytes)
      return
    }
    switch form {
    case .folder:
      guard DocumentKind.found(path) != nil else { return nil }
      reason = .folder
    case .link:
      if isNamedLikeAFile { return nil }
      reason = .link
    case .other:
      if isNamedLikeAFile { return nil }
      reason = .notAFile
    case .file:
      if isNamedLikeAFile || !Self.isNamedNearly(path) { return nil }
      reason = .name
    }
    self.path = path
  }

  /// Whether records are missing with it for sure, as it stands where they are expected.
  var holdsRecords: Bool {
    reason != .name && DocumentKind.all.contains { $0.lies(in: path) }
  }

  /// Whether a name holds ".json" in letters of any size, and is no journal's.
  private static func isNamedNearly(_ path: String) -> Bool {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    return name.contains(".json") && !name.hasPrefix(journalName)
  }

  /// What it is, and what becomes of it.
  var message: String {
    switch reason {
    case .link: "This is a link, and links are not followed: what it leads to is left out."
    case .notAFile: "This is neither a file nor a folder: it is left out."
    case .folder: "A file is expected here, and this is a folder: no records are read from it."
    case .bytes: "The name is not written in UTF-8, so it cannot be opened by it: it is left out."
    case .name: "The name does not end in .json: the file is kept but not shown."
    }
  }

  /// What to do about it.
  var hint: String {
    switch reason {
    case .link: "Put what it leads to here instead, or take the link away."
    case .notAFile: "Take it away, or ask the administrator of this server who put it there."
    case .bytes: "Give it another name, or ask the administrator of this server who put it there."
    case .folder: "Take it away, or restore the file from a backup."
    case .name:
      "If it holds records, give it the name of the file that it belongs to; keep copies outside the "
        + "data folder."
    }
  }
}

extension WorkspaceReading {
  /// Notes what is not read: where records are expected, those that it may hold are not missing.
  mutating func skip(_ entry: SkippedEntry) {
    tell(of: entry)
    guard entry.holdsRecords else { return }
    for kind in DocumentKind.all where kind.lies(in: entry.path) {
      unread.formUnion(kind.recordKinds)
    }
  }
}

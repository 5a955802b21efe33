import Glibc
import JSONDocument
import Safeguarding

extension FolderMigration {
  /// Does something while every folder is locked, with all its files as they stand.
  func holding(
    _ work: ([String: Held], [Migration.File]) throws(FolderError) -> [String]
  ) throws(FolderError) -> [String] {
    let folders = try trying { () throws(StorageFailure) in
      let root = try OpenFolder(at: path, followingLink: true)
      var folders: [String: Held] = [:]
      for name in ownershipFolders(of: path).sorted() {
        folders[name] = try Held(name, in: root)
      }
      return folders
    }
    let listing = try FolderListing(path: path)
    if let closed = listing.closed.first {
      throw .unreadable(
        "\(closed) is closed to you, and all folders are migrated together. Nothing was changed. Ask "
          + "the administrator of this server to migrate them.")
    }
    // What cannot be listed now would be left behind in the earlier version.
    let unread = listing.files.first { file in
      file.hasSuffix("/")
        || DocumentKind.of(file) != nil && folders[folderPath(of: file)] == nil
    }
    if let unread {
      throw .unreadable(
        "\(unread) cannot be read now, and all folders are migrated together. Nothing was changed. "
          + "Try again; masa check shows more.")
    }
    var overlay = JournalOverlay(OpenedFolders(root: path))
    var files: [Migration.File] = []
    for name in listing.files where folders[folderPath(of: name)] != nil {
      guard case .bytes(let bytes) = FileBytes.read("\(path)/\(name)"),
        case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
      else {
        throw .unreadable(
          "\(name) cannot be read. Nothing was changed. Mend it first; masa check shows more.")
      }
      guard case .bytes(let current)? = overlay.upToDate(name, .bytes(bytes)), current == bytes
      else {
        throw .unreadable(
          "A save in \(folderPath(of: name)) was cut off and is not completed yet. Nothing was changed. "
            + "Change anything there with the earlier version of Masa first.")
      }
      files.append(Migration.File(path: name, document: document))
    }
    return try work(folders, files)
  }

  /// The folders, and those that new files need and that were not there.
  ///
  /// A migration that is cut off behind this leaves an empty folder, which does no harm.
  func withMissingFolders(
    for changes: [Change], _ folders: [String: Held]
  ) throws(FolderError) -> [String: Held] {
    try trying { () throws(StorageFailure) in
      let root = try OpenFolder(at: path, followingLink: true)
      var folders = folders
      for name in Set(changes.flatMap(\.new).map { folderPath(of: $0.path) }).sorted()
      where folders[name] == nil {
        let parent = try OpenFolder(folderPath(of: name), in: root)
        _ = try parent.makeFolder(fileName(of: name))
        folders[name] = try Held(name, in: root)
      }
      return folders
    }
  }

  /// Does something with the disk; what fails is said in a sentence.
  func trying<Answer: ~Copyable>(
    _ work: () throws(StorageFailure) -> Answer
  ) throws(FolderError) -> Answer {
    do throws(StorageFailure) {
      return try work()
    } catch {
      throw .unreadable(error.sentence(trying: "migrate the data folder"))
    }
  }

  /// Writes a file as a whole, or takes it away; one whose folder is gone is gone.
  func write(
    _ bytes: [UInt8]?, to path: String, in folders: [String: Held]
  ) throws(FolderError) {
    guard let held = folders[folderPath(of: path)] else {
      if bytes == nil { return }
      throw .unreadable("There is no folder for \(path). What was not reached is as it was.")
    }
    try trying { () throws(StorageFailure) in
      guard let bytes else { return try held.folder.remove(fileName(of: path)) }
      try held.folder.replace(fileName(of: path), with: bytes)
    }
  }

  /// The name of a file or folder without the folders above it.
  func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

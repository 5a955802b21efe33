import Glibc
import JSONDocument
import Safeguarding

/// Brings a data folder to the current version of the file format, or back to the one before.
///
/// The files as they were are kept beside, in a hidden folder of each folder that changes. Each file is
/// replaced as a whole, the one that tells the version last: a migration that was cut off is read as well
/// as before, and can be run again.
package struct FolderMigration {
  private let path: String
  private let version: FormatVersion

  /// A migration of the data folder at a path; nothing is changed yet.
  package init(path: String) {
    self.path = path
    version = FormatVersion(of: path)
  }

  /// The version that the folder is written in.
  package var from: Int { version.number }
  /// What is changed on the way to the current version, a sentence for each step.
  package var sentences: [String] { Migration.steps(from: from).map(\.sentence) }

  /// A file and what becomes of it.
  fileprivate struct Change {
    let file: Migration.File
    let after: [Migration.File]
  }

  /// A folder that nobody else may change meanwhile.
  fileprivate final class Held {
    let folder: OpenFolder
    private let lock: FolderLock

    init(_ name: String, in root: borrowing OpenFolder) throws(StorageFailure) {
      let folder = try OpenFolder(name, in: root)
      lock = try FolderLock(folder)
      self.folder = folder
    }
  }

  /// Brings every file to the current version; answers the files that changed.
  ///
  /// - Throws: ``FolderError`` with a sentence; what was not reached is as it was.
  package func migrate() throws(FolderError) -> [String] {
    if let refusal = version.readingRefusal { throw .unreadable(refusal) }
    if version.isCurrent { return [] }
    return try holding { folders, files throws(FolderError) in
      var changes: [Change] = []
      for file in files {
        let after = try after(file, from: from)
        if after.count != 1 || after[0].path != file.path
          || after[0].document.bytes != file.document.bytes
        {
          changes.append(Change(file: file, after: after))
        }
      }
      for change in changes { try keep(change.file, in: folders) }
      for change in changes.versionLast {
        for file in change.after where file.path != change.file.path {
          try write(file.document.bytes, to: file.path, in: folders)
        }
        let same = change.after.first { $0.path == change.file.path }
        try write(same?.document.bytes, to: change.file.path, in: folders)
      }
      return changes.map(\.file.path)
    }
  }

  /// Puts the files back that the last migration kept; answers them.
  ///
  /// - Throws: ``FolderError`` with a sentence: where a file was changed since, nothing is put back.
  package func goBack() throws(FolderError) -> [String] {
    if let refusal = version.readingRefusal { throw .unreadable(refusal) }
    return try holding { folders, files throws(FolderError) in
      guard let earlier = try lastKept(in: folders) else {
        throw .unreadable(
          "No files of an earlier version are kept in \(path). Nothing was changed. Restore a backup "
            + "of the whole folder instead.")
      }
      let present = Dictionary(
        files.map { ($0.path, $0.document.bytes) }, uniquingKeysWith: { first, _ in first })
      var (changes, changed): ([Change], [String]) = ([], [])
      for file in try kept(earlier, in: folders) {
        let change = Change(file: file, after: try after(file, from: earlier))
        changes.append(change)
        let isBack = present[file.path] == file.document.bytes
        for after in change.after {
          let now = present[after.path]
          let isGone = now == nil && after.path != file.path
          if now != after.document.bytes, !isBack || after.path != file.path, !isGone {
            changed.append(after.path)
          }
        }
      }
      guard changed.isEmpty else {
        throw .unreadable(
          "What was changed since the migration would be lost: \(changed.joined(separator: ", ")). "
            + "Nothing was changed.")
      }
      // The version goes back first: what is not put back yet is read as well.
      for change in changes.versionLast.reversed() {
        try write(change.file.document.bytes, to: change.file.path, in: folders)
        for file in change.after where file.path != change.file.path {
          try write(nil, to: file.path, in: folders)
        }
      }
      for change in changes { try forget(change.file.path, earlier, in: folders) }
      return changes.map(\.file.path).sorted()
    }
  }

  /// What becomes of a file from a version to the current one.
  private func after(
    _ file: Migration.File, from version: Int
  ) throws(FolderError) -> [Migration.File] {
    do throws(JSONEditError) {
      return try Migration.migrated(file, from: version).map { file throws(JSONEditError) in
        guard file.path == FormatVersion.file,
          let number = file.document.root["schemaVersion"]
        else { return file }
        let document = try file.document.replacing(
          number, with: .integer(FormatVersion.current))
        return Migration.File(path: file.path, document: document)
      }
    } catch {
      throw .unreadable(
        "\(file.path) cannot be migrated: \(error.message) Nothing was changed. Mend it and try again."
      )
    }
  }
}

extension FolderMigration {
  /// Does something while every folder is locked, with all its files as they stand.
  private func holding(
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
    var overlay = JournalOverlay(root: path)
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

  private func trying<Answer: ~Copyable>(
    _ work: () throws(StorageFailure) -> Answer
  ) throws(FolderError) -> Answer {
    do throws(StorageFailure) {
      return try work()
    } catch {
      throw .unreadable(error.sentence(trying: "migrate the data folder"))
    }
  }

  private func write(
    _ bytes: [UInt8]?, to path: String, in folders: [String: Held]
  ) throws(FolderError) {
    guard let held = folders[folderPath(of: path)] else {
      throw .unreadable("There is no folder for \(path). What was not reached is as it was.")
    }
    try trying { () throws(StorageFailure) in
      guard let bytes else { return try held.folder.remove(fileName(of: path)) }
      try held.folder.replace(fileName(of: path), with: bytes)
    }
  }

  private func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static let prefix = ".version-"

  /// Keeps a file as it is; one that was kept by an earlier try stays.
  private func keep(_ file: Migration.File, in folders: [String: Held]) throws(FolderError) {
    guard let held = folders[folderPath(of: file.path)] else { return }
    try trying { () throws(StorageFailure) in
      let (name, folder) = (fileName(of: file.path), "\(Self.prefix)\(from)")
      if !held.folder.exists(folder) { try held.folder.makePlainFolder(folder) }
      let kept = try OpenFolder(folder, in: held.folder)
      if !kept.exists(name) { try kept.replace(name, with: file.document.bytes) }
    }
  }

  /// The latest version of which files are kept.
  private func lastKept(in folders: [String: Held]) throws(FolderError) -> Int? {
    var versions: [Int] = []
    for held in folders.values {
      let names = try trying { () throws(StorageFailure) in try held.folder.names() }
      versions += names.filter { $0.hasPrefix(Self.prefix) }.compactMap {
        Int($0.dropFirst(Self.prefix.count))
      }
    }
    return versions.filter { $0 < FormatVersion.current }.max()
  }

  private func kept(
    _ version: Int, in folders: [String: Held]
  ) throws(FolderError) -> [Migration.File] {
    var files: [Migration.File] = []
    let name = "\(Self.prefix)\(version)"
    for (place, held) in folders.sorted(by: { $0.key < $1.key }) where held.folder.exists(name) {
      let kept = try trying { () throws(StorageFailure) in
        try OpenFolder(name, in: held.folder).names()
      }
      for file in kept where file.hasSuffix(".json") && !file.hasPrefix(".") {
        let home = place.isEmpty ? path : "\(path)/\(place)"
        guard case .bytes(let bytes) = FileBytes.read("\(home)/\(name)/\(file)"),
          case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
        else {
          throw .unreadable(
            "\(place)/\(name)/\(file) cannot be read. Nothing was changed. Restore a backup instead."
          )
        }
        files.append(
          Migration.File(path: place.isEmpty ? file : "\(place)/\(file)", document: document))
      }
    }
    return files
  }

  /// Removes what was kept of a file, and the folder with the last one.
  private func forget(
    _ path: String, _ version: Int, in folders: [String: Held]
  ) throws(FolderError) {
    guard let held = folders[folderPath(of: path)] else { return }
    try trying { () throws(StorageFailure) in
      let name = "\(Self.prefix)\(version)"
      let kept = try OpenFolder(name, in: held.folder)
      try kept.remove(fileName(of: path))
      if try kept.names().isEmpty { held.folder.removeEmptyFolder(name) }
    }
  }
}

extension [FolderMigration.Change] {
  /// The same with the file that tells the version at the end.
  fileprivate var versionLast: [FolderMigration.Change] {
    filter { $0.file.path != FormatVersion.file } + filter { $0.file.path == FormatVersion.file }
  }
}

import JSONDocument
import Safeguarding

extension FolderMigration {
  private static let prefix = ".version-"

  /// Keeps a file as it is; one that was kept by an earlier try stays.
  func keep(_ file: Migration.File, in folders: [String: Held]) throws(FolderError) {
    guard let held = folders[folderPath(of: file.path)] else { return }
    try trying { () throws(StorageFailure) in
      let (name, folder) = (fileName(of: file.path), "\(Self.prefix)\(from)")
      if !held.folder.exists(folder) { try held.folder.makePlainFolder(folder) }
      let kept = try OpenFolder(folder, in: held.folder)
      if !kept.exists(name) { try kept.replace(name, with: file.document.bytes) }
    }
  }

  /// The latest version of which files are kept.
  func lastKept(in folders: [String: Held]) throws(FolderError) -> Int? {
    var versions: [Int] = []
    for held in folders.values {
      let names = try trying { () throws(StorageFailure) in try held.folder.names() }
      versions += names.filter { $0.hasPrefix(Self.prefix) }.compactMap {
        Int($0.dropFirst(Self.prefix.count))
      }
    }
    return versions.filter { $0 < FormatVersion.current }.max()
  }

  /// The files that were kept of a version.
  func kept(
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
          Migration.File(path: documentPath(file, in: place), document: document))
      }
    }
    return files
  }

  /// Removes what was kept of a file, and the folder with the last one.
  func forget(
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

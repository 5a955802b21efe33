import Glibc
import JSONDocument
import Safeguarding

/// Brings a data folder to the current version of the file format, or back to the one before.
///
/// The files as they were are kept beside, in a hidden folder of each folder that changes. Each file is
/// replaced as a whole, the one that tells the version last: a migration that was cut off is read as well
/// as before, and can be run again.
package struct FolderMigration {
  let path: String
  let version: FormatVersion

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
  struct Change {
    let file: Migration.File
    let after: [Migration.File]

    /// What comes to stand in files that were not there.
    var new: [Migration.File] { after.filter { $0.path != file.path } }
  }

  /// A folder that nobody else may change meanwhile.
  final class Held {
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
      try refuseCollisions(of: changes, beside: files)
      for change in changes { try keep(change.file, in: folders) }
      let folders = try withMissingFolders(for: changes, folders)
      for change in changes.versionLast {
        for file in change.new {
          try write(file.document.bytes, to: file.path, in: folders)
        }
        let same = change.after.first { $0.path == change.file.path }
        try write(same?.document.bytes, to: change.file.path, in: folders)
      }
      return changes.map(\.file.path)
    }
  }

  /// What becomes of a file from a version to the current one.
  func after(
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
  /// Refuses a migration in which a file would take the place of another one.
  private func refuseCollisions(
    of changes: [Change], beside files: [Migration.File]
  ) throws(FolderError) {
    var origins: [String: (place: String, bytes: [UInt8])] = [:]
    for file in files { origins[file.path] = (file.path, file.document.bytes) }
    for change in changes {
      for file in change.new {
        let earlier = origins.updateValue(
          (change.file.path, file.document.bytes), forKey: file.path)
        // One that a migration wrote which was cut off has the same bytes.
        guard let earlier, earlier.place != file.path || earlier.bytes != file.document.bytes
        else { continue }
        throw .unreadable(
          earlier.place == file.path
            ? "A part of \(change.file.path) would take the place of \(file.path), which is there "
              + "already. Nothing was changed. Give that file another name and try again."
            : "Parts of \(earlier.place) and of \(change.file.path) would both become \(file.path). "
              + "Nothing was changed. Give one of them another name and try again.")
      }
    }
  }
}

extension [FolderMigration.Change] {
  /// The same with the file that tells the version at the end.
  var versionLast: [FolderMigration.Change] {
    filter { $0.file.path != FormatVersion.file } + filter { $0.file.path == FormatVersion.file }
  }
}

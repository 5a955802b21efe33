import CPosix
import Glibc
import Safeguarding

/// The folders of a data folder that were called otherwise when something was saved in them.
///
/// The journal of such a folder names its files as they were called then. They are told, and taken back, as
/// they are called now; a folder that is still there under the old name is another one.
struct RenamedFolders {
  private var names: [String: String] = [:]

  /// Finds them in journals, each given with the folder in which it lies now.
  ///
  /// - Parameters:
  ///   - journals: The entries of each folder, earliest first.
  ///   - isThere: Whether there is a folder with a path.
  init(_ journals: [(folder: String, entries: [JournalEntry])], isThere: (String) -> Bool) {
    for (folder, entries) in journals {
      for entry in entries {
        let old = Set(entry.changes.map(\.folder))
        guard let name = old.first, old.count == 1, name != folder, names[name] == nil,
          folderPath(of: name) == folderPath(of: folder), !isThere(name)
        else { continue }
        names[name] = folder
      }
    }
  }

  /// Whether none was renamed.
  var isEmpty: Bool { names.isEmpty }

  /// An entry as its folders are called now.
  func now(_ entry: JournalEntry) -> JournalEntry {
    if names.isEmpty { return entry }
    let changes = entry.changes.map { change in
      guard let folder = names[change.folder] else { return change }
      var moved = change
      moved.document = folder + change.document.dropFirst(change.folder.count)
      return moved
    }
    return JournalEntry(
      id: now(entry.id), title: entry.title, time: entry.time, userID: entry.userID,
      user: entry.user, changes: changes, undoes: entry.undoes.map(now),
      partOf: entry.partOf.map(now), parts: entry.parts.map(now))
  }

  private func now(_ id: EntryID) -> EntryID {
    names[id.folder].map { EntryID(folder: $0, sequence: id.sequence) } ?? id
  }

  /// Whether a journal's line can be explained by the folder's having been called otherwise.
  static func explains(
    _ stray: String, in folder: String, isThere: (String) -> Bool
  ) -> Bool {
    let old = folderPath(of: stray)
    return old != folder && folderPath(of: old) == folderPath(of: folder) && !folder.isEmpty
      && DocumentKind.of(stray)?.liesInOwnFolder == true && !isThere(old)
  }
}

/// Whether there is a folder with a path in a data folder, which is given by its path.
func isFolder(_ place: String, in root: String) -> Bool {
  var status = stat()
  return lstat("\(root)/\(place)", &status) == 0
}

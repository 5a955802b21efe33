import CPosix
import Glibc
import Safeguarding

/// The folders of a data folder that were called otherwise when something was saved in them.
///
/// The journal of such a folder names its files as they were called then. They are told, and taken back, as
/// they are called now; a folder that is still there under the old name is another one.
///
/// A journal can tell only of its own folder: whoever may write it may have put anything into it, and what it
/// says of others is not told, and taken back by nobody. So a former name is a folder's own only within its
/// journal; what others say of an entry under that name is believed where the entry names them, too.
struct RenamedFolders {
  /// The folders that say they were called so, by that name.
  private var claims: [String: [String]] = [:]
  /// What each folder was called.
  private var former: [String: Set<String>] = [:]
  /// The folders that entries of renamed folders name as holding other parts of the same edit.
  private var partners: [EntryID: Set<String>] = [:]

  /// Finds them in journals, each given with the folder in which it lies now.
  ///
  /// - Parameters:
  ///   - journals: The entries of each folder, earliest first.
  ///   - isThere: Whether there is a folder with a path.
  init(_ journals: [(folder: String, entries: [JournalEntry])], isThere: (String) -> Bool) {
    for (folder, entries) in journals {
      for entry in entries {
        let old = Set(entry.changes.map(\.folder))
        guard let name = old.first, old.count == 1, name != folder,
          former[folder]?.contains(name) != true,
          folderPath(of: name) == folderPath(of: folder), !isThere(name)
        else { continue }
        former[folder, default: []].insert(name)
        claims[name, default: []].append(folder)
      }
    }
    for (folder, entries) in journals where former[folder] != nil {
      for entry in entries where entry.partOf != nil || !entry.parts.isEmpty {
        let others = Set((entry.parts + [entry.partOf].compactMap(\.self)).map(\.folder))
        partners[EntryID(folder: folder, sequence: entry.id.sequence)] = others
      }
    }
  }

  /// An entry of a folder's journal with what it tells of that folder, as all folders are called now.
  ///
  /// Nil where it tells of nothing in it.
  func now(_ entry: JournalEntry, in folder: String) -> JournalEntry? {
    let changes = entry.changes.compactMap { change -> Change? in
      if change.folder == folder { return change }
      guard former[folder]?.contains(change.folder) == true else { return nil }
      var moved = change
      moved.document = folder + change.document.dropFirst(change.folder.count)
      return moved
    }
    if changes.isEmpty, !entry.changes.isEmpty { return nil }
    return JournalEntry(
      id: now(entry.id, in: folder), title: entry.title, time: entry.time, userID: entry.userID,
      user: entry.user, changes: changes, undoes: entry.undoes.map { now($0, in: folder) },
      partOf: entry.partOf.map { now($0, in: folder) },
      parts: entry.parts.map { now($0, in: folder) })
  }

  /// What an entry is called now that the journal of a folder names.
  private func now(_ id: EntryID, in folder: String) -> EntryID {
    let own = former[folder] ?? []
    if own.contains(id.folder) { return EntryID(folder: folder, sequence: id.sequence) }
    let known = (claims[id.folder] ?? []).map { EntryID(folder: $0, sequence: id.sequence) }
      .filter { partners[$0]?.isDisjoint(with: own.union([folder])) == false }
    return known.count == 1 ? known[0] : id
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

import JSONDocument
import Safeguarding

extension FolderMigration {
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
      changed += files.map(\.path).filter { isAdded($0, behind: changes) }
      guard changed.isEmpty else {
        throw .unreadable(
          "What was changed since the migration would be lost: \(changed.joined(separator: ", ")). "
            + "Nothing was changed.")
      }
      // The version goes back first: what is not put back yet is read as well.
      for change in changes.versionLast.reversed() {
        try write(change.file.document.bytes, to: change.file.path, in: folders)
        for file in change.new { try write(nil, to: file.path, in: folders) }
      }
      for change in changes { try forget(change.file.path, earlier, in: folders) }
      return changes.map(\.file.path).sorted()
    }
  }

  /// Whether a file came into a folder that the migration made, where the earlier version has none.
  private func isAdded(_ path: String, behind changes: [Change]) -> Bool {
    let new = changes.flatMap(\.new).map(\.path)
    let own = changes.map(\.file.path)
    let folder = folderPath(of: path)
    return new.contains { folderPath(of: $0) == folder } && !new.contains(path)
      && !own.contains(path)
  }
}

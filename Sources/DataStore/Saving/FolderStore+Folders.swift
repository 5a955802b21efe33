import CPosix
import Glibc
import Safeguarding

extension FolderStore {
  /// Makes the folders that new records bring with them, once nothing else speaks against the edit.
  ///
  /// An edit that is cut off behind this leaves an empty folder, which does no harm.
  /// - Returns: What the person has to know of the new folders, in sentences.
  func makeMissingFolders(
    for edit: Edit, in root: borrowing OpenFolder, as role: RoleReading
  ) throws(CommitError) -> [String] {
    let all = Set(edit.changes.map(\.folder))
    let made = edit.changes.filter { change in
      DocumentKind.makesFile(change)
        || change.field == nil && change.to != nil && namedFolders.contains(change.folder)
    }.map(\.folder)
    let missing = Set(made).filter { isMissing($0) }
    if missing.isEmpty { return [] }
    let folders = try lock(all.subtracting(missing).sorted(), in: root)
    let plan = try plan(edit, in: folders, as: role, missing: missing)
    try refuseConflicts(of: plan, in: folders)
    var notes: [String] = []
    for folder in missing.sorted() {
      let parent = folderPath(of: folder)
      if !parent.isEmpty, isMissing(parent) { notes += try make(parent, in: root, as: role) }
      notes += try make(folder, in: root, as: role)
    }
    return notes
  }

  private func isMissing(_ folder: String) -> Bool {
    var status = stat()
    return lstat("\(path)/\(folder)", &status) != 0 && errno == ENOENT
  }

  private func make(
    _ folder: String, in root: borrowing OpenFolder, as role: RoleReading
  ) throws(CommitError) -> [String] {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let contact = role.access.contact
    do throws(StorageFailure) {
      let parent = try OpenFolder(folderPath(of: folder), in: root)
      if try parent.makeFolder(name) { return [] }
    } catch {
      let isRight = error.code == EACCES || error.code == EPERM
      throw .refused(
        error.sentence(trying: "make the folder \(folder)", contact: contact)
          + (isRight ? " An administrator can make it with: \(making(folder))" : ""))
    }
    return [
      "The folder \(folder) can be changed by you alone for now, as your account does not belong to "
        + "the group of the folder above it. Ask \(contact), or an administrator to run: "
        + making(folder)
    ]
  }

  /// The command that makes a folder, or opens one, for the group of the folder above it.
  private func making(_ folder: String) -> String {
    var status = stat()
    let parent = folderPath(of: folder)
    let place = quotedForShell("\(path)/\(folder)")
    guard stat(parent.isEmpty ? path : "\(path)/\(parent)", &status) == 0 else {
      return "sudo install -d -m 2770 \(place)"
    }
    let group = AccountGroup(status.st_gid)?.name ?? String(status.st_gid)
    return "sudo install -d -m 2770 -g \(quotedForShell(group)) \(place)"
  }
}

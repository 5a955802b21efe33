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
    let all = edit.folders
    let missing = edit.foldersMade.filter { isMissing($0) }
    if missing.isEmpty { return [] }
    let folders = try lock(all.subtracting(missing).sorted(), in: root)
    let plan = try plan(edit, in: folders, as: role, missing: missing)
    try refuseConflicts(of: plan, in: folders)
    var notes: [String] = []
    for folder in missing.sorted() {
      let parent = folderPath(of: folder)
      if !parent.isEmpty, isMissing(parent) { notes += try make(parent, in: root, as: role) }
      notes += try make(folder, in: root, as: role, isPrivate: makesPrivateFolders)
    }
    return notes
  }

  func isMissing(_ folder: String) -> Bool {
    var status = stat()
    return lstat("\(path)/\(folder)", &status) != 0 && errno == ENOENT
  }

  private func make(
    _ folder: String, in root: borrowing OpenFolder, as role: RoleReading, isPrivate: Bool = false
  ) throws(CommitError) -> [String] {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let contact = role.access.contact
    do throws(StorageFailure) {
      let parent = try OpenFolder(folderPath(of: folder), in: root)
      if try parent.makeFolder(name, isPrivate: isPrivate) { return [] }
    } catch {
      let isRight = error.code == EACCES || error.code == EPERM
      throw .refused(
        error.sentence(trying: "make the folder \(folder)", contact: contact)
          + (isRight ? " An administrator can make it with: \(making(folder))" : ""))
    }
    return [
      "The folder \(folder) can be changed by you alone for now, as your account does not belong to "
        + "the group of the folder above it. Ask \(contact), or an administrator to run: "
        + opening(folder)
    ]
  }

  /// The command that makes a folder for people of a group to which this account belongs.
  private func making(_ folder: String) -> String {
    let place = quotedForShell("\(path)/\(folder)")
    guard let group = group(for: folder) else { return "sudo install -d -m 2770 \(place)" }
    return "sudo install -d -m 2770 -g \(quotedForShell(group)) \(place)"
  }

  /// The command that gives a folder with all that is in it to the group of the folder above it.
  private func opening(_ folder: String) -> String {
    let place = quotedForShell("\(path)/\(folder)")
    let above = quotedForShell(groupNumber(of: folderPath(of: folder)).map(groupName) ?? "GROUP")
    let work = "chgrp -R \(above) \(place) && chmod -R g+rwX \(place) && chmod g+s \(place)"
    return "sudo sh -c \(quotedForShell(work))"
  }

  /// The group whose people shall change a new folder: that of the folder above it where this account
  /// belongs to it, else one of the account's that changes a folder beside it.
  private func group(for folder: String) -> String? {
    let parent = folderPath(of: folder)
    guard let above = groupNumber(of: parent) else { return nil }
    let own = ownGroups()
    if own.contains(above) { return groupName(above) }
    let stem = parent.isEmpty ? "" : "\(parent)/"
    let beside = FolderEntry.visibleNames(in: "\(path)/\(parent)").compactMap {
      groupNumber(of: stem + $0)
    }
    return groupName(beside.first { own.contains($0) } ?? above)
  }

  /// The number of the group to which a folder of the data folder belongs.
  private func groupNumber(of folder: String) -> UInt32? {
    var status = stat()
    return stat(folder.isEmpty ? path : "\(path)/\(folder)", &status) == 0 ? status.st_gid : nil
  }

  private func groupName(_ number: UInt32) -> String {
    AccountGroup(number)?.name ?? String(number)
  }

  /// The numbers of the groups to which this process belongs.
  private func ownGroups() -> Set<UInt32> {
    var groups = [gid_t](repeating: 0, count: max(0, Int(getgroups(0, nil))))
    let count = getgroups(Int32(groups.count), &groups)
    return Set(groups.prefix(max(0, Int(count)))).union([getegid()])
  }
}

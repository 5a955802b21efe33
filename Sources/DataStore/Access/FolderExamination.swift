import CPosix
import Glibc

/// Looks at how one folder of a shared data folder is kept, and how to mend what is amiss.
package struct FolderExamination {
  /// Something amiss, and the command that mends it.
  package struct Finding: Hashable, Sendable {
    /// What is amiss, with its place.
    package let what: String
    /// The command, to be run by the folder's owner or an administrator; empty where it takes thought.
    package let command: String
  }

  /// What is amiss in the folder.
  package private(set) var findings: [Finding] = []
  /// The folder's group and who reads it: "group pmqa-chairs, readers masa-users".
  package private(set) var summary = ""

  private let path: String
  private let name: String
  private let status: stat

  /// Looks at a folder; nil when there is none, or it may not be looked at.
  ///
  /// - Parameters:
  ///   - folder: Its path in the data folder; empty for the data folder itself.
  ///   - root: Where the data folder lies.
  ///   - isShared: Whether several accounts are to change the folder.
  package init?(_ folder: String, of root: String, isShared: Bool) {
    path = folder.isEmpty ? root : "\(root)/\(folder)"
    name = folder.isEmpty ? "the data folder" : folder
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.status = status
    if isShared { lookAtSharing() }
    for entry in entries { lookAt(entry, isShared: isShared) }
  }

  /// Whether a data folder is laid for several accounts: its group may write it.
  package static func isShared(_ root: String) -> Bool {
    var status = stat()
    return lstat(root, &status) == 0 && status.st_mode & S_IWGRP != 0
      || PosixACL(of: root, .inherited) != nil
  }

  private mutating func find(_ what: String, _ command: String) {
    findings.append(Finding(what: what, command: command))
  }

  private mutating func lookAtSharing() {
    let quoted = quotedForShell(path)
    let list = PosixACL(of: path, .inherited)
    let readers = ((list ?? PosixACL(of: path))?.named(with: 4) ?? []).compactMap { holder in
      if case .group(let id) = holder { AccountGroup(id)?.name ?? "number \(id)" } else { nil }
    }
    if let group = AccountGroup(status.st_gid) {
      summary =
        "group \(group.name)"
        + (readers.isEmpty ? ", no other readers" : ", readers \(listed(readers))")
    } else {
      find(
        "\(name) belongs to a group that this server does not know (number \(status.st_gid))",
        "sudo chgrp GROUP \(quoted)")
    }
    let wanted: mode_t = S_ISGID | 0o770
    if status.st_mode & (wanted | 0o007) != wanted {
      find("\(name) is not open to its whole group, or open to others", "sudo chmod 2770 \(quoted)")
    }
    let isPassedOn =
      list.map {
        $0.rights(of: .owningGroup) & 6 == 6 && $0.rights(of: .others) == 0
      } ?? false
    if !isPassedOn {
      let named = readers.map { ",g:\($0):rx" }.joined()
      find(
        "new files in \(name) would not be open to its group",
        "sudo setfacl -d -m u::rwx,g::rwx\(named),m::rwx,o::- \(quoted)")
    }
    for file in SharedFolder.ownFiles where !entries.contains(file) {
      let place = quotedForShell("\(path)/\(file)")
      find("\(name) has no \(file)", "sudo touch \(place)")
      find("\(file) of \(name) has to be opened", "sudo chmod 660 \(place)")
    }
  }

  /// The documents, the lock and the journal.
  private var entries: [String] {
    FolderEntry.visibleNames(in: path).filter { $0.hasSuffix(".json") }
      + SharedFolder.ownFiles.filter { file in
        var status = stat()
        return lstat("\(path)/\(file)", &status) == 0
      }
  }

  private mutating func lookAt(_ file: String, isShared: Bool) {
    let place = "\(path)/\(file)"
    let quoted = quotedForShell(place)
    let shown = name == "the data folder" ? file : "\(name)/\(file)"
    var own = stat()
    guard lstat(place, &own) == 0 else { return }
    if own.st_mode & S_IFMT == S_IFLNK {
      find("\(shown) is a link, and links are not followed", "ls -l \(quoted) && rm \(quoted)")
      return
    }
    guard own.st_mode & S_IFMT == S_IFREG else {
      find("\(shown) is not a file", "ls -ld \(quoted)")
      return
    }
    if own.st_nlink > 1 {
      let copy = quotedForShell("\(place).copy")
      find(
        "\(shown) has a second name elsewhere, so it cannot be saved",
        "sudo cp -a \(quoted) \(copy) && sudo mv \(copy) \(quoted)")
    }
    if own.st_mode & S_IWOTH != 0 {
      find("\(shown) may be changed by everybody on this server", "sudo chmod o-rwx \(quoted)")
    }
    guard isShared else { return }
    let isOwners = file == "access.json"
    if !isOwners, own.st_gid != status.st_gid {
      let group = AccountGroup(status.st_gid)?.name ?? String(status.st_gid)
      find("\(shown) belongs to another group", "sudo chgrp \(group) \(quoted)")
    }
    if !isOwners, own.st_mode & 0o060 != 0o060 {
      find("\(shown) may not be changed by its group", "sudo chmod g+rw \(quoted)")
    }
  }
}

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
  /// Whom the folder is for, as it and its files say.
  package let sharing: FolderSharing

  private let folder: KeptEntry
  /// Whether anything is left that says who reads the folder.
  private let knowsReaders: Bool
  private let name: String

  /// Looks at a folder; nil when there is none, or it may not be looked at.
  ///
  /// - Parameters:
  ///   - folder: Its path in the data folder; empty for the data folder itself.
  ///   - root: Where the data folder lies.
  ///   - isShared: Whether several accounts are to change the folder.
  ///   - outer: For a folder that holds only other folders: whom the data folder is for.
  package init?(
    _ folder: String, of root: String, isShared: Bool, like outer: FolderSharing? = nil
  ) {
    guard let kept = KeptEntry(folder.isEmpty ? root : "\(root)/\(folder)"), kept.isFolder else {
      return nil
    }
    self.folder = kept
    name = folder.isEmpty ? "the data folder" : folder
    let entries = outer == nil ? Self.entries(in: kept.path) : []
    let files = entries.filter(\.isFile)
    let witnesses = SharingWitnesses(kept, files: files)
    sharing = outer ?? witnesses.sharing
    knowsReaders = outer != nil || witnesses.knowsReaders
    if isShared {
      if outer == nil { askAboutReaders(witnesses.doubtful) }
      lookAtFolder(files)
      if knowsReaders { lookAtInherited() } else { askForReaders() }
    } else if kept.status.st_mode & S_IWOTH != 0 {
      find("\(name) may be changed by everybody on this server", "chmod o-w \(quoted)")
    }
    for entry in entries { lookAt(entry, isShared: isShared) }
    if isShared, outer == nil { lookForOwnFiles() }
  }

  /// Whom the folder is for, in words: "group pmqa-editors, readers masa-users".
  package var summary: String {
    let readers = sharing.readers.map(groupName)
    return "group \(groupName(sharing.group)), "
      + (readers.isEmpty
        ? knowsReaders ? "no other readers" : "readers not known"
        : "readers \(listed(readers))")
  }

  /// Whether a data folder is laid for several accounts: its group may write it.
  package static func isShared(_ root: String) -> Bool {
    guard let kept = KeptEntry(root) else { return false }
    return kept.status.st_mode & S_IWGRP != 0 || kept.inherited != nil
  }

  private var quoted: String { quotedForShell(folder.path) }

  private mutating func find(_ what: String, _ commands: String...) {
    find(what, commands)
  }

  private mutating func find(_ what: String, _ commands: [String]) {
    let command = commands.map { "sudo \($0)" }.joined(separator: " && ")
    findings.append(Finding(what: what, command: command))
  }

  /// The documents, the lock and the journal.
  private static func entries(in path: String) -> [KeptEntry] {
    let documents = FolderEntry.visibleNames(in: path).filter { $0.hasSuffix(".json") }
    return (documents + SharedFolder.ownFiles).compactMap { KeptEntry("\(path)/\($0)") }
  }

  /// Says how to open the folder to groups that may read only a part of it; people have to choose.
  private mutating func askAboutReaders(_ doubtful: [UInt32]) {
    for reader in doubtful.map(groupName) {
      let entry = "\(quotedForShell("g:\(reader):rx")) \(quoted)"
      let what =
        "the group \(reader) may read only a part of \(name). If it may read all, run "
        + "sudo setfacl -m \(entry) && sudo setfacl -d -m \(entry) and then masa doctor again; "
        + "the commands below close \(name) to it."
      findings.append(Finding(what: what, command: ""))
    }
  }

  /// Says how the folder is opened to its readers, or to nobody, where nothing names them any more.
  private mutating func askForReaders() {
    find(
      "\(name) does not say any more who else than its group may read it. If nobody may: "
        + "sudo setfacl -d --set \(sharing.inheritedList.words) \(quoted); else put their group "
        + "for READERS, and then run masa doctor again.",
      "setfacl -m g:READERS:rx \(quoted)",
      "setfacl -d --set u::rwx,g::rwx,g:READERS:rx,m::rwx,o::- \(quoted)")
  }

  private mutating func lookAtFolder(_ files: [KeptEntry]) {
    if AccountGroup(sharing.group) == nil {
      let all = ([folder] + files).map { quotedForShell($0.path) }.joined(separator: " ")
      find(
        "\(name) belongs to a group that this server does not know (number \(sharing.group))",
        "chgrp GROUP \(all)")
    }
    compare(folder, name, with: sharing.folderList)
  }

  private mutating func lookAtInherited() {
    let list = quotedForShell(sharing.inheritedList.words)
    let passing = "setfacl -d --set \(list) \(quoted)"
    guard let inherited = folder.inherited else {
      find("\(name) does not pass its rights on to new files", passing)
      return
    }
    let amiss = inherited.differences(
      from: sharing.inheritedList, counted: 7, group: sharing.group, thing: "what is made in it")
    if !amiss.isEmpty { find("\(name): \(listed(amiss))", passing) }
  }

  /// Compares whose a file or folder is, and who may do what with it, with what is wanted.
  private mutating func compare(_ entry: KeptEntry, _ shown: String, with wanted: PosixACL) {
    var (amiss, commands): ([String], [String]) = ([], [])
    let place = quotedForShell(entry.path)
    if entry.status.st_gid != sharing.group {
      let (own, group) = (groupName(entry.status.st_gid), groupName(sharing.group))
      amiss.append(
        "it belongs to the group \(own), \(entry.isFolder ? "most around it" : "the others") "
          + "to \(group)")
      commands.append("chgrp \(quotedForShell(group)) \(place)")
    }
    let differences = entry.rights.differences(
      from: wanted, counted: entry.isFolder ? 7 : 6, group: sharing.group, thing: "it")
    if !differences.isEmpty {
      amiss += differences
      commands.append("setfacl --set \(quotedForShell(wanted.words)) \(place)")
    }
    if entry.isFolder, entry.status.st_mode & S_ISGID == 0 {
      amiss.append("what is made in it does not belong to its group")
      commands.append("chmod g+s \(place)")
    }
    if !amiss.isEmpty { find("\(shown): \(listed(amiss))", commands) }
  }

  private mutating func lookForOwnFiles() {
    for file in SharedFolder.ownFiles {
      var status = stat()
      if lstat("\(folder.path)/\(file)", &status) == 0 || errno != ENOENT { continue }
      let place = quotedForShell("\(folder.path)/\(file)")
      let list = quotedForShell(sharing.list(ofFile: file).words)
      find("\(name) has no \(file)", "touch \(place)", "setfacl --set \(list) \(place)")
    }
  }

  private mutating func lookAt(_ entry: KeptEntry, isShared: Bool) {
    let place = quotedForShell(entry.path)
    let shown = name == "the data folder" ? entry.name : "\(name)/\(entry.name)"
    if entry.status.st_mode & S_IFMT == S_IFLNK {
      findings.append(
        Finding(
          what: "\(shown) is a link, and links are not followed",
          command: "ls -l \(place) && rm \(place)"))
      return
    }
    guard entry.isFile else {
      findings.append(Finding(what: "\(shown) is not a file", command: "ls -ld \(place)"))
      return
    }
    if entry.status.st_nlink > 1 {
      let copy = quotedForShell("\(entry.path).copy")
      find(
        "\(shown) has a second name elsewhere, so it cannot be saved",
        "cp -a \(place) \(copy)", "mv \(copy) \(place)")
    }
    if entry.name == "access.json", ![0, folder.status.st_uid].contains(entry.status.st_uid) {
      let owner = accountName(of: folder.status.st_uid) ?? String(folder.status.st_uid)
      find(
        "\(shown) does not belong to \(owner), as the folder does",
        "chown \(quotedForShell(owner)) \(place)")
    }
    if isShared {
      compare(entry, shown, with: sharing.list(ofFile: entry.name))
    } else if entry.status.st_mode & S_IWOTH != 0 {
      find("\(shown) may be changed by everybody on this server", "chmod o-rwx \(place)")
    } else if entry.name == "access.json" {
      let writers = FolderRights(of: entry.path)?.otherWriters(than: folder.status.st_gid) ?? []
      if !writers.isEmpty {
        find(
          "\(shown) may be changed by \(listed(writers))", "setfacl -b \(place)",
          "chmod go-w \(place)")
      }
    }
  }
}

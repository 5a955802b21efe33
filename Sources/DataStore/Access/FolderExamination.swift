import Safeguarding
import CPosix
import Glibc

/// Looks at how one folder of a shared data folder is kept, and how to mend what is amiss.
package struct FolderExamination {
  /// Something amiss, and what mends it.
  package struct Finding: Hashable, Sendable {
    /// What is amiss, with its place.
    package let what: String
    /// What people do about it, where it takes thought; else empty.
    package var advice = ""
    /// How the folder's owner or an administrator has it mended; nil where it takes thought.
    package var mending: FolderMending?
  }

  /// Whom a folder shall be for, where people say so.
  package struct Wish: Hashable, Sendable {
    /// The number of the group that changes it; nil for the one that most of it belongs to.
    package var editors: UInt32?
    /// The numbers of the groups that read it; nil for those that read it now.
    package var readers: [UInt32]?

    /// Says whom a folder shall be for.
    package init(editors: UInt32? = nil, readers: [UInt32]? = nil) {
      (self.editors, self.readers) = (editors, readers)
    }
  }

  /// What is amiss in the folder.
  package private(set) var findings: [Finding] = []
  /// Whom the folder is for, as it and its files say.
  package let sharing: FolderSharing

  /// The folder, held since it was looked at.
  let held: HeldFolder
  private let folder: KeptEntry
  /// Whether anything is left that says who reads the folder.
  private let knowsReaders: Bool
  private var name: String { held.name }

  /// Looks at a folder; nil when it may not be looked at.
  ///
  /// - Parameters:
  ///   - held: The folder.
  ///   - isShared: Whether several accounts are to change the folder.
  ///   - outer: For a folder that holds only other folders: whom the data folder is for.
  ///   - wish: Whom it shall be for, where people say so.
  package init?(
    _ held: HeldFolder, isShared: Bool, like outer: FolderSharing? = nil, wish: Wish = Wish()
  ) {
    guard let kept = KeptEntry("", in: held), kept.isFolder else { return nil }
    self.held = held
    folder = kept
    let entries = outer == nil ? Self.entries(in: held) : []
    let files = entries.filter(\.isFile)
    let witnesses = SharingWitnesses(kept, files: files)
    let found = outer ?? witnesses.sharing
    let group = wish.editors ?? found.group
    sharing = FolderSharing(
      group: group, readers: (wish.readers ?? found.readers).filter { $0 != group })
    knowsReaders = outer != nil || wish.readers != nil || witnesses.knowsReaders
    if isShared {
      if outer == nil, wish.readers == nil { askAboutReaders(witnesses.doubtful) }
      lookAtFolder()
      if knowsReaders { lookAtInherited() } else { askForReaders() }
    } else if kept.status.st_mode & S_IWOTH != 0 {
      find("\(name) may be changed by everybody on this server", kept, .mode(taken: S_IWOTH))
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
  package static func isShared(_ root: HeldFolder) -> Bool {
    guard let kept = KeptEntry("", in: root) else { return false }
    return kept.status.st_mode & S_IWGRP != 0 || kept.inherited != nil
  }

  private mutating func find(_ what: String, _ entry: KeptEntry, _ steps: FolderMending.Step...) {
    findings.append(Finding(what: what, mending: FolderMending(entry, steps)))
  }

  private mutating func find(_ what: String, advice: String) {
    findings.append(Finding(what: what, advice: advice))
  }

  /// The documents, the lock and the journal.
  private static func entries(in folder: HeldFolder) -> [KeptEntry] {
    let documents = folder.visibleNames.filter { $0.hasSuffix(".json") }
    return (documents + SharedFolder.ownFiles).compactMap { KeptEntry($0, in: folder) }
  }

  /// How one says whom the folder is for.
  private var naming: String {
    "masa doctor --mend --folder \(held.folder.isEmpty ? "." : held.folder)"
  }

  /// Says how to open the folder to groups that may read only a part of it; people have to choose.
  private mutating func askAboutReaders(_ doubtful: [UInt32]) {
    for reader in doubtful.map(groupName) {
      let all = sharing.readers.map(groupName) + [reader]
      let readers = all.map { "--readers \($0)" }.joined(separator: " ")
      find(
        "the group \(reader) may read only a part of \(name)",
        advice: "--mend closes \(name) to it; to open all of it run: \(naming) \(readers)")
    }
  }

  /// Says how the folder is opened to its readers, or to nobody, where nothing names them any more.
  private mutating func askForReaders() {
    find(
      "\(name) does not say any more who else than its group may read it",
      advice: "If nobody may, run: \(naming) --closed; else: \(naming) --readers GROUP")
  }

  private mutating func lookAtFolder() {
    if AccountGroup(sharing.group) == nil {
      find(
        "\(name) belongs to a group that this server does not know (number \(sharing.group))",
        advice: "Give it to one that changes it: \(naming) --editors GROUP")
    }
    compare(folder, name, with: sharing.folderList)
  }

  private mutating func lookAtInherited() {
    let passing = FolderMending.Step.inherited(sharing.inheritedList)
    guard let inherited = folder.inherited else {
      find("\(name) does not pass its rights on to new files", folder, passing)
      return
    }
    let amiss = inherited.differences(
      from: sharing.inheritedList, counted: 7, group: sharing.group, thing: "what is made in it")
    if !amiss.isEmpty { find("\(name): \(listed(amiss))", folder, passing) }
  }

  /// Compares whose a file or folder is, and who may do what with it, with what is wanted.
  private mutating func compare(_ entry: KeptEntry, _ shown: String, with wanted: PosixACL) {
    var (amiss, steps): ([String], [FolderMending.Step]) = ([], [])
    if entry.status.st_gid != sharing.group {
      let (own, group) = (groupName(entry.status.st_gid), groupName(sharing.group))
      amiss.append(
        "it belongs to the group \(own), \(entry.isFolder ? "most around it" : "the others") "
          + "to \(group)")
      steps.append(.group(sharing.group))
    }
    let differences = entry.rights.differences(
      from: wanted, counted: entry.isFolder ? 7 : 6, group: sharing.group, thing: "it")
    if !differences.isEmpty {
      amiss += differences
      steps.append(.list(wanted))
    }
    if entry.isFolder, entry.status.st_mode & S_ISGID == 0 {
      amiss.append("what is made in it does not belong to its group")
      steps.append(.mode(given: S_ISGID))
    }
    if amiss.isEmpty { return }
    findings.append(
      Finding(what: "\(shown): \(listed(amiss))", mending: FolderMending(entry, steps)))
  }

  private mutating func lookForOwnFiles() {
    for file in SharedFolder.ownFiles where !held.has(file) {
      findings.append(
        Finding(
          what: "\(name) has no \(file)",
          mending: FolderMending(
            making: file, [.group(sharing.group), .list(sharing.list(ofFile: file))])))
    }
  }

  private mutating func lookAt(_ entry: KeptEntry, isShared: Bool) {
    let shown = documentPath(entry.name, in: held.folder)
    if entry.status.st_mode & S_IFMT == S_IFLNK {
      find(
        "\(shown) is a link, and links are not followed",
        advice: "Find out who laid it, and take it away.")
      return
    }
    guard entry.isFile else {
      find("\(shown) is not a file", advice: "Find out who made it, and take it away.")
      return
    }
    if entry.status.st_nlink > 1 {
      // It may be somebody else's file: giving it away here would give it away there.
      find(
        "\(shown) has a second name elsewhere, so it cannot be saved",
        advice:
          "Find out whose it is; its editor puts a copy in its place. Its rights stay as they are.")
      return
    }
    if entry.name == "access.json", ![0, folder.status.st_uid].contains(entry.status.st_uid) {
      let owner = accountName(of: folder.status.st_uid) ?? String(folder.status.st_uid)
      // To give it to the owner would make somebody else's roles count.
      find(
        "\(shown) does not belong to \(owner), as the folder does, so no role in it counts",
        advice:
          "Find out who put it there. Put \(owner)'s own file back from a backup; only when all in it "
          + "is right, give it to \(owner).")
      return
    }
    if isShared {
      compare(entry, shown, with: sharing.list(ofFile: entry.name))
    } else if entry.status.st_mode & S_IWOTH != 0 {
      find(
        "\(shown) may be changed by everybody on this server", entry, .mode(taken: S_IRWXO))
    } else if entry.name == "access.json" {
      let writers = FolderRights(entry).otherWriters(than: folder.status.st_gid)
      if writers.isEmpty { return }
      let plain = entry.rights.entries.compactMap { part -> PosixACL.Entry? in
        switch part.holder {
        case .owner: part
        case .owningGroup, .others: .init(part.holder, part.rights & ~2)
        case .user, .group, .mask: nil
        }
      }
      find("\(shown) may be changed by \(listed(writers))", entry, .list(PosixACL(plain)))
    }
  }
}

import CPosix
import Glibc
import Safeguarding

/// Asks the system what this process may read and change in a data folder.
struct AccessReading {
  /// Where the data folder lies.
  let root: String
  /// Whom to ask for more.
  let contact: String
  /// The kind of network file system that may not be written; nil where the disk may be.
  let network: String?

  /// The folders and files that may not be changed or read, each with its sentence.
  ///
  /// What reading found closed is named by its path in the data folder.
  func permissions(closed: [String]) -> [String: Access.Permission] {
    var permissions: [String: Access.Permission] = [:]
    for folder in ownershipFolders(of: root) {
      if let sentence = lock(on: folder) { permissions[folder] = .locked(sentence) }
      if permissions[folder] == nil { lockDocuments(in: folder, &permissions) }
    }
    for path in closed {
      let folder = closedFolder(around: path)
      permissions[folder] = .closed(closedSentence(folder))
    }
    return permissions
  }

  private func path(_ place: String) -> String { place.isEmpty ? root : "\(root)/\(place)" }

  /// Why a folder may not be changed; nil when it may.
  private func lock(on folder: String) -> String? {
    if let network {
      return
        "\(named(folder)) may only be read: the data lies on a network file system (\(network)), "
        + "where two people could overwrite each other. \(ask)"
    }
    guard faccessat(AT_FDCWD, path(folder), W_OK | X_OK, AT_EACCESS) != 0 else { return nil }
    return refusal(of: folder, code: errno)
  }

  private func lockDocuments(
    in folder: String, _ permissions: inout [String: Access.Permission]
  ) {
    for name in FolderEntry.visibleNames(in: path(folder)) where name.hasSuffix(".json") {
      let file = documentPath(name, in: folder)
      if faccessat(AT_FDCWD, path(file), W_OK, AT_EACCESS) != 0 {
        permissions[file] = .locked(refusal(of: file, code: errno))
      }
    }
  }

  private func refusal(of place: String, code: Int32) -> String {
    switch code {
    case EACCES, EPERM:
      guard let rights = FolderRights(of: path(place)) else {
        return "\(named(place)) may not be changed by you. \(ask)"
      }
      return "\(named(place)) may be changed by \(rights.writers). \(ask)"
    case EROFS:
      return "\(named(place)) lies on a disk that can only be read at present. \(ask)"
    default:
      return "\(named(place)) cannot be changed now (\(String(cString: strerror(code)))). \(ask)"
    }
  }

  /// The folder that is closed as a whole around a file that could not be read, else the file.
  private func closedFolder(around place: String) -> String {
    var folder = place
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if faccessat(AT_FDCWD, path(folder), X_OK, AT_EACCESS) != 0 { return folder }
    }
    return place
  }

  /// Whether something is there that this process has not these rights to.
  func isClosed(_ place: String, to rights: Int32 = R_OK | X_OK) -> Bool {
    faccessat(AT_FDCWD, path(place), rights, AT_EACCESS) != 0 && errno == EACCES
  }

  /// That a folder or file is closed, and whom to ask.
  func closedSentence(_ place: String) -> String {
    let isFile = place.hasSuffix(".json") || place.hasSuffix(journalName)
    let what = place.isEmpty ? "data folder" : "\(isFile ? "file" : "folder") \(place)"
    guard let rights = FolderRights(of: path(place)) else {
      return "The \(what) is closed to you. \(ask)"
    }
    return "The \(what) is closed to you: it is open to \(rights.readers). \(ask)"
  }

  private func named(_ place: String) -> String {
    place.isEmpty ? "What lies at the top of the data folder" : place
  }

  private var ask: String {
    "Ask \(contact.hasSuffix(".") ? String(contact.dropLast()) : contact)."
  }
}

extension Workspace {
  /// Notes what this process may read and change in a data folder, and whether its roles are safe.
  ///
  /// - Parameters:
  ///   - root: Where the data folder lies.
  ///   - closed: The folders and files that reading found closed.
  ///   - grants: What a server grants, where the folder is a copy of what it keeps.
  mutating func findAccess(to root: String, closed: [String], _ grants: FolderGrants? = nil) {
    let file = "access.json"
    let stranger = strangersFile(root, file)
    if let stranger {
      accessSettings = nil
      faults.append(stranger)
    }
    let isFaulty =
      closed.contains(file) || faults.contains { $0.severity == .error && $0.file == file }
    let role = RoleReading(
      accessSettings, isFaulty: isFaulty, root: root, user: grants?.user ?? ProcessIdentity().name)
    access = role.access
    if case .chair = role.access.role { findRenamedGroups() }
    let reading = AccessReading(root: root, contact: access.contact, network: role.network)
    access.permissions =
      grants?.permissions(asking: access.contact) ?? reading.permissions(closed: closed)
    findSight(of: root, grants)
    for (path, _) in access.closed {
      let kinds = DocumentKind.all.filter { $0.lies(in: path) }.flatMap(\.recordKinds)
      access.closedKinds[path] = Set(kinds)
    }
    let warning = accessSettings != nil || isFaulty ? accessWarning(root) : nil
    if stranger == nil, let warning { faults.append(warning) }
    if stranger != nil || warning != nil {
      faults.sort {
        ($0.severity, $0.file, $0.line, $0.column) < ($1.severity, $1.file, $1.line, $1.column)
      }
    }
  }

  /// Notes whether this process sees small numbers: those do who may change the whole dataset, who own the
  /// data folder, or who are named for it.
  private mutating func findSight(of root: String, _ grants: FolderGrants?) {
    guard access.role == .manager, access.seesSmallNumbers else { return }
    let user = ProcessIdentity()
    // A copy belongs to whoever reads it.
    if grants == nil, FolderRights(of: root + "/.")?.owner == UInt32(user.userID) { return }
    let name = grants?.user ?? user.name
    let isNamed = accessSettings?.people.contains { $0.seesSmallNumbers && $0.user == name }
    if isNamed == true { return }
    access.seesSmallNumbers = !access.permissions.contains { path, permission in
      let isDataset = path.isEmpty || path == "dataset" || path.hasPrefix("dataset/")
      return isDataset && permission != .open
    }
  }

  /// Notes the folders of groups that are called otherwise.
  private mutating func findRenamedGroups() {
    for group in groups.all {
      guard let document = groups.document(of: group.id) else { continue }
      let folder = folderPath(of: document)
      if folder != "groups/\(group.id)" { access.groupsOfFolders[folder] = group.id }
    }
  }

  /// That the file of the roles is not the owner's; whoever may add files could have put it there.
  private func strangersFile(_ root: String, _ file: String) -> Fault? {
    guard let trusted = FolderRights.trustedOwners(of: root),
      let rights = FolderRights(of: "\(root)/\(file)"), !trusted.contains(rights.owner)
    else { return nil }
    let owner = trusted.subtracting([0]).first ?? 0
    return Fault(
      .error, file: file,
      message:
        "It belongs to \(accountName(of: rights.owner) ?? "account \(rights.owner)") and not to "
        + "\(accountName(of: owner) ?? "account \(owner)"), who owns the data folder. So no role in it "
        + "counts, and everybody may change only what is their own.",
      hint:
        "Ask the administrator of this server who put it there, and to put the owner's own file back, "
        + "from a backup.")
  }

  /// Warns when others than the owner of the data folder and its group could give themselves roles.
  private func accessWarning(_ root: String) -> Fault? {
    guard let folder = FolderRights(of: root), let file = FolderRights(of: root + "/access.json")
    else { return nil }
    var writers = file.otherWriters(than: folder.group) + folder.otherWriters(than: folder.group)
    if file.owner != 0, file.owner != folder.owner {
      writers.append("the account \(accountName(of: file.owner) ?? String(file.owner))")
    }
    if file.isOpenToAll || folder.isOpenToAll { writers = ["everybody on this server"] }
    guard !writers.isEmpty else { return nil }
    var named: [String] = []
    for writer in writers where !named.contains(writer) { named.append(writer) }
    return Fault(
      .warning, file: "access.json",
      message: "It could be changed by \(listed(named)), "
        + "who could give themselves any role.",
      hint: "Let only the owner of the data folder write it: masa doctor --mend does that.")
  }
}

import JSONDocument
package import Safeguarding

/// What a person's role lets them change, and whether anything may be written where the data lies.
///
/// What the system itself allows comes on top: it shows when the files are written.
package struct RoleReading {
  /// The role, with nothing of what the system allows.
  package private(set) var access: Access
  /// The kind of network file system that may not be written; nil where the disk may be.
  let network: String?

  /// Takes the roles of a data folder for somebody.
  ///
  /// - Parameters:
  ///   - settings: What `access.json` says; nil where there is no such file.
  ///   - isFaulty: Whether a part of it could not be read.
  ///   - root: Where the data folder lies.
  ///   - isCopy: Whether it is a copy of what a server keeps, where it does not matter what disk it lies on.
  ///   - user: The name of the account; asked only where there are roles.
  init(
    _ settings: AccessSettings?, isFaulty: Bool, root: String, isCopy: Bool = false,
    user: @autoclosure () -> String?
  ) {
    access = Access(settings, isFaulty: isFaulty, user: settings == nil ? nil : user())
    if !isCopy, settings?.networkFileSystem != .allowed,
      case .network(let name) = FileSystemKind.of(path: root)
    {
      network = name
    } else {
      network = nil
    }
  }

  /// Reads the roles of a data folder again, and nothing but `access.json` for it.
  package init(root: String, user: ProcessIdentity) {
    let bytes = FileBytes.read(
      root + "/access.json", largest: JSONDocument.maximumByteCount,
      ownedBy: FolderRights.trustedOwners(of: root))
    self.init(bytes, root: root, user: user.name)
  }

  /// Reads the roles that a server keeps.
  ///
  /// - Parameters:
  ///   - bytes: What `access.json` holds now; nil where there is no such file.
  ///   - root: The copy of the data folder.
  ///   - user: What the server calls the account.
  package init(kept bytes: [UInt8]?, copiedTo root: String, user: String) {
    self.init(bytes.map { .bytes($0) } ?? .missing, root: root, isCopy: true, user: user)
  }

  private init(_ bytes: FileBytes, root: String, isCopy: Bool = false, user: String?) {
    var workspace = Workspace()
    if case .bytes(let bytes) = bytes {
      workspace = WorkspaceReader(files: [(path: "access.json", bytes: bytes)]).read()
    }
    let settings = workspace.accessSettings
    var isFaulty = settings == nil || workspace.faults.contains { $0.severity == .error }
    if case .missing = bytes { isFaulty = false }
    self.init(settings, isFaulty: isFaulty, root: root, isCopy: isCopy, user: user)
    if case .chair(let groups) = access.role { findFolders(of: groups, in: root) }
  }

  /// Finds the folders of groups that are called otherwise.
  private mutating func findFolders(of groups: Set<String>, in root: String) {
    let data = DataFolder(path: root)
    for group in groups {
      let named = "groups/\(group)"
      switch data.ownFolder(of: PartnershipGroup.kind, group) {
      case .place(let place):
        if place == named { continue }
        access.groupsOfFolders[place] = group
        if access.groupsOfFolders[named] == nil { access.groupsOfFolders[named] = "" }
      case .other(let holding): access.groupsOfFolders[named] = holding
      // What is entered in a copy would count nowhere.
      case .copy: access.groupsOfFolders[named] = ""
      case .empty, .missing: continue
      }
    }
  }

  /// The same for the administrator of the server, whom no role narrows.
  var ofAdministrator: RoleReading {
    var all = self
    all.access.role = .manager
    return all
  }

  /// Why nothing may be saved here at all, as a sentence; nil when something may.
  var refusal: String? {
    network.map {
      "The data lies on a network file system (\($0)), where two people could overwrite each other, "
        + "so it is only read. Nothing was changed. Ask \(access.contact)."
    }
  }

  /// Why a change of a record, as it stands in the file, may not be made; nil when it may.
  func refusal(of change: Change, in record: StoredValue?) -> String? {
    if access.hasWhole(change.document) { return nil }
    var owners: Set<String> = []
    if let record, let type = Kinds.type(named: change.record.kind.name), !type.ownFields.isEmpty {
      owners = Set((StoredValue.entity(record, as: type)?.owners ?? []).flatMap(\.ids))
    }
    let link = change.field == nil ? RecordID(change.record.kind, "") : change.record
    return access.lock(
      on: link, in: change.document, fields: change.field.map { [$0] }, owners: owners)
  }

  /// Why a file that holds no records may not be written, as a save says it; nil when it may.
  package func refusal(ofFile document: String) -> String? {
    refusal
      ?? access.lock(on: RecordID(WorkspaceSettings.kind, ""), in: document)
      .map { StoredDocumentError($0).asCommitError.description }
  }
}

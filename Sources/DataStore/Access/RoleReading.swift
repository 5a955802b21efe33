import Safeguarding

/// What a person's role lets them change, asked again when something is saved.
///
/// Only `access.json` is read for it; what the system itself allows shows when the files are written.
struct RoleReading {
  private let access: Access
  private let network: String?

  /// Reads the roles of a data folder for somebody.
  init(root: String, user: ProcessIdentity) {
    let bytes = FileBytes.read(root + "/access.json")
    var workspace = Workspace()
    if case .missing = bytes {
      access = Access()
    } else {
      if case .bytes(let bytes) = bytes {
        workspace = WorkspaceReader(files: [(path: "access.json", bytes: bytes)]).read()
      }
      let isFaulty =
        workspace.accessSettings == nil || workspace.faults.contains { $0.severity == .error }
      access = Access(workspace.accessSettings, isFaulty: isFaulty, user: user.name)
    }
    if workspace.accessSettings?.networkFileSystem != .allowed,
      case .network(let name) = FileSystemKind.of(path: root)
    {
      network = name
    } else {
      network = nil
    }
  }

  /// Why nothing may be saved here at all, as a sentence; nil when something may.
  var refusal: String? {
    network.map {
      "The data lies on a network file system (\($0)), where two people could overwrite each other, "
        + "so it is only read. Nothing was changed. Ask \(access.contact)."
    }
  }

  /// Why a change of a record, as it stands in the file, may not be made; nil when it may.
  func refusal(of change: Change, in record: WrittenValue?) -> String? {
    if access.hasWhole(change.document) { return nil }
    var owners: Set<String> = []
    if change.record.kind == ActionItem.kind, let record {
      owners = Set((ActionItem.read(from: WrittenSource(record))?.owners ?? []).flatMap(\.ids))
    }
    let link = change.field == nil ? RecordLink(change.record.kind, "") : change.record
    return access.lock(
      on: link, in: change.document, fields: change.field.map { [$0] }, owners: owners)
  }
}

import DataStore
import Glibc

/// Gives folders of a data folder to the groups of accounts that change and read them.
struct SharedCreation {
  private let root: String
  private let group: AccountGroup
  private let readers: [AccountGroup]

  /// Looks the groups up; nothing is changed.
  init(root: String, group: String, readers: [String]) throws {
    self.root = root
    self.group = try Self.group(named: group)
    self.readers = try readers.map(Self.group(named:))
    let parent = root.lastIndex(of: "/").map { String(root[..<$0]) } ?? ""
    if !parent.isEmpty, access(parent, X_OK) != 0 {
      throw CommandFailure(
        "\(parent) is not there or not open, so nothing was created. An administrator can run: "
          + "sudo mkdir -p -m 755 \(quotedForShell(parent))")
    }
  }

  /// The group of accounts with a name, or a failure that says how to make it.
  static func group(named name: String) throws -> AccountGroup {
    guard let group = AccountGroup(named: name) else {
      throw CommandFailure(
        "This server has no group \(name), so nothing was created. An administrator can make it: "
          + "sudo groupadd \(quotedForShell(name))")
    }
    return group
  }

  /// Whether a data folder passes rights of groups of accounts on to what is made in it.
  static func isShared(_ root: String) -> Bool { PosixACL(of: root, .inherited) != nil }

  /// The groups that may read the data folder beside its own, as new folders take it over.
  static func readers(of root: String) -> [String] {
    (PosixACL(of: root, .inherited)?.named(with: 4) ?? []).compactMap { holder in
      if case .group(let number) = holder { AccountGroup(number)?.name } else { nil }
    }
  }

  /// Gives each folder to the groups, the outermost last, or fails with the commands that are left.
  func create(_ folders: [String]) throws {
    var failed: [SharedFolder.FailedStep] = []
    for folder in folders {
      let shared = SharedFolder(
        folder.isEmpty ? root : "\(root)/\(folder)", group: group, readers: readers,
        hasDocuments: !parentFolders.contains(folder))
      failed += shared.create()
    }
    guard let first = failed.first else { return }
    let commands = failed.map { "\n  \($0.command)" }.joined()
    throw CommandFailure(
      "The files are created, but the server's permissions are not complete: \(first.sentence) "
        + "Until then the folder is open to you alone. An administrator can finish it:\(commands)")
  }
}

import DataStore
import Glibc
import Safeguarding

extension DoctorCommand {
  /// Looks at how the folder is kept on this server: whose each part is, and whether it can be saved.
  mutating func keeping(_ root: String, _ workspace: Workspace) {
    fileSystem(root, workspace)
    let isShared = FolderExamination.isShared(root)
    let own = FolderExamination("", of: root, isShared: isShared)
    if own == nil { say(false, "the data folder is a link", "Name the folder itself with --data.") }
    var isWell = own.map { tell($0, "the data folder", isShared: isShared) } ?? false
    for folder in parentFolders where access("\(root)/\(folder)", F_OK) == 0 {
      guard
        let examined = FolderExamination(folder, of: root, isShared: isShared, like: own?.sharing)
      else { continue }
      isWell = tell(examined, folder, isShared: isShared) && isWell
    }
    var newest = newestEntry(in: "", of: root)
    for folder in ownershipFolders(of: root) where !folder.isEmpty {
      guard let examined = FolderExamination(folder, of: root, isShared: isShared) else {
        say(false, "\(folder) cannot be looked at", "Run masa doctor as its owner.")
        continue
      }
      isWell = tell(examined, folder, isShared: isShared) && isWell
      newest = max(newest, newestEntry(in: folder, of: root))
    }
    if !isShared {
      say(isWell, "the folder is yours alone: it was not laid with masa init --shared")
    }
    let now = time(nil)
    demand(
      newest <= now,
      newest == 0 ? "nothing was saved yet" : "the clock is not behind what was saved",
      "It was set back, or an entry was saved while it was ahead. Check it: timedatectl")
    for (_, permission) in workspace.access.permissions.sorted(by: { $0.key < $1.key }) {
      switch permission {
      case .locked(let sentence), .closed(let sentence): say(true, sentence)
      case .open: continue
      }
    }
  }

  /// Says whom a folder is for, or what mends it; answers whether all is well.
  private mutating func tell(
    _ examined: FolderExamination, _ name: String, isShared: Bool
  ) -> Bool {
    let isWell = examined.findings.isEmpty
    if isShared {
      say(isWell, isWell ? "\(name): \(examined.summary)" : "\(name) is for \(examined.summary)")
    }
    for finding in examined.findings {
      demand(false, finding.what, finding.command.isEmpty ? "" : "Mend it: \(finding.command)")
    }
    return isWell
  }

  private mutating func fileSystem(_ root: String, _ workspace: Workspace) {
    switch FileSystemKind.of(path: root) {
    case .local: say(true, "the folder lies on a disk of this computer")
    case .network(let name):
      demand(
        workspace.accessSettings?.networkFileSystem == .allowed,
        "the folder lies on a network file system (\(name))",
        "Move it to a disk of this server; or, where you have made sure that locks hold for every "
          + "computer, write \"networkFileSystem\": \"allowed\" into access.json.")
    }
  }

  /// When the last entry of a folder's journal was saved, in seconds since 1970; 0 for none.
  private func newestEntry(in folder: String, of root: String) -> Int {
    do throws(StorageFailure) {
      let open = try OpenFolder(
        at: folder.isEmpty ? root : "\(root)/\(folder)", followingLink: folder.isEmpty)
      return try JournalTail.read(in: open, path: folder).last?.entry.time ?? 0
    } catch {
      say(false, error.sentence(trying: "read the journal"))
      return 0
    }
  }
}

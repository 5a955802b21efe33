import DataStore
import Glibc
import Safeguarding

extension DoctorCommand {
  /// Looks at how the folder is kept on this server: whose each part is, and whether it can be saved.
  func keeping(_ root: String, _ workspace: Workspace) {
    fileSystem(root, workspace)
    let isShared = FolderExamination.isShared(root)
    var (count, newest) = (0, 0)
    for folder in ownershipFolders(of: root) {
      let name = folder.isEmpty ? "the data folder" : folder
      guard let examined = FolderExamination(folder, of: root, isShared: isShared) else {
        say(false, "\(name) cannot be looked at", "Run masa doctor as its owner.")
        continue
      }
      count += examined.findings.count
      if isShared, !examined.summary.isEmpty { say(true, "\(name): \(examined.summary)") }
      for finding in examined.findings { say(false, finding.what, "Mend it: \(finding.command)") }
      newest = max(newest, newestEntry(in: folder, of: root))
    }
    if !isShared {
      say(count == 0, "the folder is yours alone: it was not laid with masa init --shared")
    }
    let now = time(nil)
    say(
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

  private func fileSystem(_ root: String, _ workspace: Workspace) {
    switch FileSystemKind.of(path: root) {
    case .local: say(true, "the folder lies on a disk of this computer")
    case .network(let name):
      say(
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

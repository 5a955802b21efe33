import DataStore
import Glibc
import Safeguarding

extension DoctorCommand {
  /// Something that can be mended, with the folder that it was found in.
  struct Mendable {
    let examined: FolderExamination
    let finding: FolderExamination.Finding
    let mending: FolderMending
  }

  /// Looks at how the folder is kept on this server: whose each part is, and whether it can be saved.
  ///
  /// Answers what can be mended.
  mutating func keeping(_ path: String, _ workspace: Workspace) throws -> [Mendable] {
    fileSystem(path, workspace)
    guard let root = HeldFolder(root: path) else {
      demand(false, "the data folder is a link", "Name the folder itself with --data.")
      return []
    }
    let isShared = FolderExamination.isShared(root)
    let found = try mendable(in: root, path, isShared: isShared)
    if !isShared {
      say(
        found.isWell, "the folder is yours alone: it was not laid with masa init --shared")
    }
    let now = time(nil)
    let newest = newestEntry(path)
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
    return found.mendable
  }

  /// Looks at every folder that has an owner, and tells what it finds.
  private mutating func mendable(
    in root: HeldFolder, _ path: String, isShared: Bool
  ) throws -> (mendable: [Mendable], isWell: Bool) {
    let wished = try wish()
    let own = FolderExamination(root, isShared: isShared, wish: wished[""] ?? .init())
    var all = own.map { [(name: "the data folder", examined: $0)] } ?? []
    for folder in parentFolders + ownershipFolders(of: path) where !folder.isEmpty {
      let isParent = parentFolders.contains(folder)
      let held = HeldFolder(folder, in: root)
      let examined = held.flatMap {
        FolderExamination(
          $0, isShared: isShared, like: isParent ? own?.sharing : nil,
          wish: isParent ? .init() : wished[folder] ?? .init())
      }
      if let examined {
        all.append((folder, examined))
      } else if !isParent {
        say(false, "\(folder) cannot be looked at", "Run masa doctor as its owner.")
      }
    }
    if let unknown = wished.keys.first(where: { folder in
      !all.contains { $0.name == (folder.isEmpty ? "the data folder" : folder) }
    }) {
      throw CommandFailure(
        "There is no folder \(unknown) in this data folder, so nothing was mended. Name it by its path "
          + "in the data folder, such as groups/board.")
    }
    var mendable: [Mendable] = []
    for (name, examined) in all {
      tell(examined, name, isShared: isShared)
      mendable += examined.findings.compactMap { finding in
        finding.mending.map { Mendable(examined: examined, finding: finding, mending: $0) }
      }
    }
    return (mendable, all.allSatisfy { $0.examined.findings.isEmpty })
  }

  /// Says whom a folder is for, and what is amiss in it.
  private mutating func tell(_ examined: FolderExamination, _ name: String, isShared: Bool) {
    let isWell = examined.findings.isEmpty
    if isShared {
      say(isWell, isWell ? "\(name): \(examined.summary)" : "\(name) is for \(examined.summary)")
    }
    for finding in examined.findings {
      if finding.mending == nil {
        demand(false, finding.what, finding.advice)
      } else {
        say(false, finding.what)
      }
    }
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

  /// When the last entry of any journal was saved, in seconds since 1970; 0 for none.
  private func newestEntry(_ path: String) -> Int {
    var newest = 0
    do throws(StorageFailure) {
      let root = try OpenFolder(at: path, followingLink: true)
      for folder in ownershipFolders(of: path) {
        do throws(StorageFailure) {
          let open = try OpenFolder(folder, in: root)
          newest = max(newest, try JournalTail.read(in: open, path: folder).last?.entry.time ?? 0)
        } catch {
          say(false, error.sentence(trying: "read the journal"))
        }
      }
    } catch {
      say(false, error.sentence(trying: "read the journal"))
    }
    return newest
  }
}

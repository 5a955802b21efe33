import CPosix
import Glibc

/// A folder that the accounts of one group change together, and others may read.
///
/// The group owns it, everything made in it belongs to the group as well, and a list says who else
/// reads. Others have no access. A lock and a journal lie ready in it.
package struct SharedFolder: Sendable {
  /// A step that could not be done, and what an administrator can do instead.
  package struct FailedStep: Hashable, Sendable {
    /// What was tried and why it could not be done.
    package let sentence: String
    /// The command that does it.
    package let command: String
  }

  private struct Step {
    /// What the folder could not do when this fails.
    let what: String
    let command: String
    /// Answers 0, or an error of the system; -1 when `errno` has it.
    let work: () -> Int32
  }

  /// The files that every such folder has besides its documents.
  package static let ownFiles = [".lock", "journal.jsonl"]

  /// Where the folder lies.
  package let path: String
  private let group: AccountGroup
  private let sharing: FolderSharing
  /// Whether it holds documents, and not only other folders.
  private let hasDocuments: Bool
  private let quoted: String

  /// A folder at a path that a group changes and some groups read.
  package init(
    _ path: String, group: AccountGroup, readers: [AccountGroup] = [], hasDocuments: Bool = true
  ) {
    self.path = path
    self.group = group
    sharing = FolderSharing(
      group: group.number, readers: readers.map(\.number).filter { $0 != group.number })
    self.hasDocuments = hasDocuments
    quoted = quotedForShell(path)
  }

  /// Gives the folder and its files to the group; answers the steps that failed, none when all is well.
  ///
  /// Once a step fails, the next ones are not tried and only listed: done alone they could open the
  /// folder to the wrong people.
  package func create() -> [FailedStep] {
    var failed: [FailedStep] = []
    for step in steps {
      errno = 0
      let answer = failed.isEmpty ? step.work() : ECANCELED
      if answer == 0 { continue }
      let reason = String(cString: strerror(answer > 0 ? answer : errno))
      let why = failed.isEmpty ? " (\(reason))" : " either, because a step before it failed"
      failed.append(
        FailedStep(
          sentence: "\(path) could not \(step.what)\(why).", command: "sudo \(step.command)"))
    }
    return failed
  }

  /// The folder itself comes last: as long as nobody else can write it, nobody can put a link in the
  /// place of a file that is given away.
  private var steps: [Step] {
    if !hasDocuments { return ownership + lists }
    let documents = FolderEntry.visibleNames(in: path).filter { $0.hasSuffix(".json") }
    return Self.ownFiles.map(making) + (documents + Self.ownFiles).flatMap(giving)
      + ownership + lists
  }

  private var ownership: [Step] {
    [
      Step(what: "be given to the group \(group.name)", command: "chgrp \(group.name) \(quoted)") {
        lchown(path, uid_t.max, group.number)
      },
      // What it took over from the folder above it could let others read it.
      Step(
        what: "be opened to the group \(group.name)",
        command: "setfacl -b \(quoted) && sudo chmod 2770 \(quoted)"
      ) { removeList(of: path) == 0 ? chmod(path, 0o2770) : -1 },
    ]
  }

  private var lists: [Step] {
    let list = sharing.inheritedList
    let entries = "--set \(quotedForShell(list.words)) \(quoted)"
    let own = Step(what: "be opened to its readers", command: "setfacl \(entries)") {
      list.set(on: path)
    }
    let inherited = Step(
      what: "pass its rights on to new files", command: "setfacl -d \(entries)"
    ) { list.set(on: path, .inherited) }
    return (sharing.readers.isEmpty ? [] : [own]) + [inherited]
  }

  /// Makes a file that is there once and for all; one that is there stays.
  private func making(_ name: String) -> Step {
    let file = "\(path)/\(name)"
    return Step(what: "get its file \(name)", command: "touch \(quotedForShell(file))") {
      let made = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o660)
      if made >= 0 { close(made) }
      return made >= 0 || errno == EEXIST ? 0 : -1
    }
  }

  /// Gives a file to the group and its readers.
  private func giving(_ name: String) -> [Step] {
    let file = "\(path)/\(name)"
    let quoted = quotedForShell(file)
    let list = sharing.list(ofFile: name)
    return [
      Step(what: "give \(name) to its group", command: "chgrp \(group.name) \(quoted)") {
        lchown(file, uid_t.max, group.number)
      },
      Step(
        what: "open \(name) to its group and readers",
        command: "setfacl --set \(quotedForShell(list.words)) \(quoted)"
      ) { list.set(on: file) },
    ]
  }

  private func removeList(of file: String) -> Int32 {
    if lremovexattr(file, PosixACL.Role.access.rawValue) == 0 { return 0 }
    return errno == ENODATA || errno == ENOTSUP ? 0 : -1
  }
}

/// A path as a shell takes it, in quotes where it needs them.
package func quotedForShell(_ path: String) -> String {
  let plain = path.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/._-+,:@%".utf8.contains(byte)
    }
  }
  if plain, !path.isEmpty { return path }
  let parts = path.split(separator: "'", omittingEmptySubsequences: false)
  return "'" + parts.joined(separator: "'\\''") + "'"
}

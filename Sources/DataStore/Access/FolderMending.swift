import CPosix
import Glibc
import Safeguarding

/// How something that is amiss in a folder is mended: of which file, and in which steps.
package struct FolderMending: Hashable, Sendable {
  /// One change of whose a file is, or of who may do what with it.
  enum Step: Hashable, Sendable {
    case group(UInt32)
    case list(PosixACL)
    /// What a folder passes on to what is made in it.
    case inherited(PosixACL)
    case mode(given: mode_t = 0, taken: mode_t = 0)
  }

  /// The name of the file in the folder; empty for the folder itself.
  let name: String
  /// Which file was looked at; nil for one that is to be made.
  let identity: FileIdentity?
  let steps: [Step]

  /// Mends a file that was looked at.
  init(_ entry: KeptEntry, _ steps: [Step]) {
    (name, identity, self.steps) = (entry.name, FileIdentity(entry.status), steps)
  }

  /// Makes a file that is missing.
  init(making name: String, _ steps: [Step]) {
    (self.name, identity, self.steps) = (name, nil, steps)
  }
}

extension FolderExamination {
  /// Mends what was found; answers nil, or why that could not be, as a sentence.
  ///
  /// Only the very file is changed that was looked at, through a descriptor: where another one has taken
  /// its place, or the place of its folder, nothing is changed.
  package func mend(_ mending: FolderMending) -> String? {
    let shown =
      mending.name.isEmpty
      ? held.name : documentPath(mending.name, in: held.folder)
    guard held.isInPlace else {
      return
        "\(shown) was not mended: its folder was moved or exchanged meanwhile. Nothing of it was "
        + "changed. Find out who did that, then run masa doctor again."
    }
    let file = OpenFile(mending.identity == nil ? make(mending.name) : held.hold(mending.name))
    guard let file else {
      return "\(shown) was not mended, as it could not be opened (\(reason)). Nothing of it was "
        + "changed. Run masa doctor again."
    }
    if let identity = mending.identity {
      let kind = file.status.st_mode & S_IFMT
      let isOne = mending.name.isEmpty ? kind == S_IFDIR : file.isPlain && file.status.st_nlink == 1
      guard file.identity == identity, isOne else {
        return "\(shown) was not mended: another file took its place meanwhile, or it got a second "
          + "name. Nothing of it was changed. Find out who did that, then run masa doctor again."
      }
    }
    for (done, step) in mending.steps.enumerated() where !take(step, file.descriptor) {
      let code = errno
      let whose = code == EPERM || code == EACCES ? "Run it as root." : "Run masa doctor again."
      return "\(shown) was not mended\(done == 0 ? "" : " to the end") "
        + "(\(String(cString: strerror(code)))). \(done == 0 ? "Nothing of it was changed. " : "")"
        + whose
    }
    return nil
  }

  private var reason: String { String(cString: strerror(errno)) }

  private func make(_ name: String) -> Int32 {
    uninterrupted {
      openat(
        held.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
  }

  /// Takes a step on an open file; a false answer leaves its reason in `errno`.
  private func take(_ step: FolderMending.Step, _ descriptor: Int32) -> Bool {
    // The system leads from here to what is open, whatever is called what by now.
    let file = "/proc/self/fd/\(descriptor)"
    switch step {
    case .group(let number): return chown(file, uid_t.max, number) == 0
    case .list(let list): return list.set(onDescriptor: descriptor)
    case .inherited(let list): return list.set(onDescriptor: descriptor, .inherited)
    case .mode(let given, let taken):
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return false }
      return chmod(file, (status.st_mode & 0o7777 | given) & ~taken) == 0
    }
  }
}

extension PosixACL {
  /// The list of what is open; nil when it has none, or the file system keeps none.
  init?(ofDescriptor descriptor: Int32, _ role: Role = .access) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = getxattr("/proc/self/fd/\(descriptor)", role.rawValue, &buffer, buffer.count)
    guard count > 0 else { return nil }
    self.init(bytes: Array(buffer[..<count]))
  }

  /// Gives the list to what is open; a false answer leaves its reason in `errno`.
  func set(onDescriptor descriptor: Int32, _ role: Role = .access) -> Bool {
    let bytes = bytes
    return setxattr("/proc/self/fd/\(descriptor)", role.rawValue, bytes, bytes.count, 0) == 0
  }
}

import CPosix
import Glibc

/// A folder of data, held open: everything in it is reached through its descriptor.
///
/// So what is done goes to one folder, even when somebody moves it meanwhile or puts another one in
/// its place. Links are not followed.
package struct OpenFolder: ~Copyable {
  /// Where the folder lay when it was opened.
  package let path: String
  private let file: OpenFile
  private let followsLink: Bool

  var descriptor: Int32 { file.descriptor }

  /// Opens the folder at a path.
  ///
  /// The last place of the path may be a link only where that is asked for, as people may lay one.
  package init(at path: String, followingLink: Bool = false) throws(StorageFailure) {
    let link = followingLink ? 0 : O_NOFOLLOW
    let opened = OpenFile(
      uninterrupted { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | link) })
    guard let opened else { throw StorageFailure(.open, path: path, code: errno) }
    self.path = path
    file = opened
    followsLink = followingLink
  }

  /// Opens a folder within another one, without following a link anywhere on the way.
  ///
  /// It is named by its path in the other one, such as `groups/board`; empty for that one itself.
  package init(_ folder: String, in parent: borrowing OpenFolder) throws(StorageFailure) {
    path = folder.isEmpty ? parent.path : parent.path + "/" + folder
    followsLink = folder.isEmpty && parent.followsLink
    let parts = folder.split(separator: "/")
    if !parts.isEmpty, parts.allSatisfy({ isFileName(String($0)) }),
      let opened = OpenFile(uninterrupted { masa_open_below(parent.descriptor, folder) })
    {
      file = opened
      return
    }
    // Step by step, where the kernel cannot do it at once; and to find out what stands in the way.
    var current = try Self.open(".", in: parent.descriptor, path: path)
    for part in parts {
      let next = try Self.open(String(part), in: current.descriptor, path: path)
      current = next
    }
    file = current
  }

  private static func open(
    _ name: String, in folder: Int32, path: String
  ) throws(StorageFailure) -> OpenFile {
    guard name == "." || isFileName(name) else {
      throw StorageFailure(.open, path: path, code: EINVAL)
    }
    let opened = OpenFile(
      uninterrupted { openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) })
    guard let opened else { throw StorageFailure(.open, path: path, code: errno) }
    return opened
  }

  /// Whether the folder at the path still is the one that is open.
  package var isInPlace: Bool {
    var status = stat()
    let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
    return uninterrupted { fstatat(AT_FDCWD, path, &status, flags) } == 0
      && FileIdentity(status) == file.identity
  }

  /// Whether this process may add files to the folder and put new ones in their place.
  package var isWritable: Bool { writeRefusal == nil }

  /// Why this process may not change the folder; nil when it may.
  ///
  /// It is the kernel's answer: modes, access lists and disks that are for reading only all count.
  package var writeRefusal: StorageFailure? {
    uninterrupted { faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) } == 0
      ? nil : StorageFailure(.write, path: path, code: errno)
  }

  /// Whether new files take the group of the folder.
  var givesItsGroup: Bool { file.status.st_mode & S_ISGID != 0 }

  /// Lets the group of a folder that gives its group change a new file, whatever the umask takes away.
  func openToGroup(_ file: Int32) {
    if givesItsGroup { _ = uninterrupted { fchmod(file, 0o660) } }
  }

  /// Reads a whole file of the folder.
  package borrowing func read(_ name: String) -> FileBytes {
    isFileName(name)
      ? FileBytes.read(name, in: descriptor)
      : .refused(reason: "its name cannot be the name of a file")
  }

  /// Whether something of that name is there, a file or not.
  ///
  /// What cannot be told counts as there: whoever opens it learns why.
  package borrowing func exists(_ name: String) -> Bool {
    var status = stat()
    return isFileName(name)
      && (uninterrupted { fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) } == 0
        || errno != ENOENT)
  }

  /// The names of everything in the folder, hidden ones too, in their order.
  package borrowing func names() throws(StorageFailure) -> [String] {
    try FolderEntry.all(in: descriptor, path: path).map(\.name)
  }
}

extension OpenFolder {
  /// The failure of a step on a file of the folder.
  func failure(
    _ step: StorageFailure.Step, _ name: String, code: Int32 = errno, isWritten: Bool = false
  ) -> StorageFailure {
    StorageFailure(step, path: path + "/" + name, code: code, isWritten: isWritten)
  }

  /// Opens an ordinary file of the folder.
  ///
  /// A link, a folder, a pipe or a device is refused, and, where it is to be written, a file that
  /// has a second name.
  func open(
    _ name: String, _ flags: Int32, mode: mode_t = 0, step: StorageFailure.Step
  ) throws(StorageFailure) -> OpenFile {
    guard isFileName(name) else { throw failure(step, name, code: EINVAL) }
    let opened = OpenFile(
      uninterrupted {
        openat(descriptor, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode)
      })
    guard let opened else { throw failure(step, name) }
    try check(opened.status, name, isForWriting: flags & O_ACCMODE != O_RDONLY, step: step)
    return opened
  }

  /// Refuses what is no ordinary file.
  func check(
    _ status: stat, _ name: String, isForWriting: Bool, step: StorageFailure.Step
  ) throws(StorageFailure) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw failure(step, name, code: ELOOP)
    case S_IFDIR: throw failure(step, name, code: EISDIR)
    default: throw failure(step, name, code: ENXIO)
    }
    if isForWriting, status.st_nlink != 1 { throw failure(step, name, code: EMLINK) }
  }

  /// Has the disk confirm the names in the folder.
  ///
  /// What was written stands in the file by now, confirmed or not.
  package borrowing func confirmNames(after name: String) throws(StorageFailure) {
    if uninterrupted({ fsync(descriptor) }) == 0 { return }
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let again = OpenFile(uninterrupted { openat(descriptor, ".", flags) })
    guard let again, uninterrupted({ fsync(again.descriptor) }) == 0 else {
      throw failure(.confirm, name, isWritten: true)
    }
  }
}

/// Whether a text can be the name of one file in a folder.
func isFileName(_ name: String) -> Bool {
  !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == 0 || $0 == 0x2F }
}

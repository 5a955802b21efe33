import CPosix
import Glibc

/// A folder that is looked at and mended through one descriptor, whatever is put in its place meanwhile.
///
/// No link is followed on the way to it. It needs no right to read the folder.
package final class HeldFolder: Sendable {
  /// Its path in the data folder; empty for the data folder itself.
  let folder: String
  let descriptor: Int32
  /// The data folder around it; nil for the data folder itself.
  private let root: HeldFolder?
  /// Where the data folder lies.
  private let path: String

  /// Holds a data folder; nil when there is none, when it is a link, or when it may not be reached.
  package init?(root path: String) {
    descriptor = Self.open(path, in: AT_FDCWD)
    (folder, root, self.path) = ("", nil, path)
    if descriptor < 0 { return nil }
  }

  /// Holds a folder of a data folder, such as `groups/board`; nil when there is none without links.
  package init?(_ folder: String, in root: HeldFolder) {
    descriptor = Self.open(folder, below: root)
    (self.folder, self.root, path) = (folder, root, root.path)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What people call it.
  var name: String { folder.isEmpty ? "the data folder" : folder }

  /// Whether the folder still lies where it was found.
  var isInPlace: Bool {
    let again =
      root.map { Self.open(folder, below: $0) } ?? Self.open(path, in: AT_FDCWD)
    guard let now = OpenFile(again), let held = status else { return false }
    return now.identity == FileIdentity(held) && root?.isInPlace != false
  }

  private var status: stat? {
    var status = stat()
    return uninterrupted { fstat(descriptor, &status) } == 0 ? status : nil
  }

  /// The names in it, without a path and in their order; none where it may not be listed.
  var visibleNames: [String] {
    do throws(StorageFailure) {
      return try FolderEntry.all(in: descriptor, path: name).filter { !$0.isHidden }.map(\.name)
    } catch {
      return []
    }
  }

  /// Whether something of a name is there; what cannot be told counts as there.
  func has(_ file: String) -> Bool {
    var status = stat()
    return uninterrupted { fstatat(descriptor, file, &status, AT_SYMLINK_NOFOLLOW) } == 0
      || errno != ENOENT
  }

  /// Holds what has a name in the folder, without following a link or waiting for anything; the folder
  /// itself for an empty name.
  func hold(_ file: String) -> Int32 {
    if file.isEmpty { return Self.open(".", in: descriptor) }
    guard isFileName(file) else {
      errno = EINVAL
      return -1
    }
    return uninterrupted { openat(descriptor, file, heldOnly | O_NOFOLLOW | O_CLOEXEC) }
  }

  private static func open(_ folder: String, below root: HeldFolder) -> Int32 {
    var current = open(".", in: root.descriptor)
    for part in folder.split(separator: "/") where current >= 0 {
      let next = isFileName(String(part)) ? open(String(part), in: current) : -1
      let code = errno
      close(current)
      errno = code
      current = next
    }
    return current
  }

  private static func open(_ name: String, in folder: Int32) -> Int32 {
    uninterrupted { openat(folder, name, heldOnly | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
  }
}

/// Holds a file without reading or writing it: `O_PATH`, which Swift's view of the C library leaves out.
private let heldOnly: Int32 = 0o10_000_000

import CPosix
import Glibc

/// What tells one state of a file or folder from the next without reading it.
///
/// A file that was replaced has another inode; one that was written in place has another time of its
/// last change, which no program can set, even where its size and its date are the same.
package struct FileSignature: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  /// The length of a file in bytes.
  let size: Int
  private let modified: Int
  /// When anything about it was changed, in nanoseconds since 1970.
  private let changed: Int

  /// Looks at a path without following a link in its last place; nil when nothing can be seen there.
  package init?(path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Looks at a file that is open; nil when the system does not answer.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// All of it as text.
  package var text: String { "\(device) \(inode) \(size) \(modified) \(changed)" }

  /// Whether both are states of the same file.
  func isSameFile(as other: FileSignature) -> Bool {
    device == other.device && inode == other.inode
  }

  /// Whether a further change would show in the signature.
  ///
  /// File systems keep time in steps of up to two seconds: what was changed only just now could be
  /// changed once more within the same step.
  func isSettled(at now: Int) -> Bool { changed + 2_000_000_000 < now }

  /// What the clock of the system says, in nanoseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}

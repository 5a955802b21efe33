import CPosix
import Glibc

/// What the system says of a file without opening it; a link is not followed.
package struct FileFacts: Hashable, Sendable {
  /// How many bytes it has.
  package let size: Int
  /// When it was last written, in seconds since 1970.
  package let modified: Int
  package let isFolder: Bool

  /// Asks for what lies at a path; nil where nothing does, or where one may not look.
  package init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}

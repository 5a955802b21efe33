import CPosix
import Glibc

/// The name of a file that is written beside the one it shall replace: `.NAME.tmp.PROCESS.RANDOM`.
struct TemporaryName {
  let text: String
  /// The process that writes it.
  let process: Int32

  private static let digits = 16
  private static let longest = 255

  /// A new name, unlike any other.
  init(for name: String) {
    process = getpid()
    let random = String(UInt64.random(in: 0 ... .max), radix: 16)
    let zeros = String(repeating: "0", count: Self.digits - random.utf8.count)
    let end = ".tmp.\(process).\(zeros)\(random)"
    var start = "." + name
    while start.utf8.count + end.utf8.count > Self.longest { start.removeLast() }
    text = start + end
  }

  /// Reads a name; nil when it is not one of these.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 5, parts[0].isEmpty, parts[parts.count - 3] == "tmp",
      parts[1..<(parts.count - 3)].contains(where: { !$0.isEmpty }),
      let random = parts.last, random.utf8.count == Self.digits,
      random.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let process = Int32(parts[parts.count - 2]), process > 0,
      String(process) == parts[parts.count - 2]
    else { return nil }
    self.text = text
    self.process = process
  }
}

extension OpenFolder {
  /// Removes what processes that died while saving have left behind.
  ///
  /// Only files named as ``replace(_:with:)`` names its own are removed, when their process is gone
  /// and nothing was written to them for ten minutes. One that cannot be removed does no harm.
  package borrowing func sweep() {
    let names: [String]
    do throws(StorageFailure) { names = try self.names() } catch { return }
    for name in names {
      var status = stat()
      guard let temporary = TemporaryName(name), kill(temporary.process, 0) != 0, errno == ESRCH,
        fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
        time(nil) - status.st_mtim.tv_sec > 600
      else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: unlinkat(descriptor, name, 0)
      case S_IFDIR: removeUnfinished(name)
      default: continue
      }
    }
  }
}

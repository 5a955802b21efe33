import CPosix
import Glibc

/// The system's list of the locks that are held on this computer.
struct LockList: Sendable {
  /// How a lock is held: shared with others, or alone.
  enum Mode: String {
    case shared = "READ"
    case alone = "WRITE"
  }

  /// A process that holds the lock of a file.
  struct Holder: Hashable, Sendable {
    /// The number of the process; 0 for one that is not seen from here.
    let process: Int32
    /// The disk that the file lies on, as the list calls it.
    let disk: [UInt8]
  }

  /// Where the system keeps the list.
  let path: String

  /// Who holds the lock of the file with a number on its disk; nobody where there is no list.
  func holders(ofFile number: UInt64, _ mode: Mode) -> [Holder] {
    let suffix = Array(":\(number)".utf8)
    return bytes().split(separator: UInt8(ascii: "\n")).compactMap { holder(in: $0, mode, suffix) }
  }

  /// Reads `1: FLOCK  ADVISORY  READ 4711 fe:00:131102 0 EOF`.
  private func holder(in line: ArraySlice<UInt8>, _ mode: Mode, _ suffix: [UInt8]) -> Holder? {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count >= 6, words[5].count > suffix.count,
      words[5].suffix(suffix.count).elementsEqual(suffix),
      words[1].elementsEqual("FLOCK".utf8), words[3].elementsEqual(mode.rawValue.utf8),
      let process = Int32(String(decoding: words[4], as: UTF8.self))
    else { return nil }
    return Holder(process: process, disk: Array(words[5].dropLast(suffix.count)))
  }

  private func bytes() -> [UInt8] {
    guard let file = OpenFile(uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }) else { return [] }
    var bytes: [UInt8] = []
    // Such a list does not tell its length.
    return withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while true {
        let count = uninterrupted { read(file.descriptor, buffer.baseAddress, buffer.count) }
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
      }
    }
  }
}

/// What people call the account that a process runs under; nil where the system does not tell.
func account(ofProcess process: Int32) -> String? {
  var status = stat()
  guard uninterrupted({ stat("/proc/\(process)", &status) }) == 0 else { return nil }
  return accountName(of: status.st_uid) ?? "account \(status.st_uid)"
}

import CPosix
import Glibc

/// Who holds a lock, as far as the system tells.
struct LockHolder {
  let process: Int32

  /// Looks a locked file up in the system's list of locks; nil when it is not there.
  init?(of file: FileIdentity) {
    let list = Self.text(of: "/proc/locks")
    let locks = list.split(separator: "\n").compactMap(Self.lock)
      .filter { $0.number == file.number }
    // Some file systems give their files another disk than the list does.
    let found =
      locks.first { $0.device == file.deviceNumbers } ?? (locks.count == 1 ? locks.first : nil)
    guard let found, found.process > 0 else { return nil }
    process = found.process
  }

  /// The account and the process in words: `chair1 (process 4711)`.
  var words: String {
    var status = stat()
    guard uninterrupted({ stat("/proc/\(process)", &status) }) == 0 else {
      return "process \(process)"
    }
    return "\(accountName(of: status.st_uid) ?? "account \(status.st_uid)") (process \(process))"
  }

  private struct Lock {
    let process: Int32
    let device: String
    let number: UInt64
  }

  /// Reads `1: FLOCK ADVISORY WRITE 4711 fe:00:131102 0 EOF`; nil for locks of other sorts.
  private static func lock(_ line: Substring) -> Lock? {
    let words = line.split(separator: " ")
    guard words.count >= 6, words[1] == "FLOCK", words[3] == "WRITE",
      let process = Int32(words[4]), let colon = words[5].lastIndex(of: ":"),
      let number = UInt64(words[5][words[5].index(after: colon)...])
    else { return nil }
    return Lock(process: process, device: String(words[5][..<colon]), number: number)
  }

  /// What a file of `/proc` says; such files do not tell their length.
  private static func text(of path: String) -> String {
    guard let file = OpenFile(uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }) else { return "" }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = uninterrupted { read(file.descriptor, &buffer, buffer.count) }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}

extension FileIdentity {
  /// The disk as the system's list of locks writes it: `fe:00`.
  fileprivate var deviceNumbers: String {
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    func hexadecimal(_ number: UInt64) -> String {
      (number < 16 ? "0" : "") + String(number, radix: 16)
    }
    return hexadecimal(major) + ":" + hexadecimal(minor)
  }
}

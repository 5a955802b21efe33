/// Who holds a lock, as far as the system tells.
struct LockHolder {
  let process: Int32

  /// Looks a locked file up in the system's list of locks; nil when it is not there.
  init?(of file: FileIdentity, in list: LockList = LockList(path: "/proc/locks")) {
    let holders = list.holders(ofFile: file.number, .alone)
    // Some file systems give their files another disk than the list does.
    let found =
      holders.first { $0.disk.elementsEqual(file.deviceNumbers.utf8) }
      ?? (holders.count == 1 ? holders.first : nil)
    guard let found, found.process > 0 else { return nil }
    process = found.process
  }

  /// The account and the process in words: `chair1 (process 4711)`.
  var words: String {
    account(ofProcess: process).map { "\($0) (process \(process))" } ?? "process \(process)"
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

@testable import DataStore
import Glibc
import Testing

/// Who holds the lock of a file is read from the same list as who is present.
@Suite struct LockHolderTests {
  /// Looks a file of the disk `fe:00` up in a list; `N` stands for its number.
  private func holder(_ lines: String) throws -> Int32? {
    let folder = try TemporaryFolder()
    var status = stat()
    try #require(stat(folder.path, &status) == 0)
    status.st_dev = 0xFE00
    try folder.write(lines.replacing("N", with: String(status.st_ino)), to: "locks")
    return LockHolder(of: FileIdentity(status), in: LockList(path: folder.path + "/locks"))?.process
  }

  @Test(arguments: [
    ("1: FLOCK  ADVISORY  WRITE 7 fe:00:N 0 EOF", 7),
    // The disk tells two files of the same number apart.
    ("1: FLOCK  ADVISORY  WRITE 7 fd:00:N 0 EOF\n2: FLOCK  ADVISORY  WRITE 8 fe:00:N 0 EOF", 8),
    // Some file systems give their files another disk than the list does.
    ("1: FLOCK  ADVISORY  WRITE 7 00:2d:N 0 EOF", 7),
    ("1: FLOCK  ADVISORY  WRITE 7 00:2d:N 0 EOF\n2: FLOCK  ADVISORY  WRITE 8 00:2e:N 0 EOF", nil),
    ("1: FLOCK  ADVISORY  WRITE 7 00:2d:N 0 EOF\n2: FLOCK  ADVISORY  WRITE 0 00:2e:N 0 EOF", nil),
    // A process that is not seen from here, those who share it, those who wait, other locks and files.
    ("1: FLOCK  ADVISORY  WRITE 0 fe:00:N 0 EOF", nil),
    ("1: FLOCK  ADVISORY  READ 7 fe:00:N 0 EOF", nil),
    ("1: -> FLOCK  ADVISORY  WRITE 7 fe:00:N 0 EOF", nil),
    ("1: POSIX  ADVISORY  WRITE 7 fe:00:N 0 EOF", nil),
    ("1: FLOCK  ADVISORY  WRITE 7 fe:00:1N 0 EOF", nil), ("", nil), ("FLOCK\n\u{0}", nil),
  ])
  func isTheOneThatTheListNames(lines: String, process: Int32?) throws {
    #expect(try holder(lines) == process)
  }

  @Test func aProcessThatHasEndedGoesByItsNumber() {
    #expect(account(ofProcess: getpid()) == accountName(of: geteuid()) ?? "account \(geteuid())")
    #expect(account(ofProcess: .max) == nil)
  }
}

@testable import DataStore
import Glibc
import Testing

/// A file is replaced as a whole or not at all, and keeps what it has beside its bytes.
@Suite struct DiskReplacingTests {
  @Test(arguments: [0, 1, 5000, 3_000_000])
  func aFileIsMadeAndReplaced(count: Int) throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    for old in [[], Array("old".utf8)] {
      if !old.isEmpty { try folder.replace("a.json", with: old) }
      try folder.replace("a.json", with: bytes)
      #expect(try folder.bytes(of: "a.json", from: 0) == bytes)
      #expect(try folder.names() == ["a.json"])
    }
  }

  @Test(arguments: [0o600, 0o640, 0o660, 0o664, 0o666] as [mode_t])
  func theModeStays(mode: mode_t) throws {
    let disk = try DiskFolder(["a.json": "old"])
    try #require(chmod(disk.path + "/a.json", mode) == 0)
    try OpenFolder(at: disk.path).replace("a.json", with: [1])
    #expect(try disk.status(of: "a.json").st_mode & 0o7777 == mode)
  }

  @Test func aNewFileIsOpenToTheGroupAsFarAsTheProcessAllows() throws {
    let disk = try DiskFolder()
    try OpenFolder(at: disk.path).replace("a.json", with: [1])
    let mode = try disk.status(of: "a.json").st_mode & 0o777
    #expect(mode & ~0o660 == 0)
    #expect(mode & 0o600 == 0o600)
  }

  @Test(.enabled(if: geteuid() == 0, "Only the superuser gives files away."))
  func theGroupAndTheOwnerStay() throws {
    let disk = try DiskFolder(["a.json": "old"])
    try #require(chown(disk.path + "/a.json", 4001, 4002) == 0)
    try OpenFolder(at: disk.path).replace("a.json", with: [1])
    let status = try disk.status(of: "a.json")
    #expect(status.st_uid == 4001)
    #expect(status.st_gid == 4002)
  }

  @Test(.enabled(if: DiskAttributes.areKept, "This disk keeps no access lists or attributes."))
  func theAccessListAndTheAttributesStay() throws {
    let disk = try DiskFolder(["a.json": "old"])
    let path = disk.path + "/a.json"
    let list = DiskAttributes.accessList(user: 4003, rights: 4)
    try #require(DiskAttributes.set(DiskAttributes.access, list, on: path))
    try #require(DiskAttributes.set("user.origin", [1, 2, 3], on: path))
    let mode = try disk.status(of: "a.json").st_mode
    try OpenFolder(at: disk.path).replace("a.json", with: [1])
    #expect(DiskAttributes.value(of: DiskAttributes.access, on: path) == list)
    #expect(DiskAttributes.value(of: "user.origin", on: path) == [1, 2, 3])
    #expect(try disk.status(of: "a.json").st_mode == mode)
  }

  @Test(.enabled(if: DiskAttributes.areKept, "This disk keeps no access lists or attributes."))
  func aFileWithoutAnAccessListTakesNoneFromItsFolder() throws {
    let disk = try DiskFolder(["a.json": "old"])
    let list = DiskAttributes.accessList(user: 4003, rights: 6)
    try #require(DiskAttributes.set(DiskAttributes.standard, list, on: disk.path))
    let folder = try OpenFolder(at: disk.path)
    try folder.replace("a.json", with: [1])
    try folder.replace("new.json", with: [1])
    #expect(DiskAttributes.value(of: DiskAttributes.access, on: disk.path + "/a.json") == nil)
    #expect(DiskAttributes.value(of: DiskAttributes.access, on: disk.path + "/new.json") != nil)
  }

  @Test(arguments: DiskFolder.Obstacle.allCases)
  func whatIsNoOrdinaryFileIsRefusedAndStays(obstacle: DiskFolder.Obstacle) throws {
    let disk = try DiskFolder(["other": "untouched"])
    try disk.put(obstacle, at: "a.json")
    let before = try disk.status(of: "a.json")
    let folder = try OpenFolder(at: disk.path)
    let failure = #expect(throws: StorageFailure.self) {
      try folder.replace("a.json", with: [1])
    }
    #expect(failure?.code == obstacle.code)
    #expect(failure?.isWritten == false)
    #expect(try disk.status(of: "a.json").st_ino == before.st_ino)
    #expect(try folder.bytes(of: "other", from: 0) == Array("untouched".utf8))
    #expect(try folder.names() == ["a.json", "other"])
  }

  @Test(.enabled(if: geteuid() != 0, "The superuser may write everything."))
  func aFileThatMayOnlyBeReadIsRefused() throws {
    let disk = try DiskFolder(["a.json": "old"])
    try #require(chmod(disk.path + "/a.json", 0o440) == 0)
    let folder = try OpenFolder(at: disk.path)
    let failure = #expect(throws: StorageFailure.self) {
      try folder.replace("a.json", with: [1])
    }
    #expect(failure?.code == EACCES)
    #expect(try folder.bytes(of: "a.json", from: 0) == Array("old".utf8))
  }

  @Test(.enabled(if: geteuid() != 0, "The superuser may write everything."))
  func aFolderThatMayOnlyBeReadIsRefused() throws {
    let disk = try DiskFolder(["a.json": "old"])
    try #require(chmod(disk.path, 0o500) == 0)
    let folder = try OpenFolder(at: disk.path)
    #expect(folder.isWritable == false)
    #expect(folder.writeRefusal?.code == EACCES)
    let failure = #expect(throws: StorageFailure.self) {
      try folder.replace("a.json", with: [1])
    }
    #expect(failure?.step == .create)
    #expect(try folder.bytes(of: "a.json", from: 0) == Array("old".utf8))
  }

  @Test(arguments: ["", ".", "..", "a/b", "/a", "a\0b"])
  func whatIsNoNameIsRefused(name: String) throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    #expect(folder.exists(name) == false)
    let failure = #expect(throws: StorageFailure.self) { try folder.replace(name, with: [1]) }
    #expect(failure?.code == EINVAL)
    #expect(throws: StorageFailure.self) { try folder.append([1], to: name) }
    #expect(throws: StorageFailure.self) { try folder.length(of: name) }
    #expect(try folder.names() == [])
  }

  @Test(arguments: [1, 200, 250, 255])
  func namesMayBeAsLongAsTheDiskAllows(length: Int) throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    let name = String(repeating: "n", count: length)
    try folder.replace(name, with: [1])
    try folder.replace(name, with: [2])
    #expect(try folder.bytes(of: name, from: 0) == [2])
    #expect(try folder.names() == [name])
  }

  @Test func aNameThatIsTooLongIsRefused() throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    let failure = #expect(throws: StorageFailure.self) {
      try folder.replace(String(repeating: "n", count: 256), with: [1])
    }
    #expect(failure?.code == ENAMETOOLONG)
  }

  @Test func aFileThatOutgrowsItsLimitLeavesTheOldOne() async {
    await #expect(processExitsWith: .success) {
      SavingProcess.prepare()
      let disk = try DiskFolder(["a.json": "old", "journal.jsonl": "line\n"])
      var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let folder = try OpenFolder(at: disk.path)
      let bytes = [UInt8](repeating: 0x41, count: 20_000)
      for step in ["replace", "append"] {
        do throws(StorageFailure) {
          if step == "replace" {
            try folder.replace("a.json", with: bytes)
          } else {
            _ = try folder.append(bytes, to: "journal.jsonl")
          }
          exit(1)
        } catch {
          guard error.code == EFBIG, error.step == .write, !error.isWritten else { exit(2) }
        }
      }
      guard try folder.bytes(of: "a.json", from: 0) == Array("old".utf8),
        try folder.bytes(of: "journal.jsonl", from: 0) == Array("line\n".utf8),
        try folder.names() == ["a.json", "journal.jsonl"]
      else { exit(3) }
    }
  }

  @Test func aProcessThatSavesKeepsWhatItMakesFromOthers() async {
    await #expect(processExitsWith: .success) {
      umask(0)
      SavingProcess.prepare()
      var limit = rlimit()
      try #require(getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0)
      #expect(limit.rlim_cur == 0)
      #expect(limit.rlim_max == 0)
      #expect(umask(0) == 0o007)
      // A reader that went away is an error, not the end.
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      close(ends[0])
      #expect(write(ends[1], [1], 1) == -1)
    }
  }
}

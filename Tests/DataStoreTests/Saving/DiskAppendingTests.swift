@testable import DataStore
import Glibc
import Testing

/// A file that only grows, and is cut off again where a save is given up.
@Suite struct DiskAppendingTests {
  @Test func bytesAreAddedBehindWhatIsThere() throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    #expect(try folder.length(of: "j") == 0)
    #expect(try folder.bytes(of: "j", from: 0) == [])
    #expect(try folder.append([1, 2, 3], to: "j") == 0)
    #expect(try folder.append([], to: "j") == 3)
    #expect(try folder.append([4], to: "j") == 3)
    #expect(try folder.length(of: "j") == 4)
    try folder.truncate("j", to: 2)
    #expect(try folder.append([5], to: "j") == 2)
    #expect(try folder.bytes(of: "j", from: 0) == [1, 2, 5])
    #expect(try disk.status(of: "j").st_mode & ~0o660 & 0o777 == 0)
  }

  @Test(arguments: [(-1, 5), (0, 5), (2, 3), (5, 0), (9, 0)])
  func theRestOfAFileIsRead(offset: Int, count: Int) throws {
    let disk = try DiskFolder(["a": "12345"])
    let bytes = try OpenFolder(at: disk.path).bytes(of: "a", from: offset)
    #expect(bytes == Array("12345".utf8.suffix(count)))
  }

  @Test func fileAndModeStayWhereTheyAre() throws {
    let disk = try DiskFolder(["j": "old\n"])
    try #require(chmod(disk.path + "/j", 0o640) == 0)
    let before = try disk.status(of: "j")
    _ = try OpenFolder(at: disk.path).append([1], to: "j")
    let after = try disk.status(of: "j")
    #expect(after.st_ino == before.st_ino)
    #expect(after.st_mode == before.st_mode)
  }

  @Test(arguments: DiskFolder.Obstacle.allCases)
  func whatIsNoOrdinaryFileIsRefused(obstacle: DiskFolder.Obstacle) throws {
    let disk = try DiskFolder(["other": "untouched"])
    try disk.put(obstacle, at: "j")
    let folder = try OpenFolder(at: disk.path)
    let failure = #expect(throws: StorageFailure.self) { try folder.append([1], to: "j") }
    #expect(failure?.code == obstacle.code)
    #expect(throws: StorageFailure.self) { try folder.truncate("j", to: 0) }
    if obstacle != .secondName {
      #expect(throws: StorageFailure.self) { try folder.length(of: "j") }
      #expect(throws: StorageFailure.self) { try folder.bytes(of: "j", from: 0) }
    }
    #expect(try folder.bytes(of: "other", from: 0) == Array("untouched".utf8))
    #expect(try folder.names() == ["j", "other"])
  }

  @Test func aFileThatIsMissingIsNotShortened() throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    let failure = #expect(throws: StorageFailure.self) { try folder.truncate("j", to: 0) }
    #expect(failure?.code == ENOENT)
    #expect(try folder.names() == [])
  }
}

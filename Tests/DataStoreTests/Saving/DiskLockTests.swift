@testable import DataStore
import Foundation
import Testing

/// One process at a time, and it is known which.
@Suite struct DiskLockTests {
  /// Takes the lock and lets it go at once.
  private func take(_ path: String, waitingAtMost milliseconds: Int) throws(StorageFailure) {
    let folder = try OpenFolder(at: path)
    let lock = try FolderLock(folder, waitingAtMost: milliseconds)
    lock.release()
  }

  @Test(arguments: [0, 50])
  func twoExcludeEachOther(milliseconds: Int) throws {
    let disk = try DiskFolder()
    let folder = try OpenFolder(at: disk.path)
    let lock = try FolderLock(folder)
    let failure = try #require(
      #expect(throws: StorageFailure.self) {
        try take(disk.path, waitingAtMost: milliseconds)
      })
    #expect(failure.step == .lock)
    #expect(failure.code == EAGAIN)
    let sentence = failure.sentence(trying: "save your change")
    #expect(sentence.contains("saving in the same folder"))
    if access("/proc/locks", R_OK) == 0 {
      let name = accountName(of: geteuid()) ?? "account \(geteuid())"
      #expect(sentence.contains("\(name) (process \(getpid()))"), "\(sentence)")
    }
    lock.release()
    // Whoever gave up waiting may still be handed it for a moment.
    try take(disk.path, waitingAtMost: 60_000)
  }

  @Test func theLockIsHeldToTheEndOfItsScope() throws {
    let disk = try DiskFolder()
    do {
      let folder = try OpenFolder(at: disk.path)
      let lock = try FolderLock(folder)
      #expect(throws: StorageFailure.self) { try take(disk.path, waitingAtMost: 0) }
      _ = consume lock
    }
    try take(disk.path, waitingAtMost: 0)
  }

  @Test func whoWaitsGetsItWhenItIsLetGo() throws {
    let disk = try DiskFolder()
    let path = disk.path
    let lock = try FolderLock(OpenFolder(at: path))
    let told = Told<String>()
    let waiter = Thread {
      told.tell("waits")
      do {
        let folder = try OpenFolder(at: path)
        try FolderLock(folder, waitingAtMost: 60_000).release()
        told.tell("had it")
      } catch {
        told.tell("\(error)")
      }
    }
    waiter.start()
    #expect(try told.next() == "waits")
    // By now it stands in the line of those who wait.
    usleep(100_000)
    lock.release()
    #expect(try told.next() == "had it")
  }

  @Test func manyCountTogetherWithoutLosingOne() async throws {
    let disk = try DiskFolder()
    let path = disk.path
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          let folder = try OpenFolder(at: path)
          for _ in 0..<10 {
            let lock = try FolderLock(folder, waitingAtMost: 60_000)
            let text = String(decoding: try folder.bytes(of: "count", from: 0), as: UTF8.self)
            try folder.replace("count", with: Array(String((Int(text) ?? 0) + 1).utf8))
            lock.release()
          }
        }
      }
      try await group.waitForAll()
    }
    let folder = try OpenFolder(at: path)
    #expect(try folder.bytes(of: "count", from: 0) == Array("80".utf8))
    #expect(try folder.names() == [".lock", "count"])
  }

  @Test func theFileOfTheLockStaysAndIsOpenToTheGroup() throws {
    let disk = try DiskFolder()
    try take(disk.path, waitingAtMost: 0)
    let first = try disk.status(of: ".lock")
    try take(disk.path, waitingAtMost: 0)
    #expect(try disk.status(of: ".lock").st_ino == first.st_ino)
    #expect(first.st_mode & 0o777 == 0o660)
  }

  @Test func aLockWhoseFileWasTakenAwayIsTakenAnew() throws {
    let disk = try DiskFolder()
    let lock = try FolderLock(OpenFolder(at: disk.path))
    try #require(unlink(disk.path + "/.lock") == 0)
    try take(disk.path, waitingAtMost: 0)
    lock.release()
  }

  @Test(arguments: DiskFolder.Obstacle.allCases)
  func whatIsNoOrdinaryFileIsRefused(obstacle: DiskFolder.Obstacle) throws {
    let disk = try DiskFolder(["other": "untouched"])
    try disk.put(obstacle, at: ".lock")
    #expect(throws: StorageFailure.self) { try take(disk.path, waitingAtMost: 0) }
    #expect(try OpenFolder(at: disk.path).bytes(of: "other", from: 0) == Array("untouched".utf8))
  }
}

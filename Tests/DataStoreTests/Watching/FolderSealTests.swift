import Glibc
import Safeguarding
import Testing

@testable import DataStore

/// The text by which a screen that was kept tells that nothing has changed under it.
@Suite struct FolderSealTests {
  /// As long as a change may not show yet; nobody else is kept waiting meanwhile.
  private static let wait = Duration.milliseconds(2_100)

  private func seal(_ folder: TemporaryFolder) throws -> FolderSeal? {
    FolderSeal(try FolderSnapshot(path: folder.path))
  }

  @Test func whatMayStillChangeUnseenHasNone() throws {
    #expect(try seal(TemporaryFolder(SmallFolder.files)) == nil)
  }

  @Test func eachChangeShows() async throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try await Task.sleep(for: FolderSealTests.wait)
    let first = try #require(try seal(folder))
    #expect(try seal(folder) == first)
    #expect(first.with(["a", "b"]) != first.with(["ab"]))

    var seals: [FolderSeal] = [first]
    let group = SmallFolder.actions.split(separator: "/").dropLast().joined(separator: "/")
    let changes: [(String, () throws -> Void)] = [
      (
        "contents", { try folder.write(SmallFolder.actions(middle: "{}"), to: SmallFolder.actions) }
      ),
      ("a further file", { try folder.write("{}", to: "agencies.json") }),
      ("a journal", { try folder.write("", to: "\(group)/\(journalName)") }),
      ("what is skipped", { try folder.write("{}", to: "\(group)/Actions.JSON.bak") }),
      ("rights of a folder", { try #require(chmod("\(folder.path)/\(group)", 0o750) == 0) }),
      ("rights of a file", { try #require(chmod("\(folder.path)/agencies.json", 0o600) == 0) }),
      ("a file has gone", { try #require(unlink("\(folder.path)/agencies.json") == 0) }),
      // Made as old and as long as it was, it is still another one.
      (
        "a file put back",
        {
          let path = "\(folder.path)/\(SmallFolder.actions)"
          var before = stat()
          try #require(lstat(path, &before) == 0)
          try folder.write(SmallFolder.actions(middle: "[]"), to: SmallFolder.actions)
          var times = [before.st_atim, before.st_mtim]
          try #require(utimensat(AT_FDCWD, path, &times, 0) == 0)
        }
      ),
    ]
    for (name, change) in changes {
      try change()
      #expect(try seal(folder) == nil, "\(name): a moment ago")
      try await Task.sleep(for: FolderSealTests.wait)
      let now = try #require(try seal(folder), "\(name)")
      #expect(!seals.contains(now), "\(name)")
      seals.append(now)
    }
  }

  @Test func aReaderTellsWhatItLookedLikeBeforeItWasRead() async throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try await Task.sleep(for: FolderSealTests.wait)
    let reader = FolderReader(DataFolder(path: folder.path))
    let task = ThreadTask { Result { try reader.begin() } }
    let told = reader.seal()
    #expect(told != nil)
    #expect(try seal(folder) == told)
    _ = try task.finish().get()
  }

  /// Nobody waits for ever where there is nothing to look at.
  @Test func aFolderThatIsNotThereHasNone() {
    let reader = FolderReader(DataFolder(path: "/nonexistent/folder"))
    let task = ThreadTask { Result { try reader.begin() } }
    #expect(reader.seal() == nil)
    #expect(throws: (any Error).self) { try task.finish().get() }
  }
}

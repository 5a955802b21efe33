import Glibc
import Synchronization
import Testing

@testable import DataStore

/// Real folders, a real system: what happens in a folder is told by the thread that watches it.
@Suite struct FolderWatchTests {
  private static let board = "groups/board"

  private typealias Reports = Told<Set<String>>

  /// No rest, so that one test is not slowed down by what it did before.
  private static var pace: WatchPace {
    var pace = WatchPace()
    (pace.longestRest, pace.looking, pace.people) = (0, 20, 20)
    return pace
  }

  private static func watch(
    _ folder: TemporaryFolder, mustLook: Bool = false, _ reports: Reports
  ) -> FolderWatch {
    FolderWatch(folder.path, mustLook: mustLook, pace: pace) { reports.tell($0) }
  }

  private static func replace(_ file: String, in folder: TemporaryFolder) throws {
    let slash = try #require(file.lastIndex(of: "/"))
    let temporary = file[...slash] + ".tmp" + file[file.index(after: slash)...]
    try folder.write("{}", to: String(temporary))
    try #require(rename(folder.path + "/" + temporary, folder.path + "/" + file) == 0)
  }

  @Test func aRenameIsReportedAtOnce() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    let watch = Self.watch(folder, reports)
    #expect(watch.means == .word)
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<9 {
      try Self.replace(SmallFolder.actions, in: folder)
      let start = clock.now
      #expect(try reports.next() == [Self.board])
      times.append(clock.now - start)
    }
    // The quickest one: a busy computer may delay any of them, and no look at the folder is as quick.
    #expect(times.min() ?? .seconds(9) < .milliseconds(200), "\(times)")
    watch.stop()
  }

  @Test(arguments: [
    "groups/board/.actions.json.tmp.17", "groups/board/.lock", "groups/board/.hidden.json",
    "groups/board/notes.txt", "groups/board/actions.json~", "groups/board/journal.jsonl~",
  ])
  func filesThatAreNoDataAreNotReported(file: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    let watch = Self.watch(folder, reports)
    try folder.write("{}", to: file)
    try #require(unlink(folder.path + "/" + file) == 0)
    try Self.replace("reviews/ash.json", in: folder)
    #expect(try reports.next() == ["reviews"])
    watch.stop()
  }

  @Test(arguments: [false, true])
  func everyChangeOfADocumentIsReported(mustLook: Bool) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    let watch = Self.watch(folder, mustLook: mustLook, reports)
    let actions = folder.path + "/" + SmallFolder.actions
    #expect((watch.means == .word) == !mustLook)
    // A look that falls into the middle of a change may see it twice.
    try Self.replace(SmallFolder.actions, in: folder)
    #expect(try reports.until([Self.board]) == [Self.board])
    try folder.write("{\"actions\": []}", to: SmallFolder.actions)
    #expect(try reports.until([Self.board]) == [Self.board])
    try #require(chmod(actions, 0o600) == 0)
    #expect(try reports.until([Self.board]) == [Self.board])
    try #require(rename(actions, folder.path + "/actions.json") == 0)
    #expect(try reports.until([Self.board, ""]) == [Self.board, ""])
    try #require(unlink(folder.path + "/actions.json") == 0)
    #expect(try reports.until([""]).isSubset(of: [Self.board, ""]))
    watch.stop()
  }

  @Test(arguments: [false, true])
  func newFoldersAreWatched(mustLook: Bool) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    let watch = Self.watch(folder, mustLook: mustLook, reports)
    try folder.write("{}", to: "groups/new/group.json")
    _ = try reports.until(["groups/new"])
    try Self.replace("groups/new/actions.json", in: folder)
    _ = try reports.until(["groups/new"])
    try #require(rename(folder.path + "/groups/new", folder.path + "/groups/newer") == 0)
    _ = try reports.until(["groups/newer"])
    try Self.replace("groups/newer/actions.json", in: folder)
    _ = try reports.until(["groups/newer"])
    watch.stop()
  }

  @Test(arguments: [false, true])
  func aDataFolderThatGoesAndComesBackIsWatchedAgain(mustLook: Bool) throws {
    let folder = try TemporaryFolder()
    let away = try TemporaryFolder()
    for (file, text) in SmallFolder.files { try folder.write(text, to: "data/\(file)") }
    let reports = Reports()
    let watch = FolderWatch(folder.path + "/data", mustLook: mustLook, pace: Self.pace) {
      reports.tell($0)
    }
    try #require(rename(folder.path + "/data", away.path + "/data") == 0)
    _ = try reports.until([""])
    try #require(rename(away.path + "/data", folder.path + "/data") == 0)
    _ = try reports.until([Self.board])
    try Self.replace("data/reviews/ash.json", in: folder)
    _ = try reports.until(["reviews"])
    watch.stop()
  }

  @Test func aJournalAloneIsReportedInTheEnd() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    let watch = Self.watch(folder, reports)
    try folder.write("{}\n", to: "groups/board/journal.jsonl")
    #expect(try reports.next() == [Self.board])
    watch.stop()
  }

  @Test func manyChangesBecomeFewReports() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    var pace = WatchPace()
    (pace.restPerSession, pace.longestRest) = (100, 100)
    let count = Mutex(0)
    let watch = FolderWatch(folder.path, pace: pace) { folders in
      count.withLock { $0 += 1 }
      reports.tell(folders)
    }
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<300 {
      try Self.replace(number == 299 ? "reviews/ash.json" : SmallFolder.actions, in: folder)
    }
    _ = try reports.until(["reviews"])
    let rests = Int((clock.now - start) / .milliseconds(100))
    watch.stop()
    #expect(count.withLock { $0 } <= rests + 2)
  }

  /// Whatever the thread holds is let go only when it has ended.
  @Test(arguments: [false, true])
  func stoppingEndsTheThread(mustLook: Bool) throws {
    final class Held: Sendable {}
    let folder = try TemporaryFolder(SmallFolder.files)
    let reports = Reports()
    weak var held: Held?
    do {
      let own = Held()
      held = own
      let watch = FolderWatch(folder.path, mustLook: mustLook, pace: Self.pace) { folders in
        withExtendedLifetime(own) { reports.tell(folders) }
      }
      try Self.replace(SmallFolder.actions, in: folder)
      _ = try reports.next()
      watch.stop()
      watch.stop()
    }
    #expect(held == nil)
  }

  @Test func itSaysHowItLearnsOfChanges() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let watch = FolderWatch(folder.path) { _ in }
    #expect(watch.means.description.contains("show at once"))
    let looking = FolderWatch(folder.path, mustLook: true) { _ in }
    #expect(looking.means.description.contains("after a second or two"))
    let missing = FolderWatch(folder.path + "/nowhere") { _ in }
    #expect(missing.means.description.contains("cannot be found"))
  }
}

extension Told<Set<String>> {
  /// Waits until all these folders have been reported; answers everything that was.
  fileprivate func until(_ wanted: Set<String>) throws -> Set<String> {
    var seen: Set<String> = []
    while !wanted.isSubset(of: seen) { seen.formUnion(try next()) }
    return seen
  }
}

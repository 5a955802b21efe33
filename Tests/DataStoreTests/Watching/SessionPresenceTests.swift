import Glibc
import Synchronization
import Testing

@testable import DataStore

@Suite struct SessionPresenceTests {
  private static let me = accountName(of: geteuid()) ?? "account \(geteuid())"

  @Test func oneSessionIsAlone() throws {
    let folder = try TemporaryFolder()
    let presence = try #require(SessionPresence(in: folder.path))
    #expect(presence.everybody() == [.init(user: Self.me, sessions: 1)])
    #expect(presence.others() == [])
  }

  @Test func sessionsOfTheSameAccountAreCounted() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    let first = try #require(SessionPresence(in: folder.path))
    do {
      let second = try #require(SessionPresence(in: folder.path))
      let elsewhere = try #require(SessionPresence(in: other.path))
      #expect(first.everybody() == [.init(user: Self.me, sessions: 2)])
      #expect(second.others() == [.init(user: Self.me, sessions: 1)])
      #expect(elsewhere.others() == [])
    }
    #expect(first.everybody() == [.init(user: Self.me, sessions: 1)])
  }

  /// Whoever asks for it may do so between a look and the wait that follows.
  @Test func theFirstLookIsDueAtOnce() throws {
    let folder = try TemporaryFolder()
    let told = Mutex<[[SessionPresence.Account]?]>([])
    var look = PeopleLook(SessionPresence(in: folder.path), every: 60_000) { people in
      told.withLock { $0.append(people) }
    }
    look.look(WakePipe.Orders())
    #expect(look.pause(WakePipe.Orders()) == -1)
    let asked = WakePipe.Orders(looksForPeople: true)
    #expect(look.pause(asked) == 0)
    look.look(asked)
    #expect(told.withLock { $0 } == [[]])
    #expect((1...60_000).contains(look.pause(asked)))
  }

  @Test(arguments: ["nowhere", "file"])
  func whereThereIsNoFolderNobodyIsPresent(name: String) throws {
    let folder = try TemporaryFolder(["file": ""])
    withExtendedLifetime(folder) {
      #expect(SessionPresence(in: folder.path + "/" + name) == nil)
    }
  }

  @Test(arguments: ["", "1: FLOCK  ADVISORY  WRITE 1 fe:00:1 0 EOF\n", "\u{0}\n1: FLOCK READ\n"])
  func whoIsHereIsUnknownWhereTheSystemDoesNotTell(locks: String) throws {
    let folder = try TemporaryFolder(["locks": locks])
    let presence = try #require(SessionPresence(in: folder.path, locks: folder.path + "/locks"))
    #expect(presence.everybody() == nil)
    #expect(presence.others() == nil)
  }

  @Test func otherLocksAreNotSessions() throws {
    let folder = try TemporaryFolder()
    var status = stat()
    try #require(stat(folder.path, &status) == 0)
    let (own, number) = (getpid(), status.st_ino)
    try folder.write(
      """
      1: FLOCK  ADVISORY  READ \(own) fe:00:\(number) 0 EOF
      2: FLOCK  ADVISORY  WRITE 1 fe:00:\(number) 0 EOF
      2: -> FLOCK  ADVISORY  READ 1 fe:00:\(number) 0 EOF
      3: POSIX  ADVISORY  READ 1 fe:00:\(number) 0 EOF
      4: FLOCK  ADVISORY  READ 1 fd:00:\(number) 0 EOF
      5: FLOCK  ADVISORY  READ 1 fe:00:1\(number) 0 EOF
      6: FLOCK  ADVISORY  READ 0 fe:00:\(number) 0 EOF
      7: FLOCK  ADVISORY  READ 1 fe:00:\(number) 0 EOF
      """, to: "locks")
    let presence = try #require(SessionPresence(in: folder.path, locks: folder.path + "/locks"))
    #expect(presence.others() == [.init(user: "root", sessions: 1)])
    #expect(presence.everybody()?.map(\.sessions).reduce(0, +) == 2)
  }

  @Test func aSaveDoesNotWaitForThoseWhoAreHere() throws {
    let folder = try TemporaryFolder()
    let presence = try #require(SessionPresence(in: folder.path))
    do {
      let lock = try FolderLock(OpenFolder(at: folder.path), waitingAtMost: 0)
      #expect(SessionPresence(in: folder.path) != nil)
      #expect(presence.others() == [])
      lock.release()
    }
  }

  @Test func theWatchTellsWhoComesAndGoes() throws {
    let folder = try TemporaryFolder()
    let presence = try #require(SessionPresence(in: folder.path))
    let told = Told<[SessionPresence.Account]?>()
    var pace = WatchPace()
    pace.people = 10
    let watch = FolderWatch(
      folder.path, pace: pace, presence: presence, people: { told.tell($0) }, changed: { _ in })
    watch.looksForPeople(true)
    #expect(try told.next() == [])
    do {
      let other = try #require(SessionPresence(in: folder.path))
      #expect(try told.next() == ([.init(user: Self.me, sessions: 1)]))
      withExtendedLifetime(other) {}
    }
    #expect(try told.next() == [])
    watch.stop()
  }
}

import DataStore
import FoundationEssentials
import Glibc
import PostgreSQLStore
import Safeguarding
import Testing

/// What holds of a database beside the promises of every store.
@Suite(
  .enabled(
    if: TestServer.isInstalled, "PostgreSQL's server is not installed: apt-get install postgresql"))
struct DatabaseStoreTests {
  private func workspace() throws -> TestServer.Workspace {
    try TestServer.running.get().workspace(of: SmallFolder.files)
  }

  private func sentence(_ work: () throws -> Void) -> String {
    let error = #expect(throws: (any Error).self) { try work() }
    return error.map { "\($0)" } ?? ""
  }

  @Test func aRoleReadsAndChangesWhatIsOpenedToIt() throws {
    let workspace = try workspace()
    #expect(throws: DatabaseFailure.self) { try workspace.session("bob", as: "bob") }
    try workspace.open("groups/board", to: "bob", "false")
    let bob = try workspace.session("bob", as: "bob")
    let seen = try bob.read()
    #expect(try seen.action("a").title == "One")
    #expect(seen.access.closed.contains { $0.path == "reviews" })
    #expect(
      sentence { _ = try bob.commit(try seen.action("a").edit { $0.status = .done }) }
        .contains("groups/board may not be changed by the account bob"))
    try workspace.open("groups/board", to: "bob", "true")
    _ = try bob.commit(try bob.read().action("a").edit { $0.status = .done })
    #expect(try workspace.session("ann").history().map(\.user) == ["bob"])
    try workspace.open("groups/board", to: "bob", "null")
    try workspace.open("", to: "bob", "false")
    #expect(try bob.read().actions["a"] == nil)
    #expect(access(bob.folder.path + "/groups/board/actions.json", F_OK) != 0)
  }

  @Test func theCopyIsVerifiedEachTime() throws {
    let workspace = try workspace()
    let ann = try workspace.session("ann")
    _ = try ann.commit(try ann.read().action("a").edit { $0.title = "From the database" })
    let file = ann.folder.path + "/groups/board/actions.json"
    try "{}".write(toFile: file, atomically: false, encoding: .utf8)
    #expect(try ann.read().action("a").title == "From the database")
    unlink(file)
    #expect(try workspace.session("ann").read().action("a").title == "From the database")
  }

  @Test func aServerThatIsBehindWhatWasReadIsNotBelieved() throws {
    let workspace = try workspace()
    let ann = try workspace.session("ann")
    _ = try ann.commit(try ann.read().action("a").edit { $0.status = .done })
    try workspace.sql(
      "delete from masa.journal where folder in FOLDERS; update masa.head set last_sequence = 0, last_hash = '' "
        + "where folder in FOLDERS")
    #expect(sentence { _ = try ann.read() }.contains("entry 1 was read before"))
    // Somebody who never read it has nothing to hold against it.
    #expect(throws: Never.self) { try workspace.session("new").read() }
  }

  @Test func aJournalThatWasWrittenAnewIsNotBelieved() throws {
    let workspace = try workspace()
    let ann = try workspace.session("ann")
    _ = try ann.commit(try ann.read().action("a").edit { $0.status = .done })
    try workspace.sql(
      "update masa.head set last_hash = repeat('0', 64) where folder in FOLDERS and last_sequence = 1"
    )
    #expect(sentence { _ = try ann.read() }.contains("which was another one"))
    #expect(
      sentence { _ = try workspace.session("new") }.contains("does not end where the database says")
    )
  }

  @Test func aLineThatBrokeIsOpenedAnew() throws {
    let workspace = try workspace()
    for folder in ["", "groups/board"] { try workspace.open(folder, to: "carol", "true") }
    let carol = try workspace.session("carol", as: "carol")
    let seen = try carol.read().action("a")
    try workspace.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'carol'")
    #expect(try carol.commit(seen.edit { $0.status = .done }).entries.count == 1)
    try workspace.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'carol'")
    #expect(try carol.read().action("a").status == .done)
  }

  @Test func aFolderComesBackAsItWent() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let disk = FolderStore(path: folder.path)
    _ = try disk.commit(try disk.read().action("a").edit { $0.title = "Changed on the disk" })
    let server = try TestServer.running.get()
    let workspace = try server.workspace(inFolder: folder.path)
    let ann = try workspace.session("ann")
    _ = try ann.commit(try ann.read().action("a").edit { $0.status = .done })
    let back = folder.path + "-back"
    defer { try? FileManager.default.removeItem(atPath: back) }
    _ = try MoveOut(ann, to: back).run()
    #expect(try FolderStore(path: back).read().action("a").status == .done)
    #expect(try FolderStore(path: back).history().map(\.id.sequence) == [1, 2])
    #expect(try DataFolder(path: back).read().faults == DataFolder(path: folder.path).read().faults)
    let untouched = "reviews/ash.json"
    #expect(
      try DataFolder(path: back).bytes(of: untouched)
        == DataFolder(path: folder.path).bytes(of: untouched))
  }

  @Test func anotherWorkspaceOfTheSameNameIsNotWrittenOver() throws {
    let workspace = try workspace()
    let folder = try TemporaryFolder(SmallFolder.files)
    let address = try workspace.address(of: "postgres")
    #expect(
      sentence { _ = try MoveIn(DataFolder(path: folder.path), to: address).run() }
        .contains("address"))
  }

  @Test func whatOthersSaveComesIntoTheCopyByItself() throws {
    let workspace = try workspace()
    let (one, other) = (try workspace.session("one"), try workspace.session("other"))
    let feed = one.follow(ServerNews(amiss: { _ in }, people: { _ in }))
    _ = try other.commit(try other.read().action("a").edit { $0.title = "Said by another" })
    let file = one.folder.path + "/groups/board/actions.json"
    var isThere = false
    for _ in 0..<500 where !isThere {
      isThere = try String(contentsOfFile: file, encoding: .utf8).contains("Said by another")
      if !isThere { usleep(20_000) }
    }
    #expect(isThere)
    withExtendedLifetime(feed) {}
  }
}

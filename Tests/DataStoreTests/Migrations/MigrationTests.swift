import DataStore
import Glibc
import Safeguarding
import Testing

/// A data folder of an earlier version is read as it is, changed once it is migrated, and can go back.
@Suite struct MigrationTests {
  private static let oldFiles: [String: String] = {
    var files = SmallFolder.files
    files["workspace.json"] = files["workspace.json"]?.replacing(
      "\"schemaVersion\": 2", with: "\"schemaVersion\": 1")
    for file in ["groups/board/group.json", "reviews/ash.json"] {
      files[file] = files[file]?.replacing("\"type\":", with: "\"form\" :")
    }
    files["reviews/totals.json"] = """
      {"reviewTotals": [
        {"id": "t", "partnership": "area", "form": "rapidReview", "period": "2023/24", "count": 3}]}
      """
    return files
  }()

  private func text(_ file: String, in folder: TemporaryFolder) throws -> String {
    let stream = try #require(fopen("\(folder.path)/\(file)", "r"), "\(file) is not there.")
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expectRead(_ workspace: Workspace) {
    #expect(workspace.groups["board"]?.type == .executive)
    #expect(workspace.reviews["ash"]?.type == .localReview)
    #expect(workspace.reviewTotals.all.first?.type == .rapidReview)
    #expect(workspace.faults.filter { $0.severity == .error }.map(\.sentence) == [])
  }

  private func edit(_ store: FolderStore) throws -> Edit {
    try store.read().action("a").edit { $0.title = "Changed" }
  }

  @Test func anOlderFolderIsReadAsItWouldBeMigratedAndNotChanged() throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    let store = FolderStore(path: folder.path)
    let read = try store.read()
    expectRead(read)
    #expect(read.faults.contains { $0.sentence.contains("masa migrate \(folder.path)") })
    expectRead(try #require(try FolderReader(DataFolder(path: folder.path)).read().workspace))
    let memory = MemoryStore(files: Self.oldFiles.mapValues { Array($0.utf8) })
    expectRead(try memory.read())
    let edit = try edit(store)
    for attempt in [{ try store.commit(edit) }, { try memory.commit(edit) }] {
      let error = #expect(throws: CommitError.self) { try attempt() }
      #expect(error?.description.contains("masa migrate") == true)
    }
    #expect(try text("reviews/ash.json", in: folder).contains("form"))
  }

  @Test func aNewerFolderIsNeitherReadNorChanged() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    let edit = try edit(store)
    try folder.write(#"{"title": "Area", "schemaVersion": 3}"#, to: "workspace.json")
    let error = #expect(throws: FolderError.self) { try store.read() }
    #expect(error?.description.contains("version 3") == true)
    #expect(error?.description.contains("Update Masa") == true)
    #expect(throws: FolderError.self) { try FolderReader(DataFolder(path: folder.path)).read() }
    #expect(throws: CommitError.self) { try store.commit(edit) }
    #expect(throws: FolderError.self) { try FolderMigration(path: folder.path).migrate() }
    let files = SmallFolder.files.merging(["workspace.json": #"{"schemaVersion": 3}"#]) { $1 }
    let memory = MemoryStore(files: files.mapValues { Array($0.utf8) })
    #expect(throws: FolderError.self) { try memory.read() }
  }

  @Test func aMigratedFolderIsWrittenAnewInPlaceAndCanGoBack() throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    let before = try Self.oldFiles.keys.map { try text($0, in: folder) }
    let changed = try FolderMigration(path: folder.path).migrate()
    #expect(
      changed == [
        "groups/board/group.json", "reviews/ash.json", "reviews/totals.json", "workspace.json",
      ])
    #expect(try text("reviews/ash.json", in: folder).contains("\"type\" : \"localReview\""))
    let store = FolderStore(path: folder.path)
    let read = try store.read()
    expectRead(read)
    #expect(!read.faults.contains { $0.sentence.contains("migrate") })
    #expect(try FolderMigration(path: folder.path).migrate().isEmpty)
    #expect(try FolderMigration(path: folder.path).goBack() == changed)
    #expect(try Self.oldFiles.keys.map { try text($0, in: folder) } == before)
    #expect(access("\(folder.path)/reviews/.version-1", F_OK) != 0)
    #expect(throws: FolderError.self) { try FolderMigration(path: folder.path).goBack() }
  }

  @Test func journalsStayIntactThroughAMigration() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    let seen = try #require(try store.read().reviews["ash"])
    var changed = seen
    changed.title = "Ash, better said"
    _ = try store.commit(Edit("Change", seen.changes(to: changed, in: "reviews/ash.json")))
    // The same folder as the earlier version wrote it.
    let old = try text("reviews/ash.json", in: folder)
    try folder.write(
      old.replacing("\"type\"", with: "\"form\""), to: "reviews/ash.json")
    try folder.write(
      try text("workspace.json", in: folder).replacing(
        "\"schemaVersion\": 2", with: "\"schemaVersion\": 1"), to: "workspace.json")
    _ = try FolderMigration(path: folder.path).migrate()
    #expect(try text("reviews/ash.json", in: folder) == old)
    #expect(try DataFolder(path: folder.path).journalReports().flatMap(\.faults).isEmpty)
    _ = try store.commit(undoing(try #require(try store.history().last)))
    #expect(try store.read().reviews["ash"]?.title == "Ash")
  }

  @Test func whatWasChangedSinceIsNotThrownAway() throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    _ = try FolderMigration(path: folder.path).migrate()
    let store = FolderStore(path: folder.path)
    let seen = try #require(try store.read().reviews["ash"])
    var changed = seen
    changed.title = "Ash, better said"
    _ = try store.commit(Edit("Change", seen.changes(to: changed, in: "reviews/ash.json")))
    let error = #expect(throws: FolderError.self) {
      try FolderMigration(path: folder.path).goBack()
    }
    #expect(error?.description.contains("reviews/ash.json") == true)
    #expect(try store.read().reviews["ash"]?.title == "Ash, better said")
  }

  @Test func aMigrationThatWasCutOffIsReadAndRunAgain() throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    let group = try text("groups/board/group.json", in: folder)
    _ = try FolderMigration(path: folder.path).migrate()
    // It had reached the reviews, neither the group nor the version.
    try folder.write(group, to: "groups/board/group.json")
    try folder.write(try #require(Self.oldFiles["workspace.json"]), to: "workspace.json")
    expectRead(try FolderStore(path: folder.path).read())
    #expect(
      try FolderMigration(path: folder.path).migrate()
        == ["groups/board/group.json", "workspace.json"])
    expectRead(try FolderStore(path: folder.path).read())
    #expect(try FolderMigration(path: folder.path).goBack().count == 4)
    #expect(try text("groups/board/group.json", in: folder) == group)
  }
}

import Glibc
import Safeguarding
import Testing

@testable import DataStore

/// Values that stand in their indicators are shown from there, and get files of their own by a migration.
@Suite struct ValuesMigrationTests {
  private static let dataset = "dataset/all.json"
  private static let council = "dataset/values/all-council-2024.json"
  private static let police = "dataset/values/all-police-2023.json"

  private static let oldFiles = SmallFolder.files.merging([
    "workspace.json": #"{"title": "Area", "schemaVersion": 1, "partnerships": ["area"]}"#,
    dataset: """
    {"clusters": [{"id": "c", "partnership": "area", "title": "Cluster"}],
     "indicators": [
       {"id": "plans", "partnership": "area", "cluster": "c", "title": "Plans",
        "suppliers": ["council"],
        "observations": [
          {"period": "2024-09", "value": 4.50},
          {"period": "2024-06", "value": 3, "note": "Kept."}]},
       {"id": "calls", "partnership": "area", "cluster": "c", "title": "Calls",
        "suppliers": ["police"], "observations": [{"period": "2023/24", "value": 7}]}]}
    """,
    // An earlier version called the sort of a group its form.
    "groups/board/group.json": """
    {"id": "board", "name": "The Board", "form": "executive", "parents": [{"partnership": "area"}],
     "seats": [{"id": "board-council", "title": "Council", "agency": "council"}]}
    """,
    "agencies.json": """
    {"agencies": [{"id": "council", "name": "Area Council", "category": "council"},
      {"id": "police", "name": "Area Police", "category": "police"}]}
    """,
  ]) { $1 }

  private func expectValues(_ workspace: Workspace) throws {
    #expect(workspace.faults.filter { $0.severity == .error }.map(\.sentence) == [])
    let plans = try #require(workspace.indicators["plans"])
    let calls = try #require(workspace.indicators["calls"])
    #expect(workspace.values(of: plans).map(\.id) == ["plans-2024-06", "plans-2024-09"])
    #expect(workspace.reading(of: plans).latest?.value?.text == "4.50")
    #expect(workspace.values(of: calls).map(\.id) == ["calls-2023-24"])
    #expect(workspace.values.all.count == 3)
  }

  private func bytes(_ file: String, in folder: TemporaryFolder) throws -> [UInt8] {
    guard case .bytes(let bytes) = FileBytes.read("\(folder.path)/\(file)") else {
      throw FolderError.missing(file)
    }
    return bytes
  }

  private func text(_ file: String, in folder: TemporaryFolder) throws -> String {
    String(decoding: try bytes(file, in: folder), as: UTF8.self)
  }

  private func migration(_ folder: TemporaryFolder) -> FolderMigration {
    FolderMigration(path: folder.path)
  }

  @Test func valuesInTheirIndicatorsAreShown() throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    try expectValues(try folder.read())
    let reader = FolderReader(DataFolder(path: folder.path))
    try expectValues(try #require(try reader.read().workspace))
    try expectValues(try MemoryStore(files: Self.oldFiles.mapValues { Array($0.utf8) }).read())
    #expect(access("\(folder.path)/dataset/values", F_OK) != 0, "reading changes nothing")
    // What is open goes on showing them through the migration and back.
    _ = try migration(folder).migrate()
    try expectValues(try #require(try reader.read().workspace))
    _ = try migration(folder).goBack()
    try expectValues(try #require(try reader.read().workspace))
  }

  @Test func theyGetFilesOfTheirOwnAndComeBack() throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    try #require(chmod("\(folder.path)/dataset", 0o2770) == 0)
    for _ in 1...2 {
      let changed = try migration(folder).migrate()
      #expect(changed == [Self.dataset, "groups/board/group.json", "workspace.json"])
      let read = try folder.read()
      try expectValues(read)
      #expect(read.faults.map(\.sentence) == [])
      #expect(read.document(of: RecordID(Observation.kind, "plans-2024-09")) == Self.council)
      #expect(read.document(of: RecordID(Observation.kind, "calls-2023-24")) == Self.police)
      #expect(!(try text(Self.dataset, in: folder).contains("observations")))
      var status = stat()
      #expect(stat("\(folder.path)/dataset/values", &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o2770)
      for file in SharedFolder.ownFiles {
        #expect(access("\(folder.path)/dataset/values/\(file)", F_OK) == 0, "\(file)")
      }
      #expect(try DataFolder(path: folder.path).journalReports().flatMap(\.faults).isEmpty)
      #expect(try migration(folder).migrate().isEmpty)
      #expect(try migration(folder).goBack() == changed)
      for (file, old) in Self.oldFiles { #expect(try text(file, in: folder) == old, "\(file)") }
      #expect(FolderEntry.visibleNames(in: "\(folder.path)/dataset/values") == ["journal.jsonl"])
      #expect(access("\(folder.path)/dataset/.version-1", F_OK) != 0)
    }
    try expectValues(try folder.read())
  }

  /// The files that a migration had reached when it was cut off.
  @Test(arguments: [[], [council], [council, police], [council, police, dataset]])
  func aMigrationThatWasCutOffShowsEachValueOnce(reached: [String]) throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    let done = try TemporaryFolder(Self.oldFiles)
    _ = try migration(done).migrate()
    let reader = FolderReader(DataFolder(path: folder.path))
    _ = try reader.read()
    for file in reached { try folder.write(try text(file, in: done), to: file) }
    try expectValues(try folder.read())
    if let workspace = try reader.read().workspace { try expectValues(workspace) }
    _ = try migration(folder).migrate()
    for file in Self.oldFiles.keys + [Self.council, Self.police] {
      #expect(try bytes(file, in: folder) == bytes(file, in: done), "\(file)")
    }
    try expectValues(try folder.read())
  }

  @Test(arguments: [council, "dataset/values/council-2025.json"])
  func whatWasEnteredSinceIsNotThrownAway(file: String) throws {
    let folder = try TemporaryFolder(Self.oldFiles)
    _ = try migration(folder).migrate()
    var value = Observation()
    (value.indicator, value.agency) = ("plans", "council")
    (value.period, value.value) = (ImpreciseDate("2024-12"), Measure(.exact, spelling: "5"))
    _ = try FolderStore(path: folder.path).commit(Edit("Enter", [value.added(to: file)]))
    let error = #expect(throws: FolderError.self) { try migration(folder).goBack() }
    #expect(error?.description.contains(file) == true, "\(error?.description ?? "")")
    #expect(try folder.read().values.all.count == 4)
  }

  @Test func aFileThatIsThereAlreadyIsNotReplaced() throws {
    let own = #"{"values": []}"#
    let folder = try TemporaryFolder(Self.oldFiles.merging([Self.council: own]) { $1 })
    let error = #expect(throws: FolderError.self) { try migration(folder).migrate() }
    #expect(error?.description.contains("\(Self.council), which is there already") == true)
    #expect(try text(Self.council, in: folder) == own)
    #expect(access("\(folder.path)/dataset/.version-1", F_OK) != 0)
  }

  @Test func twoFilesNeverBecomeOne() throws {
    let folder = try TemporaryFolder(
      Self.oldFiles.merging(["dataset/all.2.json": Self.oldFiles[Self.dataset] ?? ""]) { $1 })
    let error = #expect(throws: FolderError.self) { try migration(folder).migrate() }
    #expect(
      error?.description.contains("Parts of dataset/all.2.json and of dataset/all.json") == true)
    #expect(access("\(folder.path)/dataset/values", F_OK) != 0)
  }
}

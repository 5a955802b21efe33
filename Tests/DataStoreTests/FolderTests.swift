import DataStore
import Glibc
import Safeguarding
import Testing

@Suite struct FolderTests {
  private static let isRoot = geteuid() == 0

  /// What is left when one file of the small folder cannot be read.
  private func expectTheRest(of workspace: Workspace) {
    #expect(workspace.agencies.all.count == 2)
    #expect(workspace.groups["board"] != nil)
    #expect(workspace.reviews["ash"] != nil)
  }

  @Test func aFolderThatIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/nowhere"
    let error = #expect(throws: FolderError.self) { try DataFolder(path: path).read() }
    #expect(error == .missing(path))
    #expect(error?.description.contains("masa init \(path)") == true)
  }

  @Test func aFileInPlaceOfTheFolder() throws {
    let folder = try TemporaryFolder(["data.json": "{}"])
    _ = withExtendedLifetime(folder) {
      #expect(throws: FolderError.missing(folder.path + "/data.json")) {
        try DataFolder(path: folder.path + "/data.json").read()
      }
    }
  }

  @Test(.enabled(if: !isRoot, "the superuser may read every folder"))
  func aFolderThatMayNotBeRead() throws {
    let folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0) == 0)
    let error = #expect(throws: FolderError.self) { try folder.read() }
    #expect(error?.description.contains("nothing was changed") == true)
  }

  @Test func anEmptyFolderIsAnEmptyWorkspace() throws {
    let workspace = try TemporaryFolder().read()
    #expect(workspace.faults.isEmpty)
    #expect(workspace.groups.all.isEmpty)
  }

  @Test(.enabled(if: !isRoot, "the superuser may read every file"))
  func aFileThatMayNotBeRead() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    #expect(chmod(folder.path + "/" + SmallFolder.actions, 0) == 0)
    let workspace = try folder.read()
    #expect(workspace.faults.map(\.place) == [SmallFolder.actions])
    expectTheRest(of: workspace)
  }

  @Test(.enabled(if: !isRoot, "the superuser may read every folder"))
  func aFolderInsideThatMayNotBeRead() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write("{}", to: "dataset/one.json")
    #expect(chmod(folder.path + "/dataset", 0) == 0)
    let workspace = try folder.read()
    #expect(workspace.faults.map(\.place) == ["dataset/"])
    expectTheRest(of: workspace)
  }

  @Test func aLinkIsNotFollowed() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let other = try TemporaryFolder(["actions.json": SmallFolder.files[SmallFolder.actions] ?? ""])
    let file = folder.path + "/" + SmallFolder.actions
    try #require(unlink(file) == 0)
    try #require(symlink(other.path + "/actions.json", file) == 0)
    let workspace = try withExtendedLifetime(other) { try folder.read() }
    #expect(workspace.faults.map(\.place) == [SmallFolder.actions])
    #expect(workspace.faults.first?.message.contains("links are not followed") == true)
    #expect(workspace.actions.all.isEmpty)
    expectTheRest(of: workspace)
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let file = folder.path + "/" + SmallFolder.actions
    try #require(unlink(file) == 0)
    try #require(mkfifo(file, 0o600) == 0)
    let workspace = try folder.read()
    #expect(workspace.faults.map(\.place) == [SmallFolder.actions])
    expectTheRest(of: workspace)
  }

  @Test(arguments: ["notes.json", "groups/board/acitons.json", "groups/board/old/actions.json"])
  func aFileThatBelongsNowhere(path: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write("{", to: path)
    let workspace = try folder.read()
    #expect(workspace.faults.map(\.place) == [path])
    #expect(workspace.faults.map(\.severity) == [.warning])
    #expect(workspace.actions.all.count == 3)
    expectTheRest(of: workspace)
  }

  @Test(arguments: ["notes.txt", ".hidden.json", "groups/board/minutes.pdf", ".git/config.json"])
  func otherFilesAreNoneOfItsBusiness(path: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write("{", to: path)
    #expect(try folder.read().faults.isEmpty)
  }

  @Test(arguments: [
    ("groups/board/group.json", PartnershipGroup.kind, "board"),
    ("reviews/ash.json", Review.kind, "ash"),
    ("partnerships/area/partnership.json", Partnership.kind, "area"),
  ])
  func aRecordWhoseFileCannotBeReadStillShows(
    file: String, kind: RecordKind, id: String
  ) throws {
    for text in ["{\"id\": ", "", "[]"] {
      var files = SmallFolder.files
      files[file] = text
      let workspace = try TemporaryFolder(files).read()
      #expect(workspace.record(kind: kind.name, id: id)?.id == id, "\(text)")
      #expect(workspace.faults.map(\.file) == [file], "\(workspace.faults.map(\.sentence))")
      #expect(workspace.actions.all.count == 3)
      if text != "[]" { #expect(workspace.faults(of: kind, id: id).count == 1) }
    }
  }

  @Test func twoFilesWithTheSameIDNameEachOther() throws {
    var files = SmallFolder.files
    files["groups/other/group.json"] = files["groups/board/group.json"]
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.faults.map(\.place) == ["groups/other/"])
    #expect(workspace.faults.first?.message.contains("copy of groups/board") == true)
  }

  @Test func filesInMemoryAreReadLikeThoseInAFolder() throws {
    var files = SmallFolder.files
    files[SmallFolder.actions] = SmallFolder.actions(middle: "17")
    files["notes.json"] = "{}"
    let folder = try TemporaryFolder(files).read()
    let memory = WorkspaceReader(
      files: files.map { (path: $0.key, bytes: Array($0.value.utf8)) }
    ).read()
    #expect(memory.faults == folder.faults)
    #expect(memory.actions.all == folder.actions.all)
    #expect(memory.groups.all == folder.groups.all)
  }
}

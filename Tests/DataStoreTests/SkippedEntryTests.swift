import DataStore
import Glibc
import Safeguarding
import Testing

/// Whatever is left out of a data folder is named.
@Suite struct SkippedEntryTests {
  @Test(arguments: ["groups/linked", "groups", "dataset", "partnerships/other", "dataset/values"])
  func aLinkedFolderIsNamed(place: String) throws {
    var files = SmallFolder.files
    if place == "groups" { files = files.filter { !$0.key.hasPrefix("groups/") } }
    let folder = try TemporaryFolder(files)
    let other = try TemporaryFolder(["group.json": #"{"id": "linked", "name": "Linked"}"#])
    try folder.write("", to: "dataset/nothing.txt")
    if place == "dataset" {
      try #require(rename(folder.path + "/dataset", folder.path + "/d") == 0)
    }
    try #require(symlink(other.path, folder.path + "/" + place) == 0)
    let faults = try withExtendedLifetime(other) { try folder.read().faults }
    #expect(faults.map(\.place) == [place], "\(faults.map(\.sentence))")
    #expect(faults.map(\.severity) == [.error])
    #expect(faults.first?.message.contains("links are not followed") == true)
  }

  @Test(arguments: ["notes", "old/notes", "groups/board/papers"])
  func aLinkElsewhereIsNamedAsWell(place: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write("", to: "old/text.txt")
    try #require(symlink("/nowhere", folder.path + "/" + place) == 0)
    let faults = try folder.read().faults
    #expect(faults.map(\.place) == [place])
    #expect(faults.map(\.severity) == [.warning])
  }

  @Test(arguments: ["groups/pipe", "pipe", "reviews/pipe"])
  func aPipeIsNamed(place: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try #require(mkfifo(folder.path + "/" + place, 0o600) == 0)
    #expect(try folder.read().faults.map(\.place) == [place])
  }

  @Test(arguments: [
    "groups/board/Actions.json", "people.json.txt", "people.json.bak", "groups/board/actions.JSON",
    "reviews/ash.json~", "groups/board/actions (copy).json", "Agencies.json",
    "dataset/values/a.json.part",
  ])
  func aFileWithNearlyTheNameOfOneThatIsReadIsNamed(path: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try folder.write("{}", to: path)
    let faults = try folder.read().faults
    #expect(faults.map(\.place) == [path])
    #expect(faults.map(\.severity) == [.warning])
    #expect(faults.first?.message.contains("not shown") == true)
  }

  @Test func aFolderInThePlaceOfAFileIsNamed() throws {
    var files = SmallFolder.files
    files[SmallFolder.actions] = nil
    let folder = try TemporaryFolder(files)
    try folder.write("", to: SmallFolder.actions + "/text.txt")
    let faults = try folder.read().faults
    #expect(faults.map(\.place) == [SmallFolder.actions])
    #expect(faults.map(\.severity) == [.error])
  }

  /// A reader that follows the folder names what comes, and no longer what has gone.
  @Test func linksComeAndGo() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let reader = FolderReader(DataFolder(path: folder.path))
    #expect(try reader.begin().faults.isEmpty)
    try #require(symlink("/nowhere", folder.path + "/groups/linked") == 0)
    #expect(try reader.read().workspace?.faults.map(\.place) == ["groups/linked"])
    try #require(unlink(folder.path + "/groups/linked") == 0)
    #expect(try reader.read().workspace?.faults.isEmpty == true)
  }
}

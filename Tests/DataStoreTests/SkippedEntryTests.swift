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

  /// By a name that is not UTF-8 nothing can be opened, which is no change while the folder is read.
  @Test func aNameThatIsNotUTF8IsNamed() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    var made: [[CChar]] = []
    // What cannot be opened by its name is not removed with the folder.
    defer { for bytes in made where unlink(bytes) != 0 { rmdir(bytes) } }
    for name in ["reviews/a\u{1}.json", "groups/a\u{1}", "groups/board/a\u{1}.txt"] {
      var bytes = Array("\(folder.path)/\(name)".utf8CString)
      for index in bytes.indices where bytes[index] == 1 { bytes[index] = CChar(bitPattern: 0xFF) }
      made.append(bytes)
      let isFolder = name == "groups/a\u{1}"
      try #require((isFolder ? mkdir(bytes, 0o700) : mknod(bytes, S_IFREG | 0o600, 0)) == 0)
    }
    let faults = try folder.read().faults
    #expect(faults.map(\.place) == ["groups/a\u{FFFD}", "reviews/a\u{FFFD}.json"])
    #expect(faults.allSatisfy { $0.message.contains("not written in UTF-8") })
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

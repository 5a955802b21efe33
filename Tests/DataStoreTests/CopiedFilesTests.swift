import DataStore
import Glibc
import Safeguarding
import Testing

/// What stands in a data folder twice counts once, whatever the copy is called.
@Suite struct CopiedFilesTests {
  /// The small folder with more of each kind that lies in a file or folder of its own.
  private static let files: [String: String] = {
    var files = SmallFolder.files
    files["groups/board/meetings.json"] = """
      {"meetings": [{"id": "m1", "group": "board", "date": "2024-03-01", "status": "held"},
        {"id": "m2", "group": "board", "date": "2024-06-01", "status": "planned"}]}
      """
    files["partnerships/area/plans.json"] = """
      {"plans": [{"id": "plan", "partnership": "area", "title": "Plan"}]}
      """
    files["dataset/area.json"] = """
      {"clusters": [{"id": "c1", "title": "One", "partnership": "area"},
        {"id": "c2", "title": "Two", "partnership": "area"}]}
      """
    return files
  }()

  /// Everything that is read but for the faults, by kind and id.
  private func records(_ workspace: Workspace) -> [String] {
    Kinds.all.flatMap { type in workspace.ids(of: type).map { "\(type.kind.name) \($0)" } }
  }

  @Test(arguments: [
    "groups/board", "partnerships/area", "reviews/ash.json", "dataset/area.json",
  ])
  func aCopyCountsNowhereWhateverItIsCalled(original: String) throws {
    let alone = records(try TemporaryFolder(Self.files).read())
    let isFile = original.hasSuffix(".json")
    let stem = isFile ? String(original.dropLast(5)) : original
    for mark in [".bak", " copy", " (1)", "-2", "!", "~", "_old", "2", ".2024-01-01", " - Copy"] {
      let copy = stem + mark + (isFile ? ".json" : "")
      var files = Self.files
      for (path, text) in Self.files where path == original || path.hasPrefix(original + "/") {
        files[copy + path.dropFirst(original.count)] = text
      }
      let workspace = try TemporaryFolder(files).read()
      #expect(records(workspace) == alone, "\(copy)")
      let places = workspace.faults.map(\.place)
      #expect(places == [isFile ? copy : copy + "/"], "\(workspace.faults.map(\.sentence))")
      #expect(workspace.faults.first?.message.contains("is a copy") == true)
      #expect(workspace.faults.first?.message.contains(original) == true)
      #expect(workspace.faults.unreadFiles.isEmpty)
      #expect(workspace.groups["board"]?.name == "The Board")
    }
  }

  /// A copy that sorts before the original and one that is shorter lose as well.
  @Test(arguments: ["groups/!board", "groups/Board", "groups/b", "groups/aaaaaaaaaa"])
  func theFolderThatIsNamedAfterItsGroupWins(copy: String) throws {
    var files = Self.files
    files[copy + "/group.json"] =
      files["groups/board/group.json"]?.replacing("The Board", with: "The Copy")
    files[copy + "/actions.json"] = SmallFolder.actions(
      middle: #"{"id": "b", "group": "board", "title": "Changed in the copy", "status": "open"}"#)
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.groups.all.map(\.name) == ["The Board"])
    #expect(workspace.actions.all.map(\.title) == ["One", "Two", "Three"])
    #expect(workspace.document(of: RecordID(ActionItem.kind, "b")) == SmallFolder.actions)
    #expect(workspace.faults.map(\.place) == [copy + "/"])
  }

  @Test func whatStandsInTheCopyOnlyIsCounted() throws {
    var files = Self.files
    files["groups/board copy/group.json"] = files["groups/board/group.json"]
    files["groups/board copy/actions.json"] = SmallFolder.actions(
      middle: #"{"id": "only", "group": "board", "title": "Only here", "status": "open"}"#)
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.actions.all.map(\.id) == ["a", "b", "c"])
    #expect(workspace.faults.count == 1)
    #expect(
      workspace.faults.first?.message.contains("1 record in it stands nowhere else") == true)
  }

  /// A copy without the file that says whose it is gives one sentence a file.
  @Test func aCopyOfAListIsOneSentence() throws {
    var files = Self.files
    files["groups/other/actions.json"] = files[SmallFolder.actions]
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.actions.all.map(\.id) == ["a", "b", "c"])
    #expect(workspace.faults.map(\.place) == ["groups/other/actions.json"])
    #expect(workspace.faults.first?.message.contains("each of its 3 records") == true)
  }

  /// Records that say into which folder they belong stay there, however short the name of another one is.
  @Test func aListThatWasCopiedIntoAnotherGroupIsTheCopy() throws {
    var files = Self.files
    files["groups/a/group.json"] = files["groups/board/group.json"]?
      .replacing(#""board""#, with: #""a""#).replacing("board-council", with: "a-council")
    files["groups/a/actions.json"] = files[SmallFolder.actions]
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.faults.map(\.place) == ["groups/a/actions.json"])
    #expect(workspace.document(of: RecordID(ActionItem.kind, "b")) == SmallFolder.actions)
  }

  /// Nobody takes another group's numbered action off the lists by using its number.
  @Test func aNumberBelongsToItsFolder() throws {
    var files = Self.files
    files[SmallFolder.actions] = SmallFolder.actions(
      middle: #"{"id": "board-12", "group": "board", "title": "Two", "status": "open"}"#)
    files["groups/a/group.json"] = #"{"id": "a", "name": "A", "type": "subgroup", "parents": []}"#
    files["groups/a/actions.json"] = """
      {"actions": [{"id": "board-12", "group": "a", "title": "Planted", "status": "done"}]}
      """
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.actions["board-12"]?.title == "Two")
    #expect(workspace.actions.all.map(\.title) == ["One", "Two", "Three"])
    #expect(workspace.faults.contains { $0.file == "groups/a/actions.json" })
  }

  @Test func aSecondRecordOfAnIDIsLeftOutWhereverItStands() throws {
    var files = Self.files
    files[SmallFolder.actions] = SmallFolder.actions(
      middle: #"{"id": "a", "group": "board", "title": "Second", "status": "open"}"#)
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.actions.all.map(\.title) == ["One", "Three"])
    #expect(workspace.faults.map(\.place) == ["\(SmallFolder.actions):3:10"])
  }

  @Test func aDamagedOriginalIsNotReplacedByItsCopy() throws {
    var files = Self.files
    files["reviews/ash copy.json"] = files["reviews/ash.json"]
    files["reviews/ash.json"] = "{"
    let workspace = try TemporaryFolder(files).read()
    #expect(workspace.reviews.all.map(\.id) == ["ash"])
    #expect(workspace.reviews.all.first?.title != "Ash")
    #expect(workspace.faults.map(\.file) == ["reviews/ash copy.json", "reviews/ash.json"])
  }

  /// A folder that was renamed and is the only one is no copy.
  @Test func aRenamedFolderIsRead() throws {
    var files = Self.files
    for (path, text) in Self.files where path.hasPrefix("groups/board/") {
      files[path] = nil
      files[path.replacing("board", with: "the-board")] = text
    }
    let workspace = try TemporaryFolder(files).read()
    let before = try TemporaryFolder(Self.files).read()
    #expect(records(workspace) == records(before))
    #expect(workspace.faults.isEmpty)
  }

  /// A reader that follows the folder sees copies come and go as a new reading does.
  @Test func copiesComeAndGo() throws {
    let folder = try TemporaryFolder(Self.files)
    let reader = FolderReader(DataFolder(path: folder.path))
    let alone = records(try reader.begin())
    for (path, text) in Self.files where path.hasPrefix("groups/board/") {
      try folder.write(text, to: path.replacing("board/", with: "board.bak/"))
    }
    let both = try #require(try reader.read().workspace)
    #expect(records(both) == alone)
    #expect(both.faults.map(\.place) == ["groups/board.bak/"])
    try #require(rename(folder.path + "/groups/board.bak", folder.path + "/.away") == 0)
    #expect(try reader.read().workspace?.faults.isEmpty == true)
  }

  @Test func anEditFindsTheOriginal() throws {
    var files = Self.files
    for (path, text) in Self.files where path.hasPrefix("groups/board/") {
      files[path.replacing("board/", with: "b/")] = text
    }
    let place = try TemporaryFolder(files)
    let folder = DataFolder(path: place.path)
    let action = try folder.find(ActionItem.self, id: "b")
    let group = try folder.find(PartnershipGroup.self, id: "board")
    withExtendedLifetime(place) {
      #expect(action.document == SmallFolder.actions)
      #expect(group.document == "groups/board/group.json")
    }
  }
}

extension Workspace {
  /// The ids of all records of a kind, in their order.
  fileprivate func ids(of type: any Entity.Type) -> [String] {
    func ids<E: Entity>(_ type: E.Type) -> [String] { self[E.self].all.map(\.id) }
    return ids(type)
  }
}

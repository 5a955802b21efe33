import DataStore
import Glibc
import Safeguarding
import Testing

@Suite struct FindingTests {
  @Test(arguments: ["a", "b", "c"])
  func findsARecordAndItsFile(id: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let found = try DataFolder(path: folder.path).find(ActionItem.self, id: id)
    #expect(found.record.id == id && found.document == SmallFolder.actions)
    #expect(try found.record == folder.read().actions[id])
    #expect(found.spelled["id"] == .text(id))
  }

  @Test func findsRecordsThatHaveAFileOfTheirOwn() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let found = try DataFolder(path: folder.path).find(Review.self, id: "ash")
    #expect(found.record.title == "Ash" && found.document == "reviews/ash.json")
  }

  @Test func keepsWhatItDoesNotKnow() throws {
    var files = SmallFolder.files
    files[SmallFolder.actions] = SmallFolder.actions(
      middle: #"{"id": "b", "ours": 1.50, "group": "board", "title": "Two", "status": "open"}"#)
    let folder = try TemporaryFolder(files)
    let found = try DataFolder(path: folder.path).find(ActionItem.self, id: "b")
    #expect(found.spelled["ours"] == .number("1.50"))
  }

  @Test func anIDMayBeSpelledWithEscapes() throws {
    var files = SmallFolder.files
    files[SmallFolder.actions] = SmallFolder.actions(
      middle: #"{"id": "b\u0062", "group": "board", "title": "Two", "status": "open"}"#)
    let folder = try TemporaryFolder(files)
    #expect(try DataFolder(path: folder.path).find(ActionItem.self, id: "bb").record.title == "Two")
  }

  @Test func whoIsOnlyNamedIsNotFound() throws {
    var files = SmallFolder.files
    files["groups/audit/actions.json"] = """
      {"actions": [{"id": "x", "group": "audit", "title": "c", "status": "open", "note": "c"}]}
      """
    let folder = try TemporaryFolder(files)
    #expect(
      try DataFolder(path: folder.path).find(ActionItem.self, id: "c").document
        == SmallFolder.actions)
  }

  @Test(arguments: [
    ("actoin-b", "There is no action with the id \"actoin-b\"; nothing was changed."),
    ("", "There is no action"), ("board", "There is no action with the id \"board\""),
    ("\"", "There is no action"), ("\u{1b}[2J", "There is no action"),
  ])
  func whatIsNotThereIsSaid(id: String, said: String) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let error = #expect(throws: FindingError.self) {
      try DataFolder(path: folder.path).find(ActionItem.self, id: id)
    }
    #expect(error?.sentence.hasPrefix(said) == true)
  }

  @Test func aDamagedFileIsNamedOnlyWhereItMatters() throws {
    var files = SmallFolder.files
    files["groups/audit/actions.json"] = "{\"actions\": [{\"id\": \"x\","
    let folder = try TemporaryFolder(files)
    let data = DataFolder(path: folder.path)
    #expect(try data.find(ActionItem.self, id: "b").record.title == "Two")
    let error = #expect(throws: FindingError.self) { try data.find(ActionItem.self, id: "x") }
    #expect(error?.sentence.contains("groups/audit/actions.json cannot be read") == true)
  }

  @Test func readsOnlyTheKindsThatAreAskedFor() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let data = DataFolder(path: folder.path)
    let some = try data.records(of: [Agency.kind, Safeguarding.PartnershipGroup.kind])
    #expect(some.agencies.all.map(\.id) == ["council", "police"])
    #expect(some.seats["board-council"] != nil && some.people.all.isEmpty)
    #expect(data.records(inFiles: ["people.json", "none.json"]).people.all.map(\.id) == ["ann"])
    #expect(throws: FindingError.self) {
      try DataFolder(path: folder.path + "/none").records(of: [Agency.kind])
    }
  }

  @Test(arguments: [
    ("board", true), ("audit", false), ("..", false), (".", false), ("", false),
    ("board/../board", false),
    (String(repeating: "x", count: 5000), false),
  ])
  func knowsWhichGroupsMayBeThere(id: String, isThere: Bool) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let found = DataFolder(path: folder.path).ownFolder(of: PartnershipGroup.kind, id)
    #expect(found == (isThere ? .place("groups/board") : .missing(known: ["board"])))
  }

  @Test func knowsCopiesAndRenamedFoldersOfGroups() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let data = DataFolder(path: folder.path)
    func found(_ id: String) -> OwnFolder { data.ownFolder(of: PartnershipGroup.kind, id) }
    let group = SmallFolder.files["groups/board/group.json"] ?? ""
    try folder.write(group, to: "groups/board.bak/group.json")
    try folder.write("{}", to: "groups/left/actions.json")
    #expect(found("board") == .place("groups/board"))
    #expect(found("board.bak") == .copy(of: "groups/board", holding: "board"))
    #expect(found("left") == .empty)
    try #require(rename("\(folder.path)/groups/board", "\(folder.path)/groups/b") == 0)
    #expect(found("board") == .place("groups/b"))
    #expect(found("b") == .other(holding: "board"))
    #expect(found("board.bak") == .copy(of: "groups/b", holding: "board"))
    // What cannot be read stands for its folder's name.
    try folder.write("{", to: "groups/broken/group.json")
    #expect(found("broken") == .place("groups/broken"))
  }

  @Test func twoOfOneIDAreNeitherOfThem() throws {
    var files = SmallFolder.files
    files["groups/audit/group.json"] = #"{"id": "audit", "name": "Audit", "type": "subgroup"}"#
    files["groups/audit/actions.json"] = """
      {"actions": [{"id": "b", "group": "audit", "title": "Planted", "status": "open"}]}
      """
    let folder = try TemporaryFolder(files)
    let error = #expect(throws: FindingError.self) {
      try DataFolder(path: folder.path).find(ActionItem.self, id: "b")
    }
    #expect(
      error?.sentence.contains("in groups/audit/actions.json and groups/board/actions.json") == true
    )
  }

  @Test func whatCannotBeReadMayHoldIt() throws {
    let folder = try TemporaryFolder(["people.json": "{}", "partnerships": "no folder", "x": "{}"])
    #expect(mkdir(folder.path + "/groups", 0o700) == 0)
    #expect(mkdir(folder.path + "/groups/board", 0o700) == 0)
    #expect(symlink("../../x", folder.path + "/groups/board/actions.json") == 0)
    let data = DataFolder(path: folder.path)
    let action = #expect(throws: FindingError.self) { try data.find(ActionItem.self, id: "a") }
    #expect(
      action?.sentence
        == "There is no action with the id \"a\"; nothing was changed. It may stand in what cannot be "
        + "read now: groups/board/actions.json (it is a link, and links are not followed).")
    let partnership = #expect(throws: FindingError.self) {
      try data.find(Partnership.self, id: "p")
    }
    #expect(
      partnership?.sentence.hasSuffix("cannot be read now: partnerships (Not a directory).") == true
    )
  }
}

@testable import DataStore
import Safeguarding
import Testing

/// The role is the same when the data is read and when something is saved.
@Suite struct RoleReadingTests {
  private static let me = ProcessIdentity()

  private static func settings(_ text: String) -> String {
    text.replacing("ME", with: me.name ?? "")
  }

  static let all: [(String?, Access.Role)] = [
    (nil, .manager), (#"{"contact": "Jo"}"#, .manager), (#"{"managers": ["ME"]}"#, .manager),
    (#"{"managers": ["ME-not"]}"#, .member),
    (#"{"people": [{"user": "ME", "chairs": ["board"]}]}"#, .chair(of: ["board"])),
    (#"{"managers": 7}"#, .member), (#"{"managers": ["ME"]"#, .member), ("null", .member),
    ("", .member),
  ]

  @Test(.enabled(if: me.name != nil, "this account has no name"), arguments: all)
  func isTheSameInReadingAndInSaving(text: String?, role: Access.Role) throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    if let text { try folder.write(Self.settings(text), to: "access.json") }
    let read = try folder.read().access
    let asked = RoleReading(root: folder.path, user: Self.me)
    #expect(read.role == role)
    #expect(asked.access.role == role)
    #expect(asked.access.contact == read.contact)
    #expect(asked.refusal == nil && asked.network == nil)
    #expect((asked.refusal(ofFile: "bank-holidays.json") == nil) == (role == .manager))
  }

  /// A chair may change what is in the group's folder, whatever that is called.
  @Test(
    .enabled(if: me.name != nil, "this account has no name"),
    arguments: [
      ("groups/the-board", "board", true), ("groups/board", "board", true),
      ("groups/board", "forum", false), ("groups/forum", "forum", false),
    ])
  func aChairHasTheFolderOfTheGroup(folder: String, group: String, isOwn: Bool) throws {
    var files = SmallFolder.files.filter { !$0.key.hasPrefix("groups/") }
    files["access.json"] = Self.settings(
      #"{"people": [{"user": "ME", "chairs": ["board"]}]}"#)
    files["\(folder)/group.json"] = #"{"id": "\#(group)", "name": "Name", "type": "forum"}"#
    let data = try TemporaryFolder(files)
    let document = "\(folder)/actions.json"
    #expect(try data.read().access.hasWhole(document) == isOwn)
    let asked = RoleReading(root: data.path, user: Self.me)
    #expect(asked.access.hasWhole(document) == isOwn)
    #expect(!asked.access.hasWhole("groups/another/actions.json"))
  }
}

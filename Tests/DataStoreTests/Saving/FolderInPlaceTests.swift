@testable import DataStore
import Glibc
import Safeguarding
import Testing

/// An edit goes into the folder that it was made of, by whoever may do so now.
@Suite struct FolderInPlaceTests {
  @Test func anotherFolderInItsPlaceIsNotChanged() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    let reader = FolderReader(DataFolder(path: folder.path))
    let workspace = try reader.begin()
    var edit = try workspace.action("a").edit { $0.status = .done }
    edit.readFrom = workspace.folderIdentities
    let board = "\(folder.path)/groups/board"
    try #require(rename(board, board + ".old") == 0)
    for file in ["group.json", "actions.json"] {
      try folder.write(SmallFolder.files["groups/board/\(file)"] ?? "", to: "groups/board/\(file)")
    }
    let refused = #expect(throws: CommitError.self) { _ = try store.commit(edit) }
    #expect(refused?.description.contains("another one was put in its place") == true)
    // What holds the same is another folder all the same, and who looks again may save.
    let again = try #require(try reader.read().workspace)
    edit.readFrom = again.folderIdentities
    _ = try store.commit(edit)
  }

  @Test func anotherDataFolderInItsPlaceIsNotChanged() throws {
    let place = try TemporaryFolder([:])
    for (file, text) in SmallFolder.files {
      try place.write(text, to: "a/\(file)")
      try place.write(text, to: "b/\(file)")
    }
    let store = FolderStore(path: "\(place.path)/a")
    let workspace = try store.read()
    var edit = try workspace.action("a").edit { $0.status = .done }
    edit.readFrom = workspace.folderIdentities
    try #require(rename("\(place.path)/a", "\(place.path)/c") == 0)
    try #require(rename("\(place.path)/b", "\(place.path)/a") == 0)
    #expect(throws: CommitError.self) { _ = try store.commit(edit) }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func onlyTheOwnersAccessFileCounts() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let me = ProcessIdentity()
    try folder.write(#"{"managers": ["\#(me.name ?? "")"]}"#, to: "access.json")
    #expect(try folder.read().access.role == .manager)
    try #require(chown("\(folder.path)/access.json", 65534, 65534) == 0)
    let workspace = try folder.read()
    #expect(workspace.access.role == .member)
    let faults = workspace.faults.filter { $0.file == "access.json" }
    #expect(faults.map(\.severity) == [.error])
    #expect(faults.first?.message.contains("no role in it counts") == true)
    #expect(RoleReading(root: folder.path, user: me).access.role == .member)
    // The owner of the data folder may be somebody else than root.
    try #require(chown(folder.path, 65534, 65534) == 0)
    #expect(try folder.read().access.role == .manager)
    #expect(RoleReading(root: folder.path, user: me).access.role == .manager)
  }

  @Test func aGroupThatWasLeftGivesNoRight() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let rights = try #require(FolderRights(of: folder.path + "/groups/board"))
    #expect(rights.groupsLacking(in: [], of: [rights.group], for: rights.owner) == nil)
    try #require(chmod(folder.path + "/groups/board", 0o2770) == 0)
    let shared = try #require(FolderRights(of: folder.path + "/groups/board"))
    let group = shared.group
    #expect(shared.groupsLacking(in: [], of: [group], for: 12345) == [group])
    #expect(shared.groupsLacking(in: [group], of: [group], for: 12345) == nil)
    #expect(shared.groupsLacking(in: [], of: [group + 1], for: 12345) == nil)
  }
}

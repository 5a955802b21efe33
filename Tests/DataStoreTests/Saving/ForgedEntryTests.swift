import Glibc
import Safeguarding
import Testing

@testable import DataStore

/// Lines that look like anybody's, put into one folder's journal, make nobody change another folder.
@Suite struct ForgedEntryTests {
  private static let forum = "groups/forum/actions.json"

  /// A folder in which somebody has changed the board, and the number of their account.
  private func data() throws -> (TemporaryFolder, FolderStore, userID: Int) {
    var files = SmallFolder.files
    files["groups/forum/group.json"] = #"{"id": "forum", "name": "Forum", "type": "forum"}"#
    files[Self.forum] =
      #"{"actions": [{"id": "f", "group": "forum", "title": "Forum's", "status": "open"}]}"#
    let folder = try TemporaryFolder(files)
    let store = FolderStore(path: folder.path)
    _ = try store.commit(try store.read().action("a").edit { $0.status = .done })
    let userID = try #require(try store.history().last?.userID)
    return (folder, store, userID)
  }

  private var evil: Change {
    Change(
      Self.forum, RecordID(ActionItem.kind, "f"), field: "title", from: .text("Evil"),
      to: .text("Forum's"))
  }

  /// Puts a line behind the others of a journal, with a hash that fits.
  private func forge(
    _ folder: String, in data: TemporaryFolder, userID: Int, _ changes: [Change],
    undoes: EntryID? = nil, partOf: EntryID? = nil, parts: [EntryID] = []
  ) throws {
    let open = try OpenFolder(folder, in: OpenFolder(at: data.path, followingLink: true))
    let tail = try JournalTail.read(in: open, path: folder)
    let entry = JournalEntry(
      id: EntryID(folder: folder, sequence: tail.sequence + 1), title: "Forged",
      time: 4_000_000_000,
      userID: userID, user: "somebody", changes: changes, undoes: undoes, partOf: partOf,
      parts: parts)
    let line = JournalLine.make(entry, previous: tail.hash, heads: tail.heads).bytes
    let path = "\(folder)/\(journalName)"
    var bytes: [UInt8] = []
    if case .bytes(let before) = FileBytes.read("\(data.path)/\(path)") { bytes = before }
    try data.write(String(decoding: bytes + line, as: UTF8.self), to: path)
  }

  @Test func aLineTellsOnlyOfItsOwnFolder() throws {
    let (folder, store, userID) = try data()
    try forge("groups/board", in: folder, userID: userID, [evil])
    let (entries, gaps) = try store.wholeHistory()
    #expect(entries.map(\.title).contains("Forged") == false)
    #expect(gaps.count == 1 && gaps[0].contains("tells of changes in other folders"))
    let undo = try #require(UndoHistory(entries, userID: userID).undo)
    #expect(undo.changes.map(\.folder) == ["groups/board"])
    _ = try store.commit(undo)
    #expect(try store.read().actions["f"]?.title == "Forum's")
  }

  @Test func aLineOfOwnChangesTellsOfThoseAlone() throws {
    let (folder, store, userID) = try data()
    let own = Change(
      SmallFolder.actions, RecordID(ActionItem.kind, "b"), field: "title", from: .text("Two"),
      to: .text("2"))
    try forge("groups/board", in: folder, userID: userID, [own, evil])
    let last = try #require(try store.history().last)
    #expect(last.title == "Forged" && last.changes == [own])
  }

  @Test func nobodyElseMakesSomethingAPartOfAnEdit() throws {
    let (folder, store, userID) = try data()
    let board = EntryID(folder: "groups/board", sequence: 1)
    try forge("groups/forum", in: folder, userID: 0, [evil], partOf: board)
    // An entry elsewhere that claims to lead it makes no difference.
    try forge(
      "groups/forum", in: folder, userID: 0, [evil.inverse],
      parts: [EntryID(folder: "groups/forum", sequence: 1)])
    #expect(try store.leadingEntry(of: EntryID(folder: "groups/forum", sequence: 1)) == nil)
    let history = try store.history()
    let edit = try #require(history.first { $0.id == board })
    #expect(edit.changes.map(\.folder) == ["groups/board"])
    #expect(UndoHistory(history, userID: userID).undo?.changes.count == edit.changes.count)
  }

  @Test func nobodyElseSaysThatAnEditWasTakenBack() throws {
    let (folder, store, userID) = try data()
    let board = EntryID(folder: "groups/board", sequence: 1)
    try forge("groups/forum", in: folder, userID: userID + 1, [evil.inverse], undoes: board)
    #expect(UndoHistory(try store.history(), userID: userID).nextUndo?.id == board)
  }

  /// Whoever says that their folder had the name that another one had moves nothing there.
  @Test func nobodyElseTakesTheFormerNameOfAFolder() throws {
    let (folder, store, userID) = try data()
    let saved = try store.commit(Edit("Rename", [evil.inverse]))
    #expect(saved.entries.map(\.folder) == ["groups/forum"])
    _ = try store.commit(undoing(try #require(try store.history().last)))
    let groups = folder.path + "/groups/"
    try #require(rename(groups + "forum", groups + "open") == 0)
    try forge("groups/board", in: folder, userID: userID, [evil])
    let history = try store.history()
    let open = history.filter { $0.id.folder == "groups/open" }
    #expect(open.map(\.id.sequence) == [1, 2] && open[1].undoes == open[0].id)
    #expect(UndoHistory(history, userID: userID).isUndone(open[0]))
  }

  /// A part of an edit that was led from a folder which is gone stays, whoever says that they are that one.
  @Test func nobodyElseTakesTheNameOfAFolderThatIsGone() throws {
    let (folder, store, userID) = try data()
    try forge(
      "groups/forum", in: folder, userID: userID, [evil.inverse],
      partOf: EntryID(folder: "groups/gone", sequence: 2))
    func forum() throws -> [JournalEntry] {
      try store.history().filter { $0.changes.contains { $0.folder == "groups/forum" } }
    }
    #expect(try forum().count == 1)
    let gone = Change(
      "groups/gone/actions.json", RecordID(ActionItem.kind, "a"), field: "title",
      from: .text("One"), to: .text("1"))
    try forge("groups/board", in: folder, userID: userID, [gone])
    #expect(try forum().count == 1)
    // That the folder was called so is noted for the administrator.
    let reports = try DataFolder(path: folder.path).journalReports()
    let board = try #require(reports.first { $0.folder == "groups/board" })
    #expect(board.faults.contains { $0.sentence.contains("groups/gone") })
  }

  @Test func whatIsNewTellsOnlyOfItsOwnFolder() throws {
    let (folder, _, userID) = try data()
    let reader = FolderReader(DataFolder(path: folder.path))
    _ = try reader.begin()
    try forge("groups/board", in: folder, userID: userID, [evil])
    #expect(try reader.read().entries.isEmpty)
  }
}

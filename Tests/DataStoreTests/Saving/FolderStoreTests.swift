import DataStore
import Glibc
import JSONDocument
import Safeguarding
import Testing

/// What only a store on a disk can get wrong: saves that were cut off, and files others have touched.
@Suite struct FolderStoreTests {
  private static let journal = "groups/board/journal.jsonl"

  private func bytes(_ file: String, in folder: TemporaryFolder) throws -> [UInt8] {
    let stream = try #require(fopen("\(folder.path)/\(file)", "r"), "\(file) is not there.")
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
    return bytes
  }

  private func write(_ bytes: [UInt8], to file: String, in folder: TemporaryFolder) throws {
    try folder.write(String(decoding: bytes, as: UTF8.self), to: file)
  }

  /// Saves a change of the status of one action.
  private func save(
    _ status: ActionStatus, of id: String = "a", in store: FolderStore
  ) throws -> Receipt {
    try store.commit(try store.read().action(id).edit { $0.status = status })
  }

  @Test func whatTheJournalIsAheadOfShowsAndIsCompletedByTheNextSave() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    let before = try bytes(SmallFolder.actions, in: folder)
    _ = try save(.done, in: store)
    let after = try bytes(SmallFolder.actions, in: folder)
    // The save was cut off between the journal and the file.
    try write(before, to: SmallFolder.actions, in: folder)
    #expect(try store.read().action("a").status == .done)
    #expect(try bytes(SmallFolder.actions, in: folder) == before)
    _ = try save(.started, of: "b", in: store)
    #expect(try store.read().action("a").status == .done)
    #expect(try store.read().action("b").status == .started)
    #expect(try store.history().count == 2)
    #expect(after != before)
  }

  @Test func yesterdaysFileAndTodaysJournalGiveTodaysFile() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    _ = try save(.started, in: store)
    let yesterday = try bytes(SmallFolder.actions, in: folder)
    for status in [ActionStatus.done, .open, .dropped] { _ = try save(status, in: store) }
    _ = try save(.done, of: "b", in: store)
    let today = try store.read().actions.all
    try write(yesterday, to: SmallFolder.actions, in: folder)
    #expect(try store.read().actions.all == today)
    _ = try save(.open, of: "c", in: store)
    #expect(try store.read().action("a").status == .dropped)
    #expect(try store.read().action("b").status == .done)
  }

  @Test func aTornLineIsSetAsideAndTheNextSaveGoesBehindIt() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    _ = try save(.done, in: store)
    let whole = try bytes(Self.journal, in: folder)
    try write(whole + whole.prefix(whole.count / 2), to: Self.journal, in: folder)
    _ = try save(.started, in: store)
    let journal = try bytes(Self.journal, in: folder)
    #expect(journal.starts(with: whole + whole.prefix(whole.count / 2)))
    #expect(try store.history().map(\.id.sequence) == [1, 2])
    let faults = verifyJournal(journal, folder: "groups/board", heads: [])
    #expect(faults.filter { !$0.isNote }.isEmpty)
  }

  @Test func anEditOfTwoFoldersThatWasCutOffIsFinished() throws {
    let forum = "groups/forum/actions.json"
    let folder = try TemporaryFolder(
      SmallFolder.files.merging(
        ["groups/forum/group.json": #"{"id": "forum", "name": "Forum", "form": "forum"}"#]) { $1 })
    let store = FolderStore(path: folder.path)
    let action = try store.read().action("b")
    var moved = action
    moved.group = "forum"
    let before = try bytes(SmallFolder.actions, in: folder)
    _ = try store.commit(
      Edit("Move", [moved.added(to: forum), action.removed(from: SmallFolder.actions)]))
    // Only the first folder's journal had been reached.
    try write(before, to: SmallFolder.actions, in: folder)
    try #require(unlink("\(folder.path)/\(forum)") == 0)
    try #require(unlink("\(folder.path)/groups/forum/journal.jsonl") == 0)
    _ = try save(.done, in: store)
    #expect(try store.read().action("b").group == "forum")
    #expect(try store.read().actions.all.count == 3)
    _ = try save(.open, in: store)
    #expect(try store.history().map(\.title) == ["Move", "Change a", "Change a"])
  }

  @Test func aFileThatCannotBeReadIsNeverWritten() throws {
    let broken = #"{"actions": [ {"id": "a", "#
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    let edit = try store.read().action("a").edit { $0.status = .done }
    try folder.write(broken, to: SmallFolder.actions)
    let error = #expect(throws: CommitError.self) { try store.commit(edit) }
    #expect(error?.description.contains("Nothing was changed") == true)
    #expect(try bytes(SmallFolder.actions, in: folder) == Array(broken.utf8))
  }

  @Test func whatMasaDoesNotKnowStaysAsItIs() throws {
    let odd = """
      {"id": "b", "group": "board", "title": "Two", "x-number": 1.50, "status": "open",
         "owners": [{"agency": "council", "x-since": 1e3}, {"agency": "police"}],
         "due": "2024-04-01" , "x-list": [ 1,2 ]}
      """
    let files = SmallFolder.files.merging(
      [SmallFolder.actions: SmallFolder.actions(middle: odd)]) { $1 }
    let folder = try TemporaryFolder(files)
    let store = FolderStore(path: folder.path)
    var police = Owner()
    police.agency = "police"
    police.name = "the duty desk"
    _ = try store.commit(
      try store.read().action("b").edit { action in
        action.owners[1] = police
        action.status = .started
      })
    let text = String(decoding: try bytes(SmallFolder.actions, in: folder), as: UTF8.self)
    for kept in [
      #""x-number": 1.50"#, #""x-since": 1e3"#, #""x-list": [ 1,2 ]"#, "\"due\": \"2024-04-01\" ,",
    ] {
      #expect(text.contains(kept), "\(kept) is gone from \(text)")
    }
    #expect(try store.read().action("b").owners.last?.name == "the duty desk")
    _ = try store.commit(undoing(try #require(try store.history().last)))
    #expect(try bytes(SmallFolder.actions, in: folder).starts(with: Array(text.utf8.prefix(40))))
    #expect(try store.read().action("b").owners.map(\.name) == ["", ""])
  }

  @Test func aListWithSomethingUnreadableIsNotWrittenAnew() throws {
    let odd = """
      {"id": "b", "group": "board", "title": "Two", "status": "open",
       "progress": [{"on": "2024-01-01", "text": "Kept"}, "not a note"]}
      """
    let files = SmallFolder.files.merging(
      [SmallFolder.actions: SmallFolder.actions(middle: odd)]) { $1 }
    let folder = try TemporaryFolder(files)
    let store = FolderStore(path: folder.path)
    let before = try bytes(SmallFolder.actions, in: folder)
    let edit = try store.read().action("b").edit { action in
      var note = ProgressNote()
      (note.on, note.text) = (FuzzyDate("2024-02-01"), "New")
      action.progress.append(note)
    }
    #expect(throws: CommitError.self) { try store.commit(edit) }
    #expect(try bytes(SmallFolder.actions, in: folder) == before)
  }

  @Test func rolesNarrowWhatIsSaved() throws {
    let access = #"{"contact": "the business manager", "managers": ["somebody-else"]}"#
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    let edit = try store.read().action("a").edit { $0.title = "Mine now" }
    try folder.write(access, to: "access.json")
    let error = #expect(throws: CommitError.self) { try store.commit(edit) }
    #expect(error?.description.contains("the business manager") == true)
    #expect(try store.read().action("a").title == "One")
  }
}

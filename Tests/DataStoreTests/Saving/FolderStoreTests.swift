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

  /// Two groups, and an action that was moved from the one to the other.
  private struct Moved {
    static let forum = "groups/forum/actions.json"
    static let forumJournal = "groups/forum/journal.jsonl"
    let folder: TemporaryFolder
    let store: FolderStore
    /// The board's actions before the move.
    let before: [UInt8]

    func remove(_ file: String) throws {
      try #require(unlink("\(folder.path)/\(file)") == 0, "\(file) could not be removed.")
    }
  }

  private func moved(extra: String = "") throws -> Moved {
    var files = SmallFolder.files
    files["groups/forum/group.json"] = #"{"id": "forum", "name": "Forum", "type": "forum"}"#
    files[SmallFolder.actions] = SmallFolder.actions(
      middle: #"{"id": "b", "group": "board", "title": "Two", "status": "open"\#(extra)}"#)
    let folder = try TemporaryFolder(files)
    let store = FolderStore(path: folder.path)
    let before = try bytes(SmallFolder.actions, in: folder)
    let action = try store.read().action("b")
    var moved = action
    moved.group = "forum"
    _ = try store.commit(
      Edit("Move", [action.removed(from: SmallFolder.actions), moved.added(to: Moved.forum)]))
    return Moved(folder: folder, store: store, before: before)
  }

  @Test func whatLeadsAnEditOfTwoFoldersSavesItInBoth() throws {
    let moved = try moved()
    // The files had not been reached.
    try write(moved.before, to: SmallFolder.actions, in: moved.folder)
    try moved.remove(Moved.forum)
    #expect(try moved.store.history().map(\.title) == ["Move"])
    _ = try save(.done, in: moved.store)
    _ = try moved.store.commit(new("Another", in: "forum"))
    #expect(try moved.store.read().action("b").group == "forum")
    #expect(try moved.store.read().actions.all.count == 4)
    #expect(try moved.store.history().map(\.title) == ["Move", "Change a", "Add"])
  }

  @Test func aPartAloneWasNeverSaved() throws {
    let moved = try moved()
    // The journal of the folder that leads had not been reached.
    try write(moved.before, to: SmallFolder.actions, in: moved.folder)
    try moved.remove(Self.journal)
    try moved.remove(Moved.forum)
    #expect(try moved.store.history().isEmpty)
    _ = try save(.done, in: moved.store)
    _ = try moved.store.commit(new("Another", in: "forum"))
    #expect(try moved.store.read().action("b").group == "board")
    #expect(try moved.store.read().actions.all.count == 4)
    #expect(try moved.store.history().map(\.title) == ["Change a", "Add"])
    for (file, folder) in [(Self.journal, "groups/board"), (Moved.forumJournal, "groups/forum")] {
      #expect(
        verifyJournal(try bytes(file, in: moved.folder), folder: folder, heads: []).isEmpty)
    }
  }

  @Test func aPartThatIsGoneIsFound() throws {
    let moved = try moved()
    let data = DataFolder(path: moved.folder.path)
    #expect(try data.journalReports().flatMap(\.faults).isEmpty)
    _ = try moved.store.commit(new("Another", in: "forum"))
    try moved.remove(Moved.forumJournal)
    try moved.remove(Moved.forum)
    _ = try moved.store.commit(new("Another", in: "forum"))
    let faults = try data.journalReports().filter { $0.folder == "groups/forum" }.flatMap(\.faults)
    #expect(
      faults.map(\.sentence) == [
        "Entry 1, which was saved together with groups/board:1, is not there any more."
      ])
  }

  @Test func eachJournalTellsOnlyOfItsOwnFolder() throws {
    let moved = try moved()
    for (file, folder) in [(Self.journal, "groups/board"), (Moved.forumJournal, "groups/forum")] {
      let entries = journalEntries(try bytes(file, in: moved.folder), folder: folder)
      #expect(entries.flatMap(\.changes).map(\.folder) == [folder])
    }
    #expect(try moved.store.history().map(\.isWhole) == [true])
  }

  @Test func anEditOfTwoFoldersLeavesEachToItself() throws {
    let moved = try moved()
    // Nobody needs the other folder to save in this one.
    try #require(
      rename("\(moved.folder.path)/groups/forum", "\(moved.folder.path)/elsewhere") == 0)
    _ = try save(.done, in: moved.store)
    #expect(try moved.store.read().action("a").status == .done)
  }

  @Test func whatMasaDoesNotKnowMovesAlong() throws {
    let moved = try moved(extra: #", "ours": [1.50], "raisedOn": "unreadable""#)
    let text = String(decoding: try bytes(Moved.forum, in: moved.folder), as: UTF8.self)
    #expect(text.contains("1.50") && text.contains("\"raisedOn\": \"unreadable\""))
    _ = try moved.store.commit(undoing(try #require(try moved.store.history().last)))
    let back = String(decoding: try bytes(SmallFolder.actions, in: moved.folder), as: UTF8.self)
    #expect(back.contains("1.50") && back.contains("unreadable"))
  }

  @Test func aJournalWhoseEndWasCutOffLeavesAGap() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    _ = try save(.done, in: store)
    let first = try bytes(Self.journal, in: folder)
    _ = try save(.started, in: store)
    _ = try save(.open, in: store)
    for kept in [first, []] {
      try write(kept, to: Self.journal, in: folder)
      _ = try save(.done, of: "b", in: store)
      _ = try save(.open, of: "b", in: store)
      let faults = verifyJournal(
        try bytes(Self.journal, in: folder), folder: "groups/board", heads: [])
      #expect(faults.first?.sentence.contains("missing before it") == true, "\(faults)")
    }
  }

  @Test func aFileThatIsGoneIsSaidToBeGone() throws {
    let moved = try moved()
    try moved.remove(Moved.forum)
    let gone = try moved.store.read().faults.filter { $0.file == Moved.forum }
    #expect(gone.count == 1 && gone[0].severity == .error)
    #expect(gone.first?.message.contains("it is gone, though its journal tells of it") == true)
  }

  private func new(_ title: String, in group: String) -> Edit {
    var action = ActionItem()
    action.title = title
    action.group = Reference(group)
    return Edit("Add", [action.added(to: "groups/\(group)/actions.json")])
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
      (note.on, note.text) = (ImpreciseDate("2024-02-01"), "New")
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

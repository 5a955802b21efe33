import DataStore
import Glibc
import Safeguarding
import Testing

/// A folder that was renamed keeps what was done in it.
@Suite struct RenamedFolderTests {
  /// The small folder after an action was ticked and its group's folder was renamed.
  private func renamed() throws -> (TemporaryFolder, FolderStore) {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    _ = try store.commit(try store.read().action("a").edit { $0.status = .done })
    let groups = folder.path + "/groups/"
    try #require(rename(groups + "board", groups + "the-board") == 0)
    return (folder, store)
  }

  @Test func anUndoFindsIt() throws {
    let (folder, store) = try renamed()
    let last = try #require(try store.history().last)
    #expect(last.changes.map(\.folder) == ["groups/the-board"])
    var edit = undoing(last)
    let workspace = try store.read()
    edit.readFrom = workspace.folderIdentities
    _ = try store.commit(edit)
    let after = try withExtendedLifetime(folder) { try store.read() }
    #expect(after.actions["a"]?.status == .open)
    let history = try store.history()
    #expect(history.count == 2)
    #expect(UndoHistory(history, userID: last.userID).isUndone(history[0]))
    // And what was taken back can be done again, the entries of both names together.
    _ = try store.commit(undoing(history[1]))
    #expect(try store.read().actions["a"]?.status == .done)
  }

  @Test func itIsSaidThatItWasRenamed() throws {
    let (folder, store) = try renamed()
    let faults = try withExtendedLifetime(folder) { try store.read().faults }
    #expect(faults.map(\.severity) == [.warning])
    #expect(faults.first?.message.contains("was called groups/board when entry 1") == true)
    // A save in it is an ordinary one, and then nothing is left to say.
    var edit = try store.read().action("b").edit { $0.status = .done }
    for index in edit.changes.indices {
      edit.changes[index].document = "groups/the-board/actions.json"
    }
    let receipt = try store.commit(edit)
    #expect(receipt.notes.isEmpty)
    #expect(try store.read().faults.map(\.sentence) == [])
  }

  /// What was saved under the former name is told once, and is nothing to mend.
  @Test func verifyingKnowsTheFormerName() throws {
    let (folder, store) = try renamed()
    var edit = try store.read().action("b").edit { $0.status = .done }
    for index in edit.changes.indices {
      edit.changes[index].document = "groups/the-board/actions.json"
    }
    let data = DataFolder(path: folder.path)
    for count in 1...2 {
      let reports = try data.journalReports()
      let report = try #require(reports.first { $0.folder == "groups/the-board" })
      #expect(report.entryCount == count)
      #expect(report.faults.map(\.isNote) == [true])
      #expect(
        report.faults.first?.sentence.contains("was called groups/board when entry 1") == true)
      #expect(report.faults.first?.line == 1 && report.remedy == nil)
      #expect(try data.mendJournal(of: "groups/the-board") == nil)
      if count == 1 { _ = try store.commit(edit) }
    }
  }

  /// A folder that is still there under the old name is another one: a copy takes nothing of it back.
  @Test func aCopyIsNotARenamedFolder() throws {
    let (folder, store) = try renamed()
    for (file, text) in SmallFolder.files where file.hasPrefix("groups/board/") {
      try folder.write(text, to: file)
    }
    #expect(
      try store.history().flatMap(\.changes).map(\.folder).allSatisfy { $0 != "groups/the-board" })
  }
}

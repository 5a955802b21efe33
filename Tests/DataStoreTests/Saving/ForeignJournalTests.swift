import DataStore
import Glibc
import Safeguarding
import Testing

/// Whatever somebody puts in the place of a journal is a fault of its own folder, and of no other.
@Suite struct ForeignJournalTests {
  /// What lies where a journal should be.
  enum Foreign: CaseIterable {
    case sparse, zeros, lineFeeds, longLine, fifo, folder, link, device

    /// Puts it there.
    func put(at path: String) throws {
      unlink(path)
      switch self {
      case .sparse: try fill(path, "", length: 100 << 30)
      case .zeros: try fill(path, String(repeating: "\0", count: 1 << 16), length: 65 << 20)
      case .lineFeeds: try fill(path, String(repeating: "\n", count: 5000))
      case .longLine: try fill(path, #"{"sequence":1,"at":"#, length: 80 << 20)
      case .fifo: try #require(mkfifo(path, 0o660) == 0)
      case .folder: try #require(mkdir(path, 0o770) == 0)
      case .link: try #require(symlink("/etc/passwd", path) == 0)
      case .device: try #require(symlink("/dev/zero", path) == 0)
      }
    }

    private func fill(_ path: String, _ text: String, length: Int = 0) throws {
      let stream = try #require(fopen(path, "w"))
      fwrite(Array(text.utf8), 1, text.utf8.count, stream)
      fflush(stream)
      if length > 0 { try #require(ftruncate(fileno(stream), length) == 0) }
      fclose(stream)
    }
  }

  private static let other = "groups/forum/actions.json"

  private func files() -> [String: String] {
    var files = SmallFolder.files
    files["groups/forum/group.json"] = #"{"id": "forum", "name": "Forum", "type": "forum"}"#
    files[Self.other] =
      #"{"actions": [{"id": "f", "group": "forum", "title": "Forum's", "status": "open"}]}"#
    return files
  }

  /// Saves a change in the other group.
  private func change(in store: FolderStore) throws -> Receipt {
    let title = try store.read().action("f").title
    return try store.commit(
      Edit(
        "Rename",
        [
          Change(
            Self.other, RecordID(ActionItem.kind, "f"), field: "title", from: .text(title),
            to: .text(title + "!"))
        ]))
  }

  @Test(arguments: Foreign.allCases)
  func isAFaultOfItsFolderAlone(foreign: Foreign) throws {
    let folder = try TemporaryFolder(files())
    let store = FolderStore(path: folder.path)
    _ = try change(in: store)
    try foreign.put(at: "\(folder.path)/groups/board/journal.jsonl")

    let clock = ContinuousClock()
    let begun = clock.now
    let workspace = try store.read()
    #expect(workspace.actions.all.count == 4)
    let faults = workspace.faults.filter { $0.file == "groups/board/journal.jsonl" }
    #expect(faults.map(\.severity) == [.error])
    #expect(faults.first?.hint.contains("masa journal verify") == true)

    let history = try store.wholeHistory()
    #expect(history.entries.map(\.id.folder) == ["groups/forum"])
    #expect(history.gaps.isEmpty == (foreign == .lineFeeds))

    #expect(throws: CommitError.self) {
      _ = try store.commit(try store.read().action("a").edit { $0.status = .done })
    }
    _ = try change(in: store)
    let reports = try DataFolder(path: folder.path).journalReports()
    let bad = try #require(reports.first { $0.folder == "groups/board" })
    #expect(bad.refusal != nil || !bad.faults.isEmpty)
    let good = try #require(reports.first { $0.folder == "groups/forum" })
    #expect(good.refusal == nil && good.faults.isEmpty && good.entryCount == 2)
    #expect(clock.now - begun < .seconds(30))
  }

  @Test func aSessionThatIsOpenGoesOnWhenAJournalGrowsWithoutBound() throws {
    let folder = try TemporaryFolder(files())
    let store = FolderStore(path: folder.path)
    _ = try store.commit(try store.read().action("a").edit { $0.status = .done })
    let reader = FolderReader(DataFolder(path: folder.path))
    _ = try reader.read()
    try #require(truncate("\(folder.path)/groups/board/journal.jsonl", 100 << 30) == 0)
    _ = try change(in: store)
    let news = try reader.read()
    #expect(news.entries.map(\.id.folder) == ["groups/forum"])
    let faults = news.workspace?.faults.filter { $0.file == "groups/board/journal.jsonl" }
    #expect(faults?.count == 1)
  }

  @Test func ofALongJournalTheLatestEntriesAreListedAndTheRestIsTold() throws {
    let folder = try TemporaryFolder(files())
    let store = FolderStore(path: folder.path)
    _ = try store.commit(try store.read().action("a").edit { $0.status = .done })
    // A piece that a cut-off save left, longer than what is read at once, before a whole line.
    let path = "\(folder.path)/groups/board/journal.jsonl"
    let stream = try #require(fopen(path, "r+"))
    var line = [UInt8](repeating: 0, count: 10_000)
    line.removeLast(line.count - fread(&line, 1, line.count, stream))
    fseek(stream, 70 << 20, SEEK_SET)
    fputs("\n", stream)
    fwrite(line, 1, line.count, stream)
    fclose(stream)
    let history = try store.wholeHistory()
    #expect(history.entries.count == 1)
    #expect(history.gaps.count == 1 && history.gaps[0].contains("so long"))
  }

  /// However many journals there are and however long, so much of them is read and no more.
  @Test func ofManyLongJournalsTheShortOnesAreListedWhole() throws {
    var files = files()
    files["groups/forum/actions.json"] = nil
    let folder = try TemporaryFolder(files)
    let store = FolderStore(path: folder.path)
    let place = "groups/forum/actions.json"
    for number in 1...40 {
      let id = RecordID(ActionItem.kind, "f\(number)")
      let title = StoredValue.text(String(repeating: "long ", count: 100))
      let action = StoredValue.record([
        .init("id", .text(id.id)), .init("group", .text("forum")), .init("title", title),
        .init("status", .text("open")),
      ])
      _ = try store.commit(Edit("Add", [Change(place, id, field: nil, from: nil, to: action)]))
    }
    _ = try store.commit(try store.read().action("a").edit { $0.status = .done })
    #expect(try store.wholeHistory().entries.count == 41)
    let (entries, gaps) = try store.wholeHistory(since: nil, within: 8000)
    #expect(entries.filter { $0.id.folder == "groups/board" }.count == 1)
    #expect((1...15).contains(entries.count { $0.id.folder == "groups/forum" }))
    #expect(entries.contains { $0.id == EntryID(folder: "groups/forum", sequence: 40) })
    #expect(gaps.count == 1 && gaps[0].hasPrefix("groups/forum/journal.jsonl is so long"))
  }

  @Test func whatALockIsNotIsRefusedInASentence() throws {
    for put in [{ mkfifo($0, 0o660) }, { mkdir($0, 0o770) }, { symlink("/dev/zero", $0) }]
      as [(String) -> Int32]
    {
      let folder = try TemporaryFolder(files())
      let store = FolderStore(path: folder.path)
      try #require(put("\(folder.path)/groups/board/.lock") == 0)
      let edit = try store.read().action("a").edit { $0.status = .done }
      let refused = #expect(throws: CommitError.self) { _ = try store.commit(edit) }
      #expect(refused?.description.contains("put the file itself in its place") == true)
      _ = try change(in: store)
    }
  }
}

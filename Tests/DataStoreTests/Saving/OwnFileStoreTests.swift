@testable import DataStore
import Glibc
import Safeguarding
import Testing

/// Files that come and go with their record, on a disk: cut-off saves, folders, rights.
@Suite struct OwnFileStoreTests {
  private static let oak = "reviews/oak.json"

  private func place(_ file: String, in folder: TemporaryFolder) -> String {
    "\(folder.path)/\(file)"
  }

  private func isThere(_ file: String, in folder: TemporaryFolder) -> Bool {
    access(place(file, in: folder), F_OK) == 0
  }

  private func addOak(to store: FolderStore) throws {
    var review = Review()
    (review.id, review.title, review.commissionedBy) = ("oak", "Oak", "area")
    _ = try store.commit(Edit("Add", [review.added(to: Self.oak)]))
  }

  private func removeOak(from store: FolderStore) throws {
    let review = try #require(try store.read().reviews["oak"])
    _ = try store.commit(Edit("Remove", [review.removed(from: Self.oak)]))
  }

  /// Saves something else in the folder of the reviews.
  private func saveAnother(in store: FolderStore) throws {
    let seen = try #require(try store.read().reviews["ash"])
    var changed = seen
    changed.title += "."
    _ = try store.commit(Edit("Change", seen.changes(to: changed, in: "reviews/ash.json")))
  }

  private func errors(_ store: FolderStore) throws -> [String] {
    try store.read().faults.filter { $0.severity == .error }.map(\.sentence)
  }

  private func reports(_ folder: TemporaryFolder) throws -> [JournalFault] {
    try DataFolder(path: folder.path).journalReports().flatMap(\.faults)
  }

  @Test func anAdditionThatWasCutOffShowsAndIsCompleted() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    try addOak(to: store)
    try #require(unlink(place(Self.oak, in: folder)) == 0)
    #expect(try store.read().reviews["oak"]?.title == "Oak")
    #expect(try errors(store) == [])
    #expect(!isThere(Self.oak, in: folder))
    try saveAnother(in: store)
    #expect(isThere(Self.oak, in: folder))
    #expect(try reports(folder).isEmpty)
  }

  @Test func aRemovalThatWasCutOffShowsAndIsCompleted() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    try addOak(to: store)
    let kept = place("kept", in: folder)
    try #require(link(place(Self.oak, in: folder), kept) == 0)
    // A file with a second name is not changed: the copy is made of it before.
    try #require(unlink(kept) == 0)
    let bytes = try #require(fileText(place(Self.oak, in: folder)))
    try removeOak(from: store)
    #expect(!isThere(Self.oak, in: folder))
    try folder.write(bytes, to: Self.oak)
    #expect(try store.read().reviews["oak"] == nil)
    let reader = FolderReader(DataFolder(path: folder.path))
    #expect(try reader.read().workspace?.reviews["oak"] == nil)
    #expect(isThere(Self.oak, in: folder))
    try saveAnother(in: store)
    #expect(!isThere(Self.oak, in: folder))
    #expect(try store.read().reviews["oak"] == nil)
    #expect(try reports(folder).isEmpty)
    #expect(try errors(store) == [])
  }

  @Test func aRemovedFileIsNoDamageAndOneThatIsGoneIs() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    try addOak(to: store)
    try removeOak(from: store)
    try saveAnother(in: store)
    #expect(try errors(store) == [])
    #expect(try reports(folder).isEmpty)
    _ = try store.commit(undoing(try #require(try store.history().first { $0.title == "Remove" })))
    #expect(try store.read().reviews["oak"]?.title == "Oak")
    try saveAnother(in: store)
    try #require(unlink(place(Self.oak, in: folder)) == 0)
    #expect(try errors(store).contains { $0.contains("it is gone") })
  }

  @Test func whatMasaDoesNotKnowComesBackWithAnUndo() throws {
    let text = #"{"id": "oak", "title": "Oak", "x-number": 1.50, "x-list": [1e3]}"#
    let folder = try TemporaryFolder(SmallFolder.files.merging([Self.oak: text]) { $1 })
    let store = FolderStore(path: folder.path)
    try removeOak(from: store)
    _ = try store.commit(undoing(try #require(try store.history().last)))
    let back = try #require(fileText(place(Self.oak, in: folder)))
    #expect(back.contains(#""x-number": 1.50"#) && back.contains("1e3"), "\(back)")
  }

  @Test func aNewFolderTakesOverWhatTheFolderAboveGives() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try #require(chmod(place("groups", in: folder), 0o2770) == 0)
    let store = FolderStore(path: folder.path)
    var group = PartnershipGroup()
    (group.id, group.name) = ("forum", "Forum")
    let receipt = try store.commit(
      Edit("Add", [group.added(to: "groups/forum/group.json")]))
    #expect(receipt.notes.isEmpty)
    var status = stat()
    try #require(stat(place("groups/forum", in: folder), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o2770)
    for file in [".lock", "journal.jsonl", "group.json"] {
      try #require(stat(place("groups/forum/\(file)", in: folder), &status) == 0, "\(file)")
      #expect(status.st_mode & 0o777 == 0o660, "\(file)")
    }
    let names = try OpenFolderNames.all(in: place("groups", in: folder))
    #expect(names == ["board", "forum"])
  }

  /// A record that is listed when the folder is read, and comes or goes before its file is.
  @Test func whatComesAndGoesWhileTheFolderIsReadIsNoDamage() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    var overlay = JournalOverlay(OpenedFolders(root: folder.path))
    func look() -> String {
      switch overlay.upToDate(Self.oak, .missing) {
      case .bytes(let bytes)?: String(decoding: bytes, as: UTF8.self)
      case nil: "taken away"
      default: "gone"
      }
    }
    try addOak(to: store)
    #expect(look().contains("Oak"))
    try #require(unlink(place(Self.oak, in: folder)) == 0)
    #expect(look().contains("Oak"))
    try saveAnother(in: store)
    try removeOak(from: store)
    #expect(look() == "taken away")
    try saveAnother(in: store)
    #expect(look() == "taken away")
    _ = try store.commit(undoing(try #require(try store.history().first { $0.title == "Remove" })))
    #expect(look().contains("Oak"))
    try saveAnother(in: store)
    try #require(unlink(place(Self.oak, in: folder)) == 0)
    #expect(look() == "gone")
  }

  /// What is journaled of a file that is not there would be damage, so the file comes first.
  @Test func aListThatIsNewIsThereBeforeItsFirstRecord() throws {
    let document = "dataset/values/council-2023.json"
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    var value = Observation()
    (value.id, value.indicator, value.period) = ("v1", "plans", ImpreciseDate("2024-03"))
    let edit = Edit("Add", [value.added(to: document)])
    _ = try store.commit(edit)
    let file = place(document, in: folder)
    // As a save leaves it that is cut off behind its journal.
    try folder.write("{\n  \"values\": []\n}\n", to: document)
    #expect(try store.read().values.all.map(\.id) == ["v1"])
    #expect(try errors(store).filter { $0.contains("cannot be read") } == [])
    value.id = "v2"
    _ = try store.commit(Edit("Add", [value.added(to: document)]))
    #expect(try store.read().values.all.map(\.id) == ["v1", "v2"])
    #expect(try reports(folder).isEmpty)
    try #require(unlink(file) == 0)
    #expect(try errors(store).contains { $0.contains("it is gone") })
  }

  /// What the folder above passes on holds for the folder, and for what is made in it.
  @Test(.enabled(if: DiskAttributes.areKept, "this disk keeps no access lists"))
  func aNewFolderTakesOverWhoMayRead() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let above = place("groups", in: folder)
    try #require(chmod(above, 0o2770) == 0)
    let list = PosixACL(sharedWithReaders: [4003], isFolder: true)
    try #require(list.set(on: above, .inherited) == 0 && list.set(on: above) == 0)
    var group = PartnershipGroup()
    (group.id, group.name) = ("forum", "Forum")
    let receipt = try FolderStore(path: folder.path).commit(
      Edit("Add", [group.added(to: "groups/forum/group.json")]))
    #expect(receipt.notes.isEmpty)
    let made = place("groups/forum", in: folder)
    #expect(PosixACL(of: made, .inherited) == list)
    #expect(PosixACL(of: made, .access) == list)
    let files = PosixACL(sharedWithReaders: [4003], isFolder: false)
    for file in ["group.json", "journal.jsonl"] {
      let kept = PosixACL(of: "\(made)/\(file)", .access)
      #expect(kept?.named(with: 4) == files.named(with: 4), "\(file)")
      #expect(kept?.rights(of: .owningGroup) == 6 && kept?.rights(of: .others) == 0, "\(file)")
    }
    #expect(PosixACL(of: "\(made)/.lock", .access)?.named(with: 4) ?? [] == [])
  }

  /// Who lays a folder gives it to others when all is in it.
  @Test func aFolderThatIsLaidIsPrivateAtFirst() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let above = place("groups", in: folder)
    try #require(chmod(above, 0o2770) == 0)
    if DiskAttributes.areKept {
      let list = PosixACL(sharedWithReaders: [4003], isFolder: true)
      try #require(list.set(on: above, .inherited) == 0)
    }
    var group = PartnershipGroup()
    (group.id, group.name) = ("forum", "Forum")
    let receipt = try FolderStore(layingFoldersIn: folder.path).commit(
      Edit("Add", [group.added(to: "groups/forum/group.json")]))
    #expect(receipt.notes.isEmpty)
    var status = stat()
    try #require(stat(place("groups/forum", in: folder), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o700)
    #expect(PosixACL(of: place("groups/forum", in: folder), .inherited) == nil)
  }

  @Test func aRefusedAdditionMakesNoFolder() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    let store = FolderStore(path: folder.path)
    var group = PartnershipGroup()
    (group.id, group.name) = ("forum", "Forum")
    var edit = Edit("Add", [group.added(to: "groups/forum/group.json")])
    edit.expectations = [
      Edit.Expectation(
        SmallFolder.actions, RecordID(ActionItem.kind, "a"), field: "status", value: .text("done"))
    ]
    #expect(throws: CommitError.self) { try store.commit(edit) }
    #expect(!isThere("groups/forum", in: folder))
  }

  @Test(.enabled(if: geteuid() != 0))
  func whoMayNotMakeTheFolderIsToldWhoMay() throws {
    let folder = try TemporaryFolder(SmallFolder.files)
    try #require(chmod(place("groups", in: folder), 0o500) == 0)
    defer { chmod(place("groups", in: folder), 0o700) }
    var group = PartnershipGroup()
    (group.id, group.name) = ("forum", "Forum")
    let error = #expect(throws: CommitError.self) {
      try FolderStore(path: folder.path).commit(
        Edit("Add", [group.added(to: "groups/forum/group.json")]))
    }
    let sentence = error?.description ?? ""
    #expect(sentence.contains("make the folder groups/forum"), "\(sentence)")
    #expect(sentence.contains("sudo install -d -m 2770 -g "), "\(sentence)")
  }
}

/// The text of a file; nil where there is none.
private func fileText(_ path: String) -> String? {
  guard let stream = fopen(path, "r") else { return nil }
  defer { fclose(stream) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
  return String(decoding: bytes, as: UTF8.self)
}

/// The names in a folder, hidden ones too.
private enum OpenFolderNames {
  static func all(in path: String) throws -> [String] {
    try FolderEntry.all(in: path).map(\.name)
  }
}

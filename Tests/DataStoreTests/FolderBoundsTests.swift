@testable import DataStore
import Glibc
import JSONDocument
import Safeguarding
import Testing

/// However much somebody puts into a data folder, a session reads no more than it can hold.
@Suite struct FolderBoundsTests {
  private static let small = FolderBounds(bytes: 20_000, files: 40)

  /// The actions of another group, which take so many bytes at least.
  private func actions(bytes: Int) -> String {
    let title = String(repeating: "x", count: 500)
    let list = (0..<(bytes / 500 + 1)).map {
      #"{"id": "x\#($0)", "group": "audit", "title": "\#(title)", "status": "open"}"#
    }
    return "{\"actions\": [\(list.joined(separator: ","))]}"
  }

  private func folder(_ more: [String: String]) throws -> TemporaryFolder {
    var files = SmallFolder.files.merging(more) { $1 }
    files["groups/audit/group.json"] =
      #"{"id": "audit", "name": "Audit", "type": "subgroup", "parents": [{"partnership": "area"}]}"#
    return try TemporaryFolder(files)
  }

  @Test func whoFillsAFolderHarmsThatFolder() throws {
    let folder = try folder(["groups/audit/actions.json": actions(bytes: 30_000)])
    let data = DataFolder(path: folder.path, bounds: Self.small)
    let reader = FolderReader(data)
    for workspace in [try data.read(), try reader.begin()] {
      #expect(workspace.actions.all.map(\.id) == ["a", "b", "c"])
      #expect(workspace.groups.all.map(\.id).sorted() == ["audit", "board"])
      let faults = workspace.faults
      #expect(Set(faults.map(\.file)) == ["groups/audit/", "groups/audit/actions.json"])
      let told = faults.first { $0.file == "groups/audit/" }?.sentence ?? ""
      #expect(told.contains("1 file here") && told.contains("20,000 bytes in 40 files are read"))
      #expect(told.contains("Nothing was changed, and everything else goes on."))
    }
    // The command line finds what is not left out, and says what it did not look through.
    #expect(try data.find(ActionItem.self, id: "a").document == SmallFolder.actions)
    let missing = #expect(throws: FindingError.self) {
      _ = try data.find(ActionItem.self, id: "x1")
    }
    #expect(missing?.sentence.contains("groups/audit/actions.json (the data folder holds") == true)
    // Once there is less of it, it is read; and left out again when it grows.
    try folder.write(actions(bytes: 1_000), to: "groups/audit/actions.json")
    let less = try #require(try reader.read().workspace)
    #expect(less.actions.all.count == 6 && less.faults.isEmpty)
    try folder.write(actions(bytes: 30_000), to: "groups/audit/actions.json")
    let more = try #require(try reader.read().workspace)
    #expect(more.actions.all.count == 3 && more.faults.count == 2)
  }

  @Test func aFolderOfManyFilesIsLeftOutBeforeOthers() throws {
    var reviews: [String: String] = [:]
    for number in 0..<400 {
      reviews["reviews/r\(number).json"] =
        #"{"id": "r\#(number)", "title": "R", "type": "localReview", "commissionedBy": "area", "#
        + #""stage": "underWay"}"#
    }
    let folder = try folder(reviews)
    let data = DataFolder(path: folder.path, bounds: FolderBounds(bytes: 1 << 20, files: 40))
    let reader = FolderReader(data)
    for workspace in [try data.read(), try reader.begin()] {
      #expect(workspace.actions.all.count == 3 && workspace.agencies.all.count == 2)
      #expect(Set(workspace.faults.map(\.file).filter { !$0.hasPrefix("reviews/") }).isEmpty)
      #expect(workspace.faults.count <= FolderBounds.mostTold + 2)
      #expect(workspace.faults.contains { $0.message.contains("more files and folders here") })
    }
    let news = try reader.read()
    #expect(news.files.isEmpty && news.workspace == nil)
  }

  @Test func hugeFilesCostNothing() throws {
    let folder = try folder([:])
    for file in ["actions", "meetings", "chair-terms"] {
      try folder.write("", to: "groups/audit/\(file).json")
      try #require(truncate("\(folder.path)/groups/audit/\(file).json", 60 << 20) == 0)
    }
    let start = processorTime()
    let workspace = try folder.read()
    #expect(processorTime() - start < 5_000_000_000)
    #expect(workspace.actions.all.map(\.id) == ["a", "b", "c"])
    let told = workspace.faults.first { $0.file == "groups/audit/" }
    #expect(told?.message.contains("134,217,728 bytes in 20,000 files are read") == true)
  }

  /// A file of one action with so many owners, and one that is changed.
  private func stored(owners: Int) -> [UInt8] {
    let list = Array(repeating: #"{"agency": "council"}"#, count: owners).joined(separator: ",")
    let text = #"""
      {"actions": [{"id": "a", "group": "board", "title": "One", "status": "open"},
        {"id": "b", "group": "board", "title": "Two", "status": "open", "owners": [\#(list)]}]}
      """#
    return Array(text.utf8)
  }

  @Test(arguments: [
    (owners: 49, adding: 1, isSaved: true), (owners: 50, adding: 1, isSaved: false),
    (owners: 10, adding: 41, isSaved: false), (owners: 60, adding: 0, isSaved: true),
    (owners: 60, adding: 1, isSaved: false),
  ])
  func whatWouldNotBeReadIsNotSaved(owners: Int, adding: Int, isSaved: Bool) throws {
    var before = ActionItem()
    (before.id, before.group, before.title, before.status) = ("a", "board", "One", .open)
    var after = before
    after.title = "Another title"
    for _ in 0..<adding {
      var owner = Owner()
      owner.agency = "police"
      after.owners.append(owner)
    }
    let edit = Edit("Change", before.changes(to: after, in: SmallFolder.actions))
    func plan() throws(StoredDocumentError) -> CommitPlan {
      try CommitPlan(
        edit, nextSequence: { _ in 1 }, mostParts: 50,
        load: { path throws(StoredDocumentError) in
          try StoredDocument(path, bytes: stored(owners: owners))
        })
    }
    if isSaved {
      #expect(try plan().changes.isEmpty == false)
      return
    }
    let refused = #expect(throws: StoredDocumentError.self) { _ = try plan() }
    let reason = refused?.reason ?? ""
    #expect(
      reason.contains("would hold more than the 50 parts of records that are read of one file"))
    #expect(reason.contains("Take out of the file first"))
  }
}

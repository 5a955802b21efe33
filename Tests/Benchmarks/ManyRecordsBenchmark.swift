import DataStore
import Safeguarding

/// Measures one save that adds and changes thousands of records, as an import does.
struct ManyRecordsBenchmark {
  private static let count = 7200
  private static let fileBytes = 20_000_000

  private let folder: TemporaryDataFolder
  private let store: FolderStore

  /// Makes a folder of 20 MB.
  init() throws {
    folder = try TemporaryDataFolder(files: GeneratedFiles(longFileBytes: Self.fileBytes).files)
    store = FolderStore(path: folder.path)
  }

  /// Prints how long it takes to add records, to change some, and to take them out again.
  func measure() throws {
    let actions = Array(try store.read().actions.all.prefix(Self.count))
    guard let first = actions.first else { throw BenchmarkError("There are no actions.") }
    let document = GeneratedFiles.longFile
    var new = first
    (new.id, new.title) = ("", "Added with many others")
    let added = new
    try measure("adding") {
      Edit("Add many", (0..<Self.count).map { _ in added.added(to: document) })
    }
    try measure("changing two fields of each of") {
      Edit(
        "Change many",
        actions.flatMap { action in
          var changed = action
          (changed.title, changed.impact) = (
            "\(action.title) Now better said.", ["Seen in an audit"]
          )
          return action.changes(to: changed, in: document)
        })
    }
    try measure("taking out") {
      let all = try store.read().actions.all.suffix(Self.count)
      return Edit("Take many out", all.map { $0.removed(from: document) })
    }
  }

  private func measure(_ what: String, _ edit: () throws -> Edit) throws {
    let edit = try edit()
    var receipt = Receipt(entries: [], changes: [])
    let time = try ContinuousClock().measure { receipt = try store.commit(edit) }
    guard receipt.changes.count == edit.changes.count else {
      throw BenchmarkError("Only \(receipt.changes.count) of \(edit.changes.count) were saved.")
    }
    print(
      "\(what) \(Self.count) records in one save, in a folder of 20 MB: "
        + "\(rounded(time / .seconds(1))) s (goal: at most 3)")
  }
}

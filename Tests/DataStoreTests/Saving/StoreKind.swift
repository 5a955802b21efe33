import DataStore
import Safeguarding
import Testing

/// The stores that must keep the promises of `Store`, each with a way to open it twice.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
  case memory, folder, database

  /// Those that there is a place for on this machine.
  static var allCases: [StoreKind] {
    TestServer.isInstalled ? [.memory, .folder, .database] : [.memory, .folder]
  }

  var testDescription: String { rawValue }

  /// Runs a test on two sessions of one store that holds the small folder.
  func run(
    adding extra: [String: String] = [:],
    _ test: (_ one: any Store, _ other: any Store) throws -> Void
  ) throws {
    let files = SmallFolder.files.merging(extra) { $1 }
    switch self {
    case .memory:
      let store = MemoryStore(files: files.mapValues { Array($0.utf8) })
      try test(store, store)
    case .folder:
      let folder = try TemporaryFolder(files)
      try test(FolderStore(path: folder.path), FolderStore(path: folder.path))
      withExtendedLifetime(folder) {}
    case .database:
      let workspace = try TestServer.running.get().workspace(of: files)
      try test(try workspace.session("one"), try workspace.session("other"))
    }
  }
}

extension Workspace {
  /// An action that must be there.
  func action(_ id: String) throws -> ActionItem {
    guard let action = actions[id] else { throw Missing(id: id) }
    return action
  }
}

/// Says which record a test did not find.
struct Missing: Error { let id: String }

extension ActionItem {
  /// The edit that makes this action another one.
  func edit(_ change: (inout ActionItem) -> Void) -> Edit {
    var after = self
    change(&after)
    return Edit("Change \(id)", changes(to: after, in: SmallFolder.actions))
  }
}

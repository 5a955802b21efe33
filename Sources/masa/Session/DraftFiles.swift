import DataStore
import Glibc
import JSONDocument
import Safeguarding

/// What a person was typing, kept in their own folder until it is saved or dropped.
///
/// Each draft is one file that nobody else can read, replaced whole each time.
struct DraftFiles: Sendable {
  private let folder: String
  /// Nobody types more.
  private static let largest = 8 << 20

  /// The drafts of this person for one data folder; nil where the person has no folder of their own.
  init?(dataFolder: String) {
    guard let state = StateFolder.path else { return nil }
    folder = "\(state)/drafts/\(StateFolder.name(ofDataFolder: dataFolder))"
  }

  /// Every draft with when it was typed, in seconds since 1970; the one typed last first.
  var all: [(draft: Draft, time: Int)] {
    let names = (folderEntries(folder) ?? []).filter { $0.hasSuffix(".json") }
    return names.compactMap { name -> (draft: Draft, time: Int)? in
      let path = "\(folder)/\(name)"
      guard let facts = FileFacts(path),
        case .bytes(let bytes) = ownFile(path, largest: DraftFiles.largest),
        case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) }),
        let draft = StoredValue(document.root).flatMap(Draft.init(stored:))
      else { return nil }
      return (draft, facts.modified)
    }.sorted { ($1.time, $0.draft.id) < ($0.time, $1.draft.id) }
  }

  /// Keeps a draft in the place of what it was before; answers why that failed.
  func save(_ draft: Draft) -> String? {
    guard makeFolders(folder) else { return lastError }
    let text = JSONLiteral(draft.stored).write(indentation: 2) + "\n"
    guard replaceFile("\(folder)/\(fileName(draft.id))", with: Array(text.utf8)),
      confirmFolder(folder)
    else { return lastError }
    return nil
  }

  /// Drops a draft; one that is not there is dropped already.
  func drop(_ id: String) { unlink("\(folder)/\(fileName(id))") }

  private func fileName(_ id: String) -> String { "\(StateFolder.name(of: id)).json" }
}

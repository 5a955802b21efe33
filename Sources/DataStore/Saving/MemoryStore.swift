import JSONDocument
public import Safeguarding
import Synchronization

/// A workspace kept in memory: for tests, and as an example of a store without a folder.
public final class MemoryStore: Store {
  private struct Contents {
    var files: [String: [UInt8]]
    var journal: [JournalEntry] = []
    var sequences: [String: Int] = [:]
  }

  private let contents: Mutex<Contents>
  private let user: String
  private let clock: @Sendable () -> Int

  /// A store of files, each by its path in a data folder, for a person of this name.
  public init(
    files: [String: [UInt8]], user: String = "you", clock: @escaping @Sendable () -> Int = { 0 }
  ) {
    contents = Mutex(Contents(files: files))
    self.user = user
    self.clock = clock
  }

  /// Reads every file.
  public func read() throws(FolderError) -> Workspace {
    let files = contents.withLock { $0.files }
    if let refusal = FormatVersion(files[FormatVersion.file]).readingRefusal {
      throw .unreadable(refusal)
    }
    return WorkspaceReader(files: files.map { (path: $0.key, bytes: $0.value) }).read()
  }

  /// Saves an edit.
  public func commit(_ edit: Edit) throws(CommitError) -> Receipt {
    try contents.withLock { commit(edit, to: &$0) }.get()
  }

  /// Every saved edit, earliest first.
  public func history() throws(FolderError) -> [JournalEntry] {
    contents.withLock { $0.journal }.joined
  }

  /// The bytes of a file; nil when there is none.
  public func bytes(of path: String) -> [UInt8]? { contents.withLock { $0.files[path] } }

  private func commit(
    _ edit: Edit, to contents: inout Contents
  ) -> Result<Receipt, CommitError> {
    let before = contents
    let version = FormatVersion(before.files[FormatVersion.file])
    if let refusal = version.savingRefusal(in: ".") { return .failure(.refused(refusal)) }
    do throws(StoredDocumentError) {
      var plan = try CommitPlan(
        edit, nextSequence: { before.sequences[$0, default: 0] + 1 },
        load: { path throws(StoredDocumentError) in
          try StoredDocument(path, bytes: before.files[path])
        })
      if !plan.conflicts.isEmpty {
        return .failure(.conflict(plan.conflicts.named(in: before.journal)))
      }
      let entries = plan.folders.map {
        EntryID(folder: $0, sequence: before.sequences[$0, default: 0] + 1)
      }
      for id in entries {
        try plan.note(DocumentStamp(sequence: id.sequence, hash: "memory"), in: id.folder)
        for document in plan.spelled(in: id.folder) {
          contents.files[document.path] = document.bytes
        }
        contents.sequences[id.folder] = id.sequence
        let isLeader = id == entries.first
        contents.journal.append(
          JournalEntry(
            id: id, title: edit.title, time: clock(), userID: 0, user: user,
            changes: plan.changes.filter { $0.folder == id.folder }, undoes: edit.undoes,
            partOf: isLeader ? nil : entries.first,
            parts: isLeader ? Array(entries.dropFirst()) : []))
      }
      return .success(
        Receipt(entries: entries, changes: plan.carriedOut, merged: plan.merged))
    } catch {
      contents = before
      return .failure(error.asCommitError)
    }
  }
}

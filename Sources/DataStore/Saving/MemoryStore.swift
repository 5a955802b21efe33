public import Safeguarding
import Synchronization

/// A workspace kept in memory: for tests, and as an example of a store without a folder.
public final class MemoryStore: Store {
  private struct Contents {
    var files: [String: [UInt8]]
    var journal: [JournalEntry] = []
    var ends: [String: PlannedCommit.End] = [:]
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
    do throws(CommitError) {
      let plan = try PlannedCommit(
        edit, by: PlannedCommit.Maker(id: 0, name: user, time: clock()), ends: before.ends,
        document: { before.files[$0] }, latest: { before.journal })
      for write in plan.writes.reversed() {
        for (name, bytes) in write.documents {
          contents.files[documentPath(name, in: write.folder)] = bytes
        }
        if let line = JournalLine(write.line, folder: write.folder) {
          contents.ends[write.folder] = PlannedCommit.End(
            line: write.line, sequence: write.sequence, hash: line.hash, of: write.folder)
          contents.journal.append(line.entry)
        }
      }
      return .success(plan.receipt)
    } catch {
      return .failure(error)
    }
  }
}

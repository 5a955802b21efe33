/// What one person can undo and redo, found from what the journals remember.
///
/// Nothing else is kept: it is the same after a restart, and in every folder.
public struct UndoHistory: Sendable {
  private let journal: [JournalEntry]
  private let userID: Int
  /// For each entry the edit that it goes back to, however often that was undone and done again.
  private var origins: [EntryID: EntryID] = [:]
  /// The entries that undo something, and do not do it again.
  private var undoes: Set<EntryID> = []
  /// The edits that were undone, and not done again.
  private var undone: Set<EntryID> = []

  /// Looks through the journals.
  ///
  /// - Parameters:
  ///   - journal: The entries of all folders that may be read, earliest first.
  ///   - userID: The number of the account whose edits are meant.
  public init(_ journal: [JournalEntry], userID: Int) {
    self.journal = journal.joined
    self.userID = userID
    // An edit is taken back in a folder that it changed: no other journal can say so.
    var folders: [EntryID: Set<String>] = [:]
    for entry in self.journal where !entry.changes.isEmpty {
      folders[entry.id, default: [entry.id.folder]].formUnion(entry.changes.map(\.folder))
    }
    for entry in journal {
      guard let target = entry.undoes, folders[target]?.contains(entry.id.folder) ?? true else {
        origins[entry.id] = entry.leader
        continue
      }
      let origin = origins[target] ?? target
      origins[entry.id] = origin
      if undoes.contains(target) {
        undone.remove(origin)
      } else {
        undoes.insert(entry.id)
        undone.insert(origin)
      }
    }
  }

  /// Whether what an entry did was taken back and not done again.
  public func isUndone(_ entry: JournalEntry) -> Bool {
    undone.contains(origins[entry.id] ?? entry.leader) != undoes.contains(entry.id)
  }

  /// The latest edit of the person that still holds; nil when there is none.
  public var nextUndo: JournalEntry? {
    journal.last { isOwn($0) && !undoes.contains($0.id) && !isUndone($0) }
  }

  /// The latest undo of the person that still holds; nil when they have edited anything since.
  public var nextRedo: JournalEntry? {
    for entry in journal.reversed() where isOwn(entry) {
      if entry.undoes == nil { return nil }
      if undoes.contains(entry.id), !isUndone(entry) { return entry }
    }
    return nil
  }

  /// The edit that takes back ``nextUndo``, in all folders that it changed.
  public var undo: Edit? { nextUndo.map(undoing) }

  /// The edit that does again what ``nextRedo`` took back.
  public var redo: Edit? { nextRedo.map(undoing) }

  private func isOwn(_ entry: JournalEntry) -> Bool { entry.userID == userID }
}

public import Safeguarding

/// Where a workspace is kept: it is read as a whole and changed by edits, and remembers each of them.
///
/// Every store keeps the same promises, whatever it writes to; the conformance tests hold them:
/// an edit is saved whole or not at all; what two people change in different fields is merged; the
/// same field changed otherwise is a conflict in which nothing is saved; what ``commit(_:)`` has
/// answered stays; the journal holds each saved edit once.
public protocol Store: Sendable {
  /// Reads everything; whatever is wrong is in the workspace's faults.
  func read() throws(FolderError) -> Workspace

  /// Saves an edit; it answers when the edit is safe.
  ///
  /// - Throws: ``CommitError`` when nothing was saved, with what to do now.
  func commit(_ edit: Edit) throws(CommitError) -> Receipt

  /// Every saved edit of the folders that may be read, earliest first.
  ///
  /// An edit that changed several folders is listed once.
  func history() throws(FolderError) -> [JournalEntry]
}

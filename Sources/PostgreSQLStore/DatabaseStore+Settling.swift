import DataStore
import Glibc
import Safeguarding

extension DatabaseStore {
  /// Finds out whether an edit was saved whose answer was lost with the line.
  func settle(
    _ saving: Saving, _ sent: PlannedCommit, _ state: inout State
  ) throws(CommitError) -> Receipt {
    let end = clock() + 10
    repeat {
      do throws(DatabaseFailure) {
        if try isSaved(saving, sent, over: try line(&state).connection) { return sent.receipt }
        throw DatabaseFailure(.again, "")
      } catch {
        if error.kind == .again {
          throw .refused(
            "Your change was not saved: the line to the database broke before it was. Nothing was changed, what you "
              + "entered is kept, and the database answers again: save it once more.")
        }
        state.line = nil
        if error.kind == .closed { break }
        usleep(200_000)
      }
    } while clock() < end
    throw .unfinished(
      "It is not known yet whether your change was saved: the line to the database broke while it was. Do not enter it "
        + "again. As soon as the database answers, masa history and the screen show whether it is there.",
      sent.receipt.entries)
  }

  /// Whether the journal holds an edit.
  ///
  /// Whoever has the lock of its folders behind it sees the end of the transaction, as that held it.
  private func isSaved(
    _ saving: Saving, _ sent: PlannedCommit, over connection: DatabaseConnection
  ) throws(DatabaseFailure) -> Bool {
    try connection.transaction("begin isolation level read committed read write") {
      () throws(DatabaseFailure) in
      var isSaved = false
      try connection.run(
        "select id from masa.lock_folders($1, $2::text[])",
        [.text(workspace), .texts(sent.writes.map(\.folder))])
      try connection.run(
        "select exists (select from masa.journal where commit = $1::uuid)", [.text(saving.id)]
      ) { isSaved = $0.flag(0) }
      return isSaved
    }
  }
}

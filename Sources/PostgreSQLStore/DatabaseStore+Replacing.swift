import DataStore
package import Safeguarding
import Synchronization

extension DatabaseStore {
  /// Replaces a file of the top folder; the journal tells who did it.
  package func replace(
    _ name: String, to attempt: String, _ make: ([UInt8]?) -> [UInt8]?
  ) throws(CommitError) {
    try state.withLock { state throws(CommitError) in
      var isSent = false
      let refusal: String?
      do throws(DatabaseFailure) {
        refusal = try replace(name, attempt, make, &state, &isSent)
      } catch {
        state.line?.connection.rollBack()
        guard error.kind == .lost, isSent else {
          throw .refused(error.sentence(trying: attempt))
        }
        state.line = nil
        throw .unfinished(
          "It is not known yet whether it was possible to \(attempt): the line to the database broke meanwhile. As soon as the "
            + "database answers, masa history shows whether it is there.", [])
      }
      if let refusal { throw .refused(refusal) }
    }
  }

  /// Replaces it in one transaction.
  ///
  /// - Returns: Why it may not be replaced; nil where it was, or was to stay as it is.
  private func replace(
    _ name: String, _ attempt: String, _ make: ([UInt8]?) -> [UInt8]?, _ state: inout State,
    _ isSent: inout Bool
  ) throws(DatabaseFailure) -> String? {
    let line = try line(&state)
    let connection = line.connection
    try connection.run("begin isolation level read committed read write")
    let end = try lock([""], over: connection)[""] ?? (0, 0, "")
    let files = try documents(named: [name, "access.json", "workspace.json"], over: connection)
    let role = RoleReading(kept: files["access.json"], copiedTo: copy.path, user: line.user)
    let refusal =
      role.refusal(ofFile: name)
      ?? DataFolder.formatRefusal(beside: files["workspace.json"], in: address.text)
    guard refusal == nil, let bytes = make(files[name]) else {
      connection.rollBack()
      return refusal
    }
    let last = try lastLines(of: ["": end.number], over: connection)[""]
    let title = (attempt.first.map { String($0).uppercased() } ?? "") + attempt.dropFirst()
    let plan = PlannedCommit(
      replacing: name, in: "", with: bytes, titled: title,
      by: PlannedCommit.Maker(id: line.number, name: line.user, time: clock()),
      behind: PlannedCommit.End(line: last, sequence: end.sequence, hash: end.hash, of: ""))
    try append(plan, as: Self.newID(), to: ["": end.number], over: connection)
    isSent = true
    try connection.run("commit")
    try refresh(&state, over: line)
    return nil
  }
}

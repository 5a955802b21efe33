import DataStore
import Glibc
package import Safeguarding
import Synchronization

extension DatabaseStore {
  /// Saves an edit; it answers when the database has confirmed it.
  package func commit(_ edit: Edit) throws(CommitError) -> Receipt {
    if edit.changes.isEmpty, edit.expectations.isEmpty {
      return Receipt(entries: [], changes: [])
    }
    return try state.withLock { state throws(CommitError) in
      let saving = Saving(edit: edit, id: Self.newID())
      var left = 5
      while true {
        let saved: Result<Receipt, CommitError>
        do throws(DatabaseFailure) {
          saved = try save(saving, &state)
        } catch {
          state.line?.connection.rollBack()
          left -= 1
          if error.kind == .again, left > 0 { continue }
          guard error.kind == .lost else { throw refusal(error) }
          state.line = nil
          // What was never sent is not saved: it is sent over a new line, where there is one.
          guard let sent = saving.sent else {
            if left == 4 { continue }
            throw refusal(error)
          }
          saved = .success(try settle(saving, sent, &state))
        }
        // It is saved: should the copy not come after, the next reading tells what is wrong.
        _ = Result { () throws(DatabaseFailure) in try refresh(&state, over: try line(&state)) }
        return try saved.get()
      }
    }
  }

  /// An edit on its way.
  final class Saving {
    let edit: Edit
    /// What it is found by in the journal, should the answer be lost.
    let id: String
    /// What was sent, once it was.
    var sent: PlannedCommit?

    init(edit: Edit, id: String) { (self.edit, self.id) = (edit, id) }
  }

  static func newID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    // A random UUID, as RFC 9562 spells version 4.
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10...]]
      .map { $0.joined() }.joined(separator: "-")
  }

  private func refusal(_ failure: DatabaseFailure) -> CommitError {
    .refused(failure.sentence(trying: "save your change"))
  }

  /// Saves in one transaction.
  ///
  /// - Returns: What came of it; a failure that is the edit's own leaves the line as it was.
  /// - Throws: ``DatabaseFailure`` where the database did not do it.
  private func save(
    _ saving: Saving, _ state: inout State
  ) throws(DatabaseFailure) -> Result<Receipt, CommitError> {
    let line = try line(&state)
    let connection = line.connection
    saving.sent = nil
    let known = Set(state.copy.index.folders.keys).union(state.copy.index.grants.closed)
    let (standing, missing): ([String], [String])
    do throws(CommitError) {
      (standing, missing) = try PlannedCommit.folders(of: saving.edit) { known.contains($0) }
    } catch {
      return .failure(error)
    }
    let grants = state.copy.index.grants
    if let locked = standing.first(where: { !grants.writable.contains($0) }) {
      let role = RoleReading(
        kept: bytes(of: "access.json"), copiedTo: copy.path, user: line.user)
      return .failure(.refused(grants.refusal(of: locked, asking: role.access.contact)))
    }
    try connection.run("begin isolation level read committed read write")
    for folder in missing {
      try connection.run("select masa.make_folder($1, $2)", [.text(workspace), .text(folder)])
    }
    let locked = try lock(standing + missing, over: connection)
    let numbers = locked.mapValues(\.number)
    let files = try documents(of: saving.edit, over: connection)
    if let refusal = DataFolder.formatRefusal(beside: files["workspace.json"], in: address.text) {
      connection.rollBack()
      return .failure(.refused(refusal))
    }
    let lines = try lastLines(of: numbers, over: connection)
    let plan: PlannedCommit
    do throws(CommitError) {
      plan = try PlannedCommit(
        saving.edit,
        by: PlannedCommit.Maker(id: line.number, name: line.user, time: clock()),
        ends: Dictionary(
          uniqueKeysWithValues: locked.map { path, end in
            (
              path,
              PlannedCommit.End(
                line: lines[path], sequence: end.sequence, hash: end.hash, of: path)
            )
          }),
        role: RoleReading(kept: files["access.json"], copiedTo: copy.path, user: line.user),
        document: { files[$0] },
        latest: { () throws(CommitError) in try latest(of: numbers, over: connection) })
    } catch {
      connection.rollBack()
      return .failure(error)
    }
    if plan.writes.isEmpty {
      connection.rollBack()
      return .success(plan.receipt)
    }
    try append(plan, as: saving.id, to: numbers, over: connection)
    _ = connection.takeWarnings()
    saving.sent = plan
    try connection.run("commit")
    // A wait for the second server that was cut short is told as a warning only.
    if connection.takeWarnings().contains(where: { $0.hasPrefix("01") }) {
      return .failure(
        .unfinished(
          "Your change is saved on one server, and the second one has not confirmed it. Do not enter it again. Tell the "
            + "administrator of the database: until then it could be lost with that server.",
          plan.receipt.entries))
    }
    return .success(plan.receipt)
  }

  /// Locks folders, and answers their numbers and where their journals end, by their paths.
  func lock(
    _ folders: [String], over connection: DatabaseConnection
  ) throws(DatabaseFailure) -> [String: (number: Int, sequence: Int, hash: String)] {
    var locked: [String: (number: Int, sequence: Int, hash: String)] = [:]
    try connection.run(
      "select id, path, last_sequence, last_hash from masa.lock_folders($1, $2::text[])",
      [.text(workspace), .texts(folders)]
    ) { row in
      locked[row.text(1)] = (row.number(0) ?? 0, row.number(2) ?? 0, row.text(3))
    }
    return locked
  }

  /// Appends what was planned to the journals, and puts the documents in place.
  func append(
    _ plan: PlannedCommit, as id: String, to numbers: [String: Int],
    over connection: DatabaseConnection
  ) throws(DatabaseFailure) {
    for write in plan.writes {
      try connection.run(
        "select masa.append($1::bigint, $2::bigint, $3::uuid, $4::bytea, $5::text[], $6::bytea[])",
        [
          .number(numbers[write.folder] ?? 0), .number(write.sequence), .text(id),
          .bytes(write.line), .texts(write.documents.map(\.name)),
          .listOfBytes(write.documents.map(\.bytes)),
        ])
    }
  }

  /// The bytes of a file as the copy holds them.
  private func bytes(of file: String) -> [UInt8]? {
    if case .success(let bytes) = Result(catching: { () throws(FolderError) in
      try folder.bytes(of: file)
    }) {
      return bytes
    }
    return nil
  }

  /// The files that an edit is about, and those that say who may do it, as they are now.
  private func documents(
    of edit: Edit, over connection: DatabaseConnection
  ) throws(DatabaseFailure) -> [String: [UInt8]] {
    try documents(
      named: Set(
        edit.changes.map(\.document) + edit.expectations.map(\.document)
          + edit.seen.map(\.document) + ["access.json", "workspace.json"]), over: connection)
  }

  /// Files as they are now, by their paths.
  func documents(
    named wanted: Set<String>, over connection: DatabaseConnection
  ) throws(DatabaseFailure) -> [String: [UInt8]] {
    let paths = wanted.sorted()
    var files: [String: [UInt8]] = [:]
    try connection.run(
      """
      select case when f.path = '' then d.name else f.path || '/' || d.name end, d.bytes
      from masa.workspace w join masa.folder f on f.workspace = w.id join masa.document d on d.folder = f.id
      join unnest($2::text[], $3::text[]) k(folder, name) on k.folder = f.path and k.name = d.name
      where w.name = $1
      """,
      [
        .text(workspace), .texts(paths.map { folderPath(of: $0) }),
        .texts(paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }),
      ]
    ) { row in
      files[row.text(0)] = row.bytes(1)
    }
    return files
  }

  /// The last line of each journal.
  func lastLines(
    of numbers: [String: Int], over connection: DatabaseConnection
  ) throws(DatabaseFailure) -> [String: [UInt8]] {
    var lines: [String: [UInt8]] = [:]
    try connection.run(
      """
      select f.path, j.line from masa.folder f join masa.head h on h.folder = f.id
      join masa.journal j on j.folder = f.id and j.sequence = h.last_sequence where f.id = any ($1::bigint[])
      """, [.numbers(Array(numbers.values))]
    ) { row in
      lines[row.text(0)] = row.bytes(1)
    }
    return lines
  }

  /// The latest entries of journals, earliest first.
  private func latest(
    of numbers: [String: Int], over connection: DatabaseConnection
  ) throws(CommitError) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    do throws(DatabaseFailure) {
      try connection.run(
        """
        select f.path, j.line from masa.journal j join masa.folder f on f.id = j.folder
        where j.folder = any ($1::bigint[]) order by j.sequence desc limit 2000
        """, [.numbers(Array(numbers.values))]
      ) { row in
        guard let bytes = row.bytes(1), let line = JournalLine(bytes, folder: row.text(0)) else {
          return
        }
        entries.append(line.entry)
      }
    } catch {
      throw .refused(error.sentence(trying: "find out who changed the same field"))
    }
    return entries.reversed()
  }
}

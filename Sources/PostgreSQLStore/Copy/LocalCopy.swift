import DataStore
import Safeguarding

/// A copy, on this machine, of what an account may read of a workspace in a database.
///
/// It is what the program reads: whatever reads a data folder reads it. It is verified each time it is brought up to date:
/// journals continue the chain that was read before, files are as they were written, and what a server says that is older
/// than what was read from it before is not believed. It says nothing of rights: the server does, each time.
struct LocalCopy {
  private let folder: CopyFolder
  private let workspace: String
  private(set) var index: CopyIndex

  init(_ folder: CopyFolder, of workspace: String) {
    self.folder = folder
    self.workspace = workspace
    index = folder.index
  }

  /// A folder as the server knows it now.
  private struct Known {
    let path: String
    let number: Int
    let end: CopyIndex.Folder?
    let mayWrite: Bool
  }

  /// Brings everything up to date that the server has changed; nobody may read the copy meanwhile.
  mutating func refresh(over connection: DatabaseConnection, as user: String)
    throws(DatabaseFailure)
  {
    // Another session of the account may have done it already.
    index = folder.index
    let before = index
    var now = index
    try connection.transaction("begin isolation level repeatable read read only") {
      () throws(DatabaseFailure) in
      let known = try folders(over: connection)
      now.grants = FolderGrants(
        user: user, writable: Set(known.filter(\.mayWrite).map(\.path)),
        readable: Set(known.filter { $0.end != nil && !$0.mayWrite }.map(\.path)),
        closed: Set(known.filter { $0.end == nil }.map(\.path)))
      let open = known.filter { $0.end != nil }
      try forget(Set(now.folders.keys).subtracting(open.map(\.path)), in: &now)
      try checkHeads(open)
      let touched = touchedFolders(now)
      let stale = open.filter { $0.end != now.folders[$0.path] || touched.contains($0.path) }
      if stale.isEmpty { return }
      try readJournals(of: stale, over: connection, &now)
      try readDocuments(of: stale, over: connection, &now)
    }
    guard now.text != before.text else { return }
    try folder.keep(now)
    index = now
  }

  private func folders(over connection: DatabaseConnection) throws(DatabaseFailure) -> [Known] {
    var known: [Known] = []
    try connection.run(
      "select id, path, last_sequence, last_hash, may_read, may_write from masa.folders($1)",
      [.text(workspace)]
    ) { row in
      let number = row.number(0) ?? 0
      let end = CopyIndex.Folder(number: number, sequence: row.number(2) ?? 0, hash: row.text(3))
      known.append(
        Known(
          path: row.text(1), number: number, end: row.flag(4) ? end : nil, mayWrite: row.flag(5)))
    }
    guard !known.isEmpty else {
      throw DatabaseFailure(
        .closed,
        "there is no workspace \"\(workspace)\" in the database, or nothing of it is open to this account"
      )
    }
    return known
  }

  /// Refuses what is older than what was read before: a server that came back behind the others.
  private func checkHeads(_ open: [Known]) throws(DatabaseFailure) {
    for known in open {
      guard let before = index.folders[known.path], let end = known.end,
        before.number == end.number
      else { continue }
      let isOlder = end.sequence < before.sequence
      guard isOlder || end.sequence == before.sequence && end.hash != before.hash else { continue }
      let name = known.path.isEmpty ? "at the top" : "of \(known.path)"
      throw DatabaseFailure(
        .wrong,
        "the journal \(name) ends with entry \(end.sequence) on this server, and entry \(before.sequence) was "
          + "read before\(isOlder ? "" : ", which was another one"): it is not the server that everybody saves on, or what "
          + "was saved is lost. Where it was put back on purpose, from a backup, remove what this machine keeps of it: "
          + "rm -r \(quotedForShell(folder.path))")
    }
  }

  /// The folders with a file that is not as it was written.
  private func touchedFolders(_ index: CopyIndex) -> Set<String> {
    let touched = index.files.filter { folder.signature(of: $0.key) != $0.value.signature }
    return Set(touched.keys.map { folderPath(of: $0) })
  }

  private func forget(_ gone: Set<String>, in now: inout CopyIndex) throws(DatabaseFailure) {
    // Inner folders first.
    for path in gone.sorted(by: >) {
      let files = now.files.keys.filter { folderPath(of: $0) == path }
      folder.empty(path, files: Array(files))
      for file in files { now.files[file] = nil }
      now.folders[path] = nil
      now.journals[path] = nil
    }
  }

  private func readJournals(
    of stale: [Known], over connection: DatabaseConnection, _ now: inout CopyIndex
  ) throws(DatabaseFailure) {
    let since = stale.map { known -> Int in
      guard let before = now.folders[known.path], before.number == known.number,
        let length = now.journals[known.path], folder.cut(journal(of: known.path), to: length)
      else { return 0 }
      return before.sequence
    }
    for (known, since) in zip(stale, since) {
      try folder.make(known.path)
      if since == 0 {
        folder.remove(journal(of: known.path))
        now.journals[known.path] = 0
      }
    }
    let paths = Dictionary(
      stale.map { ($0.number, $0.path) }, uniquingKeysWith: { first, _ in first })
    var ends = now.folders
    for (known, since) in zip(stale, since) where since == 0 { ends[known.path] = nil }
    // Lines of one folder come together; they are written in pieces, however long the journal is.
    var (place, lines): (String?, [UInt8]) = (nil, [])
    var lengths = now.journals
    func write() throws(DatabaseFailure) {
      if let place, !lines.isEmpty {
        try folder.append(lines, to: journal(of: place))
        lengths[place, default: 0] += lines.count
      }
      lines = []
    }
    try connection.run(
      "select j.folder, j.sequence, j.line from masa.journal j "
        + "join unnest($1::bigint[], $2::bigint[]) k(folder, since) on j.folder = k.folder and j.sequence > k.since "
        + "order by j.folder, j.sequence", [.numbers(stale.map(\.number)), .numbers(since)]
    ) { row throws(DatabaseFailure) in
      guard let number = row.number(0), let path = paths[number], let bytes = row.bytes(2) else {
        return
      }
      if path != place || lines.count > 1 << 20 {
        try write()
        place = path
      }
      // A line that is no entry shuts nobody out of the rest: the check of the journal tells of it, as in a folder.
      let line = JournalLine(bytes, folder: path, isBrief: true)
      guard line.map({ $0.previous == ends[path]?.hash ?? "" }) ?? true else {
        throw DatabaseFailure(
          .wrong,
          "line \(row.number(1) ?? 0) of the journal of \(path.isEmpty ? "the top" : path) does not continue the "
            + "chain that was read before")
      }
      ends[path] = CopyIndex.Folder(
        number: number, sequence: row.number(1) ?? 0,
        hash: line?.hash ?? String(decoding: bytes.dropLast(2).suffix(64), as: UTF8.self))
      lines += bytes + [UInt8(ascii: "\n")]
    }
    try write()
    now.journals = lengths
    for known in stale {
      guard let end = known.end else { continue }
      guard end.hash == ends[known.path]?.hash ?? "" else {
        throw DatabaseFailure(
          .wrong, "the journal of \(known.path) does not end where the database says")
      }
      now.folders[known.path] = end
    }
  }

  private func readDocuments(
    of stale: [Known], over connection: DatabaseConnection, _ now: inout CopyIndex
  ) throws(DatabaseFailure) {
    let paths = Dictionary(
      stale.map { ($0.number, $0.path) }, uniquingKeysWith: { first, _ in first })
    var (there, wanted): (Set<String>, [(number: Int, name: String)]) = ([], [])
    try connection.run(
      "select folder, name, sequence from masa.document where folder = any ($1::bigint[])",
      [.numbers(stale.map(\.number))]
    ) { row in
      guard let number = row.number(0), let path = paths[number] else { return }
      let file = documentPath(row.text(1), in: path)
      there.insert(file)
      let known = now.files[file]
      if known?.sequence != row.number(2) || known?.signature != folder.signature(of: file) {
        wanted.append((number, row.text(1)))
      }
    }
    let folders = Set(stale.map(\.path))
    for file in Array(now.files.keys)
    where folders.contains(folderPath(of: file)) && !there.contains(file) {
      folder.remove(file)
      now.files[file] = nil
    }
    if wanted.isEmpty { return }
    try connection.run(
      "select d.folder, d.name, d.sequence, d.bytes from masa.document d "
        + "join unnest($1::bigint[], $2::text[]) k(folder, name) on d.folder = k.folder and d.name = k.name",
      [.numbers(wanted.map(\.number)), .texts(wanted.map(\.name))]
    ) { row throws(DatabaseFailure) in
      guard let path = row.number(0).flatMap({ paths[$0] }), let bytes = row.bytes(3) else {
        return
      }
      let file = documentPath(row.text(1), in: path)
      try folder.replace(file, with: bytes)
      now.files[file] = CopyIndex.File(
        sequence: row.number(2) ?? 0, signature: folder.signature(of: file))
    }
  }

  private func journal(of path: String) -> String {
    documentPath(journalName, in: path)
  }
}

package import DataStore
import Safeguarding

/// Takes a data folder into a database: documents byte for byte, journals line by line, and who may what.
///
/// All of it is done in one transaction, and looked at again before that ends: the folder stays as it was.
package struct MoveIn {
  /// What was moved.
  package struct Moved: Sendable {
    /// The name of the workspace in the database.
    package let workspace: String
    package fileprivate(set) var folders = 0
    package fileprivate(set) var documents = 0
    package fileprivate(set) var lines = 0
    package fileprivate(set) var bytes = 0
    /// The groups and accounts of the folder that are no roles of the database, and so were granted nothing.
    package fileprivate(set) var unknown: [String] = []
  }

  private let folder: DataFolder
  private let address: DatabaseAddress
  private let contents: [MovedFolder]
  private let openTo: [String]
  private let readers: [String]

  /// A move of a folder to an address that names a workspace which is not there yet.
  ///
  /// - Parameters:
  ///   - folder: The folder; it stays as it is.
  ///   - address: Where it goes.
  ///   - roles: The roles that may change everything in it.
  ///   - readers: The roles that may read everything in it.
  /// - Throws: ``FolderError`` where not all of the folder can be read.
  package init(
    _ folder: DataFolder, to address: DatabaseAddress, openTo roles: [String] = [],
    readers: [String] = []
  ) throws(FolderError) {
    self.folder = folder
    self.readers = readers
    openTo = roles
    self.address = address
    contents = try folder.moved()
  }

  /// Makes the tables where there are none yet, and those that are missing.
  ///
  /// - Returns: The names of the steps that were taken.
  package static func complete(_ address: DatabaseAddress) throws(DatabaseFailure) -> [String] {
    try DatabaseSchema(try DatabaseConnection(address)).complete()
  }

  /// Moves everything.
  ///
  /// - Throws: ``DatabaseFailure`` where it could not be moved; then there is nothing of it in the database.
  package func run() throws(DatabaseFailure) -> Moved {
    guard !address.workspace.isEmpty else {
      throw DatabaseFailure(
        .address, "it names no workspace; write one behind the database, as in \(address.text)/area"
      )
    }
    let connection = try DatabaseConnection(address)
    let schema = DatabaseSchema(connection)
    if try schema.number() == 0 { _ = try schema.complete() }
    try schema.check()
    var account = ""
    try connection.run("select session_user::text") { account = $0.text(0) }
    return try connection.transaction("begin isolation level read committed read write") {
      () throws(DatabaseFailure) in
      let roles = try roles(over: connection)
      try connection.run("set local role masa_owner")
      try connection.run("set local search_path = masa, pg_temp")
      var isThere = false
      try connection.run(
        "select exists (select from workspace where name = $1)", [.text(address.workspace)]
      ) { isThere = $0.flag(0) }
      if isThere {
        throw DatabaseFailure(
          .address,
          "there is a workspace \"\(address.workspace)\" in the database already; choose another name"
        )
      }
      try connection.run("insert into workspace (name) values ($1)", [.text(address.workspace)])
      var moved = Moved(workspace: address.workspace)
      for place in contents {
        try move(place, over: connection, &moved)
        try open(place, to: account, roles, over: connection, &moved)
      }
      try verify(over: connection)
      return moved
    }
  }

  private func roles(over connection: DatabaseConnection) throws(DatabaseFailure) -> Set<String> {
    var roles: Set<String> = []
    try connection.run("select rolname from pg_roles") { roles.insert($0.text(0)) }
    return roles
  }

  private func move(
    _ place: MovedFolder, over connection: DatabaseConnection, _ moved: inout Moved
  ) throws(DatabaseFailure) {
    var number = 0
    try connection.run(
      "insert into folder (workspace, path) select id, $2 from workspace where name = $1 returning id",
      [.text(address.workspace), .text(place.path)]
    ) { number = $0.number(0) ?? 0 }
    let lines: [(sequence: Int, hash: String, bytes: [UInt8])]
    var documents: [(name: String, bytes: [UInt8])] = []
    do throws(FolderError) {
      lines = try folder.journalLines(of: place.path)
      for name in place.documents {
        let file = documentPath(name, in: place.path)
        guard let bytes = try folder.bytes(of: file) else { throw .unreadable("\(file) is gone") }
        documents.append((name, bytes))
      }
    } catch {
      throw DatabaseFailure(.wrong, error.description)
    }
    for line in lines {
      try connection.run(
        "insert into journal values ($1::bigint, $2::bigint, gen_random_uuid(), $3::bytea)",
        [.number(number), .number(line.sequence), .bytes(line.bytes)])
    }
    for document in documents {
      try connection.run(
        """
        insert into document (folder, name, workspace, sequence, bytes)
        select f.id, $2, f.workspace, $3::bigint, $4::bytea from folder f where f.id = $1::bigint
        """,
        [
          .number(number), .text(document.name), .number(lines.last?.sequence ?? 0),
          .bytes(document.bytes),
        ])
    }
    try connection.run(
      "insert into head values ($1::bigint, $2::bigint, $3)",
      [.number(number), .number(lines.last?.sequence ?? 0), .text(lines.last?.hash ?? "")])
    moved.folders += 1
    moved.lines += lines.count
    moved.documents += documents.count
    moved.bytes += documents.reduce(0) { $0 + $1.bytes.count }
  }

  private func open(
    _ place: MovedFolder, to account: String, _ roles: Set<String>,
    over connection: DatabaseConnection, _ moved: inout Moved
  ) throws(DatabaseFailure) {
    var rights: [String: Bool] = [:]
    for role in readers { rights[role] = false }
    for role in openTo + [account] { rights[role] = true }
    if place.isReadByAll, rights["masa_user"] == nil { rights["masa_user"] = false }
    for name in place.readers where name != "root" { rights[name] = rights[name] ?? false }
    for name in place.writers where name != "root" { rights[name] = true }
    for (role, mayWrite) in rights.sorted(by: { $0.key < $1.key }) {
      guard roles.contains(role) else {
        if !moved.unknown.contains(role) { moved.unknown.append(role) }
        continue
      }
      try connection.run(
        "select open_folder($1, $2, $3, $4::boolean)",
        [.text(address.workspace), .text(place.path), .text(role), .flag(mayWrite)])
    }
  }

  /// That what is in the database now is what is in the folder now.
  private func verify(over connection: DatabaseConnection) throws(DatabaseFailure) {
    var count = 0
    var different: String?
    try connection.run(
      """
      select case when f.path = '' then d.name else f.path || '/' || d.name end, d.bytes
      from document d join folder f on f.id = d.folder join workspace w on w.id = f.workspace where w.name = $1
      """, [.text(address.workspace)]
    ) { row in
      count += 1
      let bytes = Result { () throws(FolderError) in try folder.bytes(of: row.text(0)) }
      if case .success(let bytes?) = bytes, bytes == row.bytes(1) { return }
      different = different ?? row.text(0)
    }
    for place in contents where different == nil {
      var kept: [UInt8] = []
      try connection.run(
        """
        select j.line from journal j join folder f on f.id = j.folder join workspace w on w.id = f.workspace
        where w.name = $1 and f.path = $2 order by j.sequence
        """, [.text(address.workspace), .text(place.path)]
      ) { kept += ($0.bytes(0) ?? []) + [UInt8(ascii: "\n")] }
      let file = documentPath(journalName, in: place.path)
      let bytes = Result { () throws(FolderError) in try folder.bytes(of: file) ?? [] }
      if case .success(let bytes) = bytes, bytes == kept { continue }
      different = file
    }
    let all = contents.reduce(0) { $0 + $1.documents.count }
    guard let different else {
      if count == all { return }
      throw DatabaseFailure(.wrong, "\(all) documents were to be moved, and \(count) are there")
    }
    throw DatabaseFailure(.again, "somebody changed \(different) while it was moved")
  }
}

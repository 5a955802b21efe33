/// The tables and functions of a database, made by migrations that have names.
struct DatabaseSchema {
  /// One step from a schema to the next.
  struct Migration {
    let name: String
    let script: String
  }

  /// Every migration, in their order; the number of one is its place, from 1.
  static let migrations = [
    Migration(
      name: "documents", script: String(decoding: PackageResources.documents_sql, as: UTF8.self)),
    Migration(name: "region", script: String(decoding: PackageResources.region_sql, as: UTF8.self)),
  ]

  /// What takes away what every role has by default.
  static let closing = String(decoding: PackageResources.closing_sql, as: UTF8.self)

  private let connection: DatabaseConnection

  init(_ connection: DatabaseConnection) { self.connection = connection }

  /// The number of the last migration that was run; 0 where there are no tables yet.
  func number() throws(DatabaseFailure) -> Int {
    var (isThere, number) = (false, 0)
    try connection.run("select to_regclass('masa.migration') is not null") { isThere = $0.flag(0) }
    if isThere {
      try connection.run("select coalesce(max(number), 0) from masa.migration") {
        number = $0.number(0) ?? 0
      }
    }
    return number
  }

  /// That the tables are those of this program.
  func check() throws(DatabaseFailure) {
    let found: Int
    do throws(DatabaseFailure) { found = try number() } catch {
      guard error.kind == .closed else { throw error }
      throw DatabaseFailure(
        .closed,
        "this account is not one of Masa's: an administrator makes it one with: grant masa_user to ACCOUNT"
      )
    }
    if found > Self.migrations.count {
      throw DatabaseFailure(
        .wrong,
        "the database is of version \(found), and this program knows the versions up to "
          + "\(Self.migrations.count): update Masa")
    }
    if found < Self.migrations.count {
      throw DatabaseFailure(
        .wrong,
        found == 0
          ? "there is no data of Masa in this database yet: bring it there with: masa move FOLDER ADDRESS"
          : "the database is of version \(found) and has to be brought to \(Self.migrations.count) first, "
            + "by its owner: masa move --close ADDRESS")
    }
  }

  /// Makes what is missing: roles, tables and functions; the account has to be allowed to.
  ///
  /// - Returns: The names of the migrations that were run.
  func complete() throws(DatabaseFailure) -> [String] {
    var missing: [String] = []
    let roles = ["masa_owner", "masa_user"]
    for role in roles {
      var isThere = false
      try connection.run("select exists (select from pg_roles where rolname = $1)", [.text(role)]) {
        isThere = $0.flag(0)
      }
      if !isThere { missing.append(role) }
    }
    for role in missing { try connection.run("create role \(role) nologin") }
    try connection.run("create schema if not exists masa authorization masa_owner")
    let before = try number()
    for (index, migration) in Self.migrations.enumerated().dropFirst(before) {
      try connection.transaction("begin isolation level read committed") {
        () throws(DatabaseFailure) in
        // A reader that forgot to end would hold up everybody behind this one.
        try connection.run("set local lock_timeout = '2s'")
        try connection.run("set local role masa_owner")
        try connection.run("set local search_path = masa, pg_temp")
        if index == 0 {
          try connection.run(
            "create table migration (number int primary key, name text not null, "
              + "applied timestamptz not null default now())")
        }
        try connection.run(script: migration.script)
        try connection.run(
          "insert into migration (number, name) values ($1::int, $2)",
          [.number(index + 1), .text(migration.name)])
      }
    }
    try connection.run(script: Self.closing)
    return Self.migrations.dropFirst(before).map(\.name)
  }
}

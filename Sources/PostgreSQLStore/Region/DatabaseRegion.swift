package import Safeguarding

/// The workspaces of a database that are open to an account, with what it counted of each before.
package struct DatabaseRegion: Sendable {
  /// A workspace.
  package struct Area: Sendable {
    /// Its name in the database.
    package let name: String
    /// What the account counted in it for a day, where all that is open of it is still as it was then.
    package let counted: [UInt8]?
    /// The state of all that is open of it.
    let state: [UInt8]
  }

  private let address: DatabaseAddress
  private let connection: DatabaseConnection

  /// The name of the database.
  package var database: String { address.database }

  /// Comes to a database, or to the workspaces of it that an address names.
  ///
  /// - Throws: ``DatabaseFailure`` where no server answers.
  package init(_ address: DatabaseAddress) throws(DatabaseFailure) {
    self.address = address
    connection = try DatabaseConnection(address)
    try DatabaseSchema(connection).check()
  }

  /// The workspaces, by their names.
  ///
  /// - Parameters:
  ///   - day: The day that is asked about.
  ///   - version: What counted: what another version counted is not taken up.
  /// - Returns: Those that are open to the account.
  /// - Throws: ``DatabaseFailure`` where the address names one that is not open, or the line broke.
  package func areas(
    on day: CalendarDate, countedBy version: String
  ) throws(DatabaseFailure) -> [Area] {
    var areas: [Area] = []
    let named = address.workspaces
    try connection.run(
      "select name, state, counted from masa.areas($1::date, $2, $3::text[])",
      [.text(day.iso), .text(version), .texts(named)]
    ) { row in
      areas.append(Area(name: row.text(0), counted: row.bytes(2), state: row.bytes(1) ?? []))
    }
    let missing = named.filter { name in !areas.contains { $0.name == name } }
    if let first = missing.first {
      throw DatabaseFailure(
        .closed,
        "there is no workspace \"\(first)\" in the database, or nothing of it is open to this account"
      )
    }
    return areas
  }

  /// Keeps what was counted in a workspace, for this account alone, until something of it changes.
  ///
  /// - Parameters:
  ///   - counted: What was counted for each of some days.
  ///   - area: The workspace as it was found before it was read.
  ///   - version: What counted.
  /// - Throws: ``DatabaseFailure`` where it cannot be kept; then it is counted again the next time.
  package func keep(
    _ counted: [(day: CalendarDate, bytes: [UInt8])], of area: Area, countedBy version: String
  ) throws(DatabaseFailure) {
    try connection.run(
      "select masa.keep_owed($1, $2::bytea, $3, $4::text[]::date[], $5::bytea[])",
      [
        .text(area.name), .bytes(area.state), .text(version), .texts(counted.map(\.day.iso)),
        .listOfBytes(counted.map(\.bytes)),
      ])
  }

  /// The address of one of the workspaces.
  package func address(of area: Area) throws(DatabaseFailure) -> DatabaseAddress {
    try address.naming(area.name)
  }
}

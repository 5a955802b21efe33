package import DataStore
import Safeguarding
import Synchronization

extension DatabaseStore {
  /// Which server answers, how safe what is saved is, and what is open to this account.
  package func facts() throws(FolderError) -> [StoreFact] {
    try state.withLock { state throws(FolderError) in
      do throws(DatabaseFailure) {
        let line = try line(&state)
        return try Self.serverFacts(of: line) + [Self.rights(state.copy.index.grants)]
          + Self.reach(of: line)
      } catch {
        throw .unreadable(error.sentence(trying: "look at the database"))
      }
    }
  }

  private static func serverFacts(of line: OpenLine) throws(DatabaseFailure) -> [StoreFact] {
    let connection = line.connection
    var standing = DatabaseStanding()
    try standing.ask(over: connection)
    let version = connection.serverVersion
    var holes: [String] = []
    try connection.run(
      """
      select p.proname from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
        and p.proname in ('lo_create', 'pg_notify', 'pg_sleep', 'pg_advisory_lock', 'pg_lock_status')
        and has_function_privilege('masa_user', p.oid, 'execute') order by 1
      """
    ) { holes.append($0.text(0)) }
    return [
      StoreFact(
        version >= 140_000,
        "the server \(connection.host) is PostgreSQL \(version / 10_000).\(version % 10_000)",
        "Masa needs 14 or later."),
      StoreFact(
        standing.waits && standing.confirming > 0 || !standing.waits && standing.following == 0,
        standing.words,
        "Set synchronous_standby_names on the first server, and look after the second one."),
      StoreFact(
        holes.isEmpty,
        holes.isEmpty
          ? "accounts have none of the rights that PostgreSQL gives to all"
          : "every account may use \(holes[0])\(holes.count > 1 ? " and \(holes.count - 1) more" : "")",
        "An upgrade gave that back. Let an administrator of PostgreSQL run: masa move --close ADDRESS"
      ),
    ]
  }

  /// What is open to the account.
  private static func rights(_ grants: FolderGrants) -> StoreFact {
    let closed =
      grants.closed.isEmpty ? "" : ", and \(counted(grants.closed.count, "folder")) closed to it"
    return StoreFact(
      true,
      "the role \(grants.user) may change \(counted(grants.writable.count, "folder")) and read \(grants.readable.count) more\(closed)"
    )
  }

  /// Who sees everything, whatever is opened to them; where this account may not ask, nothing.
  private static func reach(of line: OpenLine) throws(DatabaseFailure) -> [StoreFact] {
    var mayAsk = false
    try line.connection.run("select has_table_privilege('pg_roles', 'select')") {
      mayAsk = $0.flag(0)
    }
    guard mayAsk else { return [] }
    var roles: [String] = []
    try line.connection.run(
      """
      select rolname from pg_roles r where rolcanlogin and (rolsuper or rolbypassrls or rolreplication
        or pg_has_role(r.oid, 'masa_owner', 'member') or pg_has_role(r.oid, 'pg_read_all_data', 'member')) order by 1
      """
    ) { roles.append($0.text(0)) }
    return [StoreFact(true, "\(roles.joined(separator: ", ")) can read everything in the database")]
  }
}

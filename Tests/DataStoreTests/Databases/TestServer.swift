import DataStore
import FoundationEssentials
import Glibc
import PostgreSQLStore
import Synchronization
import Testing

/// A PostgreSQL server of this test run's own, on a socket in a temporary folder.
struct TestServer: Sendable {
  /// Where the server's programs lie; nil where they are not installed.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.sorted().map { "\(root)/\($0)/bin" }.last { access("\($0)/initdb", X_OK) == 0 }
  }()

  static var isInstalled: Bool { programs != nil }

  /// The server, which is started when it is first asked for and ends with the tests.
  static let running = Result { try TestServer() }

  private let place: String

  struct NotStarted: Error { let log: String }

  private init() throws {
    place = "/tmp/masa-database-\(getpid())"
    let programs = try #require(Self.programs)
    // The server runs as nobody's administrator; whoever tests may come as any role.
    let asOther = getuid() == 0 ? "runuser -u postgres --" : ""
    let account = accountName(of: getuid()) ?? "root"
    let script = """
      set -e; mkdir -m 711 \(place)
      [ $(id -u) = 0 ] && chown postgres \(place)
      \(asOther) \(programs)/initdb -D \(place)/data -U postgres -A peer -E UTF8 --locale=C.UTF-8 --no-sync > \(place)/made 2>&1 </dev/null
      printf "listen_addresses=''\\nunix_socket_directories='\(place)'\\nfsync=off\\nmax_connections=200\\n" >> \(place)/data/postgresql.conf
      echo 'local all all peer map=tests' > \(place)/data/pg_hba.conf
      for role in postgres ann bob carol; do echo "tests \(account) $role"; done > \(place)/data/pg_ident.conf
      # Where the tests are killed, it ends by itself.
      \(asOther) timeout 3600 \(programs)/postgres -D \(place)/data > \(place)/log 2>&1 </dev/null &
      for n in $(seq 100); do \(programs)/pg_isready -q -h \(place) && break; sleep 0.1; done
      psql -q -h \(place) -U postgres -c "create role ann login" -c "create role bob login" -c "create role carol login" > \(place)/roles 2>&1 </dev/null
      """
    guard system(script) == 0 else {
      throw NotStarted(log: "The server was not started in \(place).")
    }
    atexit { TestServer.stop() }
    _ = try MoveIn.complete(try DatabaseAddress("postgresql://postgres@/postgres?host=\(place)"))
    try sql("grant masa_user to ann, bob, carol")
  }

  private static func stop() {
    guard case .success(let server) = running else { return }
    _ = system(
      "kill -INT $(head -1 \(server.place)/data/postmaster.pid); sleep 0.3; rm -rf \(server.place)")
  }

  /// Carries out statements as the administrator.
  func sql(_ statements: String) throws {
    let file = "\(place)/\(UInt64.random(in: 0...UInt64.max)).sql"
    try statements.write(to: URL(filePath: file), atomically: false, encoding: .utf8)
    let code = system(
      "psql -q -v ON_ERROR_STOP=1 -h \(place) -U postgres -f \(file) > \(file).said 2>&1 </dev/null"
    )
    let said = try String(contentsOf: URL(filePath: "\(file).said"), encoding: .utf8)
    if code != 0 { throw NotStarted(log: said) }
  }

  private static let count = Atomic<Int>(0)

  /// A workspace of its own that holds some files, all of it open to ann.
  func workspace(of files: [String: String]) throws -> Workspace {
    let folder = try TemporaryFolder(files)
    return try workspace(inFolder: folder.path)
  }

  /// The same of a data folder.
  func workspace(inFolder path: String) throws -> Workspace {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    let name = "area-\(number)"
    let address = try DatabaseAddress("postgresql://postgres@/postgres/\(name)?host=\(place)")
    _ = try MoveIn(DataFolder(path: path), to: address, openTo: ["ann"]).run()
    return Workspace(server: self, name: name)
  }

  /// A workspace in the database.
  struct Workspace {
    let server: TestServer
    let name: String

    /// The address by which a role comes to it.
    func address(of role: String = "ann") throws -> DatabaseAddress {
      try DatabaseAddress("postgresql://\(role)@/postgres/\(name)?host=\(server.place)")
    }

    /// Carries out statements as the administrator; `FOLDERS` stands for the numbers of the workspace's folders.
    func sql(_ statements: String) throws {
      let folders =
        "(select f.id from masa.folder f join masa.workspace w on w.id = f.workspace where w.name = '\(name)')"
      try server.sql(statements.replacing("FOLDERS", with: folders))
    }

    /// Opens a folder to a role: "true" to change it, "false" to read it, "null" not at all.
    func open(_ folder: String, to role: String, _ right: String) throws {
      try server.sql("select masa.open_folder('\(name)', '\(folder)', '\(role)', \(right))")
    }

    /// A session of a role, with a copy of its own.
    func session(_ copy: String, as role: String = "ann") throws -> DatabaseStore {
      try DatabaseStore(try address(of: role), copies: "\(server.place)/copies-\(name)-\(copy)")
    }
  }
}

package import DataStore
import Glibc
package import Safeguarding
import Synchronization

/// A workspace in a PostgreSQL database, which several servers' people change at once.
///
/// It is read from a copy on this machine that is brought up to date whenever something is read; an edit is saved in one
/// transaction: lock each folder it changes; read what stands there behind the lock; merge or refuse; append to the journals
/// and put the documents in place through functions that check both; answer when the database has confirmed it.
package final class DatabaseStore: SessionStore {
  /// The address it was opened by.
  package let address: DatabaseAddress
  /// The copy in which everything can be read.
  package let folder: DataFolder
  let copy: CopyFolder
  let clock: @Sendable () -> Int
  let state: Mutex<State>
  private let grants: Grants

  /// What one thread at a time works with.
  struct State: Sendable {
    var line: OpenLine?
    var copy: LocalCopy
  }

  /// A line to the server, and what the server calls whoever came over it.
  struct OpenLine: Sendable {
    let connection: DatabaseConnection
    let user: String
    let number: Int
  }

  /// What the account was granted when the copy was last brought up to date.
  private final class Grants: Sendable {
    let latest = Mutex(FolderGrants(user: ""))
  }

  /// Opens a workspace and brings its copy up to date.
  ///
  /// - Parameters:
  ///   - address: Where it lies.
  ///   - copies: The folder of this account that holds copies.
  ///   - clock: What the time is, in seconds since 1970.
  /// - Throws: ``DatabaseFailure`` where no server answers, or nothing of the workspace is open.
  package init(
    _ address: DatabaseAddress, copies: String, clock: @escaping @Sendable () -> Int = { time(nil) }
  ) throws(DatabaseFailure) {
    let line = try Self.open(address)
    let workspace = try Self.workspace(of: address, over: line.connection)
    self.address = address
    self.clock = clock
    copy = try CopyFolder("\(copies)/\(Self.fileName(line.user))/\(workspace)")
    let grants = Grants()
    self.grants = grants
    folder = DataFolder(copiedTo: copy.path) { grants.latest.withLock { $0 } }
    state = Mutex(State(line: line, copy: LocalCopy(copy, of: workspace)))
    self.workspace = workspace
    try state.withLock { state throws(DatabaseFailure) in try refresh(&state, over: line) }
  }

  deinit { copy.close() }

  /// A name of a role as that of a folder.
  private static func fileName(_ role: String) -> String {
    role.utf8.map { byte in
      let isPlain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
      return isPlain ? String(decoding: [byte], as: UTF8.self) : "%\(String(byte, radix: 16))"
    }.joined()
  }

  /// The name of the workspace in the database.
  package let workspace: String

  /// The number of the account's role, by which the journals know it.
  package var userID: Int { state.withLock { $0.line?.number ?? -1 } }

  /// What the server calls the account.
  package var user: String { grants.latest.withLock { $0.user } }

  private static func open(_ address: DatabaseAddress) throws(DatabaseFailure) -> OpenLine {
    let connection = try DatabaseConnection(address)
    try DatabaseSchema(connection).check()
    // A role may have limits of its own; these are what a commit is made for.
    try connection.run("set statement_timeout = 0")
    var line: OpenLine?
    try connection.run("select session_user::text, masa.own_number()") { row in
      line = OpenLine(connection: connection, user: row.text(0), number: row.number(1) ?? 0)
    }
    guard let line else { throw DatabaseFailure(.wrong, "the database does not say who this is") }
    return line
  }

  /// The workspace that an address names, or the only one that is open.
  private static func workspace(
    of address: DatabaseAddress, over connection: DatabaseConnection
  ) throws(DatabaseFailure) -> String {
    if !address.workspace.isEmpty { return address.workspace }
    var names: [String] = []
    try connection.run("select name from masa.workspace order by name") { names.append($0.text(0)) }
    guard names.count == 1 else {
      throw DatabaseFailure(
        .address,
        names.isEmpty
          ? "no workspace in the database is open to this account"
          : "the database holds several workspaces (\(names.joined(separator: ", "))): write one behind its name, as in "
            + "\(address.text)/\(names[0])")
    }
    return names[0]
  }

  /// The line to the server; a new one where there is none.
  func line(_ state: inout State) throws(DatabaseFailure) -> OpenLine {
    if let line = state.line { return line }
    let line = try Self.open(address)
    state.line = line
    return line
  }

  /// For how many milliseconds a server that is read from may say nothing.
  static let readingPatience: Int32 = 10_000

  /// Brings the copy up to date; a line that broke is opened anew the next time.
  func refresh(_ state: inout State, over line: OpenLine) throws(DatabaseFailure) {
    copy.hold(true)
    line.connection.patience = Self.readingPatience
    defer {
      line.connection.patience = nil
      copy.letGo()
    }
    do throws(DatabaseFailure) {
      try state.copy.refresh(over: line.connection, as: line.user)
      grants.latest.withLock { $0 = state.copy.index.grants }
    } catch {
      if error.kind == .lost { state.line = nil }
      throw error
    }
  }

  /// Brings the copy up to date over another line.
  func refresh(over connection: DatabaseConnection) throws(DatabaseFailure) {
    try state.withLock { state throws(DatabaseFailure) in
      copy.hold(true)
      defer { copy.letGo() }
      try state.copy.refresh(over: connection, as: user)
      grants.latest.withLock { $0 = state.copy.index.grants }
    }
  }

  /// Reads everything.
  package func read() throws(FolderError) -> Workspace { try reading(folder.read) }

  /// Brings the copy up to date, and reads something of it before it is changed again.
  package func reading<Read>(
    _ read: () throws(FolderError) -> Read
  ) throws(FolderError) -> Read {
    try state.withLock { state throws(FolderError) in
      do throws(DatabaseFailure) {
        let isNew = state.line == nil
        do throws(DatabaseFailure) {
          try refresh(&state, over: try line(&state))
        } catch {
          // A line that broke while nobody used it is opened anew.
          guard error.kind == .lost, !isNew else { throw error }
          try refresh(&state, over: try line(&state))
        }
      } catch {
        throw .unreadable(error.sentence(trying: "read what is in the database"))
      }
      copy.hold(false)
      defer { copy.letGo() }
      return try read()
    }
  }

  /// The database, its second server, and those who save.
  package var whatDelays: String {
    "the database does not answer or waits for its second server, or others are saving there"
  }

  /// Every saved edit of the folders that are open, earliest first.
  package func history() throws(FolderError) -> [JournalEntry] { try wholeHistory().entries }

  /// Every saved edit as in ``history()``, and a sentence for each journal that is not listed whole.
  package func wholeHistory(
    since moment: Int?, within largest: Int
  ) throws(FolderError) -> (entries: [JournalEntry], gaps: [String]) {
    try reading { () throws(FolderError) in
      try FolderStore(path: copy.path).wholeHistory(since: moment, within: largest)
    }
  }

  /// The entry that stands for an edit of which another folder holds a part.
  package func leadingEntry(of part: EntryID) throws(FolderError) -> EntryID? {
    try reading { () throws(FolderError) in
      try FolderStore(path: copy.path).leadingEntry(of: part)
    }
  }

  /// Goes on to bring what others save into the copy, on a thread of its own.
  package func follow(_ told: ServerNews) -> (any Sendable)? {
    DatabaseFeed(self, told)
  }
}

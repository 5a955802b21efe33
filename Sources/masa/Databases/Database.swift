import ArgumentParser
import DataStore
import Glibc
import Safeguarding

#if PostgreSQL
  import PostgreSQLStore

  /// The data that lies in PostgreSQL databases.
  enum Database {
    /// The commands that only such a program has.
    static let commands: [any ParsableCommand.Type] = [MoveCommand.self, AreasCommand.self]

    /// Opens the workspace at an address, with a copy of it in the person's own folder.
    static func open(_ text: String) throws -> any SessionStore {
      try opened(text)
    }

    /// The same as what it is.
    static func opened(_ text: String) throws -> DatabaseStore {
      guard let state = StateFolder.path else {
        throw CommandFailure(
          "There is no folder of your own for a copy of the data. Set XDG_STATE_HOME or HOME and try again."
        )
      }
      return try carryOut("open the data in \(text)") { () throws(DatabaseFailure) in
        try DatabaseStore(
          try DatabaseAddress(text), copies: "\(state)/databases/\(StateFolder.name(of: text))")
      }
    }

    /// The region that an address names; nil where it names one area.
    static func region(_ text: String, on day: CalendarDate?) throws -> Region? {
      try Region(text, on: day)
    }

    /// Makes an area of what is laid in a folder of its own, which is gone afterwards.
    ///
    /// - Parameters:
    ///   - text: The address of the area.
    ///   - editors: The role that may change everything.
    ///   - readers: The roles that may read everything.
    ///   - lay: Lays the files in a folder.
    /// - Throws: ``CommandFailure`` where it cannot be made; then there is nothing of it in the database.
    static func lay(
      _ text: String, openTo editors: String?, readers: [String], _ lay: (String) throws -> Void
    ) throws {
      guard let state = StateFolder.path else {
        throw CommandFailure(
          "There is no folder of your own to lay the files in. Nothing was created. Set XDG_STATE_HOME or HOME."
        )
      }
      let place = "\(state)/laid-\(getpid())"
      defer { removeTree(place) }
      try lay(place)
      let move = try carryOut("create \(text)") { () throws(DatabaseFailure) in
        let address = try DatabaseAddress(text)
        do throws(FolderError) {
          return try MoveIn(
            DataFolder(path: place), to: address, openTo: editors.map { [$0] } ?? [],
            readers: readers)
        } catch {
          throw DatabaseFailure(unreadable: error)
        }
      }
      let done = try carryOut("create \(text)") { () throws(DatabaseFailure) in try move.run() }
      MoveCommand.complain(ofUnknownRolesIn: done)
    }

    /// Takes away a folder that was laid, with all that is in it.
    private static func removeTree(_ path: String) {
      for name in folderEntries(path, hidden: true) ?? [] where unlink("\(path)/\(name)") != 0 {
        removeTree("\(path)/\(name)")
      }
      rmdir(path)
    }

    /// Does something with a database, or fails with a sentence.
    static func carryOut<Answer>(
      _ attempt: String, _ work: () throws(DatabaseFailure) -> Answer
    ) throws -> Answer {
      do throws(DatabaseFailure) {
        return try work()
      } catch {
        throw CommandFailure(error.sentence(trying: attempt))
      }
    }
  }
#else
  /// Data in databases, which this program was built without.
  enum Database {
    /// The commands that only a program has which was built with it: none.
    static let commands: [any ParsableCommand.Type] = []

    /// Fails as ``open(_:)`` does.
    static func lay(
      _ text: String, openTo editors: String?, readers: [String], _ lay: (String) throws -> Void
    ) throws {
      _ = try open(text)
    }

    /// Fails as ``open(_:)`` does.
    static func region(_ text: String, on day: CalendarDate?) throws -> Region? {
      _ = try open(text)
      return nil
    }

    /// Fails with a sentence that says so.
    static func open(_ text: String) throws -> any SessionStore {
      throw CommandFailure(
        "This masa was built without PostgreSQL, so it cannot open \(text). Nothing was changed. Build it with: "
          + "swift build -c release --traits PostgreSQL")
    }
  }
#endif

import ArgumentParser
import DataStore

#if PostgreSQL
  import PostgreSQLStore

  /// The data that lies in PostgreSQL databases.
  enum Database {
    /// The commands that only such a program has.
    static let commands: [any ParsableCommand.Type] = [MoveCommand.self]

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

    /// Fails with a sentence that says so.
    static func open(_ text: String) throws -> any SessionStore {
      throw CommandFailure(
        "This masa was built without PostgreSQL, so it cannot open \(text). Nothing was changed. Build it with: "
          + "swift build -c release --traits PostgreSQL")
    }
  }
#endif

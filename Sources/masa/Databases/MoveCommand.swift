#if PostgreSQL
  import ArgumentParser
  import DataStore
  import PostgreSQLStore
  import Safeguarding

  /// Takes data from a folder to a database, or back.
  struct MoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move",
      abstract: "Take data from a folder to a PostgreSQL database, or back.",
      discussion: """
        What it is taken from stays as it was. Documents arrive byte for byte and journals line by line; all of it is \
        looked at again before the command answers.
        """)

    @Flag(
      help:
        "Alone with the address of a database: bring its tables up to date, and take away again what PostgreSQL gives to all."
    )
    var close = false

    @Argument(
      help: "A data folder, or postgresql://HOST/DATABASE/WORKSPACE.", completion: .directory)
    var from: String

    @Argument(help: "Where it goes: such an address, or a folder that is not there yet.")
    var to: String?

    @Option(help: "A role of the database that may change everything; may be given several times.")
    var open: [String] = []

    func validate() throws {
      if close == (to != nil) {
        throw ValidationError("Name both: masa move FROM TO; with --close one address alone.")
      }
    }

    func run() throws {
      guard let to else {
        let steps = try Database.carryOut("look after the database") { () throws(DatabaseFailure) in
          try MoveIn.complete(try DatabaseAddress(from))
        }
        Output.write(
          lines: ["The database is as this version of Masa has it."] + steps.map { "  new: \($0)" })
        return
      }
      switch (from.hasPrefix(DatabaseAddress.scheme), to.hasPrefix(DatabaseAddress.scheme)) {
      case (false, true): try moveIn(to: to)
      case (true, false): try moveOut(to: to)
      default:
        throw CommandFailure(
          "One of both is a folder and the other one an address that begins with \(DatabaseAddress.scheme); \(from) and "
            + "\(to) are not. Nothing was changed.")
      }
    }

    private func moveIn(to: String) throws {
      let moved = try Database.carryOut("move \(from) to \(to)") { () throws(DatabaseFailure) in
        let address = try DatabaseAddress(to)
        let move: MoveIn
        do throws(FolderError) {
          move = try MoveIn(DataFolder(path: from), to: address, openTo: open)
        } catch {
          throw DatabaseFailure(unreadable: error)
        }
        return try move.run()
      }
      Output.write(lines: [
        "\(counted(moved.documents, "document")) with \(moved.bytes) bytes and \(counted(moved.lines, "line")) of journals "
          + "in \(counted(moved.folders, "folder")) were moved, and stand there as they stand here.",
        "Open it with: masa --data \(to)",
      ])
      MoveCommand.complain(ofUnknownRolesIn: moved)
    }

    /// Says which accounts and groups of the folder are no roles of the database.
    static func complain(ofUnknownRolesIn moved: MoveIn.Moved) {
      guard !moved.unknown.isEmpty else { return }
      Output.complain(
        "There are no roles in the database for \(moved.unknown.joined(separator: ", ")), who may read or change parts of "
          + "the folder. An administrator makes one with: create role NAME login in role masa_user, and opens a folder to "
          + "it with: select masa.open_folder('\(moved.workspace)', 'groups/GROUP', 'NAME', true)"
      )
    }

    private func moveOut(to: String) throws {
      let store = try Database.opened(from)
      let (documents, bytes) = try Database.carryOut("move \(from) to \(to)") {
        () throws(DatabaseFailure) in
        try MoveOut(store, to: to).run()
      }
      Output.write(lines: [
        "\(counted(documents, "document")) with \(bytes) bytes were moved with their journals, and stand there as they stand in "
          + "the database.",
        "Open it with: masa --data \(quotedForShell(to))",
      ])
    }
  }
#endif

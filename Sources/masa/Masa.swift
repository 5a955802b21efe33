import ArgumentParser
import Glibc
import NcursesTerminal

/// The command `masa`: with no subcommand it opens the dashboard.
struct Masa: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "masa",
    abstract: "The multi-agency safeguarding arrangements of your area, in a terminal.",
    discussion:
      "With no command it opens the dashboard, or prints it as lines where there is no terminal.",
    version: "0.2.0",
    subcommands: [
      DashboardCommand.self, CheckCommand.self, StatusCommand.self, DeadlinesCommand.self,
      RulesCommand.self, DateCommand.self, RotationCommand.self, AgendaCommand.self,
      ActionsCommand.self, HistoryCommand.self, UndoCommand.self, JournalCommand.self,
      IndicatorsCommand.self, SubmissionsCommand.self, WarningsCommand.self, ExportCommand.self,
      ReportCommand.self,
      RecordsListCommand.self, RecordsShowCommand.self,
      RecordsAddCommand.self, RecordsSetCommand.self, RecordsTickCommand.self,
      RecordsRemoveCommand.self, ImportCommand.self,
      SchemaCommand.self, InitCommand.self, GroupCommand.self, ThemesCommand.self, KeysCommand.self,
      MigrateCommand.self, DoctorCommand.self, TourCommand.self,
    ] + Database.commands,
    defaultSubcommand: DashboardCommand.self)
}

/// Why a command could not do what it was asked, as a sentence, and the exit status.
struct CommandFailure: Error {
  let sentence: String
  let status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }
}

@main
enum Main {
  static func main() {
    TerminalLocale.use()
    LocalZone.use()
    do {
      guard let arguments = try ServedLine.arguments(behind: try givenArguments()) else { return }
      var command = try Masa.plainCommand(for: arguments) ?? Masa.command(for: arguments)
      try command.run()
    } catch let failure as CommandFailure {
      Output.complain(failure.sentence)
      exit(failure.status)
    } catch {
      leave(with: error)
    }
  }
}

extension Main {
  /// The words behind the program's name on its command line.
  ///
  /// Swift finds them by `/proc`, and gives none at all where that cannot be read. A program that took
  /// that for a command line without words would show other data than it was asked for.
  private static func givenArguments() throws -> [String] {
    let all = CommandLine.arguments
    guard !all.isEmpty else {
      throw CommandFailure(
        "The system did not say what Masa was asked to do, so nothing was opened and nothing was "
          + "changed. Try again; if it stays so, ask who looks after this server whether /proc can "
          + "be read.")
    }
    return Array(all.dropFirst())
  }

  /// Prints help, the version or what is wrong with the command line, and ends.
  private static func leave(with error: any Error) -> Never {
    let code = Masa.exitCode(for: error)
    let text = Masa.fullMessage(for: error)
    if code.isSuccess {
      Output.write(text + "\n")
    } else if !text.isEmpty {
      Output.complain(text: text)
    }
    exit(code.rawValue)
  }
}

extension Masa {
  /// The commands that start sooner than the parser does, with the words that name them.
  private static let plainCommands:
    [(names: [String], type: any (PlainCommand & ParsableCommand).Type)] = [
      (["actions", "add"], ActionsAddCommand.self),
      (["actions", "update"], ActionsUpdateCommand.self),
      (["actions", "complete"], ActionsCompleteCommand.self),
      ([], DashboardCommand.self),
    ]

  /// The command that plain arguments ask for; nil when the parser has to read them.
  fileprivate static func plainCommand(for arguments: [String]) -> (any ParsableCommand)? {
    guard var words = PlainWords(arguments),
      let type = plainCommands.first(where: { words.take($0.names) })?.type
    else { return nil }
    var command = type.init()
    guard command.take(&words), words.isRead else { return nil }
    return command
  }

  /// The command that the arguments ask for.
  ///
  /// A command without subcommands is parsed by its own declaration, which takes half the time; only
  /// when that fails are all asked, for their message names the command in full.
  fileprivate static func command(for given: [String]) throws -> any ParsableCommand {
    let arguments = CommandLineOrder.optionsBehindCommand(given, commands: commandNames)
    var command: any ParsableCommand.Type = Masa.self
    var rest = arguments[...]
    while let name = rest.first,
      let next = command.configuration.subcommands.first(where: {
        $0.configuration.commandName == name
      })
    {
      command = next
      rest = rest.dropFirst()
    }
    if command.configuration.subcommands.isEmpty,
      case .success(let parsed) = Result(catching: { try command.parseAsRoot(Array(rest)) })
    {
      return parsed
    }
    return try Masa.parseAsRoot(arguments)
  }

  fileprivate static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }
}

/// Lets the common options stand before the command's name as well as behind it.
enum CommandLineOrder {
  private static let withValue = [
    "--data", "--as-of", "--theme", "--glyphs", "--me", "--idle-minutes",
  ]

  /// The arguments with common options that stand before a command moved behind it.
  static func optionsBehindCommand(
    _ arguments: [String], commands: @autoclosure () -> [String]
  ) -> [String] {
    var index = 0
    while index < arguments.count {
      let name = arguments[index].prefix { $0 != "=" }
      guard withValue.contains(String(name)) else { break }
      index += arguments[index].contains("=") ? 1 : 2
    }
    guard index > 0, index < arguments.count, commands().contains(arguments[index]) else {
      return arguments
    }
    let end = arguments[index...].firstIndex { $0.hasPrefix("-") } ?? arguments.endIndex
    return Array(arguments[index..<end]) + arguments[..<index] + arguments[end...]
  }
}

import ArgumentParser
import Dashboard

/// Prints every key and what it does.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print every key and what it does.")

  /// How the table is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @OptionGroup var options: DataOptions

  @Option(help: "text or markdown.")
  var format = Format.text

  func run() throws {
    Output.write(lines: format == .text ? KeyTable.text : KeyTable.markdown)
  }
}

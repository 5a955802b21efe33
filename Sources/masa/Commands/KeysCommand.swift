import ArgumentParser
import Dashboard

/// Prints every key and what it does.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print every key and what it does, and what is wrong with your own.",
    discussion: """
      Keys of your own belong in ~/.config/masa/keys.json, by the ids that --ids shows: \
      {"export": ["E", "F5"], "sort": []}
      """)

  /// How the table is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @OptionGroup var options: DataOptions

  @Option(help: "text or markdown.")
  var format = Format.text

  @Flag(help: "Print the id of each command, by which you give it keys of your own.")
  var ids = false

  func run() throws {
    let keys = KeysFile()
    let table = KeyTable(keys.keymap, showsIDs: ids)
    switch format {
    case .text: Output.write(lines: table.text)
    case .markdown: Output.write(markdown: Output.text(of: table.markdown))
    }
    if !keys.faults.isEmpty {
      for fault in keys.faults { Output.complain(fault) }
      throw ExitCode(1)
    }
  }
}

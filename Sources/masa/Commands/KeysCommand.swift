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
    switch format {
    case .text: Output.write(lines: KeyTable.text)
    case .markdown: Output.write(markdown: Output.text(of: KeyTable.markdown))
    }
  }
}

import ArgumentParser
import TerminalUI

/// Lists the themes to choose from.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes, and what is wrong with your own.")

  @OptionGroup var options: DataOptions

  func run() throws {
    let files = ThemeFiles()
    for entry in files.entries {
      let name = entry.theme.name
      let pad = String(repeating: " ", count: max(1, 16 - name.count))
      Output.write(
        "\(name)\(pad)\(entry.theme.description)\(entry.file.map { " (\($0))" } ?? "")\n")
    }
    if let folder = ThemeFiles.folder { Output.write("Your own themes belong in \(folder).\n") }
    if !files.faults.isEmpty {
      for fault in files.faults { Output.complain(fault) }
      throw ExitCode(1)
    }
  }
}

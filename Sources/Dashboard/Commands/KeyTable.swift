import TerminalUI

/// The keys and what they do, made from the list of commands.
package enum KeyTable {
  /// The table as text, under the headings of the manual.
  package static var text: [String] {
    var lines: [String] = []
    var section = ""
    for command in Command.all {
      if command.section != section {
        section = command.section
        lines += lines.isEmpty ? [section] : ["", section]
      }
      let keys = command.keys.map(\.label).joined(separator: " ")
      lines.append(
        "  \(keys)\(String(repeating: " ", count: max(1, 24 - keys.count)))\(command.title)")
    }
    return lines
  }

  /// The table as Markdown, for the README.
  package static var markdown: [String] {
    ["| key | what it does |", "|---|---|"]
      + Command.all.map { command in
        let keys = command.keys.map { "`\($0.label)`" }.joined(separator: " ")
        return "| \(keys) | \(command.title) |"
      }
  }
}

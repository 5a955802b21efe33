import TerminalUI

/// The keys and what they do, made from the list of commands.
package struct KeyTable {
  private let commands: [Command]
  /// Whether the ids are told by which a person gives commands other keys.
  private let showsIDs: Bool

  package init(_ keymap: Keymap = .standard, showsIDs: Bool = false) {
    commands = keymap.commands
    self.showsIDs = showsIDs
  }

  /// The table as text, under the headings of the manual.
  package var text: [String] {
    var lines: [String] = []
    var section = ""
    for command in commands {
      if command.section != section {
        section = command.section
        lines += lines.isEmpty ? [section] : ["", section]
      }
      let keys = command.keys.map(\.label).joined(separator: " ")
      let id = showsIDs ? KeyTable.padded(command.id, 24) : ""
      lines.append("  \(id)\(KeyTable.padded(keys, 24))\(command.title)")
    }
    return lines
  }

  /// The table as Markdown, for the README.
  package var markdown: [String] {
    let head =
      showsIDs
      ? ["| id | key | what it does |", "|---|---|---|"] : ["| key | what it does |", "|---|---|"]
    return head
      + commands.map { command in
        let keys = command.keys.map { "`\($0.label)`" }.joined(separator: " ")
        let id = showsIDs ? "| `\(command.id)` " : ""
        return "\(id)| \(keys) | \(command.title) |"
      }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

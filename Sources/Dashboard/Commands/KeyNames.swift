import Safeguarding
import TerminalUI

/// What keys are called in sentences: those that the commands have now, whoever gave them.
///
/// A sentence names a command where its key shall stand: "Press ‹add› to begin."
package struct KeyNames: Sendable {
  private let labels: [String: String]

  init(_ commands: [Command]) {
    labels = Dictionary(
      commands.map { command in
        // What has no key is still found by its name.
        (command.id, command.keys.first?.label ?? "\"\(command.title)\"")
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The keys that commands come with.
  static let standard = KeyNames(Command.all)

  /// The sentence with the keys of the commands that it names; what names no command stays as it is.
  package func naming(_ sentence: String) -> String {
    guard sentence.utf8.contains(KeyNames.markByte), sentence.contains(KeyNames.opening) else {
      return sentence
    }
    var named = ""
    var rest = sentence[...]
    while let start = rest.firstIndex(of: KeyNames.opening) {
      named += rest[..<start]
      let inner = rest[rest.index(after: start)...]
      guard let end = inner.firstIndex(of: KeyNames.closing),
        let label = labels[String(inner[..<end])]
      else {
        named.append(KeyNames.opening)
        rest = inner
        continue
      }
      named += label
      rest = inner[inner.index(after: end)...]
    }
    return named + rest
  }

  /// The line with the keys of the commands that it names.
  func naming(_ line: Line) -> Line {
    guard line.spans.contains(where: { $0.text.contains(KeyNames.opening) }) else { return line }
    var named = line
    for index in named.spans.indices { named.spans[index].text = naming(named.spans[index].text) }
    return named
  }

  private static let opening: Character = "‹"
  private static let closing: Character = "›"
  /// The first byte of such a mark: most sentences have none and are not searched further.
  private static let markByte: UInt8 = 0xE2
}

extension PaneContent {
  /// The content whose sentences name the keys that commands have.
  func naming(_ keys: KeyNames) -> PaneContent {
    var content = self
    content.lede = lede.map { LedeBlock(keys.naming($0.what), keys.naming($0.how)) }
    content.panels = panels.map { $0.naming(keys) }
    return content
  }
}

extension Panel {
  /// The panel whose sentences name the keys that commands have; rows are those of the data.
  fileprivate func naming(_ keys: KeyNames) -> Panel {
    var panel = self
    panel.notes = notes.map(keys.naming)
    panel.emptyText = keys.naming(emptyText)
    panel.invitation = keys.naming(invitation)
    panel.noAddition = keys.naming(noAddition)
    panel.nameKeys(keys)
    return panel
  }
}

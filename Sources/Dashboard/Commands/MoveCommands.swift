import TerminalUI

extension Command {
  /// The heading of going to the panes.
  static let paneSection = "Panes"

  /// Going to the panes of the tab bar: the tenth by 0, and what comes after it by its name.
  static let paneCommands: [Command] = panes.enumerated().map { index, pane in
    Command(
      "go-\(pane.id)", "Go to \(pane.title)",
      keys: "1234567890".dropFirst(index).prefix(1).map { .character($0) },
      section: paneSection, change: { $0.browsing.go(to: pane.id) })
  }

  /// Moving within a pane.
  static let moveCommands: [Command] = [
    Command(
      "down", "Move down", keys: [.down, .character("j")],
      move: { $0.move(by: 1) }),
    Command(
      "up", "Move up", keys: [.up, .character("k")],
      move: { $0.move(by: -1) }),
    Command(
      "page-down", "Move down a page", keys: [.pageDown, .control("f")],
      move: { $0.move(by: max(1, $0.contentArea.height / 2)) }),
    Command(
      "page-up", "Move up a page", keys: [.pageUp, .control("b")],
      move: { $0.move(by: -max(1, $0.contentArea.height / 2)) }),
    Command(
      "first", "Go to the first row", keys: [.home, .character("g")],
      move: { $0.move(by: -1_000_000) }),
    Command(
      "last", "Go to the last row", keys: [.end, .character("G")],
      move: { $0.move(by: 1_000_000) }),
    Command(
      "next-panel", "Go to the next panel", keys: [.tab], section: "Move", hint: "panel", rank: 3,
      reason: { $0.content.panels.count > 1 ? nil : "There is only one panel here." },
      change: { $0.browsing.focus(by: 1) }),
    Command(
      "previous-panel", "Go to the panel before", keys: [.backTab], section: "Move",
      reason: { $0.content.panels.count > 1 ? nil : "There is only one panel here." },
      change: { $0.browsing.focus(by: -1) }),
  ]
}

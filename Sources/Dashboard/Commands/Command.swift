package import Safeguarding
package import TerminalUI

/// Something a person can do: what it is called, its keys, when it can be done, and what it does.
///
/// The keys, the hints on the last line, the help, the palette and the manual all come from here.
package struct Command: Sendable {
  package let id: String
  /// What it does, as a sentence without a full stop.
  package let title: String
  package internal(set) var keys: [Key]
  /// The heading it stands under in the manual.
  package let section: String
  /// Its word on the last line, where it is shown there.
  package let hint: String?
  /// Hints with a lower rank come first and stay longest.
  package let rank: Int
  /// What the lists hold on which the word is shown; nil where that is asked of what is selected.
  var hintedAmong: RecordKind?
  /// Whether it does nothing but move the cursor in the panel that has the keys.
  private(set) var isMove = false
  /// The kind of record that it is for; nil for what is done anywhere.
  package internal(set) var kind: RecordKind?
  private let why: @Sendable (Dashboard) -> String?
  let run: @Sendable (inout Dashboard) -> [DashboardEffect]

  init(
    _ id: String, _ title: String, keys: [Key], section: String, hint: String? = nil, rank: Int = 9,
    reason: @escaping @Sendable (Dashboard) -> String? = { _ in nil },
    run: @escaping @Sendable (inout Dashboard) -> [DashboardEffect]
  ) {
    self.id = id
    self.title = title
    self.keys = keys
    self.section = section
    self.hint = hint
    self.rank = rank
    why = reason
    self.run = run
  }

  /// A command without effects outside the dashboard.
  init(
    _ id: String, _ title: String, keys: [Key], section: String, hint: String? = nil, rank: Int = 9,
    reason: @escaping @Sendable (Dashboard) -> String? = { _ in nil },
    change: @escaping @Sendable (inout Dashboard) -> Void
  ) {
    self.init(id, title, keys: keys, section: section, hint: hint, rank: rank, reason: reason) {
      dashboard in
      change(&dashboard)
      return []
    }
  }

  /// A command that moves the cursor in the panel that has the keys.
  init(
    _ id: String, _ title: String, keys: [Key], move: @escaping @Sendable (inout Browsing) -> Void
  ) {
    self.init(id, title, keys: keys, section: "Move", change: { move(&$0.browsing) })
    isMove = true
  }

  /// Why it cannot be done now, as a sentence that names keys as they are; nil when it can.
  package func reason(_ dashboard: Dashboard) -> String? {
    why(dashboard).map(dashboard.context.keys.naming)
  }

  /// Whether it can be done now.
  func canBeDone(_ dashboard: Dashboard) -> Bool { why(dashboard) == nil }

  /// Every command, in the order of the manual.
  package static let all: [Command] =
    lookCommands + ownerCommands + reviewCommands + exportCommands + editCommands + figureCommands
    + recordCommands + undoCommands
    + paneCommands + moveCommands + sectionCommands
    + tourCommands + programCommands
}

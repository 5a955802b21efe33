import Letters
import Safeguarding
import TerminalUI

/// A command that is typed together with what it is done to: "agree minutes pmqa 18 jan".
struct SpokenCommand: Sendable {
  /// What it is done to.
  enum Target: Sendable {
    case record(RecordID)
    /// What is owed, by its id among the deadlines.
    case deadline(String)
  }

  let id: String
  /// What stands before the name: "Mark minutes as agreed".
  let title: String
  /// The words with which it may begin; what follows is a name.
  let verbs: [String]
  /// Words of the command that may stand between.
  var between: [String] = []
  /// Whether it is done to whatever is owed, rather than to records of its kind.
  var isForOwed = false

  /// Those that are done to one thing which has a name.
  static let all = [
    SpokenCommand(
      id: "tick", title: "Tick as done",
      verbs: ["tick", "done", "complete", "finish", "received", "sent"], isForOwed: true),
    SpokenCommand(
      id: "extend", title: "Give more time", verbs: ["extend", "postpone", "delay"],
      isForOwed: true),
    SpokenCommand(
      id: "agree-minutes", title: "Mark minutes as agreed", verbs: ["agree", "approve", "sign"],
      between: ["off", "minutes"]),
    SpokenCommand(id: "note", title: "Add a progress note", verbs: ["note"]),
    SpokenCommand(
      id: "reassign", title: "Give to somebody else", verbs: ["give", "reassign", "delegate"]),
  ]

  /// Words that say nothing in any command.
  private static let silent = ["the", "of", "for", "to"]

  /// So few letters are a verb already.
  private static let fewestLetters = 3

  /// The command that what is typed begins with, and the words that name what it is done to; nil where
  /// none does, or nothing is named yet.
  static func said(in typed: String) -> (command: SpokenCommand, name: String)? {
    let words = typed.folded.split(separator: " ")
    guard let verb = words.first, verb.count >= fewestLetters,
      let command = all.first(where: { $0.verbs.contains { $0.hasPrefix(verb) } })
    else { return nil }
    let name = words.dropFirst().drop { word in
      (command.between + silent).contains(String(word))
    }
    return name.isEmpty ? nil : (command, name.joined(separator: " "))
  }
}

extension SpokenCommand.Target {
  /// Goes to what a command is done to, and does it there; Esc leads back.
  func run(_ command: Command, in dashboard: inout Dashboard, key: Key) -> [DashboardEffect] {
    switch self {
    case .record(let record): dashboard.browsing.open(Place(record: record))
    case .deadline(let id):
      dashboard.browsing.openAnew(Place(DeadlinesPane.id))
      guard dashboard.browsing.select(id: id, in: .list) else {
        dashboard.notice =
          "It is not owed any more: somebody else has just changed it. Nothing was done."
        return []
      }
    }
    dashboard.browsing.scrollToSelection()
    return dashboard.run(command, key: key)
  }
}

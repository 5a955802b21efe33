/// What the keys do at the moment.
package enum Mode: Hashable, Sendable {
  case browsing
  /// Typing a filter for the focused list.
  case filtering
  /// Typing an answer.
  case asking(Question, text: String, problem: String)
  /// Choosing from the list of commands: to run one, or to read about the keys.
  case choosing(Chooser)
}

/// A question asked on the last line.
package enum Question: Hashable, Sendable {
  case asOfDate

  /// The question in words.
  package var words: String {
    switch self {
    case .asOfDate: "Show the state as at (such as 2024-03-31, or today)"
    }
  }
}

/// The list of commands, narrowed by what is typed.
package struct Chooser: Hashable, Sendable {
  /// What the list of commands was opened for.
  package enum Purpose: Hashable, Sendable {
    /// `?`: reads about the keys.
    case help
    /// `:`: runs a command.
    case palette
  }

  package var purpose: Purpose
  package var query = ""
  package var selected = 0

  package init(_ purpose: Purpose) { self.purpose = purpose }
}

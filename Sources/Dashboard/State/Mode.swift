package import Safeguarding

/// What the keys do at the moment.
package enum Mode: Hashable, Sendable {
  case browsing
  /// Typing a filter for the focused list.
  case filtering
  /// Typing an answer.
  case asking(Question, text: String, problem: String)
  /// Choosing from a list that is narrowed by typing.
  case choosing(Chooser)
  /// Filling in the open form.
  case editing
  /// Filling in the open grid of figures.
  case entering
  /// Answering whether something is to be taken away.
  case confirming(Confirmation)
  /// Choosing between what others entered and what was to be saved.
  case resolving(Resolution)
  /// Being shown round.
  case touring(Tour)
}

extension Mode {
  /// What the keys do when nothing else has them: they type into what is open, else they browse.
  static func resting(_ dashboard: Dashboard) -> Mode {
    dashboard.form != nil ? .editing : dashboard.grid != nil ? .entering : .browsing
  }

  /// Whether one chooses from a list.
  var isChoosing: Bool { if case .choosing = self { true } else { false } }
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

  /// The question where what is typed, and how it is understood, needs the room.
  var shortWords: String {
    switch self {
    case .asOfDate: "As at"
    }
  }
}

/// A list narrowed by what is typed.
package struct Chooser: Hashable, Sendable {
  /// What the list was opened for.
  package enum Purpose: Hashable, Sendable {
    /// `?`: reads about the keys.
    case help
    /// `:`: runs a command, or works out a day.
    case palette
    /// `=`: works out a day.
    case date
    /// `f`: chooses which deadlines are shown.
    case facet
    /// `I`: says whose deadlines are one's own.
    case identity
    /// Which of several edits of records is meant.
    case record(RecordChoice)
    /// `a`: which of the things that can be added here is meant.
    case addition
    /// `d`: goes on with something that was typed and not saved.
    case drafts
    /// `O`: which of several owners is meant.
    case owner
    /// `E`: how the list is taken along.
    case export
  }

  package var purpose: Purpose
  package var query = ""
  package var selected = 0

  package init(_ purpose: Purpose) { self.purpose = purpose }
}

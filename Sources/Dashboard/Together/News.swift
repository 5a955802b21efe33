package import Safeguarding

/// Something that somebody else changed while one watches.
package struct News: Hashable, Sendable {
  /// What the journal says of it.
  package let entry: JournalEntry
  /// When it was saved, in words: "14:02".
  package let at: String

  package init(_ entry: JournalEntry, at: String) {
    self.entry = entry
    self.at = at
  }
}

/// What the journal was asked for.
package enum HistoryPurpose: Hashable, Sendable {
  /// Takes back what the person did last.
  case undo
  /// Does again what the person took back last.
  case redo
  /// Shows what became of a record, or of everything.
  case show(RecordLink?)
}

/// What the dashboard knows of other people, and of what was done before.
struct Together: Sendable {
  /// Everybody else who is here, by the name of the account.
  var present: [(user: String, sessions: Int)] = []
  /// Whether the journal was read; what happens from then on is put behind it.
  var isJournalKnown = false
  /// The number of the person's own account; nil until the journal was read.
  var userID: Int?
  /// What others changed a moment ago, by the place where it shows.
  var marks: [Place: PlaceMarks] = [:]
  /// The number of the latest marks.
  var generation = 0
  /// Conflicts that wait until the person has finished what they are doing.
  var waiting: [Resolution] = []
  /// The record that an undo has changed: it is selected as soon as it is there.
  var awaited: RecordLink?
  /// The undo that is asked about, in full.
  var asked: UndoQuestion?
  /// When each draft was typed, in words, by the id of the draft.
  var draftTimes: [String: String] = [:]
}

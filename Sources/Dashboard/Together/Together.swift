import Safeguarding

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
  /// What was added, or what an undo has changed: it is selected as soon as it is there.
  var awaited: Awaited?
  /// What is told of one's own last edit, since the last key.
  var receipt = ""
  /// What is told of others, since the last key.
  var told = ""
  /// The undo that is asked about, in full.
  var asked: UndoQuestion?
  /// When each draft was typed, in words, by the id of the draft.
  var draftTimes: [String: String] = [:]
}

import Safeguarding

/// What is known of the journal, and what is asked about it.
struct JournalKnowledge: Sendable {
  /// Whether the journal was read; what happens from then on is put behind it.
  var isRead = false
  /// The number of the person's own account; nil until the journal was read.
  var userID: Int?
  /// Whether it is being looked for what can be taken back or done again, which is then asked about.
  var isLookedAt = false
  /// The undo that is asked about, in full.
  var asked: UndoQuestion?
}

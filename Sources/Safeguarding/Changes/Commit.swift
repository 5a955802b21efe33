/// What a saved edit became.
public struct Receipt: Hashable, Sendable {
  /// The entries of the journal, one for each folder that was changed; none when nothing had to change.
  public let entries: [EntryID]
  /// The changes as they were saved: new records have their ids, merged fields their merged values.
  public let changes: [Change]
  /// What others had changed meanwhile and was kept beside this edit.
  public let merged: [Change]
  /// What the person has to know besides, in sentences: a new folder that others cannot change yet.
  public let notes: [String]

  /// What a saved edit became.
  public init(
    entries: [EntryID], changes: [Change], merged: [Change] = [], notes: [String] = []
  ) {
    self.notes = notes
    self.entries = entries
    self.changes = changes
    self.merged = merged
  }
}

/// A field that somebody else changed otherwise meanwhile.
public struct Conflict: Hashable, Sendable {
  /// The change that was to be saved: `from` is what its maker saw, `to` what they want.
  public let mine: Change
  /// What stands there now; nil when nothing does, or when the record is gone.
  public let theirs: StoredValue?
  /// Whether the record as a whole is gone.
  public let isGone: Bool
  /// Who changed it, where the journal knows.
  public let user: String?
  /// When, in seconds since 1970, where the journal knows.
  public let time: Int?

  /// A field that somebody else changed meanwhile.
  public init(
    _ mine: Change, theirs: StoredValue?, isGone: Bool = false, user: String? = nil,
    time: Int? = nil
  ) {
    self.mine = mine
    self.theirs = theirs
    self.isGone = isGone
    self.user = user
    self.time = time
  }
}

/// Why an edit was not saved as it should be; nothing of it was, unless it is unfinished.
public enum CommitError: Error, Hashable, Sendable {
  /// Somebody changed the same fields meanwhile.
  case conflict([Conflict])
  /// It cannot be saved; the sentence says what was tried, what is safe and what to do now.
  case refused(String)
  /// It is in the journal as these entries and will be completed, though the files do not hold it yet.
  case unfinished(String, [EntryID])
}

extension CommitError: CustomStringConvertible {
  /// What was tried, what is safe and what to do now.
  public var description: String {
    switch self {
    case .conflict(let conflicts):
      "Somebody else changed the same \(conflicts.count == 1 ? "field" : "fields") meanwhile. "
        + "Nothing was saved. Compare both and choose."
    case .refused(let sentence), .unfinished(let sentence, _): sentence
    }
  }
}

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

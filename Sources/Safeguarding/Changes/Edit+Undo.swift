/// The edit that takes back an entry of the journal; it can be taken back in its turn.
///
/// - Parameters:
///   - entry: What is to be taken back.
///   - journal: The journals it stands in: an edit that changed several folders is taken back in all.
/// - Returns: The opposite changes, the last one first.
public func undoing(_ entry: JournalEntry, in journal: [JournalEntry] = []) -> Edit {
  var parts = journal.filter { $0.whole == entry.whole }
  if !parts.contains(where: { $0.id == entry.id }) { parts.append(entry) }
  // A part of an edit may tell of all of it.
  var changes: [Change] = []
  for change in parts.flatMap(\.changes) where !changes.contains(change) { changes.append(change) }
  return Edit(undoTitle(of: entry), changes.reversed().map(\.inverse), undoes: entry.whole)
}

/// "Undo: ..." for what was done, "Redo: ..." for what was undone.
private func undoTitle(of entry: JournalEntry) -> String {
  let (undo, redo) = ("Undo: ", "Redo: ")
  if entry.undoes != nil, entry.title.hasPrefix(undo) {
    return redo + entry.title.dropFirst(undo.count)
  }
  if entry.undoes != nil, entry.title.hasPrefix(redo) {
    return undo + entry.title.dropFirst(redo.count)
  }
  return undo + entry.title
}

extension [JournalEntry] {
  /// One entry for each edit: of those that reached several folders the first that may be read.
  public var leading: [JournalEntry] {
    let ids = Set(map(\.id))
    return filter { $0.partOf.map { !ids.contains($0) } ?? true }
  }
}

extension JournalEntry {
  /// The entry that stands for the whole edit: the first one, where it changed several folders.
  var whole: EntryID { partOf ?? id }
}

/// The edit that takes back an entry of the journal; it can be taken back in its turn.
///
/// Of an edit that changed several folders the entry must be whole: see ``JournalEntry/isWhole``.
/// - Returns: The opposite changes, the last one first.
public func undoing(_ entry: JournalEntry) -> Edit {
  Edit(undoTitle(of: entry), entry.changes.reversed().map(\.inverse), undoes: entry.leader)
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
  /// One entry for each edit: the one that leads it, with what it changed in every folder that is open.
  ///
  /// A part stands for itself where the entry that leads it is not there, or does not name it: whoever may
  /// write a journal could call anything a part of somebody else's edit.
  public var joined: [JournalEntry] {
    var leaders: [EntryID: Set<EntryID>] = [:]
    for entry in self where entry.partOf == nil { leaders[entry.id] = Set(entry.parts) }
    func leader(of entry: JournalEntry) -> EntryID? {
      entry.partOf.flatMap { leaders[$0]?.contains(entry.id) == true ? $0 : nil }
    }
    var parts: [EntryID: [JournalEntry]] = [:]
    for entry in self {
      if let leader = leader(of: entry) { parts[leader, default: []].append(entry) }
    }
    return compactMap { entry in
      if leader(of: entry) != nil { return nil }
      var whole = entry
      for part in parts[entry.id] ?? [] {
        whole.changes += part.changes.filter { !whole.changes.contains($0) }
      }
      return whole
    }
  }
}

extension JournalEntry {
  /// The entry that stands for the whole edit, this one or that which leads it.
  var leader: EntryID { partOf ?? id }

  /// Whether it tells of all that its edit changed; a part alone does not.
  public var isWhole: Bool {
    partOf == nil && parts.allSatisfy { part in changes.contains { $0.folder == part.folder } }
  }

  /// Why the edit cannot be taken back by a person to whom a part of it is closed; nil when none is.
  public var undoRefusal: String? {
    if isWhole { return nil }
    let folders = Set([partOf].compactMap { $0?.folder } + parts.map(\.folder))
      .subtracting(changes.map(\.folder)).sorted()
    return
      "\"\(title)\" changed \(folders.joined(separator: ", ")) as well, which is closed to you. "
      + "Nothing was changed; ask somebody who may change both to take it back."
  }
}

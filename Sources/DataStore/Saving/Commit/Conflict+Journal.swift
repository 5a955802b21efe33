import Safeguarding

extension [Conflict] {
  /// The conflicts with who changed the field last, and when, where a journal says so.
  func named(in entries: [JournalEntry]) -> [Conflict] {
    map { conflict in
      let last = entries.last { entry in
        entry.changes.contains { change in
          change.record == conflict.mine.record
            && (change.field == nil || change.field == conflict.mine.field)
        }
      }
      return Conflict(
        conflict.mine, theirs: conflict.theirs, isGone: conflict.isGone, user: last?.user,
        time: last?.time)
    }
  }
}

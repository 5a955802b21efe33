import Safeguarding

/// How often and when what an event rests on was last changed, as the journals tell.
///
/// The number grows with each saved change, and falls never: not when a journal is so long that only its
/// end is read, and not when a record moves to another group.
struct CalendarRevisions {
  /// The number of the last entry that changed a record, by the folder of its journal, and its time.
  private struct Last {
    var numbers: [String: Int] = [:]
    var time: Int?

    mutating func note(_ entry: JournalEntry) {
      let folder = entry.id.folder
      numbers[folder] = max(numbers[folder] ?? 0, entry.id.sequence)
      time = max(time ?? entry.time, entry.time)
    }

    mutating func note(_ other: Last) {
      numbers.merge(other.numbers, uniquingKeysWith: max)
      if let moment = other.time { time = max(time ?? moment, moment) }
    }
  }

  private var records: [RecordID: Last] = [:]

  /// Gathers the revisions from what was saved.
  init(_ history: [JournalEntry]) {
    for entry in history {
      for record in Set(entry.changes.map(\.record)) {
        records[record, default: Last()].note(entry)
      }
    }
  }

  /// The revision of an event that rests on a deadline: on its record, its rule, and the group that sees to it.
  func revision(of deadline: Deadline) -> (sequence: Int, lastModified: CalendarStamp?) {
    var whole = Last()
    var roots = [deadline.record, RecordID(Rule.kind, deadline.rule)]
    if let group = deadline.group { roots.append(RecordID(PartnershipGroup.kind, group.id)) }
    for root in roots { if let last = records[root] { whole.note(last) } }
    let changed = whole.time.map { CalendarStamp(secondsSince1970: $0) }
    // What has become overdue says so in its title, though nobody changed it. That counts half a change, so
    // that the number grows when it comes, and again with the change by which it goes.
    let count = 2 * whole.numbers.values.reduce(0, +)
    guard deadline.status == .overdue, let due = deadline.due?.dueDay else {
      return (count, changed)
    }
    let turned = CalendarStamp(due.adding(days: 1))
    return (count + 1, max(changed ?? turned, turned))
  }
}

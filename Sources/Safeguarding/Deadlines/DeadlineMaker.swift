/// Makes the deadlines of a workspace on one day.
struct DeadlineMaker {
  let workspace: Workspace
  let day: CalendarDate
  let book: RuleBook
  let names: Names
  private var deadlines: [Deadline] = []
  /// The day each is due, by which they are sorted.
  private var days: [Int32] = []
  /// The working days of each rule's division, by the position of the rule.
  let calendars: [SharedCalendar]
  /// What records say of one another, looked up once.
  var lookups: DeadlineLookups

  init(workspace: Workspace, day: CalendarDate) {
    self.workspace = workspace
    self.day = day
    book = RuleBook(workspace.rules)
    names = workspace.names
    lookups = DeadlineLookups(workspace, book)
    var divisions: [Division: SharedCalendar] = [:]
    calendars = book.entries.map { entry in
      let division = entry.rule.division
      if let known = divisions[division] { return known }
      let calendar = SharedCalendar(
        days: workspace.bankHolidays.workingDays(in: division.rawValue), today: day)
      divisions[division] = calendar
      return calendar
    }
    deadlines.reserveCapacity(
      workspace.actions.all.count + workspace.obligations.all.count + workspace.reviews.all.count)
  }

  /// Adds the deadline of an occasion, when the rule is the one that counts for it.
  mutating func add(_ occasion: consuming Occasion, under entry: RuleBook.Entry) {
    let decisive = occasion.start?.last ?? occasion.due?.last ?? day
    guard book.isInForce(entry, for: occasion.partnerships, occasion.group, on: decisive) else {
      return
    }
    append(occasion, entry)
  }

  /// Adds the deadline of an occasion under a rule that is known to count for it.
  mutating func append(_ occasion: consuming Occasion, _ entry: RuleBook.Entry) {
    let shared = calendars[entry.position]
    let ownDue = occasion.due ?? due(entry, occasion, shared)
    let agreed = occasion.agreedExtension(under: entry.rule.id)?.to
    let lastDay = (agreed ?? ownDue)?.dueDay
    let outcome = outcome(of: occasion)
    let left = lastDay.map { shared.workingDays(until: $0) }
    let status = status(
      entry, occasion, outcome, due: lastDay, left: left ?? 0, isExtended: agreed != nil, shared)
    let units = lastDay.flatMap {
      distance(entry.rule, status, to: $0, left: left ?? 0, outcome, shared)
    }
    let doubt =
      occasion.due == nil && entry.rule.unit.countsWorkingDays && entry.rule.offset != nil
      && isProvisional(occasion.start, lastDay, shared)
    days.append(Int32(clamping: lastDay?.dayNumber ?? Int.max))
    deadlines.append(
      Deadline(
        occasion, under: entry, ownDue: ownDue, status: status, workingDays: left,
        distance: units, isProvisional: doubt))
  }

  /// The working days that a rule counts in.
  func calendar(of entry: RuleBook.Entry) -> WorkingDays { calendars[entry.position].days }

  /// Hands out the deadlines by their due day, in the order of finding where that is the same.
  mutating func takeSorted() -> [Deadline] {
    // The position in the lower half keeps the order of what is due on the same day.
    var keys = days.enumerated().map { index, day in
      (UInt64(Int(day) - Int(Int32.min)) << 32) | UInt64(index)
    }
    keys.sort()
    var order = keys.map { Int($0 & 0xFFFF_FFFF) }
    // Each is moved and not looked at, as counting one more owner of it would.
    var sorted: [Deadline] = []
    swap(&sorted, &deadlines)
    sorted.withUnsafeMutableBufferPointer { sorted in
      for start in order.indices {
        var place = start
        while order[place] != start {
          let next = order[place]
          sorted.swapAt(place, next)
          order[place] = place
          place = next
        }
        order[place] = place
      }
    }
    return sorted
  }

  /// The first day for which something that returns is expected where no record says so.
  var expectedFrom: CalendarDate { workspace.settings.recordsFrom ?? day.adding(months: -12) }

  /// The last day for which something that returns is laid out ahead.
  var horizon: CalendarDate { day.adding(months: 12) }
}

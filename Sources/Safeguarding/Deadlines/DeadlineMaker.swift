/// Makes the deadlines of a workspace on one day.
struct DeadlineMaker {
  let workspace: Workspace
  let settings: WorkspaceSettings
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

  init(workspace: Workspace, day: CalendarDate, book: RuleBook) {
    self.workspace = workspace
    settings = workspace.settings
    self.day = day
    self.book = book
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
    let count =
      workspace.actions.all.count + workspace.obligations.all.count + workspace.meetings.all.count
    deadlines.reserveCapacity(count)
    days.reserveCapacity(count)
  }

  /// Adds the deadline of an occasion, when the rule is the one that counts for it.
  mutating func add(_ occasion: consuming Occasion, under entry: RuleBook.Entry) {
    let decisive = occasion.inForceOn ?? occasion.start?.last ?? occasion.due?.last ?? day
    guard book.isInForce(entry, for: occasion.partnerships, occasion.group, on: decisive) else {
      return
    }
    append(consume occasion, entry)
  }

  /// Adds the deadline of an occasion under a rule that is known to count for it.
  mutating func append(_ occasion: consuming Occasion, _ entry: RuleBook.Entry) {
    let shared = calendars[entry.position]
    let outcome = outcome(of: occasion)
    occasion.extensions.keepWhatCounts(on: day, doneOn: outcome.doneOn)
    let counted = due(entry, occasion, shared)
    let ownDue = counted.date
    let later =
      occasion.extensions.isEmpty ? nil : occasion.agreedExtension(under: entry.rule.id)
    let agreed = later?.to
    let lastDay = (agreed ?? ownDue)?.dueDay
    let left = lastDay.map { shared.workingDays(until: $0) }
    var status = status(
      entry, occasion, outcome, due: lastDay, left: left ?? 0, isExtended: agreed != nil, shared)
    if status == .doneOnTime, let first = outcome.doneOn?.first, let asked = later?.agreedOn?.last,
      first < asked
    {
      // Nothing tells whether it was agreed before it was done.
      let own = self.status(
        entry, occasion, outcome, due: ownDue?.dueDay, left: 0, isExtended: false, shared)
      if own != .doneOnTime { status = .done }
    }
    let units = lastDay.flatMap {
      distance(entry.rule, status, to: $0, left: left ?? 0, outcome, shared)
    }
    let most =
      status == .overdue || status == .doneLate
      ? mostLate(entry, occasion, agreed == nil ? nil : lastDay, outcome, shared) : nil
    days.append(Int32(clamping: lastDay?.dayNumber ?? Int.max))
    deadlines.append(
      Deadline(
        consume occasion, under: entry, ownDue: ownDue, status: status, workingDays: left,
        distance: units, mostLate: most, isProvisional: counted.isProvisional(through: lastDay)))
  }

  /// What fell due before the records are complete is not missed for want of one.
  mutating func forgive(_ occasion: inout Occasion, under entry: RuleBook.Entry) {
    guard let complete = settings.recordsFrom else { return }
    if case .done = occasion.outcome { return }
    let counted = due(entry, occasion, calendars[entry.position])
    guard let due = counted.date?.last, due < complete else { return }
    (occasion.outcome, occasion.isPassed) = (.notReported, true)
  }

  /// Whether somebody who was to owe something has ended by the day.
  func hasEnded(_ end: ImpreciseDate?) -> Bool {
    end.map { !day.mayLie(from: nil, to: $0) } ?? false
  }

  /// Whether that was before anything is looked at.
  func isLongOver(_ end: ImpreciseDate?) -> Bool { end?.last.map { $0 < expectedFrom } ?? false }

  /// Whether something is still told of a body, which may have ended.
  ///
  /// Who has ended owes nothing new. What was missed before stays told: nobody can do it any more, and no
  /// record says that it was done.
  mutating func stays(
    _ occasion: inout Occasion, after end: ImpreciseDate?, under entry: RuleBook.Entry
  ) -> Bool {
    guard hasEnded(end), let last = end?.last else { return true }
    let counted = due(entry, occasion, calendars[entry.position])
    guard let due = counted.date?.last, expectedFrom <= due, due < last else { return false }
    if case .done = occasion.outcome { return true }
    (occasion.outcome, occasion.isPassed) = (.notReported, true)
    return true
  }

  /// The working days that a rule counts in.
  func calendar(of entry: RuleBook.Entry) -> WorkingDays { calendars[entry.position].days }

  /// Takes out what is overdue only because the duty is that it waits for: one missing report is one.
  mutating func dropDoubles() {
    var missed: Set<String> = []
    for deadline in deadlines where deadline.status == .overdue && deadline.entry.rule.after == nil
    {
      for partnership in deadline.partnerships {
        missed.insert("\(deadline.entry.root) \(partnership.id)")
      }
    }
    let isDouble = deadlines.map { deadline -> Bool in
      guard deadline.status == .overdue, deadline.entry.rule.trigger == .lastFulfilled,
        let after = deadline.entry.rule.after.map({ book.root(of: $0.id) }),
        deadline.occasion.expectation != nil
      else { return false }
      return deadline.partnerships.contains { missed.contains("\(after) \($0.id)") }
    }
    guard isDouble.contains(true) else { return }
    deadlines = zip(deadlines, isDouble).filter { !$0.1 }.map(\.0)
    days = zip(days, isDouble).filter { !$0.1 }.map(\.0)
  }

  /// Hands out the deadlines by their due day, in the order of finding where that is the same.
  mutating func takeSorted() -> [Deadline] {
    var order = DeadlineMaker.order(of: days)
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

  /// Places in the order of their days, and in their own order where the days are the same.
  ///
  /// Days lie close together, so they are counted rather than compared: where each day's places begin
  /// follows from how many there are before it.
  private static func order(of days: [Int32]) -> [Int] {
    var (first, last) = (Int32.max, Int32.min)
    for day in days where day != .max { (first, last) = (min(first, day), max(last, day)) }
    guard first <= last, Int(last) - Int(first) < 200_000 else {
      return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    }
    let slots = Int(last - first) + 2
    var begins = [Int](repeating: 0, count: slots + 1)
    func slot(_ day: Int32) -> Int { day == .max ? slots - 1 : Int(day - first) }
    for day in days { begins[slot(day) + 1] += 1 }
    for slot in 1...slots { begins[slot] += begins[slot - 1] }
    var order = [Int](repeating: 0, count: days.count)
    for (place, day) in days.enumerated() {
      order[begins[slot(day)]] = place
      begins[slot(day)] += 1
    }
    return order
  }

  /// The first day for which something that returns is expected where no record says so: at most ten
  /// years back.
  var expectedFrom: CalendarDate {
    guard let first = settings.recordsFrom else { return day.adding(months: -12) }
    return max(first, day.adding(months: -120))
  }

  /// The last day for which something that returns is laid out ahead.
  var horizon: CalendarDate { day.adding(months: 12) }
}

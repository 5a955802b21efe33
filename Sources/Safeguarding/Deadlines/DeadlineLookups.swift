/// What records say of one another, looked up once for all deadlines.
struct DeadlineLookups {
  private let workspace: Workspace
  private let book: RuleBook
  private var lastPartnership: (id: String, list: [Reference<Partnership>]) = ("", [])
  private var recentEntries: [(id: String, entry: RuleBook.Entry)] = []
  private var partnershipsOfGroups: [String: [Reference<Partnership>]] = [:]
  private var lists: [String: [Reference<Partnership>]] = [:]
  private var meetingsOfGroups: [String: [Int]]?
  /// The obligations that name a rule which returns, by the first edition of that rule.
  private var recurring: [String: [Int]]?

  init(_ workspace: Workspace, _ book: RuleBook) {
    self.workspace = workspace
    self.book = book
  }

  /// A rule by its id; very many records name the same few.
  mutating func entry(_ id: String) -> RuleBook.Entry? {
    if let known = recentEntries.first(where: { $0.id == id }) { return known.entry }
    guard let entry = book.entry(id) else { return nil }
    if recentEntries.count < DeadlineLookups.mostRecent { recentEntries.append((id, entry)) }
    return entry
  }

  private static let mostRecent = 6

  /// The partnerships a group belongs to.
  mutating func partnerships(of group: Reference<PartnershipGroup>) -> [Reference<Partnership>] {
    if let known = partnershipsOfGroups[group.id] { return known }
    let found = workspace.partnerships(of: group)
    partnershipsOfGroups[group.id] = found
    return found
  }

  /// A partnership as a list of one, the same one each time.
  mutating func alone(_ partnership: Reference<Partnership>) -> [Reference<Partnership>] {
    if lastPartnership.id == partnership.id { return lastPartnership.list }
    let list = lists[partnership.id] ?? [partnership]
    lists[partnership.id] = list
    lastPartnership = (partnership.id, list)
    return list
  }

  /// A group's meetings, earliest first.
  mutating func meetings(of group: Reference<PartnershipGroup>) -> [Meeting] {
    positions(of: group).map { workspace.meetings.all[$0] }
  }

  /// The date of the first, second and so on meeting of a group that is later than a day.
  mutating func meeting(
    of group: Reference<PartnershipGroup>, number: Int, after day: CalendarDate
  ) -> ImpreciseDate? {
    let all = workspace.meetings.all
    var left = number
    for index in positions(of: group) {
      guard all[index].status != .cancelled, let first = all[index].date?.first, first > day else {
        continue
      }
      left -= 1
      if left == 0 { return all[index].date }
    }
    return nil
  }

  /// The last meeting of a group that was held on or before a day.
  mutating func lastMeeting(of group: Reference<PartnershipGroup>, heldBy day: CalendarDate)
    -> Meeting?
  {
    let all = workspace.meetings.all
    return positions(of: group).last { all[$0].wasHeld(by: day) }.map { all[$0] }
  }

  /// The first meeting of a group that is planned for a day or later.
  mutating func meeting(of group: Reference<PartnershipGroup>, plannedFrom day: CalendarDate)
    -> Meeting?
  {
    let all = workspace.meetings.all
    return positions(of: group).first { all[$0].isPlanned(from: day) }.map { all[$0] }
  }

  /// Where the meetings of a group lie in the register, earliest first.
  private mutating func positions(of group: Reference<PartnershipGroup>) -> [Int] {
    if meetingsOfGroups == nil { meetingsOfGroups = positionsOfMeetings() }
    return meetingsOfGroups?[group.id] ?? []
  }

  private func positionsOfMeetings() -> [String: [Int]] {
    let all = workspace.meetings.all
    var positions: [String: [Int]] = [:]
    for index in all.indices { positions[all[index].group.id, default: []].append(index) }
    let days = all.indices.map { all[$0].date?.last?.dayNumber ?? Int.max }
    return positions.mapValues { $0.sorted { (days[$0], $0) < (days[$1], $1) } }
  }

  /// The obligations that name any edition of a rule which returns.
  mutating func obligations(naming rule: Rule) -> [Obligation] {
    let known: [String: [Int]]
    if let recurring {
      known = recurring
    } else {
      known = recurringObligations()
      recurring = known
    }
    return (known[book.root(of: rule.id)] ?? []).map { workspace.obligations.all[$0] }
  }

  private mutating func recurringObligations() -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (index, obligation) in workspace.obligations.all.enumerated() {
      guard let id = obligation.rule?.id, let entry = entry(id), book.isLookedUp(entry) else {
        continue
      }
      found[entry.root, default: []].append(index)
    }
    return found
  }
}

/// All rules of a workspace, and which of them is in force where and when.
public struct RuleBook: Sendable {
  /// A rule that is shared rather than copied: there may be very many deadlines to a rule.
  final class Entry: Sendable {
    let rule: Rule
    let position: Int
    /// What sort of thing is owed, in words.
    let form: String
    /// The rule at the beginning of the chain of replacements: all editions of a rule share it.
    let root: String
    /// Whether other rules may take its place.
    let hasEditions: Bool
    /// How many units after or before the event; a stated date needs none.
    let offset: Int?
    /// Whether what it asks for returns, so that it is expected without a record.
    let returns: Bool
    /// Whether it is asked of a group that it meets.
    let asksToMeet: Bool
    /// Whether the obligations that name it are found with what it counts.
    let countsObligations: Bool

    /// From where the clock of an obligation runs that names it.
    let starts: RuleTrigger.Start

    init(_ rule: Rule, at position: Int, root: String, hasEditions: Bool) {
      self.rule = rule
      self.position = position
      self.root = root
      self.hasEditions = hasEditions
      offset = rule.trigger.needs.contains(.date) ? 0 : rule.distance?.count
      returns = rule.trigger.nature == .returning
      asksToMeet = rule.trigger == .lastMeeting || rule.trigger == .meetingsInPeriod
      starts = rule.trigger.starts
      countsObligations = rule.trigger.countsObligations
      form = rule.form.title
    }
  }

  /// The rules, those that records imply first, then those of the data, in the order of the files.
  let entries: [Entry]
  private let positions: [String: Int]
  /// The editions of each rule that has several, by the rule at the beginning of the chain.
  private let editions: [String: [Int]]
  /// The beginnings of the chains of rules that others wait for.
  private let awaited: Set<String>

  /// The rules of the data, and the built-in ones that none of them stands in for.
  public init(_ rules: RecordTable<Rule>) {
    var all: [Rule] = []
    var positions: [String: Int] = [:]
    let builtIn = Rule.builtIn.all.filter { rules[$0.id] == nil }
    // The first of two rules with the same id is the one that counts.
    for rule in builtIn + rules.all where positions[rule.id] == nil {
      positions[rule.id] = all.count
      all.append(rule)
    }
    all = all.map { rule in
      guard let older = rule.replaces.flatMap({ positions[$0.id] }) else { return rule }
      return rule.filled(from: all[older])
    }
    let roots = all.map { RuleBook.root(of: $0, among: all, positions) }
    let editions = Dictionary(grouping: all.indices) { roots[$0] }.filter { $0.value.count > 1 }
    entries = all.enumerated().map { index, rule in
      Entry(
        rule, at: index, root: roots[index], hasEditions: editions[roots[index]] != nil)
    }
    self.positions = positions
    self.editions = editions
    awaited = Set(all.compactMap { $0.after.flatMap { positions[$0.id] } }.map { roots[$0] })
  }

  private static func root(
    of rule: Rule, among all: [Rule], _ positions: [String: Int]
  ) -> String {
    var root = rule
    // A chain of replacements has at most as many links as there are rules.
    for _ in all.indices {
      guard let older = root.replaces.flatMap({ positions[$0.id] }) else { break }
      root = all[older]
    }
    return root.id
  }

  /// Every rule: those that records imply first, then those of the data, in the order of the files.
  public var rules: [Rule] { entries.map(\.rule) }

  /// The rule with an id, or nil.
  public subscript(id: String) -> Rule? { entry(id)?.rule }

  /// The rule itself, or the one that takes its place for a partnership and a group on a day.
  public func edition(
    of rule: Rule, for partnerships: [Reference<Partnership>],
    _ group: Reference<PartnershipGroup>?,
    on day: CalendarDate
  ) -> Rule {
    entry(rule.id).map { edition(of: $0, for: partnerships, group, on: day).rule } ?? rule
  }

  func entry(_ id: String) -> Entry? { positions[id].map { entries[$0] } }

  func edition(
    of entry: Entry, for partnerships: [Reference<Partnership>],
    _ group: Reference<PartnershipGroup>?,
    on day: CalendarDate
  ) -> Entry {
    guard entry.hasEditions, let family = editions[entry.root] else { return entry }
    let holding = family.map { entries[$0] }.filter {
      $0.rule.holds(for: partnerships, group, on: day)
    }
    let replaced = Set(holding.compactMap { $0.rule.replaces?.id })
    return holding.filter { !replaced.contains($0.rule.id) }.max { $0.rank < $1.rank } ?? entry
  }

  /// Whether a rule is the one that counts for a partnership and a group on a day.
  func isInForce(
    _ entry: Entry, for partnerships: [Reference<Partnership>],
    _ group: Reference<PartnershipGroup>?,
    on day: CalendarDate
  ) -> Bool {
    entry.rule.holds(for: partnerships, group, on: day)
      && edition(of: entry, for: partnerships, group, on: day) === entry
  }

  /// Whether what names a rule is looked up by it: it returns, or others wait for it.
  func isLookedUp(_ entry: Entry) -> Bool { entry.returns || awaited.contains(entry.root) }

  /// The rule at the beginning of a chain of replacements: all editions of a rule share it.
  func root(of id: String) -> String { entry(id)?.root ?? id }
}

extension RuleBook.Entry {
  /// Of several that hold, the one meant for the fewest counts, and then the newest.
  fileprivate var rank: (Int, CalendarDate, Int) {
    let narrowness = (rule.groups.isEmpty ? 0 : 2) + (rule.partnerships.isEmpty ? 0 : 1)
    return (narrowness, rule.from?.first ?? CalendarDate(dayNumber: Int.min), position)
  }
}

extension Rule {
  /// The rule with what it leaves out taken from the one whose place it takes.
  fileprivate func filled(from older: Rule) -> Rule {
    guard trigger == older.trigger else { return self }
    var rule = self
    rule.until = until ?? older.until
    rule.after = after ?? older.after
    if owners.isEmpty { rule.owners = older.owners }
    if recipients.isEmpty { rule.recipients = older.recipients }
    return rule
  }

  /// Whether the rule is meant for a partnership and a group, and in force on a day.
  func holds(
    for partnerships: [Reference<Partnership>], _ group: Reference<PartnershipGroup>?,
    on day: CalendarDate
  ) -> Bool {
    if let first = from?.first, day < first { return false }
    if let last = to?.last, last < day { return false }
    if !self.partnerships.isEmpty, !partnerships.contains(where: self.partnerships.contains) {
      return false
    }
    if groups.isEmpty { return true }
    return group.map(groups.contains) ?? false
  }
}

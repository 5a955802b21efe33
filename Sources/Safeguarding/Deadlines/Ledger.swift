/// How punctual a partnership was, by rule and reporting year: for its annual report.
public struct Ledger: Hashable, Sendable {
  /// What was owed under one rule in one reporting year.
  public struct Entry: Hashable, Sendable {
    /// The rule's id.
    public let rule: String
    /// The first day of the reporting year in which it was due.
    public let year: CalendarDate
    /// The reporting year in words: "2023-24".
    public let yearName: String
    /// How many were done in time.
    public internal(set) var onTime = 0
    /// How many were done late.
    public internal(set) var late = 0
    /// How many are overdue and still owed.
    public internal(set) var overdue = 0
    /// How many of which no source says whether they were done.
    public internal(set) var notReported = 0
    /// How late those done late were together, in the rule's own unit.
    public internal(set) var lateBy = 0
    /// How late the latest was, in the rule's own unit.
    public internal(set) var latest = 0
    /// Whether lateness is counted in working days; else in days.
    public internal(set) var countsWorkingDays = false
    /// Whether a record that was not published is among them.
    public internal(set) var isIllustrative = false

    /// How late those done late were on average, in the rule's own unit; nil when none was.
    public var averageLate: Double? { late == 0 ? nil : Double(lateBy) / Double(late) }

  }

  /// The entries, the latest year first, then in the order of the rules.
  public let entries: [Entry]

  /// Counts what was due up to a day; what is owed later, or for information only, is left out.
  ///
  /// What was done on a day that is not recorded is not counted as in time.
  /// - Parameters:
  ///   - deadlines: What was owed.
  ///   - day: The day up to which it is counted.
  ///   - rules: The rules in force.
  ///   - partnerships: The partnerships, each of which counts in its own reporting years.
  public init(
    _ deadlines: [Deadline], on day: CalendarDate, rules: RuleBook,
    of partnerships: RecordTable<Partnership> = RecordTable()
  ) {
    struct Key: Hashable {
      let rule: String
      let year: CalendarDate
      let name: String
    }
    var years: [String: ReportingYears] = [:]
    for partnership in partnerships.all { years[partnership.id] = partnership.reportingYears }
    var entries: [Key: Entry] = [:]
    for deadline in deadlines {
      guard let due = (deadline.firstDue ?? deadline.due)?.last,
        deadline.status.isDone || deadline.status == .overdue || deadline.status == .notReported,
        due <= day || deadline.status.isDone, rules[deadline.rule]?.informationOnly != true
      else { continue }
      let own = deadline.partnerships.first.flatMap { years[$0.id] } ?? .standard
      let period = own.period(of: due)
      let year = period.lowerBound
      let key = Key(rule: deadline.rule, year: year, name: own.name(of: period))
      entries[key, default: Entry(rule: deadline.rule, year: year, yearName: key.name)]
        .count(deadline)
    }
    var order: [String: Int] = [:]
    for (index, rule) in rules.rules.enumerated() { order[rule.id] = index }
    self.entries = entries.values.sorted { left, right in
      left.year == right.year
        ? order[left.rule] ?? 0 < order[right.rule] ?? 0 : right.year < left.year
    }
  }
}

extension Ledger.Entry {
  fileprivate mutating func count(_ deadline: Deadline) {
    countsWorkingDays = deadline.countsWorkingDays
    isIllustrative = isIllustrative || deadline.isIllustrative
    switch deadline.status {
    case .done: notReported += 1
    case .doneOnTime: onTime += 1
    case .doneLate:
      late += 1
      lateBy += -(deadline.distance ?? 0)
      latest = max(latest, -(deadline.distance ?? 0))
    case .overdue: overdue += 1
    case .notReported: notReported += 1
    default: break
    }
  }
}

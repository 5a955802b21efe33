/// Who has sent the figures they owe: agencies by periods.
public struct SubmissionBoard: Sendable {
  /// How one agency stands for one period.
  public enum Standing: Hashable, Sendable {
    /// It came; so many working days late where that is known to be so.
    case sent(on: CalendarDate?, late: Int)
    /// It did not come and is so many working days late.
    case late(days: Int)
    /// It is owed by a day that is still to come.
    case due(CalendarDate)
    /// It did not come, and no day is known by which it was owed.
    case missing
    /// Its period is not over, and no day is known by which it is owed.
    case notYet
    /// It stands still.
    case paused
    /// It is not owed.
    case notOwed
  }

  /// One agency and one period.
  public struct Cell: Sendable {
    /// The returns, in the order in which they were read.
    public let submissions: [Submission]
    /// How the worst of them stands.
    public let standing: Standing
  }

  /// One agency.
  public struct Row: Sendable {
    /// The agency.
    public let agency: Reference<Agency>
    /// Its returns, period by period; nil where none is known of.
    public let cells: [Cell?]

    /// The return to see to next: the one that has been late longest, else the next one due.
    public var next: Cell? {
      let open = cells.compactMap(\.self).filter { $0.standing.isOpen }
      return open.max { $0.standing.urgency < $1.standing.urgency }
    }
  }

  /// The periods, earliest first.
  public let periods: [ImpreciseDate]
  /// The agencies, those with something late first.
  public let rows: [Row]

  /// Lays out the returns of a scope as they stand on a day.
  ///
  /// - Parameters:
  ///   - workspace: All that is known.
  ///   - scope: The partnerships.
  ///   - day: The day.
  ///   - most: So many periods at most, the latest ones.
  public init(_ workspace: Workspace, in scope: Scope, on day: CalendarDate, most: Int = 8) {
    let all = workspace.submissions.all.filter { submission in
      scope.includes(submission.partnership) && submission.period?.last != nil
    }
    let days = workspace.bankHolidays.workingDays(in: Division.englandAndWales.rawValue)
    let owed = SubmissionBoard.owedByRule(all, on: day, in: workspace)
    let periods = Array(Set(all.compactMap(\.period)).sorted().suffix(most))
    self.periods = periods
    let byAgency = Dictionary(grouping: all, by: \.agency.id)
    let order = workspace.agencies.all.map(\.id)
    let named =
      order.filter { byAgency[$0] != nil } + byAgency.keys.filter { !order.contains($0) }.sorted()
    let rows = named.map { id -> Row in
      let own = Dictionary(grouping: byAgency[id] ?? [], by: \.period)
      return Row(
        agency: Reference(id),
        cells: periods.map { period in
          guard let found = own[period] else { return nil }
          let standings = found.map {
            SubmissionBoard.standing(of: $0, by: owed[$0.id], on: day, days)
          }
          let worst = standings.max { $0.urgency < $1.urgency } ?? .notOwed
          return Cell(submissions: found, standing: worst)
        })
    }
    // The order of the agencies stays where they stand alike.
    self.rows = rows.enumerated().sorted { left, right in
      let (one, other) = (left.element.lateness, right.element.lateness)
      return (-one, left.offset) < (-other, right.offset)
    }.map(\.element)
  }

  /// How what some agencies owe stands at worst; nil where none of them owes anything.
  ///
  /// Of an agency it is what has to be seen to next, else what came last, of what it owes to one partnership.
  public func standing(
    of agencies: [Reference<Agency>], to partnership: Reference<Partnership>
  ) -> Standing? {
    rows.filter { agencies.contains($0.agency) }.compactMap { row in
      let cells = row.cells.compactMap(\.self).filter { cell in
        cell.submissions.contains { $0.partnership == partnership }
      }
      let open = cells.filter(\.standing.isOpen).max { $0.standing.urgency < $1.standing.urgency }
      return (open ?? cells.last)?.standing
    }.max { $0.urgency < $1.urgency }
  }

  /// How one return stands on a day.
  public static func standing(
    of submission: Submission, on day: CalendarDate, in workspace: Workspace
  ) -> Standing {
    let days = workspace.bankHolidays.workingDays(in: Division.englandAndWales.rawValue)
    let owed = owedByRule([submission], on: day, in: workspace)
    return standing(of: submission, by: owed[submission.id], on: day, days)
  }

  /// The days by which returns are owed that give no day themselves but name the rule that does.
  private static func owedByRule(
    _ submissions: [Submission], on day: CalendarDate, in workspace: Workspace
  ) -> [String: CalendarDate] {
    guard submissions.contains(where: { $0.due == nil && $0.rule != nil }) else { return [:] }
    var owed: [String: CalendarDate] = [:]
    for deadline in workspace.owed(on: day, under: nil)
    where deadline.record.kind == Submission.kind {
      owed[deadline.record.id] = deadline.due?.dueDay
    }
    return owed
  }

  private static func standing(
    of whole: Submission, by rule: CalendarDate?, on day: CalendarDate, _ days: WorkingDays
  ) -> Standing {
    let submission = whole.known(on: day)
    let owed = submission.owedBy ?? rule
    switch submission.status {
    case .notApplicable: return .notOwed
    case .received:
      let came = submission.receivedOn?.first
      guard let came, let owed, owed < came else { return .sent(on: came, late: 0) }
      return .sent(on: came, late: max(1, days.count(after: owed, through: came)))
    case .notReceived where submission.pause?.covers(day) ?? false: return .paused
    case .notReceived:
      guard let owed else {
        return submission.period?.last.map { $0 < day } == true ? .missing : .notYet
      }
      return owed < day
        ? .late(days: max(1, days.count(after: owed, through: day))) : .due(owed)
    }
  }
}

extension SubmissionBoard.Row {
  fileprivate var lateness: Int {
    cells.compactMap { cell in
      switch cell?.standing {
      case .late(let days): days
      case .missing: 1
      default: nil
      }
    }.max() ?? 0
  }
}

extension SubmissionBoard.Standing {
  /// Whether it still has to come.
  public var isOpen: Bool {
    switch self {
    case .late, .due, .missing, .notYet, .paused: true
    case .sent, .notOwed: false
    }
  }

  /// Whether it ought to have come.
  public var isLate: Bool {
    switch self {
    case .late, .missing: true
    case .sent, .due, .notYet, .paused, .notOwed: false
    }
  }

  /// How many working days it is late, or was; nil where it is not, or nothing tells.
  public var days: Int? {
    switch self {
    case .late(let days): days
    case .sent(_, let late): late > 0 ? late : nil
    case .due, .missing, .notYet, .paused, .notOwed: nil
    }
  }

  /// The word in JSON and CSV.
  public var key: String {
    switch self {
    case .sent(_, 0): "sent"
    case .sent: "sentLate"
    case .late: "late"
    case .due: "due"
    case .missing: "missing"
    case .notYet: "notYet"
    case .paused: "paused"
    case .notOwed: "notOwed"
    }
  }

  /// Whether it has to be seen to before another one.
  public func comesBefore(_ other: Self) -> Bool { urgency > other.urgency }

  /// What has to be seen to first is the largest.
  fileprivate var urgency: Int {
    switch self {
    case .late(let days): 1_000_000 + days
    case .missing: 1_000_000
    case .due(let day): 900_000 - min(day.dayNumber, 899_999)
    case .notYet, .paused: 2
    case .sent(_, let late): late > 0 ? 1 : 0
    case .notOwed: -1
    }
  }

  /// The standing in words.
  public var words: String {
    switch self {
    case .sent(_, 0): "sent"
    case .sent(_, let late): "sent \(counted(late, "working day")) late"
    case .late(let days): "\(counted(days, "working day")) late"
    case .due(let day): "due \(day.short)"
    case .missing: "missing"
    case .notYet: "not due yet"
    case .paused: "paused"
    case .notOwed: "not owed"
    }
  }
}

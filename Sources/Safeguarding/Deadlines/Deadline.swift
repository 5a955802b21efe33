/// Something that is owed by a date.
public struct Deadline: Identifiable, Sendable, Hashable {
  /// How a deadline stands on a day.
  public enum Status: String, Choice, Comparable {
    case overdue, dueSoon, running, notReported, doneLate, doneOnTime, noDate

    /// The status in words.
    public var title: String {
      switch self {
      case .overdue: "overdue"
      case .dueSoon: "due soon"
      case .running: "running"
      case .notReported: "not reported"
      case .doneLate: "done late"
      case .doneOnTime: "done on time"
      case .noDate: "no date"
      }
    }

    /// What needs attention first comes first.
    public static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether it is still owed.
    public var isOpen: Bool { self == .overdue || self == .dueSoon || self == .running }
  }

  /// Stable: made from the rule and the record.
  public let id: String
  /// What is owed.
  public let title: String
  /// What sort of thing is owed, in a word: "action", "papers", "meeting".
  public let form: String
  /// The rule that makes it a deadline.
  public let rule: String
  /// When it is owed, as exact as its source.
  public let due: FuzzyDate?
  /// When it was done, where it was.
  public let doneOn: FuzzyDate?
  /// How it stands.
  public let status: Status
  /// Working days until the due day, negative when late; nil without a day.
  public let workingDays: Int?
  /// Who owes it, in words.
  public let owner: String
  /// The group that sees to it.
  public let group: Reference<Group>?
  /// The partnerships it concerns.
  public let partnerships: [Reference<Partnership>]
  /// The record that shows it in full.
  public let record: RecordLink
  /// Why it is due then, in a sentence.
  public let because: String
  /// Whether it comes from a record that was not published.
  public let isIllustrative: Bool

  /// Working days in words: `12 wd late`, `today`, `in 3 wd`; empty without a day.
  public var distance: String {
    guard let workingDays, status.isOpen else { return "" }
    if workingDays < 0 { return "\(-workingDays) wd late" }
    return workingDays == 0 ? (status == .overdue ? "late" : "now") : "in \(workingDays) wd"
  }
}

/// A way in which records become deadlines.
public struct DeadlineRule: Sendable {
  /// The rule's id.
  public let id: String
  /// What the rule says, as a sentence.
  public let summary: String
  /// Finds the deadlines.
  let find: @Sendable (DeadlineMaker) -> [Deadline]
}

/// Makes deadlines of one rule on one day.
struct DeadlineMaker {
  let workspace: Workspace
  let day: CalendarDate
  let calendar: WorkingDays
  let names: Names
  var rule = ""

  func make(
    _ record: RecordLink, title: String, form: String, due: FuzzyDate?, isDone: Bool = false,
    isReported: Bool = true,
    doneOn: FuzzyDate? = nil, owner: String, group: Reference<Group>?,
    partnerships: [Reference<Partnership>], because: String, isIllustrative: Bool,
    suffix: String = ""
  ) -> Deadline {
    let lastDay = due?.dueDay
    return Deadline(
      id: "\(rule):\(record.id)\(suffix)", title: title, form: form, rule: rule, due: due,
      doneOn: doneOn,
      status: isReported
        ? status(due: lastDay, isDone: isDone, doneOn: doneOn?.first) : .notReported,
      workingDays: lastDay.map { workingDays(until: $0) }, owner: owner, group: group,
      partnerships: partnerships, record: record, because: because, isIllustrative: isIllustrative)
  }

  private func workingDays(until due: CalendarDate) -> Int {
    due >= day
      ? calendar.count(after: day, through: due) : -calendar.count(after: due, through: day)
  }

  private func status(due: CalendarDate?, isDone: Bool, doneOn: CalendarDate?) -> Deadline.Status {
    if isDone {
      guard let due, let doneOn else { return .doneOnTime }
      return doneOn > due ? .doneLate : .doneOnTime
    }
    guard let due else { return .noDate }
    if due < day { return .overdue }
    return due.dayNumber - day.dayNumber <= workspace.settings.dueSoonDays ? .dueSoon : .running
  }

  func owners(_ owners: [Owner]) -> String {
    owners.text(names)
  }
}

extension Workspace {
  /// Everything owed by a date, as it stands on a day, soonest first; what has no date comes last.
  public func deadlines(on day: CalendarDate) -> [Deadline] {
    var maker = DeadlineMaker(
      workspace: self, day: day, calendar: bankHolidays.workingDays(), names: names)
    var deadlines: [Deadline] = []
    for rule in DeadlineRule.all {
      maker.rule = rule.id
      deadlines += rule.find(maker)
    }
    deadlines.sort { left, right in
      let leftDay = left.due?.last?.dayNumber ?? Int.max
      let rightDay = right.due?.last?.dayNumber ?? Int.max
      return leftDay == rightDay ? left.id < right.id : leftDay < rightDay
    }
    return deadlines
  }
}

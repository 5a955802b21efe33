/// Something that is owed by a date.
///
/// Never changes once made. It is an object so that a long list is sorted, filtered and handed on by
/// moving pointers.
public final class Deadline: Identifiable, Sendable {
  /// How a deadline stands on a day.
  public enum Status: String, Choice, Comparable {
    case overdue, dueSoon, running, extended, notStarted, paused, waitingForDate, noDate
    case notReported, doneLate, doneOnTime, done, notApplicable

    /// The status in words.
    public var title: String {
      switch self {
      case .overdue: "overdue"
      case .dueSoon: "due soon"
      case .running: "running"
      case .extended: "extended"
      case .notStarted: "not started"
      case .paused: "paused"
      case .waitingForDate: "waiting for a date"
      case .noDate: "no date"
      case .notReported: "not reported"
      case .doneLate: "done late"
      case .doneOnTime: "done on time"
      case .done: "done"
      case .notApplicable: "not applicable"
      }
    }

    /// What needs attention first comes first.
    public static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether it is still owed by a date.
    public var isOpen: Bool {
      switch self {
      case .overdue, .dueSoon, .running, .extended, .notStarted: true
      case .paused, .waitingForDate, .noDate, .notReported, .doneLate, .doneOnTime, .done,
        .notApplicable:
        false
      }
    }

    /// Whether it was done: in time, late, or on a day that does not tell.
    public var isDone: Bool { self == .doneLate || self == .doneOnTime || self == .done }
  }

  /// The rule that makes it a deadline.
  let entry: RuleBook.Entry
  /// What puts that rule to work.
  let occasion: Occasion
  /// When it is owed as the rule or the record first gave it.
  private let ownDue: ImpreciseDate?
  /// How it stands.
  public let status: Status
  /// How long until it is due and how late it may be, each with a number of its own for nothing: there are very
  /// many deadlines, and three numbers that may be missing take twice the room.
  private let workingDaysLeft: Int32
  private let unitsLeft: Int32
  private let unitsMost: Int32
  /// Whether the date touches a year for which no bank holidays are published.
  public let isProvisional: Bool

  init(
    _ occasion: consuming Occasion, under entry: RuleBook.Entry, ownDue: ImpreciseDate?,
    status: Status, workingDays: Int?, distance: Int?, mostLate: Int?, isProvisional: Bool
  ) {
    self.entry = entry
    self.occasion = occasion
    self.ownDue = ownDue
    self.status = status
    workingDaysLeft = Deadline.kept(workingDays)
    unitsLeft = Deadline.kept(distance)
    unitsMost = Deadline.kept(mostLate)
    self.isProvisional = isProvisional
  }

  private static func kept(_ number: Int?) -> Int32 {
    number.map { max(Int32(clamping: $0), .min + 1) } ?? .min
  }

  private static func number(_ kept: Int32) -> Int? { kept == .min ? nil : Int(kept) }

  /// The same, marked as resting on a record that illustrates.
  var illustrating: Deadline {
    var occasion = occasion
    occasion.isIllustrative = true
    return Deadline(
      occasion, under: entry, ownDue: ownDue, status: status,
      workingDays: workingDays, distance: distance, mostLate: mostLate, isProvisional: isProvisional
    )
  }

  /// The id of the rule that makes it a deadline.
  public var rule: String { entry.rule.id }
  /// The record that shows it in full.
  public var record: RecordID { occasion.record }
  /// What is owed.
  public var title: String { occasion.title }
  /// What sort of thing is owed, in a word or two: "action", "papers", "rapid review".
  public var form: String { occasion.form ?? entry.form }
  /// When it is owed, with the steps by which that is found, in the working days of its rule.
  func counted(in calendar: SharedCalendar) -> Due {
    Due(start: occasion.start, own: occasion.due, meeting: ownDue, under: entry, in: calendar)
  }

  /// When its clock started, or will; nil where the date is the record's own.
  public var start: ImpreciseDate? { occasion.due == nil ? occasion.start : nil }
  /// When it is owed, as exact as its source.
  public var due: ImpreciseDate? { agreedExtension?.to ?? ownDue }
  /// The first date, where a later one was agreed.
  public var firstDue: ImpreciseDate? { agreedExtension == nil ? nil : ownDue }
  /// The later date that counts, where one was agreed.
  public var agreedExtension: Extension? { occasion.agreedExtension(under: rule) }
  /// When it was done, where it was.
  public var doneOn: ImpreciseDate? {
    guard status.isDone, case .done(let date) = occasion.outcome else { return nil }
    return date
  }
  /// Who owes it.
  public var owners: [Owner] {
    occasion.owners.isEmpty ? entry.rule.owners : occasion.owners
  }
  /// The group that sees to it.
  public var group: Reference<PartnershipGroup>? { occasion.group }
  /// The partnerships it concerns.
  public var partnerships: [Reference<Partnership>] { occasion.partnerships }
  /// Whether it comes from a record that was not published.
  public var isIllustrative: Bool { occasion.isIllustrative }
  /// Whether ``distance`` counts working days; else it counts days.
  public var countsWorkingDays: Bool { entry.rule.countsWorkingDays }
  /// Working days until the due day, negative when late; nil without a day.
  public var workingDays: Int? { Deadline.number(workingDaysLeft) }
  /// How long until the due day in the rule's own unit, negative when late or done late: the least that
  /// it is late where a date is vague.
  public var distance: Int? { Deadline.number(unitsLeft) }
  /// How late it may be at most, in the same unit; nil where no date is vague.
  public var mostLate: Int? { Deadline.number(unitsMost) }

  /// Whether a group is asked to meet by then.
  package var asksToMeet: Bool { entry.asksToMeet }

  /// Stable: made from the rule and the record.
  public var id: String { "\(rule):\(record.id)\(occasion.suffix)" }

  /// Whether it is still owed, by a day that lies no further off than another one, and not overdue.
  package func isDue(by last: CalendarDate) -> Bool {
    status.isOpen && status != .overdue && due?.last.map { $0 <= last } ?? false
  }

  /// How far off it is, in words: `12 wd late`, `now`, `in 3 wd`, `in 21 days`; empty when nothing is
  /// owed by a day.
  public var distanceText: String {
    guard let distance, status.isOpen else { return "" }
    if distance == 0 { return status == .overdue ? "late" : "now" }
    if distance > 0 { return "in \(units(distance))" }
    return "\(late(by: -distance)) \(status == .overdue ? "late" : "ago")"
  }

  /// How it stands, with how late it is: `overdue by 12 wd`, `done 3 wd late`, `due soon`.
  public var standing: String {
    if status == .done { return "done\(doneOn?.last == nil ? ", day not recorded" : "")" }
    guard let distance, distance < 0 else { return status.title }
    switch status {
    case .overdue: return "overdue by \(late(by: -distance))"
    case .doneLate: return "done \(late(by: -distance)) late"
    default: return status.title
    }
  }

  /// How late it is, from the least to the most where a date is vague: `1 to 90 days`.
  private func late(by least: Int) -> String {
    guard let mostLate, mostLate > least else { return units(least) }
    return "\(least) to \(units(mostLate))"
  }

  private func units(_ count: Int) -> String {
    countsWorkingDays ? "\(count) wd" : "\(count) day\(count == 1 ? "" : "s")"
  }
}

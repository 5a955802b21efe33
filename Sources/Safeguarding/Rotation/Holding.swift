/// Who has a chair, an office or a seat on a day, and how that is known.
///
/// It is the one account of it: every view and format puts this into words.
public struct Holding: Hashable, Sendable {
  /// How it is known.
  public let state: HoldingState
  /// Who has it; the vacancy when nobody has it; who had it last when that has ended.
  ///
  /// Nil where nothing is recorded.
  public let stretch: RotationStretch?
  /// Who else has it on the same day, as recorded: two who share an office, or one who overlaps.
  public var others: [Reference<Person>] {
    guard isTaken, let stretch else { return [] }
    var others: [Reference<Person>] = []
    for case let person? in stretch.others.map(\.person)
    where person != stretch.person && !others.contains(person) {
      others.append(person)
    }
    return others
  }

  init(state: HoldingState, stretch: RotationStretch?) {
    (self.state, self.stretch) = (state, stretch)
  }

  /// Nothing is recorded.
  public static let notRecorded = Holding(state: .notRecorded, stretch: nil)

  /// What is recorded is closed to the reader.
  public static let closed = Holding(state: .closed, stretch: nil)

  /// Whether somebody is said to have it on the day, in whatever way.
  public var isTaken: Bool {
    switch state {
    case .held, .printed, .planned, .projected: true
    case .ended, .vacant, .notRecorded, .closed: false
    }
  }

  /// Who has it on the day, where a name is recorded.
  public var person: Reference<Person>? { isTaken ? stretch?.person : nil }

  /// All who have it on the day, where names are recorded.
  public var people: [Reference<Person>] { (person.map { [$0] } ?? []) + others }

  /// Whether somebody is said to have it, but no record says who.
  public var lacksName: Bool {
    isTaken && (stretch?.each.contains { $0.person == nil && $0.title.isEmpty } ?? true)
  }
}

extension Holding {
  /// What a stretch says of its own time.
  public init(_ stretch: RotationStretch) {
    self.init(state: stretch.status, stretch: stretch.status == .notRecorded ? nil : stretch)
  }

  /// The account of a day from what is laid out, earliest first, and from what has no date.
  init(
    on day: CalendarDate, in stretches: [RotationStretch], undated: [RotationStretch]
  ) {
    let past = stretches.prefix { $0.first <= day }
    if let now = past.last, now.contains(day), now.status != .notRecorded {
      self.init(state: now.status, stretch: now)
      return
    }
    let before = past.last { $0.status != .notRecorded }
    let isLast = !stretches.contains { $0.first > day && $0.isTaken && $0.status != .projected }
    // Whoever is recorded without a date may be in it since the last one left.
    if let shown = undated.last, before == nil || isLast {
      self.init(state: shown.status, stretch: shown)
    } else if let before, before.isTaken, isLast {
      self.init(state: .ended, stretch: before)
    } else {
      self = .notRecorded
    }
  }
}

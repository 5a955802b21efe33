/// A stretch of time in which one agency has the chair, as recorded or as the pattern says.
public struct RotationStretch: Hashable, Sendable {
  /// The agency in the chair; none in a vacancy.
  public let agency: Reference<Agency>?
  /// Who has it, where that is recorded.
  public let person: Reference<Person>?
  /// The person's title as printed.
  public let title: String
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate
  /// Held, planned, by the pattern, or vacant.
  public let status: ChairTermStatus
  /// The record it comes from; none for a stretch that the pattern projects.
  public let term: Reference<ChairTerm>?
  /// Why it differs, and what else a reader should know.
  public let note: String

  /// Whether a day falls into the stretch.
  public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}

/// Who has a rotating chair, in the past and as far ahead as is asked.
public struct Rotation: Sendable {
  /// The group whose chair it is.
  public let group: Group
  /// The stretches, earliest first, without overlaps or gaps left unsaid.
  public let stretches: [RotationStretch]

  /// Lays out the recorded terms and goes on by the pattern until a day.
  public init(group: Group, terms: [ChairTerm], until end: CalendarDate) {
    self.group = group
    let pattern = group.rotation
    let recorded = terms.filter { $0.group.id == group.id }
      .compactMap { term in Rotation.start(of: term, pattern: pattern).map { (term, $0) } }
      .sorted { $0.1 < $1.1 }
    var stretches: [RotationStretch] = []
    for (index, (term, first)) in recorded.enumerated() {
      let next = index + 1 < recorded.count ? recorded[index + 1].1 : nil
      let last = Rotation.end(of: term, from: first, next: next, pattern: pattern)
      if let before = stretches.last, before.last.adding(days: 1) < first {
        stretches.append(.vacancy(from: before.last.adding(days: 1), to: first.adding(days: -1)))
      }
      stretches.append(
        RotationStretch(
          agency: term.agency, person: term.person, title: term.title, first: first, last: last,
          status: term.status, term: Reference(term.id),
          note: [term.reason, term.note].filter { !$0.isEmpty }.joined(separator: " ")))
    }
    self.stretches = stretches + Rotation.projection(after: stretches, pattern: pattern, until: end)
  }

  /// The stretch that a day falls into.
  public func stretch(on day: CalendarDate) -> RotationStretch? {
    stretches.first { $0.contains(day) }
  }

  /// The first stretch that begins after a day.
  public func next(after day: CalendarDate) -> RotationStretch? {
    stretches.first { $0.first > day }
  }

  /// Begins on the day of the pattern that the recorded date may mean, else on its first day.
  private static func start(of term: ChairTerm, pattern: RotationPattern?) -> CalendarDate? {
    guard let from = term.from, let first = from.first, let last = from.last else { return nil }
    guard let pattern, let origin = pattern.start, pattern.termMonths > 0 else { return first }
    let months = (first.year - origin.year) * 12 + first.components.month - origin.components.month
    for count in [months / pattern.termMonths, months / pattern.termMonths + 1] {
      let day = origin.adding(months: count * pattern.termMonths)
      if first <= day, day <= last { return day }
    }
    return first
  }

  private static func end(
    of term: ChairTerm, from first: CalendarDate, next: CalendarDate?, pattern: RotationPattern?
  ) -> CalendarDate {
    let byPattern = first.adding(months: pattern?.termMonths ?? 12).adding(days: -1)
    guard let to = term.to, let toFirst = to.first, let toLast = to.last else {
      return min(byPattern, next?.adding(days: -1) ?? byPattern)
    }
    let last = toFirst <= byPattern && byPattern <= toLast ? byPattern : toLast
    guard let next, next <= last else { return max(first, last) }
    return max(first, next.adding(days: -1))
  }

  private static func projection(
    after stretches: [RotationStretch], pattern: RotationPattern?, until end: CalendarDate
  ) -> [RotationStretch] {
    guard let pattern, !pattern.order.isEmpty, pattern.termMonths > 0,
      let origin = stretches.last?.last.adding(days: 1) ?? pattern.start
    else { return [] }
    let turn = stretches.last { $0.agency != nil }
      .flatMap { last in pattern.order.firstIndex { $0 == last.agency } }
    var index = turn.map { $0 + 1 } ?? 0
    var projected: [RotationStretch] = []
    var count = 0
    while count < 1000 {
      let first = origin.adding(months: count * pattern.termMonths)
      if first > end { break }
      count += 1
      projected.append(
        RotationStretch(
          agency: pattern.order[index % pattern.order.count], person: nil, title: "", first: first,
          last: origin.adding(months: count * pattern.termMonths).adding(days: -1),
          status: .projected, term: nil,
          note: "No record names this term; the agency follows from the order of the rotation."))
      index += 1
    }
    return projected
  }
}

extension RotationStretch {
  fileprivate static func vacancy(from first: CalendarDate, to last: CalendarDate) -> Self {
    RotationStretch(
      agency: nil, person: nil, title: "", first: first, last: last, status: .vacant, term: nil,
      note: "No term is recorded for these \(last.dayNumber - first.dayNumber + 1) days.")
  }
}

extension Workspace {
  /// The rotation of a group's chair until a day, or nil for a chair that does not rotate.
  public func rotation(of group: Group, until end: CalendarDate) -> Rotation? {
    guard group.rotatesChair else { return nil }
    let rotation = Rotation(group: group, terms: chairTerms.all, until: end)
    return rotation
  }
}

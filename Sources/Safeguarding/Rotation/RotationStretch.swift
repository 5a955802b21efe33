/// A stretch of time in which one body or person has the chair, as recorded or as the pattern says.
public struct RotationStretch: Hashable, Sendable {
  /// The agency in the chair; none in a vacancy, for an independent chair, or where none is named.
  ///
  /// Whether nobody has the chair is told by ``status``.
  public let agency: Reference<Agency>?
  /// Who has it, where that is recorded.
  public let person: Reference<Person>?
  /// The person's title as printed.
  public let title: String
  /// The day from which it is laid out; how exactly its beginning is known is told by ``from``.
  public internal(set) var first: CalendarDate
  /// The day to which it is laid out, which is the last day asked for where nothing ends it.
  public internal(set) var last: CalendarDate
  /// How it is known.
  public let status: HoldingState
  /// The record it comes from; none for a stretch that no record of its own names.
  public let term: Reference<ChairTerm>?
  /// Why it differs from the pattern.
  public let reason: String
  /// Why it differs, and what else a reader should know.
  public internal(set) var note: String
  /// What has to be done when the chair passes into it: as recorded, else as the pattern lists it.
  ///
  /// A stretch that was held, or in which nobody has the chair, has only what is recorded.
  public let handover: [HandoverItem]
  /// When it begins, as exactly as that is known; nil where nothing says.
  public internal(set) var from: ImpreciseDate?
  /// When it ends, as exactly as that is known; nil where nothing says that it ends.
  public internal(set) var to: ImpreciseDate?
  /// Why it ends.
  public internal(set) var ending: StretchEnding
  /// The date on which a document shows it, where nothing says when it began.
  public internal(set) var seenOn: ImpreciseDate?
  /// Whether it begins inside a turn of the pattern, on a day that another record gives.
  var isOffSlot = false
  /// Who shares it, as recorded; nobody where one has it alone.
  public internal(set) var others: [JointHolder] = []
  /// Whether whoever has it had it before, with others: nobody begins with it.
  var goesOn = false
  /// Whether whoever has it goes on having it with somebody who joins: nobody ends with it.
  var isJoined = false

  /// Whether a day falls into the stretch.
  public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  /// How many days it lasts, the first and the last included; nil where either is not known.
  public var days: Int? {
    guard let from, from.precision == .day, to?.precision == .day else { return nil }
    let last = isJoined ? to?.first ?? last : last
    return last.dayNumber - (goesOn ? from.first ?? first : first).dayNumber + 1
  }

  /// Whether a record says that nobody has the chair.
  public var isVacant: Bool { status == .vacant }

  /// Whether somebody has the chair, as far as is known or follows.
  public var isTaken: Bool { status != .vacant && status != .notRecorded }

  /// Whether nothing says that it ends.
  public var isOpen: Bool { ending == .open }

  /// The day on which it begins, where that is known to the day.
  public var exactStart: CalendarDate? {
    from?.precision == .day ? goesOn ? from?.first : first : nil
  }
}

extension RotationStretch {
  /// What a record says, laid out between two days.
  init(
    _ term: ChairTerm, from first: CalendarDate, to last: CalendarDate, ending: StretchEnding,
    template: [HandoverItem]
  ) {
    let isAhead = term.status == .planned || term.status == .projected
    let isSeen = term.from == nil && term.status == .held && term.seenOn != nil
    self.init(
      agency: term.agency, person: term.person, title: term.title, first: first, last: last,
      status: isSeen ? .printed : HoldingState(term.status), term: Reference(term.id),
      reason: term.reason,
      note: [term.reason, term.note].filter { !$0.isEmpty }.joined(separator: " "),
      handover: term.handover.isEmpty && isAhead ? template : term.handover, from: term.from,
      to: term.to, ending: term.to == nil ? ending : .recorded, seenOn: term.seenOn)
  }

  /// Somebody in an office.
  init(_ holder: Tenure, in office: Office, from first: CalendarDate, to last: CalendarDate) {
    let isSeen = holder.from == nil && (holder.seenOn != nil || holder.to == nil)
    self.init(
      agency: office.agency, person: holder.person,
      title: holder.title.isEmpty ? office.title : holder.title, first: first, last: last,
      status: isSeen ? .printed : .held, term: nil, reason: "", note: holder.note, handover: [],
      from: holder.from, to: holder.to, ending: holder.to == nil ? .open : .recorded,
      seenOn: holder.seenOn)
  }

  /// The time in which an office is recorded as vacant.
  init(vacancyOf office: Office, from first: CalendarDate, to last: CalendarDate) {
    self.init(
      agency: nil, person: nil, title: "", first: first, last: last, status: .vacant, term: nil,
      reason: "", note: "Recorded as vacant.", handover: [], from: office.vacantSince,
      to: office.vacantUntil.flatMap(RotationStretch.dayBefore),
      ending: office.vacantUntil == nil ? .open : .recorded, seenOn: nil)
  }

  /// Whose turn it is by the pattern.
  static func projected(
    _ agency: Reference<Agency>, from first: CalendarDate, to last: CalendarDate,
    template: [HandoverItem]
  ) -> Self {
    RotationStretch(
      agency: agency, person: nil, title: "", first: first, last: last, status: .projected,
      term: nil, reason: "",
      note: "No record names this term; the agency follows from the order of the rotation.",
      handover: template, from: ImpreciseDate(first), to: ImpreciseDate(last), ending: .byPattern,
      seenOn: nil)
  }

  /// Days for which nothing is recorded.
  static func unrecorded(from first: CalendarDate, to last: CalendarDate) -> Self {
    RotationStretch(
      agency: nil, person: nil, title: "", first: first, last: last, status: .notRecorded,
      term: nil, reason: "", note: "", handover: [], from: ImpreciseDate(first),
      to: ImpreciseDate(last), ending: .nextBegins, seenOn: nil)
  }

  /// The last day before an exact one; a date that is less exact as it is.
  private static func dayBefore(_ date: ImpreciseDate) -> ImpreciseDate? {
    guard date.precision == .day, let day = date.first else { return date }
    return ImpreciseDate(day.adding(days: -1))
  }
}

extension [RotationStretch] {
  /// The days between stretches filled with what is not recorded.
  func filled() -> [RotationStretch] {
    var filled: [RotationStretch] = []
    filled.reserveCapacity(count)
    for stretch in self where stretch.status != .notRecorded {
      if let next = filled.last?.last.adding(days: 1), next < stretch.first {
        filled.append(.unrecorded(from: next, to: stretch.first.adding(days: -1)))
      }
      filled.append(stretch)
    }
    return filled
  }

  /// The beginnings and ends as exactly as they are known, once all is laid out.
  func dated() -> [RotationStretch] {
    var dated = self
    for index in dated.indices {
      let before = index == 0 ? nil : dated[index - 1]
      let after = index + 1 < dated.count ? self[index + 1] : nil
      dated[index].setDates(after: before, before: after)
    }
    for index in dated.indices where dated[index].status == .notRecorded {
      let before = index == 0 ? nil : dated[index - 1]
      let after = index + 1 < dated.count ? dated[index + 1] : nil
      dated[index].setDates(ofGapAfter: before, before: after)
    }
    return dated
  }
}

extension RotationStretch {
  /// What was recorded or follows, where it still holds; else the day that came of the others.
  fileprivate mutating func setDates(after before: Self?, before after: Self?) {
    if let known = from, !goesOn, !known.covers(first) { from = ImpreciseDate(first) }
    if isOffSlot, let before, before.last.adding(days: 1) == first,
      let end = before.to, end.precision != .day
    {
      from = end
    }
    switch ending {
    case .recorded:
      if let known = to, !isJoined, !known.covers(last) { to = ImpreciseDate(last) }
    case .byPattern:
      to = ImpreciseDate(last)
    case .open:
      to = nil
    case .nextBegins:
      let isNext = after.map { $0.first == last.adding(days: 1) && !$0.goesOn } ?? false
      let next = isNext ? after.flatMap { $0.from ?? $0.seenOn } : nil
      let isVague = next.map { $0.precision != .day } ?? false
      to = isVague ? next : ImpreciseDate(last)
    }
  }

  fileprivate mutating func setDates(ofGapAfter before: Self?, before after: Self?) {
    from = before?.to?.precision == .day ? ImpreciseDate(first) : nil
    to = after?.from?.precision == .day ? ImpreciseDate(last) : nil
    if let days {
      note =
        days == 1
        ? "Nothing is recorded for this day." : "Nothing is recorded for these \(days) days."
      return
    }
    let edges = [
      before.flatMap { ($0.to ?? $0.seenOn).map { "after \($0.known)" } },
      after.flatMap { ($0.from ?? $0.seenOn).map { "before \($0.known)" } },
    ].compactMap(\.self)
    note = edges.isEmpty ? "" : "Nothing is recorded \(edges.joined(separator: " and "))."
  }
}

extension ImpreciseDate {
  /// Whether a day may be meant; words alone may mean any.
  fileprivate func covers(_ day: CalendarDate) -> Bool {
    guard let first, let last else { return true }
    return first <= day && day <= last
  }
}

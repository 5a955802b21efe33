/// Lays recorded terms out one after the other, and goes on by the pattern.
struct RotationLayout {
  private let pattern: RotationPattern?
  /// The pattern's checklist with nothing done.
  private let template: [HandoverItem]
  private let end: CalendarDate
  /// The pattern's dates and turns; nil when it has no day to count from.
  private var slots: RotationSlots?
  private var previous: ChairTerm?
  /// Whether the term before was moved along by one that lasts longer and moves what follows.
  private var isMoved = false
  /// The stretches so far, earliest first.
  private(set) var stretches: [RotationStretch] = []

  /// Lays out the terms of one version of a rotation, and projects the pattern until a day.
  init(
    _ pattern: RotationPattern?, terms: [ChairTerm], notBefore start: CalendarDate? = nil,
    until end: CalendarDate
  ) {
    self.pattern = pattern
    template = (pattern?.handover ?? []).map { HandoverItem(title: $0) }
    self.end = end
    slots = pattern?.start.flatMap { RotationLayout.slots(of: pattern, from: $0) }
    let firstSlots = slots
    let dated = terms.compactMap { term in
      (term.from ?? term.seenOn).flatMap { RotationLayout.start($0, by: firstSlots) }
        .map { (term, max($0, start ?? $0)) }
    }
    .sorted { $0.1 < $1.1 }
    for (index, (term, first)) in dated.enumerated() {
      let following = index + 1 < dated.count ? dated[index + 1].1.adding(days: -1) : nil
      let latest = min(
        (term.from ?? term.seenOn)?.last ?? first, following ?? RotationSlots.lastDay)
      lay(term, notAfter: max(first, latest), notBefore: start)
    }
    slots = slotsAfterPrevious()
    project()
  }

  private static func slots(
    of pattern: RotationPattern?, from origin: CalendarDate, index: Int = 0
  ) -> RotationSlots? {
    pattern.flatMap { pattern in
      pattern.length.flatMap {
        RotationSlots(from: origin, months: $0, turns: pattern.order, index: index)
      }
    }
  }

  // MARK: Recorded terms

  private mutating func lay(
    _ term: ChairTerm, notAfter latest: CalendarDate, notBefore earliest: CalendarDate?
  ) {
    guard let begin = start(of: term, notAfter: latest) else { return }
    let start = max(begin, earliest ?? begin)
    let first = makeRoom(for: term, from: start)
    slots = slotsAfterPrevious()
    if slots == nil, let index = pattern?.order.firstIndex(where: { $0 == term.agency }) {
      slots = RotationLayout.slots(of: pattern, from: first, index: index)
    }
    passTurns(before: first)
    fill(before: first)
    let (last, ending) = end(of: term, from: first, movedFrom: isMoved ? start : first)
    stretches.append(
      RotationStretch(term, from: first, to: last, ending: ending, template: template))
    previous = term
  }

  /// The day on which a term can begin: an end that is recorded holds, any other gives way.
  private mutating func makeRoom(
    for term: ChairTerm, from start: CalendarDate
  ) -> CalendarDate {
    guard let before = stretches.indices.last, let previous, stretches[before].last >= start
    else {
      isMoved = false
      return start
    }
    let holds = isMoved || previous.lasts(into: term)
    isMoved = isMoved || holds && previous.shiftsFollowing
    if !holds {
      stretches[before].last = max(stretches[before].first, start.adding(days: -1))
      stretches[before].ending = .nextBegins
    }
    return max(start, stretches[before].last.adding(days: 1))
  }

  /// Turns of the pattern of which nothing is recorded, as far as they lie between recorded terms.
  private mutating func passTurns(before first: CalendarDate) {
    guard let last = stretches.last, let pattern,
      let slots = slots?.narrowed(to: pattern.eligible, after: last)
    else { return }
    let next = last.last.adding(days: 1)
    var slot = max(0, slots.slot(on: next))
    if let start = slots.start(of: slot), start < next { slot += 1 }
    while let start = slots.start(of: slot), let agency = slots.agency(of: slot) {
      let end = slots.end(of: slot)
      guard end < first else { return }
      fill(before: start)
      stretches.append(.projected(agency, from: start, to: end, template: template))
      slot += 1
    }
  }

  private mutating func fill(before first: CalendarDate) {
    guard let next = stretches.last?.last.adding(days: 1), next < first else { return }
    stretches.append(.unrecorded(from: next, to: first.adding(days: -1)))
  }

  /// Begins on the first day of a slot that the recorded date may mean, else on its first day; not
  /// before the term that it follows has ended, where the date may mean that, nor after the next.
  private func start(of term: ChairTerm, notAfter latest: CalendarDate) -> CalendarDate? {
    guard
      let start = (term.from ?? term.seenOn).flatMap({
        RotationLayout.start($0, by: slotsAfterPrevious())
      })
    else { return nil }
    guard let previous, let before = stretches.last else { return min(start, latest) }
    let next = before.last.adding(days: 1)
    let follows = (previous.to?.last != nil || previous.shiftsFollowing) && next <= latest
    return min(latest, max(start, follows ? next : before.first.adding(days: 1)))
  }

  private static func start(_ from: ImpreciseDate, by slots: RotationSlots?) -> CalendarDate? {
    guard let first = from.first, let last = from.last else { return nil }
    return slots?.start(between: first, and: last) ?? first
  }

  /// Ends as recorded; a vague date means the end by the pattern where it may.
  ///
  /// What was moved along keeps its length; months differ by up to three days.
  private func end(
    of term: ChairTerm, from first: CalendarDate, movedFrom start: CalendarDate
  ) -> (CalendarDate, StretchEnding) {
    let (byPattern, ending) = endByPattern(of: term, from: first)
    guard let to = term.to, var earliest = to.first, var latest = to.last else {
      return (max(first, byPattern), ending)
    }
    let days = first.dayNumber - start.dayNumber
    if days > 0 {
      (earliest, latest) = (earliest.adding(days: days), latest.adding(days: days))
      if abs(latest.dayNumber - byPattern.dayNumber) <= 3 {
        return (max(first, byPattern), .recorded)
      }
    }
    let isMeant = earliest <= byPattern && byPattern <= latest && ending == .byPattern
    return (max(first, isMeant ? byPattern : latest), .recorded)
  }

  /// The end of a term for which none is recorded.
  ///
  /// One that takes a turn ends with its slot, so that the pattern keeps its dates. One that moves
  /// the pattern lasts its full length. An independent chair ends when the rotation begins. Where
  /// there is no rotation, or none whose terms have a length, and once the turns have given way to
  /// a chair from no agency, nothing says that the term ends.
  private func endByPattern(
    of term: ChairTerm, from first: CalendarDate
  ) -> (CalendarDate, StretchEnding) {
    let open = (max(first, end), StretchEnding.open)
    guard let pattern else { return open }
    if term.agency == nil, let start = pattern.start, first < start {
      return (start.adding(days: -1), .nextBegins)
    }
    guard let length = pattern.length else { return open }
    let full = (first.adding(months: length).adding(days: -1), StretchEnding.byPattern)
    if term.shiftsFollowing { return full }
    if term.agency == nil { return open }
    guard let slots, !slots.turns.isEmpty else { return full }
    let slot = slots.slot(on: first)
    let isLate = slots.start(of: slot).map { $0 < first } ?? true
    let isNext = isLate && slots.agency(of: slot) != term.agency
    let turn = isNext && slots.agency(of: slot + 1) == term.agency ? slot + 1 : slot
    return (slots.end(of: turn), .byPattern)
  }

  /// The pattern as it stands after the last term laid out.
  private func slotsAfterPrevious() -> RotationSlots? {
    guard let previous, previous.shiftsFollowing, let stretch = stretches.last else { return slots }
    let next = stretch.last.adding(days: 1)
    guard let slots else { return RotationLayout.slots(of: pattern, from: next) }
    let slot = max(0, slots.slot(on: stretch.first))
    let start = slots.start(of: slot)
    // They end in their order: the latest ones are enough.
    let sharing = stretches.dropLast().reversed().prefix { earlier in
      start.map { $0 <= earlier.last } ?? false
    }
    let isTaken = sharing.contains { earlier in slots.turns.contains { $0 == earlier.agency } }
    return slots.movedOn(to: next, after: previous.agency, in: slot, isTaken: isTaken)
  }

  // MARK: What the pattern says

  /// The rest of the slot that the last term ended in, then whole slots.
  private mutating func project() {
    let last = stretches.last(where: \.isTaken)
    guard let pattern, let slots = slots?.narrowed(to: pattern.eligible, after: last),
      !slots.turns.isEmpty
    else { return }
    let next = stretches.last?.last.adding(days: 1)
    if slots.origin <= end { fill(before: slots.origin) }
    var first = max(next ?? slots.origin, slots.origin)
    var slot = slots.slot(on: first)
    while first <= end, let agency = slots.agency(of: slot) {
      stretches.append(stretch(first, slot, agency, slots, after: last))
      slot += 1
      guard let start = slots.start(of: slot) else { return }
      first = start
    }
  }

  /// A slot, or the rest of it; not recorded when its own agency ended its term early.
  private func stretch(
    _ first: CalendarDate, _ slot: Int, _ agency: Reference<Agency>, _ slots: RotationSlots,
    after last: RotationStretch?
  ) -> RotationStretch {
    let end = slots.end(of: slot)
    if let start = slots.start(of: slot), start < first, let last, last.agency == agency,
      last.first >= start
    {
      return .unrecorded(from: first, to: end)
    }
    var stretch = RotationStretch.projected(agency, from: first, to: end, template: template)
    stretch.isOffSlot = slots.start(of: slot).map { $0 < first } ?? false
    return stretch
  }
}

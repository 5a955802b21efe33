/// Lays recorded terms out one after the other, and goes on by the pattern.
struct RotationLayout {
  let pattern: RotationPattern?
  /// The pattern's checklist with nothing done.
  private let template: [HandoverItem]
  let end: CalendarDate
  /// The day from which turns are told that nobody recorded; nil for all of them.
  private let beginning: CalendarDate?
  /// The pattern's dates and turns; nil when it has no day to count from.
  private(set) var slots: RotationSlots?
  private var previous: [Laid] = []
  /// Those before these who last into what was laid out last.
  private var lasting: [Laid] = []
  private var knownIDs: Set<String> = []
  /// Whether the term before was moved along by one that lasts longer and moves what follows.
  private var isMoved = false
  /// The stretches so far, earliest first.
  private(set) var stretches: [RotationStretch] = []
  /// The terms that last into one that was held as well.
  private(set) var known: [KnownTerm] = []

  /// A term and the days that it was laid out for.
  private struct Laid {
    let term: ChairTerm
    let first: CalendarDate
    var last: CalendarDate
  }

  /// The last day of a term, and why it ends.
  typealias End = (last: CalendarDate, ending: StretchEnding)

  /// Lays out the terms of one version of a rotation, and projects the pattern until a day.
  init(
    _ pattern: RotationPattern?, terms: [ChairTerm], notBefore start: CalendarDate? = nil,
    turnsFrom beginning: CalendarDate? = nil, until end: CalendarDate
  ) {
    self.pattern = pattern
    self.beginning = beginning
    template = (pattern?.handover ?? []).map { HandoverItem(title: $0) }
    self.end = end
    slots = pattern?.start.flatMap { RotationLayout.slots(of: pattern, from: $0) }
    let firstSlots = slots
    let dated = terms.compactMap { term in
      (term.from ?? term.seenOn).flatMap { RotationLayout.start($0, by: firstSlots) }
        .map { (term, max($0, start ?? $0)) }
    }
    .sorted { $0.1 < $1.1 }
    let joined = JointTerms.joined(dated)
    for (index, joint) in joined.enumerated() {
      let following = index + 1 < joined.count ? joined[index + 1].first.adding(days: -1) : nil
      let begins = joint.terms.first.flatMap { ($0.from ?? $0.seenOn)?.last }
      let latest = min(begins ?? joint.first, following ?? RotationSlots.lastDay)
      lay(joint.terms, notAfter: max(joint.first, latest), notBefore: start)
    }
    slots = slotsAfterPrevious()
    project()
  }

  private static func slots(
    of pattern: RotationPattern?, from origin: CalendarDate, index: Int = 0
  ) -> RotationSlots? {
    pattern.flatMap { pattern in
      pattern.length.flatMap {
        RotationSlots(
          from: origin, months: $0, turns: Array(pattern.order.prefix(RotationSlots.mostTurns)),
          index: index)
      }
    }
  }

  // MARK: Recorded terms

  private mutating func lay(
    _ terms: [ChairTerm], notAfter latest: CalendarDate, notBefore earliest: CalendarDate?
  ) {
    guard let term = terms.first, let begin = start(of: term, notAfter: latest) else { return }
    let start = max(begin, earliest ?? begin)
    let staying = staying(beside: term)
    let first = makeRoom(for: term, from: start)
    slots = slotsAfterPrevious()
    if slots == nil, let index = JointTerms.turn(of: terms, in: pattern?.order ?? []) {
      slots = RotationLayout.slots(of: pattern, from: first, index: index)
    }
    passTurns(before: first, notBefore: earliest)
    fill(before: first)
    append(terms, from: first, movedFrom: isMoved ? start : first)
    for own in staying where knownIDs.insert(own.term.id).inserted {
      known.append(KnownTerm(term: own.term, days: own.first...own.last))
    }
    lasting = staying
  }

  /// Those before who are recorded to have had the chair on days of a term as well.
  private func staying(beside term: ChairTerm) -> [Laid] {
    if isMoved || previous.contains(where: \.term.shiftsFollowing) { return [] }
    let staying = (previous + lasting).filter { own in
      own.term.status == .held && own.term.lasts(into: term) && !own.term.holdsBack(term)
    }
    return Array(staying.prefix(JointTerms.most))
  }

  /// Whoever shares the chair has it together until the first of them leaves it, and so on.
  private mutating func append(
    _ terms: [ChairTerm], from first: CalendarDate, movedFrom start: CalendarDate
  ) {
    let turn = slots.flatMap { $0.agency(of: $0.slot(on: first)) }
    let terms = JointTerms.ordered(terms, turn: turn)
    guard var lead = terms.first else { return }
    lead.shiftsFollowing = terms.contains(where: \.shiftsFollowing)
    let byPattern = endByPattern(of: lead, from: first)
    var rest = terms.map { term in
      (term: term, end: end(of: term, from: first, movedFrom: start, else: byPattern))
    }
    var begin = first
    previous = []
    while let leaving = rest.map(\.end).min(by: RotationLayout.isEarlier), let lead = rest.first {
      var stretch = RotationStretch(
        lead.term, from: begin, to: max(begin, leaving.last), ending: leaving.ending,
        template: template)
      if rest.count > 1 {
        let leaver = rest.first { $0.end == leaving }?.term
        (stretch.to, stretch.ending) = (leaver?.to, leaving.ending)
        stretch.others = rest.dropFirst().map { other in
          JointHolder(
            RotationStretch(
              other.term, from: begin, to: stretch.last, ending: other.end.ending, template: []))
        }
      }
      stretch.goesOn = begin > first
      stretches.append(stretch)
      for (term, end) in rest where !RotationLayout.isEarlier(leaving, end) {
        previous.append(Laid(term: term, first: first, last: stretch.last))
      }
      rest.removeAll { !RotationLayout.isEarlier(leaving, $0.end) }
      begin = stretch.last.adding(days: 1)
    }
  }

  /// Whether an end comes before another one; what is open ends after all that does.
  private static func isEarlier(_ left: End, _ right: End) -> Bool {
    if left.ending == .open || right.ending == .open {
      return right.ending == .open && left != right
    }
    return left.last < right.last
  }

  /// The day on which a term can begin: an end that is recorded holds, any other gives way.
  private mutating func makeRoom(
    for term: ChairTerm, from start: CalendarDate
  ) -> CalendarDate {
    guard let last = stretches.last?.last, !previous.isEmpty,
      let latest = ([last] + lasting.map(\.last)).max(), latest >= start
    else {
      isMoved = false
      stretches.endOpen(before: start)
      return start
    }
    let isMoving = previous.contains(where: \.term.shiftsFollowing)
    let holding = (previous + lasting).filter { own in
      own.term.lasts(into: term) && (isMoving || own.term.holdsBack(term))
    }
    let held = isMoved ? last : holding.map(\.last).max()
    isMoved = isMoved || held != nil && isMoving
    let begin = max(start, held?.adding(days: 1) ?? start)
    while let last = stretches.last, last.goesOn, last.first >= begin { stretches.removeLast() }
    stretches.endOpen(before: begin)
    guard let before = stretches.indices.last else { return begin }
    if stretches[before].last >= begin {
      stretches[before].last = max(stretches[before].first, begin.adding(days: -1))
      stretches[before].ending = .nextBegins
    }
    return max(begin, stretches[before].last.adding(days: 1))
  }

  /// Turns of the pattern of which nothing is recorded, as far as they lie before a recorded term.
  private mutating func passTurns(before first: CalendarDate, notBefore earliest: CalendarDate?) {
    let last = stretches.last
    guard let pattern, let slots = slots?.narrowed(to: pattern.eligible, after: last) else {
      return
    }
    let next = last?.last.adding(days: 1) ?? max(slots.origin, earliest ?? slots.origin)
    var slot = max(0, slots.slot(on: next), beginning.map { slots.slot(on: $0) } ?? 0)
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
    guard let longest = previous.last, let before = stretches.last else {
      return min(start, latest)
    }
    let next = before.last.adding(days: 1)
    let isMoving = previous.contains(where: \.term.shiftsFollowing)
    let follows = (longest.term.to?.last != nil || isMoving) && next <= latest
    let first = before.goesOn ? longest.first : before.first
    return min(latest, max(start, follows ? next : first.adding(days: 1)))
  }

  private static func start(_ from: ImpreciseDate, by slots: RotationSlots?) -> CalendarDate? {
    guard let first = from.first, let last = from.last else { return nil }
    return slots?.start(between: first, and: last) ?? first
  }

  /// The pattern as it stands after the last term laid out.
  private func slotsAfterPrevious() -> RotationSlots? {
    guard previous.contains(where: \.term.shiftsFollowing), let stretch = stretches.last,
      let first = stretch.goesOn ? previous.first?.first : stretch.first
    else { return slots }
    let next = stretch.last.adding(days: 1)
    guard let slots else { return RotationLayout.slots(of: pattern, from: next) }
    let slot = max(0, slots.slot(on: first))
    let start = slots.start(of: slot)
    // They end in their order: the latest ones are enough.
    let sharing = stretches.reversed().drop { $0.first >= first }.prefix { earlier in
      start.map { $0 <= earlier.last } ?? false
    }
    let isTaken = sharing.contains { earlier in
      earlier.each.contains { own in slots.turns.contains { $0 == own.agency } }
    }
    return slots.movedOn(to: next, after: previous.map(\.term.agency), in: slot, isTaken: isTaken)
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
    if let beginning, let start = slots.start(of: slots.slot(on: beginning)), start > first {
      fill(before: start)
      (first, slot) = (start, slots.slot(on: start))
    }
    while first <= end, let agency = slots.agency(of: slot) {
      stretches.append(stretch(first, slot, agency, slots))
      slot += 1
      guard let start = slots.start(of: slot) else { return }
      first = start
    }
  }

  /// A slot, or the rest of it; not recorded when its own agency ended its term early.
  private func stretch(
    _ first: CalendarDate, _ slot: Int, _ agency: Reference<Agency>, _ slots: RotationSlots
  ) -> RotationStretch {
    let end = slots.end(of: slot)
    if let start = slots.start(of: slot), start < first, stretches.hasLeft(agency, since: start) {
      return .unrecorded(from: first, to: end)
    }
    var stretch = RotationStretch.projected(agency, from: first, to: end, template: template)
    stretch.isOffSlot = slots.start(of: slot).map { $0 < first } ?? false
    return stretch
  }
}

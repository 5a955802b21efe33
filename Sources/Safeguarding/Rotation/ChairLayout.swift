/// Lays out all that is recorded of a chair: its terms, each version of its rotation, its office.
struct ChairLayout {
  /// The stretches, earliest first, without overlaps; what is not recorded is said between them.
  private(set) var stretches: [RotationStretch] = []
  /// Who is recorded without a date by which it could be laid out.
  private(set) var undated: [RotationStretch] = []
  private let group: PartnershipGroup
  private let versions: [RotationPattern]
  private let beginning: CalendarDate?
  private let end: CalendarDate
  /// The terms by their ids.
  private let terms: [String: ChairTerm]
  /// The terms that last into one that was held as well.
  private var known: [KnownTerm] = []

  /// A time in which one version of the rotation holds, or none.
  private struct Period {
    var pattern: RotationPattern?
    /// Nil for the time before anything.
    var first: CalendarDate?
    var last: CalendarDate
  }

  /// Lays out the chair of a group until a day, with turns of the pattern that nobody recorded from a day on.
  init(
    _ group: PartnershipGroup, terms: [ChairTerm], turnsFrom beginning: CalendarDate? = nil,
    until end: CalendarDate
  ) {
    self.group = group
    self.beginning = beginning
    self.terms = Dictionary(terms.map { ($0.id, $0) }) { first, _ in first }
    versions = group.rotations
    // A version to come is laid out however far ahead: it ends what is open until then.
    let reach = max(end, versions.last?.start ?? end)
    self.end = min(reach, group.to?.last ?? reach, RotationSlots.lastDay)
    let (dated, late, undated) = ChairLayout.divided(terms)
    let periods = periods
    let places = dated.map { place(of: $0, in: periods) }
    var parts = periods.map { _ in [ChairTerm]() }
    for (term, place) in zip(dated, places) { parts[place].append(term) }
    for (period, own) in zip(periods, parts) { lay(period, own) }
    var row = StretchRow(stretches)
    for own in known { row.paint(own.goingOn) { $0.status == .projected } }
    let ends = late.indices.filter { place in
      place == 0 || !(late[place].to?.isSameTime(as: late[place - 1].to) ?? false)
    }
    for (place, next) in zip(ends, ends.dropFirst() + [late.count]) {
      lay(beginningUnknown: late[place..<next], into: &row)
    }
    self.undated = undated.map {
      RotationStretch($0, from: self.end, to: self.end, ending: .open, template: [])
    }.sharing()
    if let office = group.chair { add(office, to: &row) }
    stretches = row.all.shared(by: known)
    endWithGroup()
    stretches = stretches.filled().dated()
  }

  /// The terms that have a beginning, those that have only an end, and those that have neither.
  private static func divided(
    _ terms: [ChairTerm]
  ) -> (dated: [ChairTerm], late: [ChairTerm], undated: [ChairTerm]) {
    let dated = terms.filter { ($0.from ?? $0.seenOn)?.first != nil }
    let others = terms.filter { ($0.from ?? $0.seenOn)?.first == nil }
    let late = others.filter { $0.to?.first != nil }
      .sorted { ($0.to?.first?.dayNumber ?? 0) < ($1.to?.first?.dayNumber ?? 0) }
    return (dated, late, others.filter { $0.to?.first == nil })
  }

  // MARK: Versions of the rotation

  /// The times of the versions, with those in which none holds.
  private var periods: [Period] {
    var periods: [Period] = []
    var free: CalendarDate?
    for (index, version) in versions.enumerated() {
      let next = index + 1 < versions.count ? versions[index + 1].start : nil
      if index > 0, let start = version.start, let first = free, first < start {
        periods.append(Period(pattern: nil, first: first, last: start.adding(days: -1)))
      }
      let latest = next.map { $0.adding(days: -1) }
      let last = [version.end, latest].compactMap(\.self).min()
      periods.append(
        Period(pattern: version, first: index == 0 ? nil : version.start, last: last ?? end))
      free = last?.adding(days: 1)
    }
    if versions.isEmpty { return [Period(pattern: nil, first: nil, last: end)] }
    if let free { periods.append(Period(pattern: nil, first: free, last: max(free, end))) }
    return periods
  }

  /// The period in which a term begins; a vague date may mean the day on which the next one does.
  private func place(of term: ChairTerm, in periods: [Period]) -> Int {
    guard let last = (term.from ?? term.seenOn)?.last else { return 0 }
    return periods.lastIndex { $0.first.map { $0 <= last } ?? true } ?? 0
  }

  private mutating func lay(_ period: Period, _ terms: [ChairTerm]) {
    let limit = min(period.last, end)
    let laid = RotationLayout(
      period.pattern, terms: terms, notBefore: period.first, turnsFrom: beginning, until: limit)
    known += laid.known
    for var stretch in laid.stretches where stretch.status != .notRecorded {
      let isOutside = stretch.agency == nil && stretch.isOpen
      if isOutside {
        // A chair from no agency does not end with the rotation that gave way to it.
        stretch.last = max(stretch.last, end)
      } else if period.last < end, stretch.ending != .recorded, stretch.first <= period.last,
        stretch.last > period.last || stretch.isOpen
      {
        stretch.last = period.last
        stretch.ending = .nextBegins
      }
      append(stretch)
    }
  }

  /// Adds what begins later: a recorded end before it holds, any other gives way.
  private mutating func append(_ new: RotationStretch) {
    var new = new
    if new.term != nil, let before = stretches.last, before.last < new.first {
      stretches.endOpen(before: new.first)
    }
    while let before = stretches.last, before.last >= new.first {
      if before.ending == .recorded, !goesOnBeside(before, new) {
        new.first = before.last.adding(days: 1)
        if new.last < new.first {
          guard new.term != nil else { return }
          new.last = new.first
        }
      } else if before.first >= new.first, before.term == nil {
        stretches.removeLast()
      } else {
        let last = max(before.first, new.first.adding(days: -1))
        stretches[stretches.count - 1].last = last
        stretches[stretches.count - 1].ending = .nextBegins
        new.first = last.adding(days: 1)
        new.last = max(new.first, new.last)
      }
    }
    stretches.append(new)
  }

  /// Whether whoever has a stretch has it on days of a later one as well, though another version of the rotation
  /// holds by then; it is kept for when all is laid out.
  private mutating func goesOnBeside(_ before: RotationStretch, _ new: RotationStretch) -> Bool {
    guard before.status == .held, new.status == .held, before.first < new.first else {
      return false
    }
    let lasting = before.each.compactMap { own in own.term.flatMap { terms[$0.id] } }
      .filter { !$0.shiftsFollowing && $0.lasts(into: new.from) }
    for term in lasting where !known.contains(where: { $0.term.id == term.id }) {
      known.append(KnownTerm(term: term, days: before.first...before.last))
    }
    return !lasting.isEmpty
  }

  // MARK: What the layout has to find room for

  /// Terms of which only their end is printed, which is the same: they were held by then.
  private func lay(beginningUnknown terms: ArraySlice<ChairTerm>, into row: inout StretchRow) {
    let taken = terms.filter(\.isTaken)
    guard let term = taken.first ?? terms.first, let to = term.to, let end = to.first,
      let last = to.last
    else { return }
    row.move(to: end)
    let first =
      firstOfTurn(on: end) ?? row.lastRecordedEnd?.last.adding(days: 1)
      ?? group.from?.first.flatMap { $0 < end ? $0 : nil } ?? end.adding(months: -12)
    func laid(_ term: ChairTerm) -> RotationStretch {
      RotationStretch(term, from: min(first, end), to: last, ending: .recorded, template: [])
    }
    var stretch = laid(term)
    stretch.others = taken.dropFirst().prefix(JointTerms.most).map { JointHolder(laid($0)) }
    row.paint(stretch) {
      $0.status == .projected || $0.ending != .recorded && $0.first < stretch.first
    }
  }

  private func firstOfTurn(on day: CalendarDate) -> CalendarDate? {
    guard let pattern = group.rotation(on: day), let start = pattern.start, start <= day,
      let length = pattern.length,
      let slots = RotationSlots(from: start, months: length, turns: [])
    else { return nil }
    return slots.start(of: slots.slot(on: day))
  }

  /// Who is recorded in the office of the chair, and that it is vacant, where no term stands.
  private mutating func add(_ office: Office, to row: inout StretchRow) {
    let laid = OfficeLayout(office, until: end)
    undated += laid.undated
    let starts =
      (versions.compactMap(\.start) + row.all.filter { $0.term != nil }.map(\.first)).sorted()
    for var new in laid.stretches where new.status != .notRecorded {
      if new.ending != .recorded, let next = starts.first(after: new.first), next <= new.last {
        (new.last, new.ending) = (next.adding(days: -1), .nextBegins)
      }
      let isKnown = new.status != .printed
      row.paint(new) { old in
        if old.status == .projected { return isKnown }
        let givesWay = isKnown ? old.ending != .recorded : old.isOpen
        return givesWay && old.first < new.first
      }
    }
  }

  /// Nobody chairs a group that is over.
  private mutating func endWithGroup() {
    guard let to = group.to, let end = to.last else { return }
    for index in stretches.indices
    where stretches[index].last >= end && stretches[index].ending != .recorded
      && stretches[index].first <= end
    {
      (stretches[index].last, stretches[index].to) = (end, to)
      stretches[index].ending = .recorded
    }
  }
}

extension [CalendarDate] {
  /// The first of these days, which are in their order, behind a day.
  fileprivate func first(after day: CalendarDate) -> CalendarDate? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}

/// Lays out all that is recorded of a chair: its terms, each version of its rotation, its office.
struct ChairLayout {
  /// The stretches, earliest first, without overlaps; what is not recorded is said between them.
  private(set) var stretches: [RotationStretch] = []
  /// Who is recorded without a date by which it could be laid out.
  private(set) var undated: [RotationStretch] = []
  private let group: PartnershipGroup
  private let versions: [RotationPattern]
  private let end: CalendarDate

  /// A time in which one version of the rotation holds, or none.
  private struct Period {
    var pattern: RotationPattern?
    /// Nil for the time before anything.
    var first: CalendarDate?
    var last: CalendarDate
  }

  /// Lays out the chair of a group until a day.
  init(_ group: PartnershipGroup, terms: [ChairTerm], until end: CalendarDate) {
    self.group = group
    versions = group.rotations
    // A version to come is laid out however far ahead: it ends what is open until then.
    let reach = max(end, versions.last?.start ?? end)
    self.end = min(reach, group.to?.last ?? reach, RotationSlots.lastDay)
    let (dated, late, undated) = ChairLayout.divided(terms)
    let periods = periods
    let places = dated.map { place(of: $0, in: periods) }
    for (index, period) in periods.enumerated() {
      lay(period, zip(dated, places).filter { $0.1 == index }.map(\.0))
    }
    let ends = late.indices.filter { place in
      place == 0 || !(late[place].to?.isSameTime(as: late[place - 1].to) ?? false)
    }
    for (place, next) in zip(ends, ends.dropFirst() + [late.count]) {
      lay(beginningUnknown: Array(late[place..<next]))
    }
    self.undated = undated.map {
      RotationStretch($0, from: self.end, to: self.end, ending: .open, template: [])
    }.sharing()
    if let office = group.chair { add(office) }
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
      period.pattern, terms: terms, notBefore: period.first, until: limit
    ).stretches
    for var stretch in laid where stretch.status != .notRecorded {
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
      if before.ending == .recorded {
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

  // MARK: What the layout has to find room for

  /// Terms of which only their end is printed, which is the same: they were held by then.
  private mutating func lay(beginningUnknown terms: [ChairTerm]) {
    let taken = terms.filter(\.isTaken)
    guard let term = taken.first ?? terms.first, let to = term.to, let end = to.first,
      let last = to.last
    else { return }
    let before = stretches.last { $0.isTaken && $0.last < end && $0.ending == .recorded }
    let first =
      firstOfTurn(on: end) ?? before?.last.adding(days: 1)
      ?? group.from?.first.flatMap { $0 < end ? $0 : nil } ?? end.adding(months: -12)
    func laid(_ term: ChairTerm) -> RotationStretch {
      RotationStretch(term, from: min(first, end), to: last, ending: .recorded, template: [])
    }
    var stretch = laid(term)
    stretch.others = taken.dropFirst().map { JointHolder(laid($0)) }
    paint(stretch) { $0.status == .projected || $0.ending != .recorded && $0.first < stretch.first }
  }

  private func firstOfTurn(on day: CalendarDate) -> CalendarDate? {
    guard let pattern = group.rotation(on: day), let start = pattern.start, start <= day,
      let length = pattern.length,
      let slots = RotationSlots(from: start, months: length, turns: pattern.order)
    else { return nil }
    return slots.start(of: slots.slot(on: day))
  }

  /// Who is recorded in the office of the chair, and that it is vacant, where no term stands.
  private mutating func add(_ office: Office) {
    let laid = OfficeLayout(office, until: end)
    undated += laid.undated
    for var new in laid.stretches where new.status != .notRecorded {
      if new.ending != .recorded {
        let starts =
          versions.compactMap(\.start) + stretches.filter { $0.term != nil }.map(\.first)
        if let next = starts.filter({ $0 > new.first }).min(), next <= new.last {
          (new.last, new.ending) = (next.adding(days: -1), .nextBegins)
        }
      }
      let isKnown = new.status != .printed
      paint(new) { old in
        if old.status == .projected { return isKnown }
        let givesWay = isKnown ? old.ending != .recorded : old.isOpen
        return givesWay && old.first < new.first
      }
    }
  }

  /// Puts a stretch over those that yield to it, and where none is.
  private mutating func paint(
    _ new: RotationStretch, over yields: (RotationStretch) -> Bool
  ) {
    var kept: [RotationStretch] = []
    var first: CalendarDate? = new.first
    func piece(from first: CalendarDate, to last: CalendarDate) {
      var piece = new
      (piece.first, piece.last) = (first, last)
      if last < new.last { piece.ending = .nextBegins }
      kept.append(piece)
    }
    for old in stretches {
      if old.last < new.first || old.first > new.last {
        if new.isOpen, old.first > new.last, yields(old) { continue }
        kept.append(old)
      } else if yields(old) {
        if old.first < new.first {
          var left = old
          (left.last, left.ending) = (new.first.adding(days: -1), .nextBegins)
          kept.append(left)
        }
        // Only a turn goes on after it; whoever gave way does not come back by that.
        if old.last > new.last, !new.isOpen, old.status == .projected {
          var right = old
          (right.first, right.isOffSlot) = (new.last.adding(days: 1), true)
          kept.append(right)
        }
      } else {
        if let start = first, start < old.first {
          piece(from: start, to: old.first.adding(days: -1))
        }
        kept.append(old)
        first = old.last < new.last ? old.last.adding(days: 1) : nil
      }
    }
    if let first { piece(from: first, to: new.last) }
    stretches = kept.sorted { $0.first < $1.first }
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

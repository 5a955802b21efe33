/// The dates and turns of a rotation: slots of equal length in a row, and whose turn each is.
struct RotationSlots {
  /// The lengths that a term may have, in months.
  static let lengths = 1...600
  /// So many turns are taken of an order; one that is longer is no order of partners.
  static let mostTurns = 300
  /// The last day that can be written.
  static let lastDay = CalendarDate(dayNumber: 2_932_896)

  /// The first day of slot 0.
  let origin: CalendarDate
  /// The turn of slot 0, as a place among the turns, which go round.
  private(set) var index: Int
  private let months: Int
  /// The agencies in the order in which they take the chair.
  let turns: [Reference<Agency>]

  /// Lays slots out from a day; nil when the length is none that a term may have.
  init?(
    from origin: CalendarDate, months: Int, turns: [Reference<Agency>], index: Int = 0
  ) {
    guard RotationSlots.lengths.contains(months) else { return nil }
    self.init(origin: origin, index: index, months: months, turns: turns)
  }

  private init(origin: CalendarDate, index: Int, months: Int, turns: [Reference<Agency>]) {
    self.origin = origin
    self.index = index
    self.months = months
    self.turns = turns
  }

  /// The first day of a slot, counted from the origin so that ends of months do not drift.
  ///
  /// Nil before the year 1 and after the year 9999.
  func start(of slot: Int) -> CalendarDate? {
    let (year, month, _) = origin.components
    let total = year * 12 + month - 1 + slot * months
    return (12..<120_000).contains(total) ? origin.adding(months: slot * months) : nil
  }

  /// The last day of a slot; the end of the calendar where no later slot begins.
  func end(of slot: Int) -> CalendarDate {
    start(of: slot + 1)?.adding(days: -1) ?? RotationSlots.lastDay
  }

  /// The slot a day falls into; negative before the origin.
  func slot(on day: CalendarDate) -> Int {
    let (first, other) = (origin.components, day.components)
    let distance = (other.year - first.year) * 12 + other.month - first.month
    let slot = distance >= 0 ? distance / months : (distance - months + 1) / months
    return start(of: slot).map { $0 > day } ?? false ? slot - 1 : slot
  }

  /// The first day of a slot that lies between two days.
  func start(between first: CalendarDate, and last: CalendarDate) -> CalendarDate? {
    let slot = slot(on: first)
    return [slot, slot + 1].lazy.compactMap { start(of: $0) }.first { first <= $0 && $0 <= last }
  }

  /// Whose turn a slot is; nil when nobody takes turns.
  func agency(of slot: Int) -> Reference<Agency>? {
    turns.isEmpty ? nil : turns[RotationSlots.place(of: index + slot, in: turns)]
  }

  /// Slots that go on from a term: the first begins on a day and is the next agency's turn.
  ///
  /// Of several who shared the term, the turns of all have been. The slot is the one in which the term began. An agency without a turn leaves the turn to whose
  /// it was, unless it is taken: somebody had it before the term, within the slot.
  func movedOn(
    to day: CalendarDate, after agencies: [Reference<Agency>?], in slot: Int, isTaken: Bool
  ) -> RotationSlots {
    let expected = index + slot
    let found = agencies.compactMap { agency -> Int? in
      guard let agency, !turns.isEmpty else { return nil }
      // One's own turn, else the turn before it (which was made longer), else the next one due.
      let distances = [0, -1] + Array(1..<max(2, turns.count))
      return distances.first {
        turns[RotationSlots.place(of: expected + $0, in: turns)] == agency
      }
    }
    let next = found.max().map { expected + $0 + 1 } ?? (isTaken ? expected + 1 : expected)
    return RotationSlots(origin: day, index: next, months: months, turns: turns)
  }

  /// The same dates with the turns of some agencies only; nil when none of them has a turn.
  ///
  /// Where the last term had its turn among all agencies, the turns go on from there: the others
  /// are left out from then on. Otherwise they are left out from the start.
  func narrowed(to eligible: [Reference<Agency>], after last: RotationStretch?) -> RotationSlots? {
    if eligible.isEmpty { return self }
    let chosen = Set(eligible)
    let rest = turns.filter(chosen.contains)
    if rest.count == turns.count { return self }
    if rest.isEmpty { return nil }
    var narrowed = RotationSlots(
      origin: origin, index: place(from: index, among: chosen), months: months, turns: rest)
    guard let last, let agency = last.agency else { return narrowed }
    let slot = slot(on: last.first)
    if slot >= 0, narrowed.agency(of: slot) != agency, self.agency(of: slot) == agency {
      narrowed.index = place(from: index + slot + 1, among: chosen) - slot - 1
    }
    return narrowed
  }

  /// Where the first turn of some agencies at or after a turn stands among theirs.
  private func place(from turn: Int, among chosen: Set<Reference<Agency>>) -> Int {
    let places = turns.indices.map { RotationSlots.place(of: turn + $0, in: turns) }
    let first = places.first { chosen.contains(turns[$0]) } ?? 0
    return turns[..<first].count { chosen.contains($0) }
  }

  private static func place(of turn: Int, in turns: [Reference<Agency>]) -> Int {
    (turn % turns.count + turns.count) % turns.count
  }
}

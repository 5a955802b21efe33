/// When terms end for which no end is recorded, or one that is vague.
extension RotationLayout {
  /// Ends as recorded; a vague date means the end by the pattern where it may.
  ///
  /// What was moved along keeps its length; months differ by up to three days.
  func end(
    of term: ChairTerm, from first: CalendarDate, movedFrom start: CalendarDate,
    else pattern: End
  ) -> End {
    let (byPattern, ending) = pattern
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
  func endByPattern(
    of term: ChairTerm, from first: CalendarDate
  ) -> End {
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
}

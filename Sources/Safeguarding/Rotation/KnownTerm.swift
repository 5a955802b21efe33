/// A held term that is recorded to have lasted into a later one: on its days it was held, whoever else was.
struct KnownTerm {
  /// The term.
  let term: ChairTerm
  /// The days for which it is laid out.
  let days: ClosedRange<CalendarDate>

  /// The term where it lasts longer than the later one.
  var goingOn: RotationStretch {
    var stretch = RotationStretch(
      term, from: days.lowerBound, to: days.upperBound, ending: .recorded, template: [])
    stretch.goesOn = true
    return stretch
  }

  /// Who has it, for the days of a stretch that another one has as well.
  fileprivate func holder(from first: CalendarDate, to last: CalendarDate) -> JointHolder {
    JointHolder(
      RotationStretch(term, from: first, to: last, ending: .recorded, template: []))
  }

  /// Whether it began before a stretch and lasts into it, as surely as both dates are known.
  ///
  /// Where nobody begins, all are there already.
  fileprivate func lasts(into stretch: RotationStretch) -> Bool {
    guard days.overlaps(stretch.first...stretch.last) else { return false }
    return stretch.goesOn || term.lasts(into: stretch.from)
  }
}

extension [RotationStretch] {
  /// Those of recorded terms with whoever else is recorded for the same days, cut where one of these leaves.
  ///
  /// Of terms that overlap none is wrong by itself: on the days of both both are recorded, so both are
  /// named. What was moved along by a longer term, or is only planned, overlaps nothing.
  func shared(by known: [KnownTerm]) -> [RotationStretch] {
    if known.isEmpty { return self }
    let known = known.enumerated().sorted {
      ($0.element.days.lowerBound, $0.offset) < ($1.element.days.lowerBound, $1.offset)
    }.map(\.element)
    var next = 0
    var now: [Int] = []
    return flatMap { stretch -> [RotationStretch] in
      now.removeAll { known[$0].days.upperBound < stretch.first }
      while next < known.count, known[next].days.lowerBound <= stretch.last {
        if known[next].days.upperBound >= stretch.first, now.count <= JointTerms.most {
          now.append(next)
        }
        next += 1
      }
      guard stretch.status == .held, stretch.term != nil, !now.isEmpty else { return [stretch] }
      return stretch.shared(by: now.map { known[$0] })
    }
  }
}

extension RotationStretch {
  fileprivate func shared(by known: [KnownTerm]) -> [RotationStretch] {
    let own = Set(each.compactMap(\.term?.id))
    let lasting = known.filter { own.contains($0.term.id) && $0.days.upperBound > last }
    var whole = self
    if ending == .nextBegins, lasting.count == own.count, let longest = lasting.first {
      // It does not end when somebody joins.
      (whole.to, whole.ending, whole.isJoined) = (longest.term.to, .recorded, true)
    }
    let sharing = known.filter { !own.contains($0.term.id) && $0.lasts(into: self) }
    if sharing.isEmpty { return [whole] }
    let ends = Set(sharing.map(\.days.upperBound).filter { $0 < last }).sorted() + [last]
    var begin = first
    return ends.map { end in
      var piece = whole
      (piece.first, piece.last) = (begin, end)
      piece.goesOn = goesOn || begin > first
      piece.others += sharing.filter { $0.days.contains(begin) }
        .prefix(max(0, JointTerms.most - piece.others.count))
        .map { $0.holder(from: begin, to: end) }
      if end < last {
        (piece.ending, piece.isJoined) = (.recorded, false)
        piece.to = sharing.first { $0.days.upperBound == end }?.term.to
      }
      begin = end.adding(days: 1)
      return piece
    }
  }
}

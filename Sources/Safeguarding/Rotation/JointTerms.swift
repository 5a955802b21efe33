/// How terms of a chair are found that are shared, and in which order those who share one stand.
enum JointTerms {
  /// Terms that share the chair, and the day from which they are looked for.
  struct Joint {
    var terms: [ChairTerm]
    let first: CalendarDate
  }

  /// So many at most are told who share a chair or an office: a list that is longer is no list of chairs.
  static let most = 50

  /// Those who share the chair together, in the order of their beginnings.
  static func joined(_ dated: [(ChairTerm, CalendarDate)]) -> [Joint] {
    var joined: [Joint] = []
    var places: [CalendarDate: [Int]] = [:]
    for (term, first) in dated {
      let place = places[first]?.prefix(most).first {
        joined[$0].terms.first?.shares(with: term) ?? false
      }
      if let place {
        if joined[place].terms.count < most { joined[place].terms.append(term) }
      } else {
        places[first, default: []].append(joined.count)
        joined.append(Joint(terms: [term], first: first))
      }
    }
    return joined
  }

  /// The place in the order of whoever takes it; of several the one who is followed by another.
  static func turn(of terms: [ChairTerm], in order: [Reference<Agency>]) -> Int? {
    let turns = order.indices.filter { turn in terms.contains { $0.agency == order[turn] } }
    let last = turns.first { turn in
      let next = order[(turn + 1) % order.count]
      return !terms.contains { $0.agency == next }
    }
    return last ?? turns.first
  }

  /// First whose turn it is and who has a list to hand over by, then as recorded.
  static func ordered(_ terms: [ChairTerm], turn: Reference<Agency>?) -> [ChairTerm] {
    if terms.count < 2 { return terms }
    func rank(_ term: ChairTerm) -> Int {
      let isTurn = term.agency != nil && term.agency == turn
      let held = term.status == .held ? 0 : 8
      return held + (isTurn ? 0 : 4) + (term.handover.isEmpty ? 2 : 0)
        + (term.agency == nil ? 1 : 0)
    }
    return terms.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}

extension [RotationStretch] {
  /// Whether an agency was among the last who had the chair, and began on a day or later.
  func hasLeft(_ agency: Reference<Agency>, since start: CalendarDate) -> Bool {
    guard var index = lastIndex(where: \.isTaken) else { return false }
    while self[index].goesOn, index > 0 { index -= 1 }
    return self[index].first >= start && self[index].each.contains { $0.agency == agency }
  }

  /// Whoever has the chair without an end has it until the next one begins, however late that is.
  mutating func endOpen(before start: CalendarDate) {
    guard let index = indices.last, self[index].isOpen, self[index].first < start else { return }
    (self[index].last, self[index].ending) = (start.adding(days: -1), .nextBegins)
  }
}

/// Brings together what two people made of the same list.
///
/// What one took out and the other left alone is out; what either put in is kept, once where both put
/// in the same; an element that both changed is merged. One order must be left: where both moved
/// elements otherwise, they contradict each other.
struct ListMerge {
  let base: [StoredValue]
  let mine: [StoredValue]
  let theirs: [StoredValue]

  /// An element that neither took out.
  private struct Survivor {
    let value: StoredValue
    let mine: Int
    let theirs: Int
  }

  /// Both versions in one list, or nil when they contradict each other.
  func merged() -> [StoredValue]? {
    let inMine = ListMatching(of: base, with: mine)
    let inTheirs = ListMatching(of: base, with: theirs)
    guard let survivors = survivors(inMine, inTheirs),
      let order = order(of: survivors),
      let additions = additions(
        mine: runs(inMine, survivors.map(\.mine)), theirs: runs(inTheirs, survivors.map(\.theirs)))
    else { return nil }
    return additions[0] + order.flatMap { [survivors[$0].value] + additions[$0 + 1] }
  }

  /// What is left of the list both started from; nil when something changed here and went there.
  private func survivors(_ inMine: ListMatching, _ inTheirs: ListMatching) -> [Survivor]? {
    var survivors: [Survivor] = []
    for (index, element) in base.enumerated() {
      switch (inMine.places[index], inTheirs.places[index]) {
      case (nil, nil): continue
      case (let place?, nil):
        guard ThreeWay.saySame(mine[place], element) else { return nil }
      case (nil, let place?):
        guard ThreeWay.saySame(theirs[place], element) else { return nil }
      case (let my?, let their?):
        guard
          case .merged(let value) = ThreeWay.merge(
            base: element, mine: mine[my], theirs: theirs[their])
        else { return nil }
        survivors.append(Survivor(value: value ?? .list([]), mine: my, theirs: their))
      }
    }
    return survivors
  }

  /// The order of what is left: of the side that moved something, or nil when both did otherwise.
  private func order(of survivors: [Survivor]) -> [Int]? {
    let before = Array(survivors.indices)
    let my = before.sorted { survivors[$0].mine < survivors[$1].mine }
    let their = before.sorted { survivors[$0].theirs < survivors[$1].theirs }
    if their == before { return my }
    return my == before || my == their ? their : nil
  }

  /// What a side put in, by what it follows: first at the start, then after each survivor.
  private func runs(_ matching: ListMatching, _ places: [Int]) -> [[StoredValue]] {
    var runs = [[StoredValue]](repeating: [], count: places.count + 1)
    let followed = Dictionary(
      places.enumerated().map { ($0.element, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
    var last = 0
    for (place, element) in matching.changed.enumerated() {
      if let survivor = followed[place] {
        last = survivor
      } else if !matching.isMatched[place] {
        runs[last].append(element)
      }
    }
    return runs
  }

  /// What both sides put in, the other's before mine; nil when they say different things of one seat,
  /// person or agency, or gave one id twice.
  private func additions(mine: [[StoredValue]], theirs: [[StoredValue]]) -> [[StoredValue]]? {
    var known: [StoredValue: Int] = [:]
    for element in theirs.joined() { known[element, default: 0] += 1 }
    let own = mine.map { run in
      run.filter { element in
        guard let count = known[element], count > 0 else { return true }
        known[element] = count - 1
        return false
      }
    }
    let taken = Set(theirs.joined().compactMap(\.identity).filter(\.isUnique))
    guard !own.joined().contains(where: { $0.identity.map(taken.contains) ?? false }) else {
      return nil
    }
    return zip(theirs, own).map { $0 + $1 }
  }
}

extension StoredValue.Member {
  /// Whether a list names such a thing at most once.
  fileprivate var isUnique: Bool { ["id", "seat", "person", "agency"].contains(key) }
}

/// Which elements of a changed list are which of the list it was made from.
///
/// The elements of a list have no ids. Equal ones belong together first, in their order where they can,
/// then those that share what they are known by, then what is left at the same place.
struct ListMatching {
  /// The list that was changed.
  let base: [StoredValue]
  /// What became of it.
  let changed: [StoredValue]
  /// For each element of the first list its place in the second; nil when it was taken out.
  private(set) var places: [Int?]
  /// For each element of the second list whether it was in the first.
  private(set) var isMatched: [Bool]

  /// Compares a list with what became of it.
  init(of base: [StoredValue], with changed: [StoredValue]) {
    self.base = base
    self.changed = changed
    places = Array(repeating: nil, count: base.count)
    isMatched = Array(repeating: false, count: changed.count)
    for (index, place) in CommonOrder.pairs(of: base, with: changed) { pair(index, place) }
    match(base.map { $0 }, changed.map { $0 })
    match(base.map(\.identity), changed.map(\.identity))
    matchNeighbours()
  }

  private mutating func pair(_ index: Int, _ place: Int) {
    places[index] = place
    isMatched[place] = true
  }

  /// Pairs what has the same key, wherever it stands: the first with the first, and so on.
  private mutating func match<Key: Hashable>(_ left: [Key?], _ right: [Key?]) {
    var waiting: [Key: [Int]] = [:]
    for (place, key) in right.enumerated().reversed() where !isMatched[place] {
      if let key { waiting[key, default: []].append(place) }
    }
    for (index, key) in left.enumerated() where places[index] == nil {
      if let key, let place = waiting[key]?.popLast() { pair(index, place) }
    }
  }

  /// How many elements one is compared with at most where very many are left.
  private static let looksInLongGaps = 16

  /// Pairs what is left between the same neighbours, in its order.
  private mutating func matchNeighbours() {
    var (index, place) = (0, 0)
    for fixed in backbone + [base.count] {
      let end = fixed < base.count ? places[fixed] ?? place : changed.count
      let isLong = (fixed - index) * max(0, end - place) > CommonOrder.mostPairs
      for left in index..<fixed where places[left] == nil {
        let last = isLong ? min(end, place + Self.looksInLongGaps) : end
        let found = (place..<max(place, last)).first {
          !isMatched[$0] && base[left].isLike(changed[$0])
        }
        if let found {
          pair(left, found)
          place = found + 1
        }
      }
      (index, place) = (fixed + 1, end + 1)
    }
  }

  /// As many paired elements as stand in the same order in both lists, by their index in the first.
  var backbone: [Int] {
    let matched = places.indices.filter { places[$0] != nil }
    return longestRise(of: matched.compactMap { places[$0] }).map { matched[$0] }
  }
}

extension StoredValue {
  /// What an element of a list is known by: its id, else its title, and so on.
  var identity: Member? {
    guard let members else { return nil }
    for key in ["id", "title", "seat", "person", "agency", "text", "on"] {
      if let value = members.first(where: { $0.key == key })?.value { return Member(key, value) }
    }
    return nil
  }

  /// Whether one may have become the other by an edit: half of what a record says stayed the same.
  fileprivate func isLike(_ other: StoredValue) -> Bool {
    switch (self, other) {
    case (.record(let one), .record(let two)):
      let longer = max(one.count, two.count)
      return longer <= 1 || 2 * one.count(where: two.contains) >= longer
    case (.boolean, .boolean), (.number, .number), (.text, .text), (.list, .list): return true
    default: return false
    }
  }
}

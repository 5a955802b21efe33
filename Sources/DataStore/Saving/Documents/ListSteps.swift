import Safeguarding

/// How one list becomes another: positions count in the old list, indices in the new one.
struct ListSteps {
  /// The elements that became others in their place.
  private(set) var changes: [(position: Int, index: Int)] = []
  /// The elements that go, in their order.
  private(set) var removals: [Int] = []
  /// The new elements that stand before the old one at a position, in their order.
  private(set) var insertions: [(position: Int, indices: Range<Int>)] = []

  init(from old: [StoredValue], to new: [StoredValue]) {
    var (position, index) = (0, 0)
    for (nextPosition, nextIndex) in CommonOrder.pairs(of: old, with: new) {
      addGap(position..<nextPosition, index..<nextIndex)
      (position, index) = (nextPosition + 1, nextIndex + 1)
    }
    addGap(position..<old.count, index..<new.count)
  }

  private mutating func addGap(_ positions: Range<Int>, _ indices: Range<Int>) {
    if positions.count == indices.count {
      changes += zip(positions, indices).map { (position: $0, index: $1) }
      return
    }
    removals += positions
    if !indices.isEmpty { insertions.append((positions.upperBound, indices)) }
  }
}

/// How records are found by another record that they belong to, and in which order they then stand.
public struct RecordGrouping<E: Sendable>: Sendable {
  /// What those that belong together have in common: the id of the other record.
  let key: @Sendable (E) -> String
  /// Whether one stands before another; those that are equal in this stand as they were read.
  let precedes: @Sendable (E, E) -> Bool

  /// Groups records.
  public init(
    by key: @escaping @Sendable (E) -> String,
    precedes: @escaping @Sendable (E, E) -> Bool = { _, _ in false }
  ) {
    self.key = key
    self.precedes = precedes
  }
}

extension RecordTable where Element: Entity {
  /// The records that belong together, in their order; none where the kind is not grouped.
  public func group(_ key: String) -> [Element] {
    groups[key]?.map { elements[Int($0)] } ?? []
  }

  /// The positions of the records of several groups, in the order of all of them together.
  func positions(inGroups keys: [String]) -> [Int] {
    let found = keys.compactMap { groups[$0] }
    guard let first = found.first, let grouping = Element.grouping else { return [] }
    // Each group is in order already.
    let all = found.dropFirst().reduce(first) { merged($0, $1, by: grouping) }
    return all.map { Int($0) }
  }

  /// Two groups as one, in their common order.
  private func merged(
    _ one: [Int32], _ other: [Int32], by grouping: RecordGrouping<Element>
  ) -> [Int32] {
    var merged: [Int32] = []
    merged.reserveCapacity(one.count + other.count)
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      let (first, second) = (elements[Int(one[left])], elements[Int(other[right])])
      let isFirst =
        one[left] < other[right]
        ? !grouping.precedes(second, first) : grouping.precedes(first, second)
      merged.append(isFirst ? one[left] : other[right])
      if isFirst { left += 1 } else { right += 1 }
    }
    return merged + one[left...] + other[right...]
  }

  /// Whether any records belong together by a key.
  func hasGroup(_ key: String) -> Bool { groups[key] != nil }

  /// Notes to which groups the records from a position on belong.
  ///
  /// Files mostly give records in their order, so that a group is rarely sorted.
  @usableFromInline
  mutating func group(from start: Int, by grouping: RecordGrouping<Element>) {
    var unordered: Set<String> = []
    for position in elements.indices[start...] {
      let key = grouping.key(elements[position])
      if let last = groups[key]?.last, grouping.precedes(elements[position], elements[Int(last)]) {
        unordered.insert(key)
      }
      groups[key, default: []].append(Int32(truncatingIfNeeded: position))
    }
    if start == 0 {
      // What grew by doubling is kept as large as it is.
      for (key, positions) in groups where positions.count < positions.capacity / 4 * 3 {
        groups[key] = positions.map(\.self)
      }
    }
    for key in unordered {
      groups[key]?.sort { left, right in
        let (one, other) = (elements[Int(left)], elements[Int(right)])
        return grouping.precedes(one, other) || (left < right && !grouping.precedes(other, one))
      }
    }
  }
}

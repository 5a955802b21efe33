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
    groups[key]?.map { elements[$0] } ?? []
  }

  /// Notes to which groups the records from a position on belong.
  @usableFromInline
  mutating func group(from start: Int, by grouping: RecordGrouping<Element>) {
    for position in elements.indices[start...] {
      place(position, in: &groups[grouping.key(elements[position]), default: []], grouping)
    }
  }

  /// Puts a record into its place in a group.
  ///
  /// Files mostly give records in their order, so that a new one is rarely moved.
  private func place(
    _ position: Int, in group: inout [Int], _ grouping: RecordGrouping<Element>
  ) {
    var place = group.count
    group.append(position)
    while place > 0, grouping.precedes(elements[position], elements[group[place - 1]]) {
      group.swapAt(place, place - 1)
      place -= 1
    }
  }
}

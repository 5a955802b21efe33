import Safeguarding

extension ThreeWay {
  /// Brings two versions of a value together, one of which wins wherever both contradict each other.
  ///
  /// What only the other one changed is kept: choosing one side of a conflict inside an agenda does not
  /// take back what the other side added to it.
  ///
  /// - Parameters:
  ///   - winner: The version that wins.
  ///   - other: The other one.
  ///   - base: What both people started from.
  /// - Returns: The value; nil where nothing is left.
  static func prefer(
    _ winner: StoredValue?, over other: StoredValue?, base: StoredValue?
  ) -> StoredValue? {
    if case .merged(let value) = merge(base: base, mine: winner, theirs: other) { return value }
    switch (winner, other) {
    case (.record(let members)?, .record(let others)?) where base?.members != nil:
      // Half of one date and half of another would be a day that nobody meant.
      if isOneThing([members, others, base?.members ?? []]) { return winner }
      return prefer(members, over: others, base: base)
    case (.list(let elements)?, .list(let others)?):
      return prefer(elements, over: others, base: base?.elements ?? [])
    default: return winner
    }
  }

  private static func prefer(
    _ members: [StoredValue.Member], over others: [StoredValue.Member], base: StoredValue?
  ) -> StoredValue {
    let (own, other) = (StoredValue.record(members), StoredValue.record(others))
    var result = own
    for key in others.map(\.key) + (base?.members ?? []).map(\.key) {
      result[key] = prefer(own[key], over: other[key], base: base?[key])
    }
    return result
  }

  private static func prefer(
    _ elements: [StoredValue], over others: [StoredValue], base: [StoredValue]
  ) -> StoredValue {
    var result = elements
    // Texts without a name are told apart by their order: what the other side made of the first one
    // that is missing there, and so on; whatever is left was added.
    var missing = base.filter { $0.identity == nil && !others.contains($0) }[...]
    for element in others where !base.contains(element) {
      guard let name = element.identity else {
        let before = missing.popFirst()
        if result.contains(element) { continue }
        if before == nil {
          result.append(element)
        } else if let index = result.firstIndex(where: { $0 == before }) {
          result[index] = element
        }
        continue
      }
      let before = base.first { $0.identity == name }
      if let index = result.firstIndex(where: { $0.identity == name }) {
        result[index] = prefer(result[index], over: element, base: before) ?? result[index]
      } else if before == nil {
        result.append(element)
      }
    }
    return .list(result)
  }
}

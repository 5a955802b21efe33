/// Brings together what two people made of the same value.
///
/// What only one of them changed is taken over; what both changed alike is taken once. Records are
/// brought together field by field and lists element by element. Whatever both changed otherwise is a
/// conflict of the whole value: nothing that somebody entered is ever dropped in silence.
public enum ThreeWay {
  /// What two versions of a value become together.
  public enum Outcome: Hashable, Sendable {
    /// Both can be kept; nil when nothing is left.
    case merged(StoredValue?)
    /// They contradict each other; a person has to choose.
    case conflict
  }

  /// Brings two versions of a value together.
  ///
  /// - Parameters:
  ///   - base: What both people started from; nil when there was nothing.
  ///   - mine: What one of them made of it.
  ///   - theirs: What the other one made of it; its order of fields and elements comes first.
  /// - Returns: The value with what both did, or a conflict.
  public static func merge(
    base: StoredValue?, mine: StoredValue?, theirs: StoredValue?
  ) -> Outcome {
    if saySame(mine, theirs) || saySame(mine, base) { return .merged(theirs) }
    if saySame(theirs, base) { return .merged(mine) }
    switch (base, mine, theirs) {
    case (.record(let base)?, .record(let mine)?, .record(let theirs)?):
      return merge(base: base, mine: mine, theirs: theirs)
    case (nil, .list, .list), (.list, .list, nil), (.list, nil, .list), (.list, .list, .list):
      let lists = ListMerge(
        base: base?.elements ?? [], mine: mine?.elements ?? [], theirs: theirs?.elements ?? [])
      return lists.merged().map { .merged($0.isEmpty ? nil : .list($0)) } ?? .conflict
    default: return .conflict
    }
  }

  /// Brings two versions of a record together field by field: the other's fields first.
  private static func merge(
    base: [StoredValue.Member], mine: [StoredValue.Member], theirs: [StoredValue.Member]
  ) -> Outcome {
    if isOneThing([base, mine, theirs]) { return .conflict }
    let sides = [base, mine, theirs].map(MemberLookup.init)
    var values: [String: StoredValue?] = [:]
    // What I put in stands behind the field of theirs that it follows in mine.
    var additions: [String?: [StoredValue.Member]] = [:]
    var before: String?
    let gone = base.map(\.key).filter { sides[1][$0] == nil }
    for key in mine.map(\.key) + gone {
      guard
        case .merged(let value) = merge(
          base: sides[0][key], mine: sides[1][key], theirs: sides[2][key])
      else { return .conflict }
      if sides[2][key] == nil {
        if let value { additions[before, default: []].append(StoredValue.Member(key, value)) }
      } else {
        values[key] = .some(value)
        if sides[1][key] != nil, value != nil { before = key }
      }
    }
    var result = additions[nil] ?? []
    for member in theirs {
      if let value = values[member.key] ?? member.value {
        result.append(StoredValue.Member(member.key, value))
      }
      if !additions.isEmpty { result += additions[member.key] ?? [] }
    }
    return .merged(.record(result))
  }

  /// Whether the versions of a record say one thing with several fields: half of one and half of another
  /// would be a date, a number or a person that nobody meant.
  package static func isOneThing(_ versions: [[StoredValue.Member]]) -> Bool {
    wholes.contains { keys in
      versions.allSatisfy { $0.allSatisfy { keys.contains($0.key) } }
    }
  }

  /// The keys of the values that say one thing with several fields.
  private static let wholes: [Set<String>] = [
    ImpreciseDate.shape, Measure.shape, Cadence.shape, Owner.shape,
  ].map(\.keys)
}

extension ValueShape {
  /// The keys with which such a value can be written.
  var keys: Set<String> {
    switch self {
    case .object(let parts): Set(parts.map(\.name))
    case .record(let record): Set(record.fields.map(\.name))
    case .value(_, let stored): stored.keys
    case .anyOf(let shapes): shapes.reduce(into: []) { $0.formUnion($1.keys) }
    case .text, .boolean, .whole, .number, .choice, .pattern, .reference, .list: []
    }
  }
}

extension ThreeWay {
  /// Whether two values say the same, whatever the order of their fields; what is blank says nothing.
  static func saySame(_ left: StoredValue?, _ right: StoredValue?) -> Bool {
    if left == right { return true }
    switch (left, right) {
    case (.record(let left)?, .record(let right)?):
      let (own, others) = (MemberLookup(left), MemberLookup(right))
      return left.allSatisfy { saySame($0.value, others[$0.key]) }
        && right.allSatisfy { isBlank($0.value) || own[$0.key] != nil }
    case (.list(let left)?, .list(let right)?):
      return left.count == right.count && zip(left, right).allSatisfy { saySame($0, $1) }
    default: return isBlank(left) && isBlank(right)
    }
  }

  private static func isBlank(_ value: StoredValue?) -> Bool {
    switch value {
    case nil, .boolean(false)?: true
    case .text(let text)?: text.isEmpty
    case .list(let elements)?: elements.isEmpty
    case .number?, .boolean(true)?, .record?: false
    }
  }
}

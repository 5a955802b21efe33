import Letters

/// What an indicator's values say: the latest, how it changed, how it compares.
public struct IndicatorReading: Sendable {
  /// Which way a value went or lies, and whether that is better.
  public enum Direction: Hashable, Sendable {
    case up, down, same
  }

  /// How a value compares with another one.
  public struct Comparison: Hashable, Sendable {
    /// The difference, own value less the other one.
    public let difference: Double
    /// Which way the own value lies.
    public let direction: Direction
    /// Whether that is better; nil when the indicator does not say which way is better.
    public let isBetter: Bool?
  }

  /// The indicator.
  public let indicator: Indicator
  /// The values that count, one a period, earliest first: what was restated is not among them, nor are
  /// values of one period that differ.
  public let values: [Observation]
  /// The ids of values that were restated, each with the id of the one that did it.
  public let restated: [String: String]
  /// Values of one period that differ, where nothing says which one counts.
  public let disputed: [[Observation]]
  /// What it is compared with, as far as it was known.
  public let comparators: [Comparator]
  /// The values of single areas of a group to compare with, where there are enough to say where one's own
  /// lies among them; they are not among the comparators.
  public let areas: [Comparator]
  /// All that it is compared with: what stands for itself, then the single areas.
  public var allCompared: [Comparator] { comparators + areas }
  /// The latest value, by the end of its period; of several that differ the first by id.
  public let latest: Observation?
  /// The other values of the latest period, where they differ and nothing says which one counts.
  public let rivals: [Observation]
  /// The last value before the latest one that is for a period of the same kind.
  public let previous: Observation?
  /// How the latest number differs from the one before, where both are known.
  public let change: Comparison?

  /// Reads the values of an indicator, which are given earliest first.
  ///
  /// - Parameters:
  ///   - indicator: The indicator.
  ///   - all: Its values, earliest first.
  ///   - comparators: What it is compared with; all that it names where nothing is given.
  ///   - areas: The values of single areas of a group to compare with.
  ///   - reports: The documents whose dates say which report is the later one.
  public init(
    _ indicator: Indicator, values all: [Observation], comparators: [Comparator]? = nil,
    areas: [Comparator] = [],
    reports: RecordTable<SourceDocument> = RecordTable()
  ) {
    self.indicator = indicator
    self.comparators = comparators ?? indicator.comparators
    self.areas = areas
    let sorted = Restatements(all, reports: reports)
    let counting = sorted.counting.map { all[$0] }
    values = counting
    restated = Dictionary(
      sorted.restated.map { (all[$0.key].id, all[$0.value].id) }, uniquingKeysWith: { $1 })
    disputed = sorted.disputed.map { $0.map { all[$0] } }
    let last = ([counting.last].compactMap(\.self) + disputed.compactMap(\.first))
      .enumerated().max { left, right in
        let (one, other) = (left.element.period, right.element.period)
        let never = ImpreciseDate(words: "")
        // Of two that end together the one that counts.
        return (one ?? never, right.offset) < (other ?? never, left.offset)
      }?.element
    let others = disputed.first { $0.first?.id == last?.id && last != nil && $0.count > 1 }
    let isDisputed = others.map { group in !counting.contains { $0.id == group[0].id } } ?? false
    latest = last
    rivals = isDisputed ? Array((others ?? []).dropFirst()) : []
    let earlier = last.flatMap { latest in
      counting.last { $0.isComparable(before: latest, of: indicator) }
    }
    previous = earlier
    let isKnown =
      rivals.isEmpty && last?.value?.qualifier != .atLeast && earlier?.value?.qualifier != .atLeast
    change =
      isKnown
      ? IndicatorReading.compare(last?.value, with: earlier?.value, polarity: indicator.polarity)
      : nil
  }

  /// How the latest value compares with a comparator's; nil where that is not known.
  public func comparison(with comparator: Comparator) -> Comparison? {
    guard rivals.isEmpty, let own = latest?.value, let other = comparator.value,
      let number = own.number, let reference = other.number
    else { return nil }
    // What is only known as "at least" may lie on either side of what is larger.
    if own.qualifier == .atLeast, other.qualifier == .atLeast || number <= reference { return nil }
    if other.qualifier == .atLeast, reference <= number { return nil }
    return IndicatorReading.compare(own, with: other, polarity: indicator.polarity)
  }

  /// Each comparator once, as at the period nearest to the latest value's and not after it.
  public var compared: [(comparator: Comparator, comparison: Comparison)] {
    let own = latest?.period?.last
    var nearest: [(comparator: Comparator, comparison: Comparison)] = []
    for comparator in comparators {
      guard let comparison = comparison(with: comparator) else { continue }
      let end = comparator.period?.last
      if let own, let end, own < end { continue }
      guard let known = nearest.firstIndex(where: { $0.comparator.name == comparator.name }) else {
        nearest.append((comparator, comparison))
        continue
      }
      let before = nearest[known].comparator.period?.last
      if let end, before.map({ $0 < end }) ?? true { nearest[known] = (comparator, comparison) }
    }
    return nearest
  }

  /// The comparator whose period is nearest to the latest value's and not after it.
  public var nearest: (comparator: Comparator, comparison: Comparison)? {
    var found: (comparator: Comparator, comparison: Comparison)?
    for one in compared {
      guard let known = found?.comparator.period?.last else {
        if found == nil || one.comparator.period?.last != nil { found = one }
        continue
      }
      if let end = one.comparator.period?.last, known < end { found = one }
    }
    return found
  }

  private static func compare(
    _ own: Measure?, with other: Measure?, polarity: Polarity
  ) -> Comparison? {
    guard let number = own?.number, let reference = other?.number else { return nil }
    let difference = number - reference
    let direction: Direction = difference > 0 ? .up : difference < 0 ? .down : .same
    let isBetter: Bool? =
      switch (polarity, direction) {
      case (.higherIsBetter, .up), (.lowerIsBetter, .down): true
      case (.higherIsBetter, .down), (.lowerIsBetter, .up): false
      default: nil
      }
    return Comparison(difference: difference, direction: direction, isBetter: isBetter)
  }
}

extension Observation {
  /// Whether it can be compared with a later value.
  ///
  /// Its period is over before that one begins, and as long; shares and rates are comparable over periods
  /// of any length, counts are not.
  package func isComparable(before later: Observation, of indicator: Indicator) -> Bool {
    guard let days = period?.days, let next = later.period?.days,
      days.upperBound < next.lowerBound
    else { return false }
    let (own, other) = (
      days.upperBound.dayNumber - days.lowerBound.dayNumber,
      next.upperBound.dayNumber - next.lowerBound.dayNumber
    )
    let isShare = indicator.unit.hasPrefix("%") || indicator.unit.hasPrefix("per ")
    // Months and leap years differ by up to three days.
    return isShare || abs(own - other) <= 3
  }
}

extension Workspace {
  /// What the values of an indicator say: on a day, as far as they were known; else all of them.
  public func reading(
    of indicator: Indicator, on day: CalendarDate? = nil,
    where isMeant: (Observation) -> Bool = { _ in true }
  ) -> IndicatorReading {
    let all = wholeValues(of: indicator).filter(isMeant)
    let known = indicator.comparators.filter { one in
      day.map { documents.isKnown(one, on: $0) } ?? true
    }
    let (others, areas) = parted(known)
    return IndicatorReading(
      indicator,
      values: day.map { day in all.filter { documents.isKnown($0, on: day) } } ?? all,
      comparators: others, areas: areas, reports: documents)
  }

  /// Comparators parted into those that stand for themselves and the single areas of a group, where these
  /// are enough to say something of one's place among them.
  private func parted(_ comparators: [Comparator]) -> (others: [Comparator], areas: [Comparator]) {
    if comparators.count < NeighbourPosition.fewest { return (comparators, []) }
    var areas: Set<String> = []
    for group in comparatorGroups.all {
      let members = Set(group.members.map(\.folded))
      let found = Set(comparators.map(\.name.folded)).intersection(members)
      if found.count >= NeighbourPosition.fewest { areas.formUnion(found) }
    }
    if areas.isEmpty { return (comparators, []) }
    return (
      comparators.filter { !areas.contains($0.name.folded) },
      comparators.filter { areas.contains($0.name.folded) }
    )
  }
}

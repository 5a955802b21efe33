import Letters

/// Where the value of an area lies among those of its statistical neighbours, all for one period.
public struct NeighbourPosition: Sendable {
  /// One of the areas with its value.
  public struct Area: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// Its value.
    public let value: Measure
  }

  /// The neighbours.
  public let group: ComparatorGroup
  /// The period for which all values are.
  public let period: ImpreciseDate
  /// The own value.
  public let own: Measure
  /// The neighbours that have a value for the period, the highest first.
  public let areas: [Area]
  /// The place of the own value, 1 for the highest; areas with one value share a place.
  public let rank: Int
  /// The values at the quarters of all that are counted, the own one among them: lowest, lower quartile,
  /// median, upper quartile, highest.
  public let fifths: [Double]

  /// So many neighbours at least make a group of which something can be said.
  static let fewest = 4

  /// The mean and the median of the neighbours, without the own value.
  public var mean: Double? { Average.mean.of(areas.compactMap(\.value.number)) }

  /// How many areas are counted, the own one among them.
  public var count: Int { areas.count + 1 }

  /// The quarter of the areas in which the own value lies, 1 for the lowest.
  public var quartile: Int {
    let number = own.number ?? 0
    return 1 + fifths[1...3].count { number > $0 }
  }

  /// How many neighbours have a worse value; nil where it is not said which way is better.
  public func better(than polarity: Polarity) -> Int? {
    guard let number = own.number else { return nil }
    let others = areas.compactMap(\.value.number)
    switch polarity {
    case .higherIsBetter: return others.count { $0 < number }
    case .lowerIsBetter: return others.count { $0 > number }
    case .neither, .unclear: return nil
    }
  }

  /// Compares for the latest period for which there is an own value and enough neighbours have one; nil
  /// where there is none.
  public init?(_ reading: IndicatorReading, groups: [ComparatorGroup]) {
    let comparators = (reading.areas + reading.comparators).filter {
      $0.value?.number != nil && $0.period != nil
    }
    var best: NeighbourPosition?
    for group in groups {
      let members = Set(group.members.map(\.folded))
      let found = comparators.filter { members.contains($0.name.folded) }
      if found.count < NeighbourPosition.fewest { continue }
      for (period, values) in Dictionary(
        grouping: found, by: { $0.period ?? ImpreciseDate(words: "") })
      {
        guard let own = reading.values.last(where: { $0.period?.days == period.days })?.value,
          own.qualifier == .exact,
          let position = NeighbourPosition(own, group, period, values),
          best.map({ $0.period < period }) ?? true
        else { continue }
        best = position
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(
    _ own: Measure, _ group: ComparatorGroup, _ period: ImpreciseDate, _ values: [Comparator]
  ) {
    var latest: [String: Comparator] = [:]
    for value in values where value.value?.qualifier == .exact { latest[value.name.folded] = value }
    guard latest.count >= NeighbourPosition.fewest, let number = own.number else { return nil }
    (self.own, self.group, self.period) = (own, group, period)
    areas = latest.values.compactMap { one in one.value.map { Area(name: one.name, value: $0) } }
      .sorted { ($1.value.number ?? 0, $0.name) < ($0.value.number ?? 0, $1.name) }
    rank = 1 + areas.count { ($0.value.number ?? 0) > number }
    let sorted = (areas.compactMap(\.value.number) + [number]).sorted()
    fifths = [0, 0.25, 0.5, 0.75, 1].map { share in
      let place = share * Double(sorted.count - 1)
      let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
      return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
  }
}

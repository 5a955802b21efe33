/// A year that was printed otherwise than its quarters make it, by the way in which they make a year.
public struct YearDifference: Hashable, Sendable {
  /// The value of the year as it was reported.
  public let year: Observation
  /// What its quarters make of it.
  public let workedOut: Measure

  /// Compares the years among values that count with their quarters.
  ///
  /// - Parameters:
  ///   - indicator: The indicator, which says how quarters make a year.
  ///   - values: Its values, one a period.
  /// - Returns: The years that differ, in the order of the values.
  static func all(of indicator: Indicator, _ values: [Observation]) -> [YearDifference] {
    guard let way = indicator.aggregation, way != .none else { return [] }
    var quarters: [CalendarDate: Observation] = [:]
    for value in values {
      if let quarter = value.quarter { quarters[quarter.lowerBound] = value }
    }
    if quarters.isEmpty { return [] }
    return values.compactMap { value in
      guard let days = value.period?.days,
        days.lowerBound.adding(months: 12).adding(days: -1) == days.upperBound
      else { return nil }
      let own = (0..<4).map { quarters[days.lowerBound.adding(months: 3 * $0)] }
      guard let printed = value.value, printed.qualifier == .exact, let number = printed.number,
        let made = QuarterGrid.year(of: indicator, own), let other = made.number
      else { return nil }
      // A number as it was printed stands for all that round to it; whole numbers that are counted add up.
      let half = { (decimals: Int) in (0..<decimals).reduce(0.5) { unit, _ in unit / 10 } }
      let allowed: Double =
        switch way {
        case .sum where made.decimals == 0: 0
        case .last where printed.decimals == made.decimals: 0
        case .last: half(min(printed.decimals, made.decimals))
        case .sum: 4 * half(made.decimals) + half(printed.decimals)
        default: half(printed.decimals) + half(made.decimals)
        }
      return abs(number - other) <= allowed + 1e-9
        ? nil : YearDifference(year: value, workedOut: made)
    }
  }

  /// What it is, for a list that shows the year: "the quarters make 42".
  public var words: String { "the quarters make \(workedOut.text)" }
}

extension IndicatorReading {
  /// The years that were printed otherwise than their quarters make them.
  public var yearDifferences: [YearDifference] { YearDifference.all(of: indicator, values) }
}

extension Workspace {
  /// A warning for each year of an indicator that was printed otherwise than its quarters make it.
  ///
  /// Nothing is worked out from what is hidden, so that no sentence gives it away.
  public func yearsUnlikeTheirQuarters() -> [Fault] {
    let shown = withoutSmallNumbers
    return indicators.all.filter { ![nil, Aggregation.none].contains($0.aggregation) }
      .flatMap { indicator in
        shown.reading(of: indicator).yearDifferences.map { found in
          let record = RecordID(Observation.kind, found.year.id)
          return Fault(
            .warning, file: document(of: record) ?? "dataset/",
            message:
              "\"\(indicator.label)\", \(found.year.periodText): the year is reported as "
              + "\(found.year.value?.text ?? "nothing"), and its quarters make \(found.workedOut.text) "
              + "(\(indicator.aggregation?.title ?? "")).",
            hint: "Ask whoever supplied it which one holds; the year is shown as it was reported.",
            recordKind: record.kind, recordID: record.id)
        }
      }
  }
}

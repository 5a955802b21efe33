/// The quarters of a reporting year beside each other with what they make of the year, as partnerships
/// publish them.
public struct QuarterGrid: Sendable {
  /// One indicator.
  public struct Row: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// Its values, quarter by quarter; nil where there is none.
    public let quarters: [Observation?]
    /// The value of the year: as it was reported, else as its quarters make it.
    public let year: Measure?
    /// Whether the value of the year was worked out from its quarters.
    public let isWorkedOut: Bool
    /// That the value of the year was reported otherwise than its quarters make it; nil where it was not.
    public let difference: YearDifference?
    /// What each of the latest quarters says, earliest first.
    public let marks: [FigureMark]
  }

  /// The year.
  public let year: ClosedRange<CalendarDate>
  /// What people call it.
  public let name: String
  /// The quarters of the year, earliest first.
  public let quarters: [ClosedRange<CalendarDate>]
  /// The latest quarters, earliest first, for which each row has a mark.
  public let latest: [ClosedRange<CalendarDate>]
  /// The indicators that have a value for one of the quarters, in the order in which they were given.
  public let rows: [Row]

  /// How many quarters are marked.
  private static let marked = 8

  /// Lays out the year of the latest quarter that is known on a day; nil where none is.
  public init?(_ workspace: Workspace, of indicators: [Indicator], on day: CalendarDate) {
    let readings = indicators.map { workspace.reading(of: $0, on: day) }
    let ends = readings.flatMap { $0.values.compactMap(\.quarter) }
    guard let newest = ends.max(by: { $0.upperBound < $1.upperBound }) else { return nil }
    let latestOf = zip(indicators, readings).first { $1.values.contains { $0.quarter == newest } }
    let years = workspace.partnerships.reportingYears(of: latestOf?.0.partnership)
    let year = years.period(of: newest.upperBound)
    let quarters = QuarterGrid.quarters(in: year)
    let latest = (0..<QuarterGrid.marked).reversed().map { back in
      QuarterGrid.quarter(from: newest.lowerBound.adding(months: -3 * back))
    }
    let preset = workspace.settings.controlChart.preset
    self.year = year
    name = years.name(of: year)
    self.quarters = quarters
    self.latest = latest
    rows = zip(indicators, readings).compactMap { indicator, reading in
      var values: [ClosedRange<CalendarDate>: Observation] = [:]
      for value in reading.values {
        if let quarter = value.quarter { values[quarter] = value }
      }
      let own = quarters.map { values[$0] }
      guard latest.contains(where: { values[$0] != nil }) || own.contains(where: { $0 != nil })
      else { return nil }
      let printed = reading.values.last { value in
        value.period?.first == year.lowerBound && value.period?.last == year.upperBound
      }
      let marks = IndicatorHistory(reading, preset: preset).marks(reading)
      return Row(
        indicator: indicator, quarters: own,
        year: printed?.value ?? QuarterGrid.year(of: indicator, own), isWorkedOut: printed == nil,
        difference: reading.yearDifferences.first { $0.year.id == printed?.id },
        marks: latest.map { values[$0].flatMap { marks[$0.id] } ?? .nothing })
    }
    if rows.isEmpty { return nil }
  }

  /// The quarters of a year, the last one as long as what is left.
  private static func quarters(in year: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
    var quarters: [ClosedRange<CalendarDate>] = []
    var first = year.lowerBound
    while first <= year.upperBound, quarters.count < 12 {
      quarters.append(quarter(from: first))
      first = first.adding(months: 3)
    }
    return quarters
  }

  private static func quarter(from first: CalendarDate) -> ClosedRange<CalendarDate> {
    first...max(first, first.adding(months: 3).adding(days: -1))
  }

  /// What quarters make of a year: hidden where one of them is; nil where not all are known.
  static func year(of indicator: Indicator, _ quarters: [Observation?]) -> Measure? {
    guard let way = indicator.aggregation, way != .none else { return nil }
    let needed = way == .last ? Array(quarters.suffix(1)) : quarters
    if needed.contains(where: { $0?.value?.qualifier == .suppressed }) {
      return Measure(.suppressed, words: "worked out from what is hidden")
    }
    guard
      needed.allSatisfy({ $0?.value.map { $0.number == nil || $0.qualifier == .exact } ?? true }),
      let number = way.year(
        of: quarters.map { $0?.value?.number },
        counts: quarters.map { value in
          guard let top = value?.numerator?.number, let bottom = value?.denominator?.number else {
            return nil
          }
          return (top, bottom)
        }, scale: Double(indicator.rateBase ?? 100))
    else { return nil }
    let decimals = indicator.decimals ?? quarters.compactMap { $0?.value?.decimals }.max() ?? 0
    return Measure(
      .exact, spelling: formatted(number, decimals: way == .mean ? max(decimals, 1) : decimals))
  }
}

extension Observation {
  /// The three months that it is for; nil for what is for another stretch of time.
  public var quarter: ClosedRange<CalendarDate>? {
    guard let first = period?.first, let last = period?.last, first.components.day == 1,
      first.adding(months: 3).adding(days: -1) == last
    else { return nil }
    return first...last
  }
}

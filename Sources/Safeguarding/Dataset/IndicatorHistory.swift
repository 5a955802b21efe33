package import Statistics

/// The values of an indicator over time, read by the rules of a control chart.
package struct IndicatorHistory: Sendable {
  /// One place of the chart: a value, or a period without one.
  package struct Point: Sendable {
    /// The value; nil for a period between two values that has none.
    package let value: Observation?
    /// The rule that names it; nil for common cause.
    package let rule: SpecialCauseRule?
  }

  /// What the chart says as a whole.
  package let chart: ControlChart
  /// The places of the chart, earliest first.
  package let points: [Point]
  /// Why the limits begin anew, where somebody decided so.
  package let rebases: [Rebase]

  /// Reads the values of an indicator that are for periods of one length, the latest one's.
  ///
  /// A value that is no exact number, or hidden, breaks the line: nothing is worked out from it.
  package init(_ reading: IndicatorReading, preset: ControlChartPreset = .nhs) {
    let indicator = reading.indicator
    let length = reading.latest?.period.flatMap(Self.days) ?? 0
    let alike = reading.values.filter { value in
      value.period.flatMap(Self.days).map { abs($0 - length) <= 3 } ?? false
    }
    var places: [Observation?] = []
    var ends: CalendarDate?
    for value in alike {
      if let ends, let first = value.period?.first, length > 0 {
        let gap = first.dayNumber - ends.dayNumber - 1
        // Months and quarters differ by a few days.
        let missed = min((gap + length / 2) / length, Self.mostMissed)
        places += Array(repeating: nil, count: max(0, missed))
      }
      places.append(value)
      ends = value.period?.last ?? ends
    }
    let values = places.map { place -> ChartValue in
      guard let measure = place?.value else { return .missing }
      if measure.qualifier == .suppressed { return .hidden }
      guard measure.qualifier == .exact, let number = measure.number else { return .missing }
      return .shown(number)
    }
    let decided = indicator.rebases.compactMap { rebase -> (Rebase, Statistics.Rebase)? in
      guard let from = rebase.from?.first else { return nil }
      let position = places.firstIndex { $0?.period?.last.map { from <= $0 } ?? false }
      return position.map { (rebase, Statistics.Rebase(position: $0, reason: rebase.because)) }
    }
    rebases = decided.map(\.0)
    chart = ControlChart(
      values, rebases: decided.map(\.1),
      options: ControlChart.Options(
        preset: preset, polarity: indicator.polarity.direction,
        target: reading.target?.value?.number))
    points = zip(places, chart.rules).map { Point(value: $0, rule: $1) }
  }

  /// So many missing periods are drawn between two values at most.
  private static let mostMissed = 12

  private static func days(of period: ImpreciseDate) -> Int? {
    guard let first = period.first, let last = period.last else { return nil }
    return last.dayNumber - first.dayNumber + 1
  }

  /// The rule that names the latest value; nil for common cause, or where there are too few values to tell.
  package var latestRule: SpecialCauseRule? { points.last { $0.value != nil }?.rule }

  /// What the chart rests on, as a sentence; empty where it says all there is.
  package var standing: String {
    guard let segment = chart.segments.last else { return "" }
    switch segment.standing {
    case .plotOnly:
      return "\(counted(segment.count, "value")): from 8 on a run chart says more."
    case .trial: return "\(segment.count) values: the limits are on trial until there are 12."
    case .full: return ""
    }
  }
}

extension Polarity {
  /// The same for a chart.
  var direction: Statistics.Polarity {
    switch self {
    case .higherIsBetter: .up
    case .lowerIsBetter: .down
    case .neither, .unclear: .neither
    }
  }
}

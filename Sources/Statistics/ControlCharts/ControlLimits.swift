/// The limits of a segment, worked out from how much its points differ from the ones before.
package struct ControlLimits: Equatable, Sendable {
  /// The mean of the points that the limits rest on.
  package let mean: Double
  /// The mean of their moving ranges, after screening if that was asked for.
  package let movingRange: Double
  /// The lower limit, which may lie below zero.
  package let lower: Double
  /// The upper limit.
  package let upper: Double

  /// Two thirds of the way from the mean to the lower limit.
  package var nearLower: Double { mean - 2 * sigma }
  /// Two thirds of the way from the mean to the upper limit.
  package var nearUpper: Double { mean + 2 * sigma }
  /// A third of the way from the mean to a limit.
  package var sigma: Double { Self.width * movingRange / 3 }

  private static let width = 2.66
  /// How many mean moving ranges a moving range may reach before it is screened.
  private static let screen = 3.267

  /// The limits of points; nil where no two points follow each other.
  ///
  /// No moving range reaches across what is nil.
  init?(_ numbers: some Sequence<Double?>, screensMovingRanges: Bool) {
    var (sum, count) = (0.0, 0)
    var ranges: [Double] = []
    var previous: Double?
    for number in numbers {
      if let number {
        sum += number
        count += 1
        if let previous { ranges.append(abs(number - previous)) }
      }
      previous = number
    }
    guard !ranges.isEmpty else { return nil }
    var average = ranges.reduce(0, +) / Double(ranges.count)
    if screensMovingRanges {
      let kept = ranges.filter { $0 < Self.screen * average }
      if !kept.isEmpty { average = kept.reduce(0, +) / Double(kept.count) }
    }
    mean = sum / Double(count)
    movingRange = average
    lower = mean - Self.width * average
    upper = mean + Self.width * average
  }

  /// The two limits as they are drawn: never where no value of this kind can lie.
  ///
  /// Rules, ratings and tables go by the limits themselves.
  package func drawn(on scale: ChartScale) -> ClosedRange<Double> {
    switch scale {
    case .any: lower...upper
    case .count: max(0, lower)...max(0, upper)
    case .percentage: min(max(0, lower), 100)...min(max(0, upper), 100)
    }
  }
}

/// Where the values of a chart can lie.
package enum ChartScale: Sendable {
  /// Anywhere, as a change can.
  case any
  /// At zero or above.
  case count
  /// From 0 to 100.
  case percentage
}

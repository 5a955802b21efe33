/// A pattern that chance alone seldom makes.
package enum SpecialCauseRule: Hashable, Sendable {
  /// Beyond the upper or lower limit.
  case outside
  /// So many points, each higher, or each lower, than the one before.
  case trend(points: Int)
  /// Of three points on one side of the mean, two near the limit and inside it.
  case twoOfThree
  /// So many points on one side of the mean.
  case shift(points: Int)
  /// Of so many points, so many beyond so many sigma on one side.
  case beyond(count: Int, of: Int, sigma: Int)
  /// More points on one side of the median than chance explains.
  case longestRun
  /// Fewer crossings of the median than chance explains.
  case fewCrossings

  /// The name of the rule in the words of the field.
  package var name: String {
    switch self {
    case .outside: "outside the limits"
    case .trend(let points): "trend of \(points) points"
    case .twoOfThree: "2 of 3 points near a limit"
    case .shift(let points): "shift of \(points) points on one side of the mean"
    case .beyond(1, of: 1, let sigma): "beyond \(sigma) sigma"
    case .beyond(let count, let all, let sigma):
      "\(count) of \(all) points beyond \(sigma) sigma on one side"
    case .longestRun: "run on one side of the median longer than chance explains"
    case .fewCrossings: "fewer crossings of the median than chance explains"
    }
  }
}

/// The sets of rules that charts are read by.
package enum ControlChartPreset: String, CaseIterable, Sendable {
  /// Making Data Count, as the NHS reads its charts.
  case nhs
  /// The Western Electric rules.
  case westernElectric = "western-electric"
  /// Anhøj's rules for a run chart around the median.
  case anhoej

  /// The rules in their order: the first that applies names the point.
  package var rules: [SpecialCauseRule] {
    switch self {
    case .nhs: [.outside, .trend(points: 7), .twoOfThree, .shift(points: 7)]
    case .westernElectric:
      [
        .beyond(count: 1, of: 1, sigma: 3), .beyond(count: 2, of: 3, sigma: 2),
        .beyond(count: 4, of: 5, sigma: 1), .shift(points: 8),
      ]
    case .anhoej: [.longestRun, .fewCrossings]
    }
  }
}

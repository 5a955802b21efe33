/// How the figures of quarters make that of the year.
public enum Aggregation: String, Choice {
  case sum, mean, last, ratio, none

  /// The way in words.
  public var title: String {
    switch self {
    case .sum: "the sum of the quarters"
    case .mean: "the average of the quarters"
    case .last: "the last quarter's"
    case .ratio: "worked out again from what was counted"
    case .none: "none: each quarter stands for itself"
    }
  }

  /// The figure of a year from those of its quarters, earliest first; nil where not all are known.
  ///
  /// - Parameters:
  ///   - quarters: The figures of the quarters; nil for one that is not known as a number.
  ///   - counts: What each was counted from: how many, out of how many.
  ///   - scale: What a share of one is printed as: 100 for percentages, 10,000 for a rate per 10,000.
  /// - Returns: The figure of the year.
  public func year(
    of quarters: [Double?], counts: [(numerator: Double, denominator: Double)?] = [],
    scale: Double = 100
  ) -> Double? {
    let known = quarters.compactMap(\.self)
    guard !quarters.isEmpty, known.count == quarters.count || self == .ratio || self == .last else {
      return nil
    }
    switch self {
    case .sum: return known.reduce(0, +)
    case .mean: return known.reduce(0, +) / Double(known.count)
    case .last: return quarters.last.flatMap(\.self)
    case .none: return nil
    case .ratio:
      let all = counts.compactMap(\.self)
      let denominator = all.reduce(0) { $0 + $1.denominator }
      guard all.count == quarters.count, denominator > 0 else { return nil }
      return all.reduce(0) { $0 + $1.numerator } / denominator * scale
    }
  }
}

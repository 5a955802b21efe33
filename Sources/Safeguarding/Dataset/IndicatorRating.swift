/// How an indicator stands by a rule that is stated.
public struct IndicatorRating: Hashable, Sendable {
  /// How it stands.
  public enum Standing: Hashable, Sendable {
    case misses, near, meets

    /// The standing in a word or two.
    public var title: String {
      switch self {
      case .misses: "misses its target"
      case .near: "near its target"
      case .meets: "meets its target"
      }
    }
  }

  /// How it stands.
  public let standing: Standing
  /// The rule that says so, with its numbers.
  public let because: String
}

extension IndicatorReading {
  /// The target that counts for the latest value.
  public var target: IndicatorTarget? { target(of: latest) }

  /// How the latest value stands by its target; nil where that cannot be said.
  public var rating: IndicatorRating? {
    rivals.isEmpty ? latest.flatMap { rating(of: $0) } : nil
  }

  /// The target that counts for a value: that of its period, else one for every period.
  func target(of value: Observation?) -> IndicatorTarget? {
    guard let end = value?.period?.last else {
      return indicator.targets.first { $0.period == nil }
    }
    let own = indicator.targets.first { target in
      guard let first = target.period?.first, let last = target.period?.last else { return false }
      return first <= end && end <= last
    }
    return own ?? indicator.targets.first { $0.period == nil }
  }

  /// How a value stands by its target and the tolerance around it; nil without a target, or where it is not
  /// said which way is better.
  func rating(of observation: Observation) -> IndicatorRating? {
    guard let target = target(of: observation), let aim = target.value?.number,
      let value = observation.value, value.qualifier == .exact, let number = value.number
    else { return nil }
    let short: Double
    switch indicator.polarity {
    case .higherIsBetter: short = aim - number
    case .lowerIsBetter: short = number - aim
    case .neither, .unclear: return nil
    }
    let words = "target \(target.value?.text ?? "")"
    if short <= 0 { return IndicatorRating(standing: .meets, because: words) }
    if let tolerance = target.tolerance?.number, short <= tolerance {
      return IndicatorRating(
        standing: .near, because: "\(words), near enough within \(target.tolerance?.text ?? "")")
    }
    return IndicatorRating(standing: .misses, because: words)
  }
}

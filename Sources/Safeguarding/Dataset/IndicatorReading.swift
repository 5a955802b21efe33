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
  /// What was measured, earliest first.
  public let values: [Observation]
  /// The latest value, by the end of its period.
  public let latest: Observation?
  /// The one before it.
  public let previous: Observation?
  /// How the latest number differs from the one before.
  public let change: Comparison?

  /// Reads the values of an indicator, which are given earliest first.
  public init(_ indicator: Indicator, values: [Observation]) {
    self.indicator = indicator
    self.values = values
    latest = values.last
    previous = values.dropLast().last
    change = IndicatorReading.compare(
      latest?.value, with: previous?.value, polarity: indicator.polarity)
  }

  /// How the latest value compares with a comparator's.
  public func comparison(with comparator: Comparator) -> Comparison? {
    IndicatorReading.compare(latest?.value, with: comparator.value, polarity: indicator.polarity)
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

/// What a chart has at one place of its series.
package enum ChartValue: Equatable, Sendable {
  /// A value that may be seen.
  case shown(Double)
  /// Nothing was sent or worked out.
  case missing
  /// A value that is hidden: nothing on the chart is computed from it.
  case hidden

  /// The value where it may be seen.
  package var number: Double? {
    if case .shown(let number) = self, number.isFinite { number } else { nil }
  }
}

/// Somebody's decision that the limits begin anew at a point.
package struct Rebase: Equatable, Sendable {
  /// The first point of the new segment, counted from 0.
  package let position: Int
  /// Why, in the words of who decided it.
  package let reason: String

  /// Begins the limits anew at a point.
  package init(position: Int, reason: String) {
    (self.position, self.reason) = (position, reason)
  }
}

/// Which way is better.
package enum Polarity: String, CaseIterable, Sendable {
  /// Higher is better.
  case up
  /// Lower is better.
  case down
  /// Neither way is better.
  case neither
}

/// Which numbers are small enough to point at a child, and what is shown instead.
package struct SmallNumberPolicy: Equatable, Sendable {
  /// Numbers from 1 to this one are hidden, and zero never is; a threshold of 0 hides none.
  package let threshold: Int
  /// What is shown is rounded to multiples of this; nil shows numbers as they are.
  package let rounding: Int?
  /// Whether a part that is all of its total is hidden too, since it says something of everybody.
  package let hidesWholes: Bool

  /// A policy of one's own.
  package init(threshold: Int, rounding: Int? = nil, hidesWholes: Bool = false) {
    self.threshold = min(max(0, threshold), Self.largest)
    self.rounding = rounding.flatMap { $0 > 1 ? min($0, Self.largest) : nil }
    self.hidesWholes = hidesWholes
  }

  /// A threshold beyond this one is nobody's.
  private static let largest = 1_000_000

  /// The Department for Education's: 1 to 5 are hidden, and what would give them away.
  package static let dfe = SmallNumberPolicy(threshold: 5)
  /// The NHS's: 1 to 7 are hidden, everything else is rounded to 5.
  package static let nhs = SmallNumberPolicy(threshold: 7, rounding: 5)
  /// Everything is shown.
  package static let none = SmallNumberPolicy(threshold: 0)

  /// Whether a number is hidden for its own sake.
  package func isSmall(_ value: Int) -> Bool { value >= 1 && value <= threshold }

  /// The number that is shown for one that is not hidden.
  package func rounded(_ value: Int) -> Int {
    guard let rounding, value > 0 else { return value }
    return (value + rounding / 2) / rounding * rounding
  }

  /// Whether a share tells a small number: that of those counted, or that of all the others.
  package func hidesShare(numerator: Int, denominator: Int) -> Bool {
    let (others, isTooMuch) = denominator.subtractingReportingOverflow(numerator)
    return isSmall(numerator) || isSmall(denominator) || !isTooMuch && isSmall(others)
  }

  /// What the published number leaves open about one that is shown.
  func range(of value: Int) -> ClosedRange<Int> {
    guard let rounding, value > threshold else { return value...value }
    let centre = rounded(value)
    return max(threshold + 1, centre - rounding / 2)...max(value, centre + (rounding - 1) / 2)
  }
}

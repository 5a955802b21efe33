/// A fraction of whole numbers in its lowest terms, so that nothing is lost to rounding.
struct Fraction: Equatable {
  /// What does not fit into 64 bits.
  struct Overflow: Error {}

  let top: Int
  let bottom: Int

  static let zero = Fraction(0)

  init(_ whole: Int) { (top, bottom) = (whole, 1) }

  private init(lowest top: Int, _ bottom: Int) { (self.top, self.bottom) = (top, bottom) }

  var isWhole: Bool { bottom == 1 }
  var isZero: Bool { top == 0 }
  /// The whole number at or next to this one on the side of zero.
  var towardsZero: Int { top / bottom }
  var negated: Fraction { Fraction(lowest: -top, bottom) }

  func times(_ other: Fraction) throws(Overflow) -> Fraction {
    if isZero || other.isZero { return .zero }
    let (top, isTopLong) = top.multipliedReportingOverflow(by: other.top)
    let (bottom, isBottomLong) = bottom.multipliedReportingOverflow(by: other.bottom)
    guard !isTopLong, !isBottomLong else { throw Overflow() }
    return try Self.reduced(top, bottom)
  }

  func divided(by other: Fraction) throws(Overflow) -> Fraction {
    guard !other.isZero else { throw Overflow() }
    let inverse = Fraction(
      lowest: other.top < 0 ? -other.bottom : other.bottom, abs(other.top))
    return try times(inverse)
  }

  func plus(_ other: Fraction) throws(Overflow) -> Fraction {
    let (one, isOneLong) = top.multipliedReportingOverflow(by: other.bottom)
    let (two, isTwoLong) = other.top.multipliedReportingOverflow(by: bottom)
    let (sum, isSumLong) = one.addingReportingOverflow(two)
    let (all, isAllLong) = bottom.multipliedReportingOverflow(by: other.bottom)
    guard !isOneLong, !isTwoLong, !isSumLong, !isAllLong else { throw Overflow() }
    return try Self.reduced(sum, all)
  }

  func minus(_ other: Fraction) throws(Overflow) -> Fraction { try plus(other.negated) }

  func isLess(than other: Fraction) throws(Overflow) -> Bool { try minus(other).top < 0 }

  private static func reduced(_ top: Int, _ bottom: Int) throws(Overflow) -> Fraction {
    if bottom == 1 { return Fraction(top) }
    guard top > .min, bottom > .min else { throw Overflow() }
    let divisor = divisor(abs(top), bottom)
    return Fraction(lowest: top / divisor, bottom / divisor)
  }

  /// The greatest common divisor.
  static func divisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return max(one, 1)
  }
}

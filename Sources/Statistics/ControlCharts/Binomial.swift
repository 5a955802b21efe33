/// The throws of a fair coin, counted exactly.
enum FairCoin {
  /// The smallest number of heads that so many throws reach or stay below with a probability of 5 % or more.
  ///
  /// Whole numbers only, so that no rounding decides where 5 % begins.
  static func fivePercentQuantile(of throwsCount: Int) -> Int {
    guard throwsCount > 0 else { return 0 }
    var ways = LongNumber(1)
    var sum = LongNumber(1)
    let all = LongNumber(powerOfTwo: throwsCount)
    var heads = 0
    // The sum of the ways over all ways is at least one in twenty.
    while sum.multiplied(by: 20) < all, heads < throwsCount {
      ways = ways.multiplied(by: UInt64(throwsCount - heads)).divided(by: UInt64(heads + 1))
      sum = sum.added(to: ways)
      heads += 1
    }
    return heads
  }
}

/// A whole number as long as it has to be, the lowest 32 bits first.
private struct LongNumber {
  private var limbs: [UInt32]

  init(_ number: UInt32) { limbs = [number] }

  init(powerOfTwo exponent: Int) {
    limbs = Array(repeating: 0, count: exponent / 32) + [1 << UInt32(exponent % 32)]
  }

  private init(limbs: [UInt32]) { self.limbs = limbs }

  /// Times a number of at most 31 bits.
  func multiplied(by factor: UInt64) -> LongNumber {
    var (result, carry) = (limbs, UInt64(0))
    for place in result.indices {
      carry += UInt64(result[place]) * factor
      result[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { result.append(UInt32(truncatingIfNeeded: carry)) }
    return LongNumber(limbs: result)
  }

  /// Divided by a number of at most 31 bits that divides it.
  func divided(by divisor: UInt64) -> LongNumber {
    var (result, rest) = (limbs, UInt64(0))
    for place in result.indices.reversed() {
      rest = rest << 32 | UInt64(result[place])
      result[place] = UInt32(truncatingIfNeeded: rest / divisor)
      rest %= divisor
    }
    while result.count > 1, result.last == 0 { result.removeLast() }
    return LongNumber(limbs: result)
  }

  func added(to other: LongNumber) -> LongNumber {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(limbs.count, other.limbs.count) {
      carry += place < limbs.count ? UInt64(limbs[place]) : 0
      carry += place < other.limbs.count ? UInt64(other.limbs[place]) : 0
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry > 0 { result.append(UInt32(truncatingIfNeeded: carry)) }
    return LongNumber(limbs: result)
  }

  static func < (one: LongNumber, other: LongNumber) -> Bool {
    guard one.limbs.count == other.limbs.count else {
      return one.limbs.count < other.limbs.count
    }
    for place in one.limbs.indices.reversed() where one.limbs[place] != other.limbs[place] {
      return one.limbs[place] < other.limbs[place]
    }
    return false
  }
}

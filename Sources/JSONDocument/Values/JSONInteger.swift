/// The exact reading of number spellings as whole numbers.
enum JSONInteger {
  /// The most decimal digits an `Int` has.
  private static let mostDigits = 19

  /// The value of a spelling the parser has accepted, or nil where it is not whole or too large.
  static func exactValue(of spelling: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> Int? {
    if isPlain, spelling.count < mostDigits { return plainValue(of: spelling) }
    let isNegative = spelling.first == Byte.minus
    let exponentMark = spelling.firstIndex { $0 | 0x20 == 0x65 } ?? spelling.count
    let mantissa = spelling[(isNegative ? 1 : 0)..<exponentMark]
    let fractionLength = mantissa.firstIndex(of: Byte.point).map { exponentMark - $0 - 1 } ?? 0
    guard let last = mantissa.lastIndex(where: { (0x31...0x39).contains($0) }) else { return 0 }

    var trailing = 0
    for byte in mantissa[(last + 1)...] where byte != Byte.point { trailing += 1 }
    let zeros = exponent(of: spelling[exponentMark...]) - fractionLength + trailing
    guard zeros >= 0, zeros < mostDigits else { return nil }

    var value = 0
    for byte in mantissa[...last] where byte != Byte.point {
      guard let next = appending(Int(byte &- Byte.zero), to: value, isNegative: isNegative) else {
        return nil
      }
      value = next
    }
    for _ in 0..<zeros {
      guard let next = appending(0, to: value, isNegative: isNegative) else { return nil }
      value = next
    }
    return value
  }

  private static func plainValue(of spelling: UnsafeBufferPointer<UInt8>) -> Int {
    var value = 0
    for byte in spelling where byte != Byte.minus { value = value &* 10 &+ Int(byte &- Byte.zero) }
    return spelling.first == Byte.minus ? -value : value
  }

  private static func appending(_ digit: Int, to value: Int, isNegative: Bool) -> Int? {
    let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
    let (sum, overflows) = tens.addingReportingOverflow(isNegative ? -digit : digit)
    return isTooLarge || overflows ? nil : sum
  }

  /// The exponent of `e+12` and the like, held far outside what matters when it is huge.
  private static func exponent(of spelling: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var value = 0
    for byte in spelling where Byte.isDigit(byte) {
      value = min(value * 10 + Int(byte &- Byte.zero), 1 << 40)
    }
    return spelling.contains(Byte.minus) ? -value : value
  }
}

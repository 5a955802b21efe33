/// A number made of bytes that is the same in every run: FNV-1a, 64 bits wide.
///
/// It tells values apart where nobody means harm; the journal has a hash that stands up to that.
package struct StableHash: Hashable, Sendable {
  /// The hash of everything added so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing yet.
  package init() {}

  /// The hash of a text.
  package init(of text: String) {
    self.init()
    for byte in text.utf8 { add(UInt64(byte)) }
  }

  /// Adds a byte, or a number in one step.
  package mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01b3 }

  /// The hash as 16 hexadecimal digits.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

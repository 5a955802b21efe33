/// Texts that were read a moment ago, so that one which comes again takes no memory of its own.
///
/// It keeps a fixed number of them: what comes later takes the place of what came earlier.
package struct JSONTextPool: Sendable {
  private static let places = 1024
  /// Texts of so many bytes need no memory beside their place.
  private static let shortLength = 15

  private var texts = [String](repeating: "", count: JSONTextPool.places)

  /// A pool with nothing in it.
  package init() {}

  /// The text of some bytes that are UTF-8.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count > Self.shortLength else { return String(decoding: bytes, as: UTF8.self) }
    let place = Self.place(of: bytes)
    var known = texts[place]
    let isSame = known.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
    if isSame { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[place] = text
    return text
  }

  /// Mixes the length and eight bytes of the beginning, the middle and the end.
  private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var mixed = UInt64(truncatingIfNeeded: bytes.count)
    for offset in [0, (bytes.count - 8) / 2, bytes.count - 8] {
      mixed ^= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      mixed = mixed &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed &>> 29
    }
    return Int(truncatingIfNeeded: mixed &>> 40) & (places - 1)
  }
}

/// The check of one character of several bytes in UTF-8.
enum UTF8Sequence {
  /// The length of the well-formed sequence at an offset, or nil.
  ///
  /// Overlong forms, encoded surrogates and values over U+10FFFF are not well formed.
  static func length(
    at offset: Int, in bytes: UnsafePointer<UInt8>, count: Int
  ) -> Int? {
    let first = bytes[offset]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { lowest = 0xA0 }
      if first == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { lowest = 0x90 }
      if first == 0xF4 { highest = 0x8F }
    default: return nil
    }
    guard offset &+ length <= count else { return nil }
    let second = bytes[offset &+ 1]
    guard second >= lowest, second <= highest else { return nil }
    for position in 2..<max(length, 2) where !Byte.isContinuation(bytes[offset &+ position]) {
      return nil
    }
    return length
  }

  /// The character at an offset, or nil where the bytes are not well formed.
  static func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard let base = bytes.baseAddress, offset < bytes.count,
      let length = length(at: offset, in: base, count: bytes.count)
    else { return nil }
    return String(decoding: bytes[offset..<(offset + length)], as: UTF8.self).unicodeScalars.first
  }
}

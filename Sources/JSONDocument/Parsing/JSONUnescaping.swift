/// The decoding of the escapes in a string whose spelling the parser has accepted.
enum JSONUnescaping {
  /// Writes the decoded text and returns its length, which never exceeds the input's.
  static func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var read = 0
    var written = 0
    while read < input.count {
      let byte = input[read]
      guard byte == Byte.backslash, read &+ 1 < input.count else {
        output[written] = byte
        written &+= 1
        read &+= 1
        continue
      }
      let escape = input[read &+ 1]
      guard escape == 0x75 else {
        output[written] = plain(escape)
        written &+= 1
        read &+= 2
        continue
      }
      var value = unit(at: read &+ 2, in: input)
      read &+= 6
      if value & 0xFC00 == 0xD800 {
        value = 0x10000 &+ (value & 0x3FF) &<< 10 &+ unit(at: read &+ 2, in: input) & 0x3FF
        read &+= 6
      }
      written = encode(value, into: output, at: written)
    }
    return written
  }

  /// The decoded text as bytes, for comparing keys.
  static func decoded(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: input.count) { output, count in
      count = decode(input, into: output)
    }
  }

  /// The four hexadecimal digits at an offset; digits that are missing count as 0.
  private static func unit(at offset: Int, in input: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    for position in offset..<(offset &+ 4) {
      let digit = position < input.count ? Byte.hexadecimalValue(input[position]) : nil
      value = value &<< 4 | (digit ?? 0)
    }
    return value
  }

  private static func plain(_ escape: UInt8) -> UInt8 {
    switch escape {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: escape
    }
  }

  private static func encode(
    _ value: UInt32, into output: UnsafeMutableBufferPointer<UInt8>, at offset: Int
  ) -> Int {
    func part(_ shift: UInt32) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: value &>> shift & 0x3F)
    }
    switch value {
    case 0..<0x80:
      output[offset] = UInt8(truncatingIfNeeded: value)
      return offset &+ 1
    case 0x80..<0x800:
      output[offset] = 0xC0 | UInt8(truncatingIfNeeded: value &>> 6)
      output[offset &+ 1] = part(0)
      return offset &+ 2
    case 0x800..<0x10000:
      output[offset] = 0xE0 | UInt8(truncatingIfNeeded: value &>> 12)
      output[offset &+ 1] = part(6)
      output[offset &+ 2] = part(0)
      return offset &+ 3
    default:
      output[offset] = 0xF0 | UInt8(truncatingIfNeeded: value &>> 18)
      output[offset &+ 1] = part(12)
      output[offset &+ 2] = part(6)
      output[offset &+ 3] = part(0)
      return offset &+ 4
    }
  }
}

extension JSONParser {
  /// Moves past a string; true when it holds escapes.
  mutating func skipString() throws(JSONFault) -> Bool {
    let start = position
    let bytes = bytes
    let count = count
    var offset = start &+ 1
    var hasEscapes = false
    while true {
      offset = Self.endOfPlainText(from: offset, in: bytes, count: count)
      guard offset < count else { throw JSONFault(.unclosedString, at: start) }
      let byte = bytes[offset]
      if byte == Byte.quote {
        position = offset &+ 1
        return hasEscapes
      }
      if byte == Byte.backslash {
        hasEscapes = true
        offset = try endOfEscape(at: offset, stringStart: start)
      } else if byte < 0x20 {
        throw JSONFault(.controlCharacter, at: offset, related: start)
      } else {
        guard let length = UTF8Sequence.length(at: offset, in: bytes, count: count) else {
          throw JSONFault(.invalidUTF8, at: offset)
        }
        offset &+= length
      }
    }
  }

  /// The first byte that is a quote, a backslash, a control character or not ASCII.
  ///
  /// Eight bytes are looked at together; the lowest marked one is exact, which is all that counts.
  @inline(__always)
  private static func endOfPlainText(
    from start: Int, in bytes: UnsafePointer<UInt8>, count: Int
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset &+ 8 <= count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let found =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (word &- ones &* 0x20) & ~word | word) & highs
      if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < count {
      let byte = bytes[offset]
      if byte == Byte.quote || byte == Byte.backslash || byte < 0x20 || byte >= 0x80 { break }
      offset &+= 1
    }
    return offset
  }

  private func endOfEscape(at offset: Int, stringStart: Int) throws(JSONFault) -> Int {
    guard offset &+ 1 < count else { throw JSONFault(.unclosedString, at: stringStart) }
    switch bytes[offset &+ 1] {
    case Byte.quote, Byte.backslash, Byte.slash, 0x62, 0x66, 0x6E, 0x72, 0x74:
      return offset &+ 2
    case 0x75:
      let unit = try escapedUnit(at: offset)
      guard unit & 0xF800 == 0xD800 else { return offset &+ 6 }
      let second = offset &+ 6
      guard unit < 0xDC00, second &+ 1 < count, bytes[second] == Byte.backslash,
        bytes[second &+ 1] == 0x75, try escapedUnit(at: second) & 0xFC00 == 0xDC00
      else { throw JSONFault(.loneSurrogate, at: offset) }
      return offset &+ 12
    default:
      throw JSONFault(.unknownEscape, at: offset)
    }
  }

  private func escapedUnit(at offset: Int) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for place in (offset &+ 2)..<(offset &+ 6) {
      guard place < count, let digit = Byte.hexadecimalValue(bytes[place]) else {
        throw JSONFault(.incompleteUnicodeEscape, at: offset)
      }
      unit = unit &<< 4 | digit
    }
    return unit
  }

  /// Moves past a number; true when it is only digits, with or without a minus.
  mutating func skipNumber() throws(JSONFault) -> Bool {
    let start = position
    var offset = start
    if bytes[offset] == Byte.minus { offset &+= 1 }
    let firstDigit = offset
    offset = endOfDigits(from: offset)
    if offset == firstDigit {
      let isWord = offset < count && Byte.isLetter(bytes[offset])
      throw JSONFault(isWord ? .nonFiniteNumber : .missingIntegerDigits, at: start)
    }
    if bytes[firstDigit] == Byte.zero, offset > firstDigit &+ 1 {
      throw JSONFault(.leadingZero, at: start)
    }
    var isPlainInteger = true
    if offset < count, bytes[offset] == Byte.point {
      isPlainInteger = false
      let digits = offset &+ 1
      offset = endOfDigits(from: digits)
      guard offset > digits else { throw JSONFault(.missingFractionDigits, at: start) }
    }
    if offset < count, bytes[offset] | 0x20 == 0x65 {
      isPlainInteger = false
      offset &+= 1
      if offset < count, bytes[offset] == Byte.plus || bytes[offset] == Byte.minus {
        offset &+= 1
      }
      let digits = offset
      offset = endOfDigits(from: digits)
      guard offset > digits else { throw JSONFault(.missingExponentDigits, at: start) }
    }
    guard offset == count || Byte.endsWord(bytes[offset]) else {
      throw numberFault(at: offset, numberStart: start)
    }
    position = offset
    return isPlainInteger
  }

  @inline(__always)
  private func endOfDigits(from start: Int) -> Int {
    var offset = start
    while offset < count, Byte.isDigit(bytes[offset]) { offset &+= 1 }
    return offset
  }

  /// Moves past a word when it stands here as a whole.
  mutating func skipWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    let end = position &+ length
    guard end <= count else { return false }
    let start = position
    let matches = word.withUTF8Buffer { letters in
      for place in 0..<length where letters[place] != bytes[start &+ place] { return false }
      return true
    }
    guard matches, end == count || Byte.endsWord(bytes[end]) else { return false }
    position = end
    return true
  }
}

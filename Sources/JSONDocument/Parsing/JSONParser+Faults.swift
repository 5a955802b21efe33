/// The diagnosis of what stands where something else was expected; none of it runs on good files.
extension JSONParser {
  /// Refuses UTF-16, UTF-32 and a byte order mark before anything else is looked at.
  func refuseOtherEncodings() throws(JSONFault) {
    let head = Array(buffer.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONFault(.byteOrderMark, at: 0) }
    let isMarked = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let zeros = head.map { $0 == 0 }
    let isWide =
      zeros == [true, false, true, false] || zeros == [false, true, false, true]
      || zeros == [true, true, true, false] || zeros == [false, true, true, true]
      || zeros == [true, false] || zeros == [false, true]
    if isMarked || isWide { throw JSONFault(.otherEncoding, at: 0) }
  }

  func unclosedFault() -> JSONFault {
    JSONFault(.unclosedContainer, at: count, related: openBracketOffset)
  }

  func missingValueFault() -> JSONFault {
    let byte = bytes[position]
    if byte == Byte.closeBrace || byte == Byte.closeBracket {
      let closesOther = !isInObject && byte == Byte.closeBrace
      if closesOther, openBracketOffset != nil {
        return JSONFault(.mismatchedBracket, at: position, related: openBracketOffset)
      }
      return JSONFault(.missingValue, at: position)
    }
    if byte == Byte.comma || byte == Byte.colon { return JSONFault(.missingValue, at: position) }
    return oddTokenFault() ?? JSONFault(.unexpectedCharacter, at: position)
  }

  func missingKeyFault() -> JSONFault {
    let byte = bytes[position]
    if byte == Byte.closeBracket {
      return JSONFault(.mismatchedBracket, at: position, related: openBracketOffset)
    }
    if byte == Byte.comma || byte == Byte.colon { return JSONFault(.missingKey, at: position) }
    if let fault = oddTokenFault(), fault.code.isAboutSpelling { return fault }
    let isKeyLike =
      Byte.isWordPart(byte) || byte == Byte.minus || byte == Byte.openBrace
      || byte == Byte.openBracket
    return JSONFault(isKeyLike ? .keyWithoutQuotes : .unexpectedCharacter, at: position)
  }

  func missingColonFault() -> JSONFault {
    if let fault = oddTokenFault(), fault.code.isAboutSpelling { return fault }
    return JSONFault(.missingColon, at: position)
  }

  func missingCommaFault() -> JSONFault {
    let byte = bytes[position]
    if byte == Byte.closeBrace || byte == Byte.closeBracket {
      return JSONFault(.mismatchedBracket, at: position, related: openBracketOffset)
    }
    if byte == Byte.colon { return JSONFault(.unexpectedCharacter, at: position) }
    if let fault = oddTokenFault(), fault.code.isAboutSpelling { return fault }
    let startsValue =
      byte == Byte.quote || byte == Byte.openBrace || byte == Byte.openBracket
      || byte == Byte.minus || Byte.isWordPart(byte)
    return JSONFault(startsValue ? .missingComma : .unexpectedCharacter, at: position)
  }

  func trailingFault() -> JSONFault {
    if let fault = oddTokenFault(), fault.code.isAboutSpelling, fault.code != .singleQuote {
      return fault
    }
    return JSONFault(.trailingText, at: position)
  }

  /// What stands behind a number that has not ended.
  func numberFault(at offset: Int, numberStart: Int) -> JSONFault {
    if bytes[offset] == Byte.slash { return JSONFault(.comment, at: offset) }
    if bytes[offset] >= 0x80,
      UTF8Sequence.length(at: offset, in: bytes, count: count) == nil
    {
      return JSONFault(.invalidUTF8, at: offset)
    }
    return JSONFault(.malformedNumber, at: numberStart)
  }

  /// The faults that are recognised by what is written, wherever it is written.
  private func oddTokenFault() -> JSONFault? {
    let byte = bytes[position]
    switch byte {
    case Byte.slash, 0x23: return JSONFault(.comment, at: position)
    case 0x27, 0x60: return JSONFault(.singleQuote, at: position)
    case Byte.plus: return JSONFault(.plusSign, at: position)
    case Byte.point: return JSONFault(.missingIntegerDigits, at: position)
    case 0x80...: return wideCharacterFault()
    default: break
    }
    guard Byte.isWordPart(byte) else { return nil }
    let word = word(at: position)
    return JSONFault(
      word == "NaN" || word == "Infinity" ? .nonFiniteNumber : .unknownWord, at: position)
  }

  private func wideCharacterFault() -> JSONFault {
    guard let scalar = UTF8Sequence.scalar(at: position, in: buffer) else {
      return JSONFault(.invalidUTF8, at: position)
    }
    let isQuote = (0x2018...0x201F).contains(scalar.value) || [0xAB, 0xBB].contains(scalar.value)
    return JSONFault(isQuote ? .typographicQuote : .unexpectedCharacter, at: position)
  }

  private func word(at start: Int) -> String {
    let end = buffer[start...].firstIndex { !Byte.isWordPart($0) } ?? count
    return String(decoding: buffer[start..<end], as: UTF8.self)
  }
}

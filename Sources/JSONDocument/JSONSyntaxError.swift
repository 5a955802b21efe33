/// Why a file is not the JSON this program reads: what is wrong, where, and how to mend it.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The cause, one case for each.
  public let code: Code

  /// Where the fault is.
  public let location: JSONLocation

  /// What stands there, made safe to show: a key, a word, a character, a byte or nothing.
  public let subject: String

  /// The other place that matters: the first of two equal keys, or the bracket left open.
  public let relatedLocation: JSONLocation?

  init(_ fault: JSONFault, in bytes: [UInt8]) {
    code = fault.code
    location = JSONLocation(atByte: fault.offset, in: bytes)
    relatedLocation = fault.related.map { JSONLocation(atByte: $0, in: bytes) }
    subject = bytes.withUnsafeBufferPointer { Self.subject(of: fault, in: $0) }
  }

  /// The causes for which a file is refused.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case emptyDocument
    case documentTooLarge
    case tooManyValues
    case tooDeep
    case byteOrderMark
    case otherEncoding
    case invalidUTF8
    case duplicateKey
    case missingKey
    case keyWithoutQuotes
    case missingColon
    case missingComma
    case missingValue
    case trailingComma
    case trailingText
    case mismatchedBracket
    case unclosedContainer
    case unclosedString
    case controlCharacter
    case unknownEscape
    case incompleteUnicodeEscape
    case loneSurrogate
    case comment
    case singleQuote
    case typographicQuote
    case unknownWord
    case leadingZero
    case plusSign
    case nonFiniteNumber
    case missingIntegerDigits
    case missingFractionDigits
    case missingExponentDigits
    case malformedNumber
    case unexpectedCharacter

    /// Whether the fault is recognised by the spelling alone, wherever it stands.
    var isAboutSpelling: Bool {
      switch self {
      case .comment, .singleQuote, .typographicQuote, .invalidUTF8: true
      default: false
      }
    }
  }
}

extension JSONSyntaxError {
  private static let longestSubject = 60

  private static func subject(of fault: JSONFault, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let offset = fault.offset
    guard offset < bytes.count else { return "" }
    switch fault.code {
    case .invalidUTF8:
      return "0x" + hexadecimal(UInt32(bytes[offset]), digits: 2)
    case .duplicateKey:
      let end = endOfString(from: offset, in: bytes)
      let content = UnsafeBufferPointer(rebasing: bytes[(offset + 1)..<max(end - 1, offset + 1)])
      return shortened(String(decoding: JSONUnescaping.decoded(content), as: UTF8.self))
    case .unknownWord, .keyWithoutQuotes, .nonFiniteNumber, .leadingZero, .malformedNumber:
      let end = bytes[offset...].firstIndex { Byte.endsWord($0) || $0 < 0x21 } ?? bytes.count
      return end > offset
        ? shortened(String(decoding: bytes[offset..<end], as: UTF8.self)) : name(at: offset, bytes)
    case .unknownEscape, .incompleteUnicodeEscape, .loneSurrogate:
      let length = fault.code == .unknownEscape ? 2 : 6
      let written = bytes[offset..<min(offset + length, bytes.count)]
      let end = written.dropFirst(2).firstIndex { !Byte.isWordPart($0) } ?? written.endIndex
      guard end - offset > 1, bytes[offset + 1] >= 0x21, bytes[offset + 1] < 0x7F else {
        return "\\"
      }
      return String(decoding: bytes[offset..<end], as: UTF8.self)
    case .mismatchedBracket, .unexpectedCharacter, .controlCharacter:
      return name(at: offset, bytes)
    default:
      return ""
    }
  }

  private static func endOfString(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != Byte.quote {
      position += bytes[position] == Byte.backslash ? 2 : 1
    }
    return min(position + 1, bytes.count)
  }

  /// Quotes a text from the file, cut short and with nothing in it that a terminal would obey.
  private static func shortened(_ text: String) -> String {
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestSubject)))
    let isWhole = start.unicodeScalars.count == text.unicodeScalars.count
    let spelling = JSONLiteral.string(isWhole ? start : start + "…").write()
    return "“\(spelling.dropFirst().dropLast())”"
  }

  private static func name(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let byte = bytes[offset]
    if byte > 0x20, byte < 0x7F { return "‘\(Character(Unicode.Scalar(byte)))’" }
    let value = UTF8Sequence.scalar(at: offset, in: bytes)?.value ?? UInt32(byte)
    return "U+" + hexadecimal(value, digits: 4)
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let written = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - written.count)) + written
  }
}

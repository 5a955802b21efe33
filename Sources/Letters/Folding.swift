/// Text as it is compared wherever somebody looks for something or names it.
///
/// Small letters without accents, one kind of quotation mark, dash and blank, nothing that does not show:
/// "Prüfung" is found by "prufung", "children’s" by "children's". Everything that searches, matches,
/// suggests or sorts by names compares these letters, so that no two places differ.
package enum Folding {
  /// Adds a text as it is compared, in UTF-8; text in plain ASCII costs no more than a copy.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { letters -> Bool in
      for letter in letters where letter &- 0x20 >= 0x5f || letter == 0x60 { return false }
      let start = bytes.count
      bytes.append(contentsOf: letters)
      bytes.withUnsafeMutableBufferPointer { bytes in
        for place in start..<bytes.count where bytes[place] &- 0x41 < 26 { bytes[place] |= 0x20 }
      }
      return true
    }
    if isPlain == true { return }
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
  }

  /// The words of what is typed, as they are compared.
  package static func words(of text: String) -> [[UInt8]] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes.split(separator: space).map(Array.init)
  }

  private static let space = UInt8(ascii: " ")

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5a: bytes.append(UInt8(scalar.value) | 0x20)
    case 0x60: bytes.append(UInt8(ascii: "'"))
    case 0x20..<0x7f: bytes.append(UInt8(scalar.value))
    case _ where scalar.properties.isWhitespace:
      if bytes.last != space { bytes.append(space) }
    case _ where isAccent(scalar.value) || scalar.isInvisible: break
    default:
      if let sign = sign(scalar.value) ?? FoldTable.plain(scalar.value) {
        bytes.append(contentsOf: sign.utf8)
        return
      }
      for small in scalar.properties.lowercaseMapping.unicodeScalars
      where !isAccent(small.value) {
        if let plain = FoldTable.plain(small.value) {
          bytes.append(contentsOf: plain.utf8)
        } else {
          bytes.append(contentsOf: String(small).utf8)
        }
      }
    }
  }

  /// Marks upon the letter before them, the vowel signs of Hebrew and Arabic among them.
  private static func isAccent(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36f, 0x483...0x489, 0x591...0x5bd, 0x5bf, 0x5c1...0x5c2, 0x5c4...0x5c5, 0x5c7,
      0x64b...0x65f, 0x670, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f:
      true
    default: false
    }
  }

  /// The sign on a keyboard that stands for another one.
  private static func sign(_ value: UInt32) -> String? {
    switch value {
    case 0xb4, 0x2b9, 0x2bb...0x2bf, 0x2c8, 0x374, 0x1fef, 0x2ca, 0x2cb, 0x2018...0x201b, 0x2032,
      0x2035, 0x2039,
      0x203a, 0xa78c, 0xff07, 0xff40:
      "'"
    case 0xab, 0xbb, 0x2ba, 0x2ee, 0x201c...0x201f, 0x2033, 0x2036, 0x301d...0x301f, 0xff02: "\""
    case 0x2010...0x2015, 0x2043, 0x207b, 0x208b, 0x2212, 0x2e3a, 0x2e3b, 0xfe58, 0xfe63, 0xff0d:
      "-"
    case 0x2024: "."
    case 0x2025: ".."
    case 0x2026: "..."
    case 0x2044, 0x2215: "/"
    case 0x1e9a: "a'"
    case 0x1e9e: "ss"
    default: nil
    }
  }
}

extension String {
  /// The text as it is compared with others: see ``Folding``; without blanks at its ends, and with one
  /// between words.
  package var folded: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    Folding.append(self, to: &bytes)
    let space = UInt8(ascii: " ")
    var isTidy = bytes.first != space && bytes.last != space
    for place in bytes.indices.dropFirst() where isTidy {
      isTidy = bytes[place] != space || bytes[place - 1] != space
    }
    if isTidy { return String(decoding: bytes, as: UTF8.self) }
    return String(
      decoding: Array(bytes.split(separator: space).joined(separator: [space])), as: UTF8.self)
  }
}

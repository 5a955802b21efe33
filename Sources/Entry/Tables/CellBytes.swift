/// Why a table cannot be read, as a sentence.
package struct TableProblem: Error, Hashable, Sendable {
  /// What is wrong and what to do.
  package let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

/// The letters of a file of cells, whatever program saved it.
enum CellBytes {
  /// The bytes as UTF-8: that is what they are, or UTF-16 with its mark, or Windows-1252.
  static func unicode(_ file: [UInt8]) throws(TableProblem) -> [UInt8] {
    if let program = programs.first(where: { file.starts(with: $0.sign) }) {
      throw TableProblem("It is \(program.what). Open it there, and save the sheet as CSV (UTF-8).")
    }
    if file.starts(with: [0xff, 0xfe]) { return wide(file.dropFirst(2), lowFirst: true) }
    if file.starts(with: [0xfe, 0xff]) { return wide(file.dropFirst(2), lowFirst: false) }
    if file.contains(0) {
      throw TableProblem("It is no text: it has bytes that no letter has. Save the sheet as CSV.")
    }
    let bytes = file.starts(with: [0xef, 0xbb, 0xbf]) ? Array(file.dropFirst(3)) : file
    return String(validating: bytes, as: UTF8.self) == nil ? western(bytes) : bytes
  }

  private static let programs: [(sign: [UInt8], what: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "a workbook of a spreadsheet program (or another zip file)"),
    ([0xd0, 0xcf, 0x11, 0xe0], "a workbook of an older spreadsheet program"),
    (Array("%PDF".utf8), "a PDF"),
  ]

  private static func wide(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(lowFirst ? first | second << 8 : first << 8 | second)
      place += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Letters of Windows-1252, in which older spreadsheets save.
  private static func western(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9f).contains(byte) ? marks[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{fffd}")
    }
    return Array(String(text).utf8)
  }

  /// What Windows-1252 has where others have control characters.
  private static let marks: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152,
    0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
    0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
  ]
}

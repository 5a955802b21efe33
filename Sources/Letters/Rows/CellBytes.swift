/// The letters of a file of cells, whatever program saved it: UTF-8, UTF-16 with its mark, Windows-1252.
package struct CellBytes: Sendable {
  private enum Form { case unknown, narrow, wide(lowFirst: Bool) }
  private var form = Form.unknown
  /// The first bytes, until there are enough to know the form; in UTF-16 the half of a letter.
  private var held: [UInt8] = []
  /// The first half of a letter that takes two units of UTF-16.
  private var highUnit: UInt16?

  package init() {}

  /// Adds the letters of the next bytes of a file in UTF-8, or in an older form that ``text(_:)`` reads.
  package mutating func append(
    _ piece: UnsafeRawBufferPointer, isLast: Bool, to letters: inout [UInt8]
  ) throws(RowProblem) {
    switch form {
    case .narrow: letters.append(contentsOf: piece)
    case .wide(let lowFirst):
      held.append(contentsOf: piece)
      widen(lowFirst, isLast, to: &letters)
    case .unknown:
      held.append(contentsOf: piece)
      guard held.count >= 4 || isLast else { return }
      if let program = CellBytes.programs.first(where: { held.starts(with: $0.sign) }) {
        throw RowProblem(
          "It is \(program.what). Open it there, and save the sheet as CSV (UTF-8).")
      }
      if held.starts(with: [0xff, 0xfe]) || held.starts(with: [0xfe, 0xff]) {
        let lowFirst = held[0] == 0xff
        form = .wide(lowFirst: lowFirst)
        held.removeFirst(2)
        widen(lowFirst, isLast, to: &letters)
      } else {
        form = .narrow
        letters.append(
          contentsOf: held.starts(with: [0xef, 0xbb, 0xbf]) ? held.dropFirst(3) : held[...])
        held = []
      }
    }
  }

  private static let programs: [(sign: [UInt8], what: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "a workbook of a spreadsheet program (or another zip file)"),
    ([0xd0, 0xcf, 0x11, 0xe0], "a workbook of an older spreadsheet program"),
    (Array("%PDF".utf8), "a PDF"),
  ]

  private mutating func widen(_ lowFirst: Bool, _ isLast: Bool, to letters: inout [UInt8]) {
    var place = 0
    while place + 1 < held.count {
      let (first, second) = (UInt16(held[place]), UInt16(held[place + 1]))
      append(lowFirst ? first | second << 8 : first << 8 | second, to: &letters)
      place += 2
    }
    held.removeFirst(place)
    if isLast, highUnit != nil || !held.isEmpty { letters.append(contentsOf: "\u{fffd}".utf8) }
  }

  private mutating func append(_ unit: UInt16, to letters: inout [UInt8]) {
    if let high = highUnit {
      highUnit = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + UInt32(high & 0x3ff) << 10 + UInt32(unit & 0x3ff)
        CellBytes.append(Unicode.Scalar(value), to: &letters)
        return
      }
      CellBytes.append(nil, to: &letters)
    }
    if UTF16.isLeadSurrogate(unit) {
      highUnit = unit
    } else {
      CellBytes.append(Unicode.Scalar(unit), to: &letters)
    }
  }

  private static func append(_ scalar: Unicode.Scalar?, to letters: inout [UInt8]) {
    letters.append(
      contentsOf: UTF8.encode(scalar ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter)
  }

  /// The text of a cell: UTF-8, or Windows-1252, in which older spreadsheets save.
  package static func text(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9f).contains(byte) ? marks[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{fffd}")
    }
    return String(text)
  }

  /// What Windows-1252 has where others have control characters.
  private static let marks: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152,
    0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
    0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
  ]
}

import Safeguarding

/// Cells in rows, as a spreadsheet saves them (commas, semicolons or tabs) or the clipboard holds them.
package struct CellTable: Hashable, Sendable {
  /// One row of cells.
  package struct Row: Hashable, Sendable {
    /// The row of the sheet, counted from 1; blank rows count.
    package let number: Int
    /// The line of the file in which it begins, counted from 1.
    package let line: Int
    /// The cells, without blank ones at the end and without blanks around them.
    package let cells: [String]
    /// How many cells the file has for it, blank ones too.
    let width: Int

    /// What stands in a column; empty where the row is shorter.
    package func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  /// The rows that are not blank.
  package let rows: [Row]

  /// The largest file.
  package static let maximumByteCount = 64 * 1024 * 1024
  /// The most rows.
  package static let maximumRowCount = 100_000
  /// The most cells.
  private static let maximumCellCount = 4_000_000

  /// Reads a file of cells.
  ///
  /// - Throws: ``TableProblem`` where it is no such file, or larger than one of a partnership ever is.
  package init(_ file: [UInt8]) throws(TableProblem) {
    guard file.count <= CellTable.maximumByteCount else {
      throw TableProblem(
        "It is larger than \(CellTable.maximumByteCount >> 20) MiB. Bring the sheet in parts.")
    }
    var bytes = try CellBytes.unicode(file)
    // A file may end without the end of its last line.
    while let last = bytes.last, last == 0x0a || last == 0x0d { bytes.removeLast() }
    var scanner = CellScanner(bytes, separator: 0x2c)
    if let separator = scanner.skipSeparatorLine() {
      scanner.separator = separator
    } else {
      scanner.separator = CellTable.separator(of: bytes)
    }
    var rows: [Row] = []
    var count = 0
    while let row = try scanner.row() {
      if row.cells.isEmpty { continue }
      count += row.cells.count
      guard rows.count <= CellTable.maximumRowCount else {
        throw TableProblem(
          "It has more than \(grouped(CellTable.maximumRowCount)) rows. Bring the sheet in parts.")
      }
      guard count <= CellTable.maximumCellCount else {
        throw TableProblem(
          "It has more than \(grouped(CellTable.maximumCellCount)) cells. Save only the columns that "
            + "are wanted, or bring the sheet in parts.")
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// What parts the cells: that with which most rows have the same number of them.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var best: (score: Int, separator: UInt8) = (0, 0x2c)
    for separator: UInt8 in [0x09, 0x3b, 0x2c] {
      var widths: [Int: Int] = [:]
      for width in CellScanner(bytes, separator: separator).widths(rows: 100) where width > 1 {
        widths[width, default: 0] += 1
      }
      let score = widths.map { ($0.key - 1) * $0.value }.max() ?? 0
      if score > best.score { best = (score, separator) }
    }
    return best.separator
  }
}

/// Goes through the bytes of a file of cells (RFC 4180, and what programs make of it).
private struct CellScanner {
  private static let widest = 16_384
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var number = 0
  var separator: UInt8

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The separator that a first line like `sep=;` names; that line is no row.
  mutating func skipSeparatorLine() -> UInt8? {
    guard bytes.starts(with: Array("sep=".utf8)), bytes.count > 5, isLineEnd(bytes[5]) else {
      return nil
    }
    place = 5
    endLine()
    return bytes[4]
  }

  /// How many cells the first rows have, as far as they can be read.
  func widths(rows: Int) -> [Int] {
    var (scanner, widths) = (self, [Int]())
    do throws(TableProblem) {
      while widths.count < rows, let row = try scanner.row() { widths.append(row.width) }
    } catch {
      // With another separator than the file's, quotation marks may stand anywhere.
      return widths
    }
    return widths
  }

  mutating func row() throws(TableProblem) -> CellTable.Row? {
    guard place < bytes.count else { return nil }
    number += 1
    let start = line
    var cells: [String] = []
    var width = 0
    var isLast = false
    while !isLast {
      let text: String
      (text, isLast) = try cell()
      width += 1
      if text.isEmpty { continue }
      guard width <= CellScanner.widest else {
        throw TableProblem(
          "Row \(number) (line \(start)) has more than \(grouped(CellScanner.widest)) columns.")
      }
      while cells.count < width - 1 { cells.append("") }
      cells.append(text)
    }
    return CellTable.Row(number: number, line: start, cells: cells, width: width)
  }

  private mutating func cell() throws(TableProblem) -> (String, isLast: Bool) {
    let quote: UInt8 = 0x22
    let (start, opened) = (place, line)
    var text: [UInt8] = []
    if place < bytes.count, bytes[place] == quote {
      place += 1
      while true {
        guard place < bytes.count else {
          throw TableProblem(
            "The quotation mark that begins a cell in row \(number), line \(opened), is never closed. "
              + "Close it, or save the sheet again.")
        }
        let byte = bytes[place]
        if isLineEnd(byte) {
          endLine()
          text.append(0x0a)
          continue
        }
        place += 1
        guard byte == quote else {
          text.append(byte)
          continue
        }
        guard place < bytes.count, bytes[place] == quote else { break }
        place += 1
        text.append(quote)
      }
      if place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) {
        // The mark belongs to the text: "Working Together" guidance.
        (place, line, text) = (start, opened, [])
      }
    }
    while place < bytes.count {
      let byte = bytes[place]
      if isLineEnd(byte) {
        endLine()
        return (tidy(text), true)
      }
      place += 1
      if byte == separator { return (tidy(text), false) }
      text.append(byte)
    }
    return (tidy(text), true)
  }

  private func tidy(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "" }
    let text = String(decoding: bytes, as: UTF8.self)
    let hasBlanks = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    return hasBlanks ? text.trimmingBlanks : text
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

  private mutating func endLine() {
    let isReturn = bytes[place] == 0x0d
    place += 1
    if isReturn, place < bytes.count, bytes[place] == 0x0a { place += 1 }
    line += 1
  }
}

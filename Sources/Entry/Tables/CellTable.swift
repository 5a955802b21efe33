import Letters
import Safeguarding

/// Why a table cannot be read, as a sentence.
package struct TableProblem: Error, Hashable, Sendable {
  /// What is wrong and what to do.
  package let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

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
  /// How much of a file is read at a time.
  private static let piece = 1 << 16

  /// Reads a file of cells.
  ///
  /// - Throws: ``TableProblem`` where it is no such file, or larger than one of a partnership ever is.
  package init(_ file: [UInt8]) throws(TableProblem) {
    guard file.count <= CellTable.maximumByteCount else {
      throw TableProblem(
        "It is larger than \(CellTable.maximumByteCount >> 20) MiB. Bring the sheet in parts.")
    }
    var reader = RowReader()
    var rows: [Row] = []
    var count = 0
    var place = 0
    do throws(RowProblem) {
      repeat {
        let end = min(file.count, place + CellTable.piece)
        let piece = file[place..<end]
        place = end
        try reader.append(Array(piece), isLast: end == file.count)
        while try reader.next() {
          let row = Row(reader.row)
          if row.cells.isEmpty { continue }
          count += row.cells.count
          rows.append(row)
          if let excess = CellTable.excess(rows: rows.count, cells: count) { throw excess }
        }
      } while place < file.count
    } catch {
      throw TableProblem(error.sentence)
    }
    self.rows = rows
  }

  private static func excess(rows: Int, cells: Int) -> RowProblem? {
    if rows > maximumRowCount + 1 {
      return RowProblem(
        "It has more than \(grouped(maximumRowCount)) rows. Bring the sheet in parts.")
    }
    return cells <= maximumCellCount
      ? nil
      : RowProblem(
        "It has more than \(grouped(maximumCellCount)) cells. Save only the columns that are wanted, "
          + "or bring the sheet in parts.")
  }
}

extension CellTable.Row {
  fileprivate init(_ row: CellRow) {
    var cells: [String] = []
    for column in 0..<row.count {
      let text = row.text(column).trimmingBlanks
      if text.isEmpty { continue }
      while cells.count < column { cells.append("") }
      cells.append(text)
    }
    self.init(number: row.number, line: row.line, cells: cells)
  }
}

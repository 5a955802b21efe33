import Letters
package import Safeguarding

/// A column of a table: where it stands, and what stands above it.
package struct TableColumn: Hashable, Sendable {
  /// Its place, counted from 0.
  package let index: Int
  /// What stands above it, on one line.
  package let heading: String

  /// Its letter, as in a sheet: `A`, `AB`.
  package var letter: String {
    var (letters, rest) = ("", index + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// How a person finds it: `column C "Lead"`.
  package var words: String {
    "column \(letter)" + (heading.isEmpty ? "" : " \"\(heading.shortened)\"")
  }

  /// Whether a person means it by a word: what stands above it, or its letter: `column C`.
  package func isCalled(_ name: String) -> Bool {
    if name.isSame(as: "column \(letter)") { return true }
    if heading.isEmpty { return name.isSame(as: letter) }
    let plain = name.asHeading
    return heading.isSame(as: name.cleanedLine) || !plain.isEmpty && heading.asHeading == plain
  }
}

/// A table whose heading was found: its columns, and the rows below.
package struct HeadedTable: Hashable, Sendable {
  /// The columns in which something stands.
  package let columns: [TableColumn]
  /// The rows below the heading.
  package private(set) var rows: [CellTable.Row]
  /// The row of the heading.
  package let heading: CellTable.Row

  /// Finds the row that names the columns: of the first rows that with the most names of fields.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - shape: The record whose fields are named.
  ///   - said: Names that people use for columns.
  /// - Throws: ``TableProblem`` where there is none, or nothing below it.
  package init(
    _ table: CellTable, for shape: RecordShape, said: [String] = []
  ) throws(TableProblem) {
    var known = Set(said.map(\.asHeading)).union(UsualHeadings.names(ofTitleOf: shape.kind))
    for field in shape.fields { known.formUnion(UsualHeadings.names(of: field, in: shape)) }
    known.remove("")
    let scores = table.rows.prefix(HeadedTable.lookedAt).map { row in
      row.cells.count { known.contains($0.asHeading) }
    }
    guard let best = scores.max(), best > 0, let place = scores.firstIndex(of: best) else {
      throw TableProblem(
        "No row names its columns: none of its first \(HeadedTable.lookedAt) rows has a name such as "
          + "Action, Lead, Due or Status. Put such a row above the others.")
    }
    heading = table.rows[place]
    let names = heading.cells.map(\.cleanedLine)
    rows = table.rows[(place + 1)...].filter { $0.cells.map(\.cleanedLine) != names }
    guard !rows.isEmpty else {
      throw TableProblem("There is no row below the names of the columns (row \(heading.number)).")
    }
    let width = max(names.count, rows.lazy.map(\.cells.count).max() ?? 0)
    var filled = [Bool](repeating: false, count: width)
    for row in rows {
      for (index, cell) in row.cells.enumerated() where !cell.isEmpty { filled[index] = true }
    }
    columns = (0..<width).compactMap { index in
      let name = index < names.count ? names[index] : ""
      return filled[index] || !name.isEmpty ? TableColumn(index: index, heading: name) : nil
    }
  }

  private static let lookedAt = 30

  /// The column that people call so; nil where none or several are.
  package func column(_ name: String) -> TableColumn? {
    let found = columns.filter { $0.isCalled(name) }
    return found.count == 1 ? found.first : nil
  }

  /// Leaves out the rows in which nothing stands in a column.
  package mutating func keepRows(with column: TableColumn) {
    rows.removeAll { $0.cell(column.index).isEmpty }
  }

  /// The cells of a column that say something, at most so many.
  func cells(of column: TableColumn, atMost limit: Int = .max) -> [String] {
    Array(rows.lazy.map { $0.cell(column.index) }.filter { !$0.isEmpty }.prefix(limit))
  }
}

/// Why rows of cells cannot be read, as a sentence with its place.
package struct RowProblem: Error, Hashable, Sendable {
  /// What is wrong and what to do.
  package let sentence: String
  /// The row of the sheet, counted from 1; nil for what is wrong with the file as a whole.
  package let row: Int?
  /// The column, counted from 1.
  package let column: Int?

  package init(_ sentence: String, row: Int? = nil, column: Int? = nil) {
    (self.sentence, self.row, self.column) = (sentence, row, column)
  }
}

/// One row of a file of cells, as bytes: nothing becomes a text before it is asked for.
package struct CellRow: Sendable {
  var bytes: [UInt8] = []
  var starts: [Int] = []
  var ends: [Int] = []
  /// The row of the sheet, counted from 1; blank rows count.
  package internal(set) var number = 0
  /// The line of the file in which it begins, counted from 1.
  package internal(set) var line = 1

  /// How many cells the file has for it, blank ones too.
  package var count: Int { starts.count }

  /// The bytes of a cell without blanks around them; nothing where the row is shorter.
  package subscript(column: Int) -> ArraySlice<UInt8> {
    guard column >= 0, column < starts.count else { return [] }
    var (start, end) = (starts[column], ends[column])
    while start < end, CellRow.isBlank(bytes[start]) { start += 1 }
    while start < end {
      if CellRow.isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, bytes[end - 1] == 0xa0, bytes[end - 2] == 0xc2 {
        end -= 2
      } else {
        break
      }
    }
    while end - start >= 2, bytes[start] == 0xc2, bytes[start + 1] == 0xa0 { start += 2 }
    return bytes[start..<end]
  }

  /// The text of a cell without blanks around it; empty where the row is shorter.
  package func text(_ column: Int) -> String {
    let bytes = self[column]
    return bytes.isEmpty ? "" : CellBytes.text(bytes)
  }

  /// Whether nothing stands in any cell.
  package var isBlank: Bool { starts.indices.allSatisfy { self[$0].isEmpty } }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
}

extension CellRow {
  /// Whether a cell begins with a digit.
  package var hasNumber: Bool {
    starts.indices.contains { cell in
      starts[cell] < ends[cell] && bytes[starts[cell]] &- 0x30 < 10
    }
  }

  /// How many bytes a cell has, with the blanks around it.
  package func roughLength(_ column: Int) -> Int { ends[column] - starts[column] }
}

extension CellRow {
  /// The row with its own bytes alone, to be kept while others are read.
  package var alone: CellRow {
    var row = CellRow()
    (row.number, row.line) = (number, line)
    for cell in starts.indices {
      row.starts.append(row.bytes.count)
      row.bytes.append(contentsOf: bytes[starts[cell]..<ends[cell]])
      row.ends.append(row.bytes.count)
    }
    return row
  }
}

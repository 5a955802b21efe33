import Letters

/// One thing that a row has to fulfil to show: what it says, or does not say, somewhere or in a column.
package enum FilterTerm: Hashable, Sendable {
  /// Some of these words stand in the row, or in one of its columns.
  case says([String], column: Int?)
  /// A column says nothing.
  case isEmpty(column: Int)
  /// What a column is sorted by is a number in a range.
  case lies(ClosedRange<Double>, column: Int)
  /// Another thing is not so.
  indirect case not(FilterTerm)
  /// One of two things is so.
  indirect case either(FilterTerm, FilterTerm)
}

/// The texts of the rows of a table as they are compared, made once: each letter of a filter only looks
/// through them.
package struct FilterIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where the text of each cell ends, row by row.
  private var cellEnds: [UInt32] = []
  /// How many cells end before each row.
  private var firstCells: [UInt32] = [0]
  private let rows: TableRows
  private let headings: Set<Int>

  package init(_ rows: TableRows) {
    self.rows = rows
    headings = Set(rows.headings)
    firstCells.reserveCapacity(rows.count + 1)
    for position in 0..<rows.count {
      if !headings.contains(position) {
        for cell in rows[position].cells {
          for span in cell.spans { Folding.append(span.text, to: &bytes) }
          cellEnds.append(UInt32(clamping: bytes.count))
          bytes.append(0x20)
        }
      }
      firstCells.append(UInt32(clamping: cellEnds.count))
    }
  }

  /// The rows that fulfil every term, by their positions in the given order; headings stay while a row
  /// below them does.
  package func rows(fulfilling terms: [FilterTerm], in order: [Int]) -> [Int] {
    let terms = terms.map(FoldedTerm.init)
    var kept: [Int] = []
    var heading: Int?
    bytes.withUnsafeBufferPointer { bytes in
      for position in order {
        if headings.contains(position) {
          heading = position
          continue
        }
        guard terms.allSatisfy({ isFulfilled($0, at: position, bytes) }) else { continue }
        if let above = heading { kept.append(above) }
        heading = nil
        kept.append(position)
      }
    }
    return kept
  }

  /// A term with its words as they are compared.
  private enum FoldedTerm {
    case says([[UInt8]], column: Int?)
    case isEmpty(column: Int)
    case lies(ClosedRange<Double>, column: Int)
    indirect case not(FoldedTerm)
    indirect case either(FoldedTerm, FoldedTerm)

    init(_ term: FilterTerm) {
      switch term {
      case .says(let texts, let column):
        var folded: [[UInt8]] = []
        for text in texts {
          var bytes: [UInt8] = []
          Folding.append(text, to: &bytes)
          folded.append(bytes)
        }
        self = .says(folded, column: column)
      case .isEmpty(let column): self = .isEmpty(column: column)
      case .lies(let range, let column): self = .lies(range, column: column)
      case .not(let term): self = .not(FoldedTerm(term))
      case .either(let one, let other): self = .either(FoldedTerm(one), FoldedTerm(other))
      }
    }
  }

  private func isFulfilled(
    _ term: FoldedTerm, at position: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch term {
    case .says(let texts, let column):
      let place = text(of: position, column: column)
      return texts.contains { Folding.place(of: $0, in: bytes, place) != nil }
    case .isEmpty(let column):
      return bytes[text(of: position, column: column)].allSatisfy { $0 == 0x20 }
    case .lies(let range, let column):
      guard case .number(let number) = rows.key(position, column) else { return false }
      return range.contains(number)
    case .not(let term): return !isFulfilled(term, at: position, bytes)
    case .either(let one, let other):
      return isFulfilled(one, at: position, bytes) || isFulfilled(other, at: position, bytes)
    }
  }

  /// Where the text of a row, or of one of its cells, lies.
  private func text(of position: Int, column: Int?) -> Range<Int> {
    let cells = Int(firstCells[position])..<Int(firstCells[position + 1])
    func start(_ cell: Int) -> Int { cell == 0 ? 0 : Int(cellEnds[cell - 1]) + 1 }
    guard let last = cells.last else { return 0..<0 }
    guard let column else { return start(cells.lowerBound)..<Int(cellEnds[last]) }
    let cell = cells.lowerBound + column
    return cells.contains(cell) ? start(cell)..<Int(cellEnds[cell]) : 0..<0
  }
}

import Letters

/// A row of a table.
package struct TableRow: Hashable, Sendable {
  package var id: String
  package var cells: [Line]
  package var keys: [SortKey]
  /// A heading parts the rows below it from those above; it cannot be selected.
  package var isHeading: Bool
  /// What stands under its main text.
  package var further: [Line]
  /// How many rows a heading says that follow it; empty where it does not count them.
  package var tally: Line
  /// How deep it belongs below rows before it: so many steps its main text is indented, as long as the
  /// rows stand in the order in which they came.
  package var depth: Int

  package init(
    id: String, cells: [Line], keys: [SortKey] = [], isHeading: Bool = false, further: [Line] = [],
    tally: Line = .empty, depth: Int = 0
  ) {
    self.depth = depth
    self.id = id
    self.cells = cells
    self.keys = keys
    self.isHeading = isHeading
    self.further = further
    self.tally = tally
  }

  /// The text that a filter looks through.
  package var text: String { cells.map(\.plain).joined(separator: " ") }
}

/// Every row of a table: how many there are, what each is known and sorted by, and how one is made
/// when it is seen.
package struct TableRows: Sendable {
  package let count: Int
  /// The positions of the headings, in order.
  package let headings: [Int]
  private let identify: @Sendable (Int) -> String
  private let sortKey: @Sendable (Int, Int) -> SortKey?
  private let make: @Sendable (Int) -> TableRow

  /// Rows that are there already.
  package init(_ rows: [TableRow]) {
    self.init(
      count: rows.count, headings: rows.indices.filter { rows[$0].isHeading },
      id: { rows[$0].id }, key: { $1 < rows[$0].keys.count ? rows[$0].keys[$1] : nil },
      row: { rows[$0] })
  }

  /// Rows that are made when they are seen.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - headings: The positions of those that only part others.
  ///   - id: What a row is known by.
  ///   - key: What a row is sorted by in a column; nil for the text of its cell.
  ///   - row: The row with its cells.
  package init(
    count: Int, headings: [Int] = [], id: @escaping @Sendable (Int) -> String,
    key: @escaping @Sendable (Int, Int) -> SortKey?, row: @escaping @Sendable (Int) -> TableRow
  ) {
    self.count = count
    self.headings = headings
    identify = id
    sortKey = key
    make = row
  }

  /// The same rows, each looking otherwise when it is seen.
  package func marking(_ change: @escaping @Sendable (Int, TableRow) -> TableRow) -> TableRows {
    TableRows(
      count: count, headings: headings, id: identify, key: sortKey,
      row: { change($0, self.make($0)) })
  }

  /// The row at a position, with its cells.
  package subscript(position: Int) -> TableRow { make(position) }

  /// What the row at a position is known by.
  package func id(_ position: Int) -> String { identify(position) }

  /// What a row is sorted by in a column.
  func key(_ position: Int, _ column: Int) -> SortKey {
    if let key = sortKey(position, column) { return key }
    let cells = make(position).cells
    return column < cells.count ? .text(cells[column].plain) : .nothing
  }

  /// The positions of all rows but the headings, sorted by a column; rows without a key come last.
  package func sorted(by column: Int, isDescending: Bool) -> [Int] {
    let parting = Set(headings)
    let keyed = (0..<count).lazy.filter { !parting.contains($0) }.map { position in
      // Letters are folded once, not for every comparison.
      if case .text(let text) = key(position, column) {
        return (position, SortKey.small(text.folded))
      }
      return (position, key(position, column))
    }
    return keyed.sorted { left, right in
      if left.1 == right.1 { return left.0 < right.0 }
      if left.1 == .nothing || right.1 == .nothing { return right.1 == .nothing }
      return isDescending ? right.1 < left.1 : left.1 < right.1
    }.map(\.0)
  }
}

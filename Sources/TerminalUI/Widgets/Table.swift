/// What a row is sorted by in one column.
package enum SortKey: Hashable, Sendable, Comparable {
  case number(Double)
  case text(String)
  /// Nothing to sort by: always last.
  case nothing

  package static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): a.lowercased() < b.lowercased()
    case (.number, .text), (.number, .nothing), (.text, .nothing): true
    default: false
    }
  }
}

/// A column of a table.
package struct Column: Hashable, Sendable {
  /// How wide a column is.
  package enum Width: Hashable, Sendable {
    /// As wide as its widest text, up to a limit.
    case fit(Int)
    /// What the others leave, but at least so much.
    case share(least: Int)
  }

  package var title: String
  package var width: Width
  package var alignment: Alignment
  /// Columns with a higher rank go first when there is not enough room; 0 always stays.
  package var rank: Int

  package init(
    _ title: String, _ width: Width, alignment: Alignment = .leading, rank: Int = 0
  ) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.rank = rank
  }
}

/// A row of a table.
package struct TableRow: Hashable, Sendable {
  package var id: String
  package var cells: [Line]
  package var keys: [SortKey]
  /// A heading parts the rows below it from those above; it cannot be selected.
  package var isHeading: Bool

  package init(id: String, cells: [Line], keys: [SortKey] = [], isHeading: Bool = false) {
    self.id = id
    self.cells = cells
    self.keys = keys
    self.isHeading = isHeading
  }

  /// The text that a filter looks through.
  package var text: String { cells.map(\.plain).joined(separator: " ") }
}

/// Rows and columns of text, with one row selected.
package struct Table: Hashable, Sendable {
  package let columns: [Column]
  package let rows: [TableRow]
  /// The widest text of each column, its title included.
  private let natural: [Int]

  package init(columns: [Column], rows: [TableRow]) {
    self.columns = columns
    self.rows = rows
    natural = columns.enumerated().map { index, column in
      var widest = TextWidth.of(column.title)
      for row in rows where !row.isHeading && index < row.cells.count {
        widest = max(widest, row.cells[index].width)
      }
      return widest
    }
  }

  /// The same columns with other rows.
  package func with(rows: [TableRow]) -> Table { Table(columns: columns, rows: rows) }

  /// The rows whose text holds every word of a filter; headings stay while a row below them does.
  package func filtered(_ filter: String) -> [TableRow] {
    let words = filter.lowercased().split(separator: " ").map(String.init)
    if words.isEmpty { return rows }
    var kept: [TableRow] = []
    var heading: TableRow?
    for row in rows {
      if row.isHeading {
        heading = row
        continue
      }
      let text = row.text.lowercased()
      guard words.allSatisfy({ text.contains($0) }) else { continue }
      if let above = heading { kept.append(above) }
      heading = nil
      kept.append(row)
    }
    return kept
  }

  /// The width of each column in a given width; 0 for a column that found no room.
  package func widths(in width: Int) -> [Int] {
    var shown = Set(columns.indices.filter { natural[$0] > 0 })
    while true {
      let widths = attempt(shown, width: width)
      let least = shown.reduce(0) { sum, index in
        if case .share(let least) = columns[index].width { return sum + least }
        return sum + widths[index]
      }
      let fits = least + max(0, shown.count - 1) * 2 <= width
      let droppable = shown.filter { columns[$0].rank > 0 }
      guard !fits, let last = droppable.max(by: { columns[$0].rank < columns[$1].rank }) else {
        return widths
      }
      shown.remove(last)
    }
  }

  private func attempt(_ shown: Set<Int>, width: Int) -> [Int] {
    var widths = Array(repeating: 0, count: columns.count)
    var left = width - max(0, shown.count - 1) * 2
    for index in shown {
      if case .fit(let limit) = columns[index].width {
        widths[index] = min(natural[index], limit)
        left -= widths[index]
      }
    }
    var sharing = shown.filter { if case .share = columns[$0].width { true } else { false } }
      .sorted()
    while let index = sharing.first {
      // A column that needs less than its share leaves the rest to the others.
      let part = max(0, left / sharing.count)
      widths[index] = sharing.count == 1 ? max(0, left) : min(natural[index], max(part, 0))
      left -= widths[index]
      sharing.removeFirst()
    }
    return widths
  }
}

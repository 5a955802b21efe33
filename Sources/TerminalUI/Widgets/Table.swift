/// What a row is sorted by in one column.
package enum SortKey: Hashable, Sendable, Comparable {
  case number(Double)
  case text(String)
  /// Text whose letters are small already.
  case small(String)
  /// Nothing to sort by: always last.
  case nothing

  package static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): a.lowercased() < b.lowercased()
    case (.small(let a), .small(let b)): a < b
    case (.number, .text), (.number, .small), (.number, .nothing), (.text, .nothing),
      (.small, .nothing):
      true
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

/// Rows and columns of text: which of the rows show, and in which order.
package struct Table: Sendable {
  package let columns: [Column]
  /// Every row there is, those that a filter leaves out too.
  package let rows: TableRows
  /// The rows that show, by their positions among all; nil for all as they came.
  private let order: [Int]?
  /// The positions of the headings among what shows.
  private let headings: [Int]
  /// The widest text of each column, its title included.
  private let natural: [Int]

  /// How many rows are looked at for the width of the columns: all of a usual list, else these.
  private static let sample = 1000

  package init(columns: [Column], rows: TableRows) {
    self.init(columns, rows, nil)
  }

  private init(_ columns: [Column], _ rows: TableRows, _ order: [Int]?) {
    self.columns = columns
    self.rows = rows
    self.order = order
    if let order {
      let all = Set(rows.headings)
      headings = all.isEmpty ? [] : order.indices.filter { all.contains(order[$0]) }
    } else {
      headings = rows.headings
    }
    var widest = columns.map { TextWidth.of($0.title) }
    let count = order?.count ?? rows.count
    for step in 0..<min(count, Table.sample) {
      let position = count <= Table.sample ? step : step * (count / Table.sample)
      let row = rows[order?[position] ?? position]
      if row.isHeading { continue }
      for (index, cell) in row.cells.enumerated() where index < widest.count {
        widest[index] = max(widest[index], cell.width)
      }
    }
    natural = widest
  }

  /// The same table with other rows showing, by their positions among all; nil for all as they came.
  package func showing(_ order: [Int]?) -> Table { Table(columns, rows, order) }

  /// How many rows show, headings included.
  package var count: Int { order?.count ?? rows.count }

  /// Whether no row shows.
  package var isEmpty: Bool { count == 0 }

  /// How many of the rows that show can be selected.
  package var selectableCount: Int { count - headings.count }

  /// The row at a position, with its cells.
  package subscript(position: Int) -> TableRow { rows[source(at: position)] }

  /// The position among all rows of one that shows.
  package func source(at position: Int) -> Int { order?[position] ?? position }

  /// What the row at a position is known by.
  package func id(at position: Int) -> String { rows.id(source(at: position)) }

  /// How many headings stand above a position or at it.
  package func headings(through position: Int) -> Int {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the row at a position only parts others.
  package func isHeading(at position: Int) -> Bool {
    let count = headings(through: position)
    return count > 0 && headings[count - 1] == position
  }

  /// The nearest row that can be selected, looking on in the direction of the move first.
  package func selectable(near goal: Int, step: Int = 1) -> Int? {
    for direction in [step, -step] {
      var position = goal
      while position >= 0, position < count {
        if !isHeading(at: position) { return position }
        position += direction
      }
    }
    return nil
  }

  /// The position of the row with an id, the remembered one first; nil where no such row shows.
  package func position(of id: String, remembered: Int? = nil) -> Int? {
    func isThere(_ position: Int) -> Bool {
      position >= 0 && position < count && self.id(at: position) == id
        && !isHeading(at: position)
    }
    if let remembered, isThere(remembered) { return remembered }
    return (0..<count).first(where: isThere)
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

/// What nearly every row of a list says in a column: colour there would mark the rule and not the exception.
struct OrdinaryWords {
  /// Of fewer rows than these none is ordinary.
  private static let fewestRows = 5
  /// In so many of a hundred rows words are ordinary.
  private static let share = 60

  private var rows = 0
  private var counts: [[String: Int]]

  init(_ columns: Int) { counts = Array(repeating: [:], count: columns) }

  /// Looks at what a row says in colour.
  mutating func count(_ row: TableRow) {
    rows += 1
    for (column, cell) in row.cells.enumerated() where column < counts.count {
      if cell.isColoured { counts[column][cell.plain, default: 0] += 1 }
    }
  }

  /// The ordinary words of each column; nil where rows differ.
  var words: [String?] {
    if rows < OrdinaryWords.fewestRows { return [] }
    return counts.map { words in
      words.first { $0.value * 100 >= rows * OrdinaryWords.share }?.key
    }
  }
}

extension Line {
  /// Whether all of it is in a colour that asks or praises; what is late is told in red in every row.
  fileprivate var isColoured: Bool {
    guard let role = spans.first?.role, [.dueSoon, .good, .changed].contains(role) else {
      return false
    }
    return spans.allSatisfy { $0.role == role && $0.spoken == nil }
  }
}

extension TableRow {
  /// The same row without the colour of what nearly every row says.
  func withoutOrdinaryColours(_ ordinary: [String?]) -> TableRow {
    guard ordinary.contains(where: { $0 != nil }) else { return self }
    var row = self
    for (column, words) in ordinary.enumerated() where column < cells.count {
      if let words, cells[column].plain == words {
        row.cells[column] = cells[column].with(.secondary)
      }
    }
    return row
  }

  /// The blanks before its main text.
  ///
  /// Deeper than that nobody sees what belongs to what, and the names would lie outside the window.
  var indent: String { String(repeating: "  ", count: min(max(0, depth), 8)) }

  /// The same row with its main text indented.
  func indented(_ main: Int) -> TableRow {
    guard main < cells.count else { return self }
    var row = self
    row.cells[main] = Line(indent) + cells[main]
    return row
  }
}

/// Rows of cells with commas between them.
enum CommaSeparated {
  /// The cells of a row; a quoted cell may hold commas, and a quote as two.
  static func cells(of row: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for (index, character) in zip(row.indices, row) {
      switch character {
      case "\"":
        let isSecond = !isQuoted && index > row.startIndex && row[row.index(before: index)] == "\""
        if isSecond { cells[cells.count - 1].append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

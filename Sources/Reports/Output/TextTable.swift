import Letters

/// A listing as lines of text: a heading, then the rows, in aligned columns.
struct TextTable {
  let text: String
  /// A wider cell stands out of its column, as every other row would be as long for its sake.
  private static let widestColumn = 200

  init(_ listing: Listing) {
    let titled = listing.columns.indices.filter { listing.columns[$0].title != nil }
    let shown = titled.sorted { left, right in
      (listing.columns[left].place, left) < (listing.columns[right].place, right)
    }
    guard !listing.rows.isEmpty else {
      text = "Nothing is listed.\n"
      return
    }
    let heading = shown.map { listing.columns[$0].title ?? "" }
    let lines =
      [heading]
      + listing.rows.map { row in
        shown.map { TextTable.line(row[$0]).cut(to: listing.columns[$0].widest) }
      }
    let widths = heading.indices.map { column in
      min(lines.map { TextTable.width($0[column]) }.max() ?? 0, TextTable.widestColumn)
    }
    let rightAligned = shown.map { column in
      listing.rows.contains { row in row[column].isNumber }
        && listing.rows.allSatisfy { row in row[column].isNumber || row[column] == .nothing }
    }
    text = lines.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        if column > 0 { line += "  " }
        let pad = String(repeating: " ", count: max(0, widths[column] - TextTable.width(cell)))
        line += rightAligned[column] ? pad + cell : cell + pad
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// A cell as it stands in a row: safe, and without line ends.
  private static func line(_ cell: Listing.Cell) -> String {
    let safe = SafeOutput.text(cell.line(asShown: true))
    return safe.contains { $0.isNewline } ? String(safe.map { $0.isNewline ? " " : $0 }) : safe
  }

  /// How many columns of a terminal a text takes: two for characters of East Asian width.
  static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.count : text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff: return true
    case 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x20000...0x3fffd: return true
    default: return scalar.properties.isEmojiPresentation
    }
  }
}

extension String {
  /// At most so many characters, with dots where something was cut.
  fileprivate func cut(to width: Int) -> String {
    count <= width ? self : prefix(max(0, width - 3)) + "..."
  }
}

extension Listing.Cell {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}

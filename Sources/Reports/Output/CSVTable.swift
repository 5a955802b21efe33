import Letters

/// A listing as CSV (RFC 4180), safe to open in a spreadsheet.
struct CSVTable {
  let text: String

  init(_ listing: Listing) {
    let heading = listing.columns.map { CSVTable.quoted($0.key) }
    let rows = listing.rows.map { row in row.map(CSVTable.field) }
    text = ([heading] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: Listing.Cell) -> String {
    switch cell {
    case .number, .boolean, .nothing: cell.line(asShown: false)
    case .text, .coded, .list, .object: quoted(defused(cell.line(asShown: false)))
    }
  }

  /// A text that a spreadsheet would read as a formula gets an apostrophe before it.
  private static func defused(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let first = scalars.first { !$0.properties.isWhitespace && !$0.isInvisible }
    let isFormula = first.map { formulas.contains($0) } ?? false
    let isBroken = scalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
    return isFormula || isBroken ? "'" + text : text
  }

  /// What begins a formula behind any blanks, in letters of any width.
  private static let formulas = Set("=+-@＝＋－＠﹦﹢﹣﹫".unicodeScalars)

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2c, 0x0a, 0x0d].contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}

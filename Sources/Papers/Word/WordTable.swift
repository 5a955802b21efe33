/// A table of a Word document: its head returns on each page, no row is torn.
struct WordTable {
  private let table: PaperTable
  private let sheet: WordSheet

  init(_ table: PaperTable, on sheet: WordSheet) { (self.table, self.sheet) = (table, sheet) }

  /// The table, with its texts written by somebody who knows their sources.
  func text(_ written: (PaperText) -> String) -> String {
    let widths = self.widths
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let head = row(
      table.heads.map { XML.run($0) }, style: "TableHead", widths, "<w:cantSplit/><w:tblHeader/>")
    let rows = table.rows.map { row($0.map(written), style: "TableText", widths, "<w:cantSplit/>") }
    let caption = XML.escaped(table.caption)
    return
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaperTable\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
      + "<w:tblCaption w:val=\"\(caption)\"/><w:tblDescription w:val=\"\(caption)\"/></w:tblPr>"
      + "<w:tblGrid>\(grid)</w:tblGrid>\(head)\(rows.joined())</w:tbl>"
  }

  private func row(
    _ cells: [String], style: String, _ widths: [Int], _ properties: String
  ) -> String {
    let all = zip(cells.indices, cells).map { column, cell in
      let right = table.numbers.contains(column) ? "<w:jc w:val=\"right\"/>" : ""
      return "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[column])\" w:type=\"dxa\"/></w:tcPr>"
        + XML.paragraph(cell, style: style, more: right) + "</w:tc>"
    }
    return "<w:tr><w:trPr>\(properties)</w:trPr>\(all.joined())</w:tr>"
  }

  /// Each column has room for its longest word; what is left goes to those that hold most.
  private var widths: [Int] {
    let letter = 115
    let padding = 220
    var least: [Int] = []
    var wanted: [Int] = []
    for column in table.heads.indices {
      let texts = [table.heads[column]] + table.rows.map { $0[column].text }
      let words = texts.flatMap { $0.split { $0.isWhitespace } }.map(\.count).max() ?? 0
      let longest = texts.flatMap { $0.split { $0.isNewline } }.map(\.count).max() ?? 0
      let most = texts.map(\.count).reduce(0, +) / max(1, texts.count)
      least.append(min(max(words, 3), 18) * letter + padding)
      wanted.append(max(min(longest, 24), min(most, 60)) * letter + padding)
    }
    let room = sheet.room
    let needed = least.reduce(0, +)
    guard needed < room else { return least.map { $0 * room / max(1, needed) } }
    let more = zip(wanted, least).map { max(1, $0 - $1) }
    let sum = more.reduce(0, +)
    var widths = zip(least, more).map { $0 + (room - needed) * $1 / sum }
    widths[widths.count - 1] += room - widths.reduce(0, +)
    return widths
  }
}

import FigureFiles
import Letters
import Testing

/// The same file as other programs save it says the same.
@Suite struct VariantTests {
  /// The cells of a text, read by the reader of rows.
  private func table(_ text: String) throws -> [[String]] {
    var reader = RowReader()
    try reader.append(Array(text.utf8), isLast: true)
    var rows: [[String]] = []
    while try reader.next() { rows.append((0..<reader.row.count).map { reader.row.text($0) }) }
    return rows
  }

  private func text(_ rows: [[String]], _ separator: String, _ end: String, quoted: Bool) -> String
  {
    rows.map { row in
      row.map { cell in
        quoted || cell.contains { "\"\n,;\t".contains($0) }
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: separator)
    }.joined(separator: end) + end
  }

  private func said(_ bytes: [UInt8]) throws -> [String] {
    let file = try FigureReader.read(bytes)
    return
      (file.lines + file.neighbours.map { "\($0.code) \($0.neighbours)" }
      + file.definitions.map { "\($0.short) \($0.methodology)" }
      + file.outcomes.map { "\($0.areaCode) \($0.judgements.map(\.grade))" }).sorted()
  }

  @Test(arguments: MadeUp.all)
  func itSaysTheSame(layout: String, file: String) throws {
    let rows = try table(file)
    let expected = try said(Array(file.utf8))
    #expect(!expected.isEmpty)
    for separator in [",", ";", "\t"] {
      for end in ["\n", "\r\n", "\r"] {
        for quoted in [false, true] {
          let variant = text(rows, separator, end, quoted: quoted)
          #expect(
            try said(Array(variant.utf8)) == expected,
            "\(layout) \(separator) \(end.debugDescription)")
        }
      }
    }
    let plain = text(rows, ",", "\n", quoted: false)
    #expect(try said([0xef, 0xbb, 0xbf] + Array(plain.utf8)) == expected)
    #expect(try said(Array(plain.utf8.dropLast())) == expected)
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in plain.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    #expect(try said(wide) == expected)
    #expect(try said(Array("sep=;\n\(text(rows, ";", "\n", quoted: false))".utf8)) == expected)
  }

  @Test(
    arguments: MadeUp.all.filter {
      !$0.layout.contains("2021") && !$0.layout.contains("each quarter")
    })
  func columnsStandInAnyOrderAndMoreOfThem(layout: String, file: String) throws {
    let rows = try table(file)
    let expected = try said(Array(file.utf8))
    let width = rows.map(\.count).max() ?? 0
    let turned = rows.map { row in
      Array((row + Array(repeating: "", count: width - row.count)).reversed())
    }
    let reordered = try said(Array(text(turned, ",", "\n", quoted: false).utf8))
    // What breaks figures down comes in the order of the columns.
    let firsts = { (lines: [String]) in lines.map { $0.prefix { $0 != "|" && $0 != "[" } } }
    #expect(firsts(reordered) == firsts(expected))
    #expect(reordered.count == expected.count)
    let heading = try #require(rows.firstIndex { $0.count == width && !$0.contains("") })
    var capitals = rows
    capitals[heading] = capitals[heading].map { $0.uppercased() + " " }
    #expect(try said(Array(text(capitals, ",", "\n", quoted: false).utf8)).count == expected.count)
    if layout.contains("each figure") || layout.contains("official") { return }
    let wider = rows.map { $0.count == width ? $0 + ["more"] : $0 }
    #expect(try said(Array(text(wider, ",", "\n", quoted: false).utf8)).count == expected.count)
  }

  @Test(arguments: MadeUp.all)
  func piecesMakeNoDifference(layout: String, text: String) throws {
    let bytes = Array(text.utf8)
    let expected = try said(bytes)
    for size in [1, 2, 7, 100] {
      var reader = FigureReader()
      var place = 0
      while place < bytes.count {
        let end = min(bytes.count, place + size)
        try reader.consume(Array(bytes[place..<end]))
        place = end
      }
      let file = try reader.finish()
      #expect(file.layout.contains(layout))
      #expect(file.figures.isEmpty || file.lines.sorted() == expected)
    }
  }
}

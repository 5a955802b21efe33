import Letters
import Testing

/// Rows of cells as bytes.
@Suite struct RowReaderTests {
  private func rows(_ text: String, piece: Int) -> [String] {
    let bytes = Array(text.utf8)
    var reader = RowReader()
    var rows: [String] = []
    do throws(RowProblem) {
      var place = 0
      repeat {
        let end = min(bytes.count, place + piece)
        try reader.append(Array(bytes[place..<end]), isLast: end == bytes.count)
        place = end
        while try reader.next() {
          let row = reader.row
          rows.append(
            "\(row.number)/\(row.line) "
              + (0..<row.count).map { row.text($0).replacing("\n", with: "~") }.joined(
                separator: "|"))
        }
      } while place < bytes.count
    } catch {
      rows.append("row \(error.row ?? 0) column \(error.column ?? 0)")
    }
    return rows
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["1/1 a|b", "2/2 1|2"]), ("a;b\r\n1,5;2\r\n", ["1/1 a|b", "2/2 1,5|2"]),
    ("a\tb\r1\t2", ["1/1 a|b", "2/2 1|2"]), ("a,a,\n1,2,\n", ["1/1 a|a|", "2/2 1|2|"]),
    ("a,b\n\"x\r\ny\",2\n3,4", ["1/1 a|b", "2/2 x~y|2", "3/4 3|4"]),
    ("a,b\n\"say \"\"so\"\"\",\"\"\n", ["1/1 a|b", "2/2 say \"so\"|"]),
    ("a\tb\n\"Working Together\" guide\t2", ["1/1 a|b", "2/2 \"Working Together\" guide|2"]),
    ("a,b\n\n1,\u{a0}2 \n", ["1/1 a|b", "2/2 ", "3/3 1|2"]),
    ("a,b\n1,\"never closed\n\n", ["1/1 a|b", "row 2 column 2"]), ("", []), ("\n", ["1/1 "]),
    ("a,b\n1,\"\"", ["1/1 a|b", "2/2 1|"]), ("a,b\r\n\"\r\",1\r\n", ["1/1 a|b", "2/2 |1"]),
  ])
  func rowsAreTheSameInPiecesOfAnySize(_ text: String, _ expected: [String]) {
    for piece in 1...12 { #expect(rows(text, piece: piece) == expected, "in pieces of \(piece)") }
    #expect(rows(text, piece: 1000) == expected)
  }

  @Test func aRowCanBeKept() throws {
    var reader = RowReader(separator: 0x2c)
    try reader.append(Array("a,\"b \"\"c\"\"\"\nd,e\n".utf8), isLast: true)
    var kept: [CellRow] = []
    while try reader.next() { kept.append(reader.row.alone) }
    #expect(
      kept.map { [$0.text(0), $0.text(1), $0.text(2)] } == [["a", "b \"c\"", ""], ["d", "e", ""]])
    #expect(kept.map(\.number) == [1, 2])
  }

  @Test func olderLettersAreReadCellByCell() throws {
    var reader = RowReader(separator: 0x2c)
    try reader.append([0x52, 0x65, 0x6e, 0xe9, 0x2c, 0x96, 0x2c, 0xc3, 0xa9, 0x0a], isLast: true)
    #expect(try reader.next())
    #expect((0..<3).map { reader.row.text($0) } == ["René", "–", "é"])
  }
}

import Testing

@testable import TerminalUI

@Suite struct CanvasTests {
  private func drawn(
    _ text: String, width: Int, in grid: Int = 10, x: Int = 0, alignment: Alignment = .leading
  ) -> String {
    var canvas = Canvas(size: Size(grid, 1))
    canvas.repeatRight(".", .text, x: 0, y: 0, count: grid)
    canvas.write(Line(text), x: x, y: 0, width: width, alignment: alignment)
    return canvas.rows[0]
  }

  @Test(
    "Text is cut with an ellipsis where its room ends",
    arguments: [
      ("abcdef", 6, "abcdef...."), ("abcdef", 5, "abcd…....."), ("abcdef", 1, "…........."),
      ("abcdef", 0, ".........."), ("中文字", 6, "中文字...."), ("中文字", 5, "中文…....."),
      ("中文字", 4, "中…......."), ("", 5, ".........."),
    ])
  func cuts(text: String, width: Int, expected: String) {
    #expect(drawn(text, width: width) == expected)
  }

  @Test(
    "Text stands where it is told",
    arguments: [
      (Alignment.leading, "abc......."), (.centre, "..abc....."), (.trailing, ".....abc.."),
    ])
  func alignment(alignment: Alignment, expected: String) {
    #expect(drawn("abc", width: 8, alignment: alignment) == expected)
  }

  @Test(
    "What lies outside the grid is not drawn",
    arguments: [
      (-2, "cdef......"), (8, "........ab"), (12, ".........."), (-9, ".........."),
    ])
  func outside(x: Int, expected: String) {
    #expect(drawn("abcdef", width: 6, x: x) == expected)
  }

  @Test("A wide character the edge cuts in two leaves its half empty")
  func wideAtTheEdge() {
    #expect(drawn("中b", width: 3, in: 4, x: -1) == " b..")
    #expect(drawn("a中", width: 3, in: 4, x: 2) == "..a ")
  }

  @Test(
    "A wide character that loses a half loses the other too",
    arguments: [(0, "x 文."), (1, " x文."), (2, "中x ."), (3, "中 x.")])
  func halves(x: Int, expected: String) {
    var canvas = Canvas(size: Size(5, 1))
    canvas.write("中文.", x: 0, y: 0)
    canvas.write("x", x: x, y: 0)
    #expect(canvas.rows[0] == expected)
  }

  @Test("A wide character over two others empties what is left of them")
  func wideOverWide() {
    var canvas = Canvas(size: Size(5, 1))
    canvas.write("中文.", x: 0, y: 0)
    canvas.write("字", x: 1, y: 0)
    #expect(canvas.rows[0] == " 字 .")
  }

  @Test("Marks stay on their letter and its meaning with it")
  func marks() {
    var canvas = Canvas(size: Size(3, 1))
    canvas.write("e\u{301}f", .overdue, x: 0, y: 0)
    #expect(canvas[0, 0].text == "e\u{301}")
    #expect(canvas[1, 0].text == "f")
    #expect(canvas[1, 0].role == .overdue)
    #expect(canvas[2, 0].role == .text)
  }

  /// The largest window has 80,000 cells, several times over.
  @Test("A cell of eight bytes holds every character and two marks")
  func smallCells() {
    #expect(MemoryLayout<Cell>.stride == 8)
    for scalar: UInt32 in [0x20, 0x7e, 0x5b57, 0xffff, 0x1_0000, 0x1_f44d, 0x2_0000, 0x10_ffff] {
      for width: UInt8 in 0...2 {
        var cell = Cell(
          scalar: scalar, firstMark: 0x301, secondMark: 0x1_d165, width: width, role: .overdue)
        cell.isOnBand = true
        #expect(cell.scalar == scalar && cell.width == width)
        #expect(cell.isOnBand && cell.role == .overdue)
        #expect(cell.firstMark == 0x301 && cell.secondMark == 0)
        cell.isOnBand = false
        #expect(cell.scalar == scalar && cell.width == width && !cell.isOnBand)
      }
    }
  }

  @Test("A sign for a dangerous character says so by its meaning")
  func unsafeRole() {
    var canvas = Canvas(size: Size(3, 1))
    canvas.write("a\u{1b}b", .good, x: 0, y: 0)
    #expect(canvas.row(0).map(\.role) == [.good, .unsafeMark, .good])
  }

  @Test("Parts of a line keep their meanings, and the rest is not drawn")
  func spans() {
    var canvas = Canvas(size: Size(5, 1))
    let line = Line("ab", .heading) + Line("cdef", .good)
    #expect(canvas.write(line, x: 0, y: 0, width: 4) == 4)
    #expect(canvas.rows[0] == "abc… ")
    #expect(canvas.row(0).map(\.role) == [.heading, .heading, .good, .good, .text])
  }

  @Test("Painting changes the meaning and keeps the text")
  func paint() {
    var canvas = Canvas(size: Size(4, 2))
    canvas.write("abcd", x: 0, y: 0)
    canvas.paint(Rect(x: 1, y: 0, width: 9, height: 1), .selected)
    #expect(canvas.rows == ["abcd", "    "])
    #expect(canvas.row(0).map(\.role) == [.text, .selected, .selected, .selected])
  }

  @Test("Clearing leaves spaces of ordinary text")
  func clear() {
    var canvas = Canvas(size: Size(3, 2))
    canvas.write("中x", .good, x: 0, y: 0)
    canvas.clear(Rect(x: 1, y: 0, width: 1, height: 5))
    #expect(canvas.rows == ["  x", "   "])
    #expect(canvas[1, 0].role == .text)
  }

  @Test("Lines are drawn inside the grid only", arguments: [-7, -1, 0, 3, 4, 5, 90])
  func lines(start: Int) {
    var canvas = Canvas(size: Size(4, 4))
    canvas.repeatRight("─", .border, x: start, y: 1, count: 2)
    canvas.repeatDown("│", .border, x: 2, y: start, count: 3)
    canvas.paint(Rect(x: start, y: start, width: 3, height: 3), .good)
    canvas.clear(Rect(x: start, y: 90, width: 3, height: 3))
    let across = (0..<4).filter { canvas[$0, 1].text == "─" }
    #expect(across.allSatisfy { (start..<start + 2).contains($0) })
    let down = (0..<4).filter { canvas[2, $0].text == "│" }
    #expect(down == (0..<4).filter { (start..<start + 3).contains($0) })
  }

  @Test("A line cannot be drawn with a control character or a wide one")
  func unsafeLines() {
    var canvas = Canvas(size: Size(4, 1))
    canvas.repeatRight("\u{1b}", .border, x: 0, y: 0, count: 2)
    canvas.repeatRight("中", .border, x: 2, y: 0, count: 2)
    #expect(canvas.rows == ["\u{FFFD}\u{FFFD}  "])
  }

  @Test(
    "No text puts a control character into the grid or takes a column it has not",
    arguments: GlyphTier.allCases)
  func gridIsSafe(tier: GlyphTier) {
    var generator = SeededGenerator(seed: 11)
    var canvas = Canvas(size: Size(20, 1), glyphs: .of(tier))
    for _ in 0..<3_000 {
      let text = generator.text(length: 24)
      let x = Int.random(in: -6...22, using: &generator)
      let width = Int.random(in: 0...24, using: &generator)
      canvas.write(Line(text), x: x, y: 0, width: width)
      var column = 0
      while column < 20 {
        let cell = canvas[column, 0]
        #expect(cell.width == 1 || cell.width == 2 && canvas[column + 1, 0].width == 0)
        for value in [cell.scalar, cell.firstMark, cell.secondMark] where value != 0 {
          let scalar = Unicode.Scalar(value)
          #expect(scalar.map { !TextWidth.isUnsafe($0) } == true)
          #expect(tier != .ascii || value < 0x7f)
        }
        column += max(1, Int(cell.width))
      }
      #expect(column == 20)
    }
  }
}

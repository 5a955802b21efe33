import Testing

@testable import TerminalUI

/// A screen kept as bytes and read again.
@Suite struct CanvasPictureTests {
  private func canvas() -> Canvas {
    var canvas = Canvas(size: Size(24, 4))
    canvas.write(Line("Überblick", .title), x: 0, y: 0, width: 24)
    canvas.write(Line("日本語", .alarm), x: 3, y: 1, width: 24)
    canvas.write(Line("e\u{301}a\u{7}\u{202e}b", .overdue), x: 12, y: 1, width: 12)
    canvas.write(Line("a band", .heading), x: 1, y: 2, width: 10)
    canvas.layBand(Rect(x: 0, y: 2, width: 24, height: 1))
    canvas.cursor = Point(3, 2)
    return canvas
  }

  @Test func aPictureIsTheScreen() {
    let canvas = canvas()
    #expect(Canvas(picture: canvas.picture, glyphs: canvas.glyphs) == canvas)
    #expect(
      canvas.picture.allSatisfy { $0 >= 0x20 || $0 == 0x0a || $0 == 0x1f },
      "no cell brings a control character into it")
  }

  @Test(arguments: [
    "", "\n", "x y\n", "2 1\n", "2 1\n\u{1f}@a\n", "2 1\n\u{1f}@abc\n", "2 1\n\u{1f}\u{7f}ab\n",
    "0 0\n", "99999 1\n\u{1f}@ab\n", "2 1 3\n\u{1f}@ab\n", "2 1\nab\n", "2 1\n\u{1f}@ab",
  ]) func whatIsNoPictureGivesNone(_ text: String) {
    #expect(Canvas(picture: text.utf8, glyphs: .of(.cp437)) == nil)
  }

  /// Whatever stands in a file, no control character reaches a cell.
  @Test func bytesOfAnyKindAreSafe() {
    var generator = SystemRandomNumberGenerator()
    let whole = canvas().picture
    var read = 0
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = bytes.indices.randomElement(using: &generator) ?? 0
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let canvas = Canvas(picture: bytes, glyphs: .of(.cp437)) else { continue }
      read += 1
      #expect(canvas.cells.allSatisfy { $0.scalar >= 0x20 && !(0x7f..<0xa0).contains($0.scalar) })
      #expect(canvas.cells.count == canvas.size.width * canvas.size.height)
    }
    #expect(read > 0)
  }
}

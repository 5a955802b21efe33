/// A canvas as bytes and back, so that a screen can be kept and shown again.
extension Canvas {
  /// Parts the runs of a row: no cell holds it, as none holds a control character.
  private static let runMark: UInt8 = 0x1f

  /// The first of the bytes that name a role; those on the ground of a band follow.
  private static let firstRole: UInt8 = 0x40

  /// The grid as bytes: its size and cursor, then a line a row, in runs of cells of one meaning.
  package var picture: [UInt8] {
    let place = cursor.map { " \($0.x) \($0.y)" } ?? ""
    var bytes = Array("\(size.width) \(size.height)\(place)\n".utf8)
    for y in 0..<size.height {
      var role: UInt8?
      for cell in row(y) {
        let own = Canvas.byte(of: cell)
        if cell.width > 0, own != role {
          bytes += [Canvas.runMark, own]
          role = own
        }
        bytes += cell.text.utf8
      }
      bytes.append(0x0a)
    }
    return bytes
  }

  /// The grid of a picture; nil where the bytes are not the picture of any.
  ///
  /// The text is made safe as all text that is written on a canvas.
  package init?(picture: some Sequence<UInt8>, glyphs: Glyphs) {
    let lines = Array(picture).split(separator: 0x0a, omittingEmptySubsequences: false)
    let head = lines.first.map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
    let numbers = head.compactMap { Int($0) }
    guard numbers.count == head.count, [2, 4].contains(numbers.count),
      (1...Canvas.most).contains(numbers[0]), (1...Canvas.most).contains(numbers[1]),
      lines.count == numbers[1] + 2
    else { return nil }
    self.init(size: Size(numbers[0], numbers[1]), glyphs: glyphs)
    if numbers.count == 4 { cursor = Point(numbers[2], numbers[3]) }
    for (y, line) in lines.dropFirst().dropLast().enumerated() {
      guard draw(line, y: y) else { return nil }
    }
  }

  /// The widest and the highest grid that is taken from a picture.
  private static let most = 1_000

  /// Draws the runs of a row; false where they do not fill it.
  private mutating func draw(_ line: ArraySlice<UInt8>, y: Int) -> Bool {
    var x = 0
    for run in line.split(separator: Canvas.runMark) {
      guard let first = run.first, first >= Canvas.firstRole else { return false }
      let (band, raw) = (first - Canvas.firstRole).quotientAndRemainder(
        dividingBy: UInt8(Role.allCases.count))
      guard band < 2, let role = Role(rawValue: raw) else { return false }
      let text = String(decoding: run.dropFirst(), as: UTF8.self)
      guard TextWidth.of(text) <= size.width - x else { return false }
      let used = write(Line(text, role), x: x, y: y, width: size.width - x)
      if band == 1 { layBand(Rect(x: x, y: y, width: used, height: 1)) }
      x += used
    }
    return x == size.width
  }

  private static func byte(of cell: Cell) -> UInt8 {
    firstRole + cell.role.rawValue + (cell.isOnBand ? UInt8(Role.allCases.count) : 0)
  }
}

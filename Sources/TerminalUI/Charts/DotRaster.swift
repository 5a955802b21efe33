/// The plot of a chart while it is being drawn: cells, and dots finer than cells for the lines.
struct DotRaster {
  let size: Size
  private(set) var glyphs: Glyphs
  private var cells: [(character: Character, role: Role)?]

  init(size: Size, glyphs: Glyphs) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: nil, count: size.width * size.height)
  }

  /// Whether nothing is drawn in a run of cells that lies inside the plot.
  func isFree(x: Int, y: Int, count: Int) -> Bool {
    guard x >= 0, count > 0, x + count <= size.width, y >= 0, y < size.height else { return false }
    return cells[(y * size.width + x)..<(y * size.width + x + count)].allSatisfy { $0 == nil }
  }

  mutating func set(_ character: Character, _ role: Role, x: Int, y: Int) {
    guard x >= 0, x < size.width, y >= 0, y < size.height else { return }
    cells[y * size.width + x] = (character, role)
  }

  mutating func set(_ text: String, _ role: Role, x: Int, y: Int) {
    for (offset, character) in text.enumerated() { set(character, role, x: x + offset, y: y) }
  }

  /// Draws a dashed line over the whole width, or over some columns, where nothing else is drawn.
  mutating func dash(
    _ mark: Character, y: Int, _ role: Role, in columns: ClosedRange<Int>? = nil, step: Int = 2
  ) {
    let columns = columns ?? 0...max(0, size.width - 1)
    for x in stride(from: columns.lowerBound, through: columns.upperBound, by: step)
    where isFree(x: x, y: y, count: 1) {
      set(mark, role, x: x, y: y)
    }
  }

  /// Draws a line through places given by column and by rows below the top of the plot.
  mutating func line(_ places: [(x: Int, y: Double)], _ role: Role, isHeavy: Bool) {
    let isBraille = glyphs.tier == .braille
    let fine = Size(isBraille ? 2 : 1, isBraille ? 4 : 2)
    var dots: [Int: UInt8] = [:]
    func mark(_ x: Int, _ y: Int) {
      let (column, row) = (x / fine.width, y / fine.height)
      guard x >= 0, y >= 0, column < size.width, row < size.height else { return }
      let bit = UInt8((y % fine.height) * fine.width + x % fine.width)
      dots[row * size.width + column, default: 0] |= 1 << bit
    }
    func height(_ y: Double) -> Double { (y + 0.5) * Double(fine.height) - 0.5 }
    for (from, to) in zip(places, places.dropFirst()) {
      let (first, last) = (from.x * fine.width, to.x * fine.width)
      let (start, end) = (height(from.y), height(to.y))
      for x in first...max(first, last) {
        func at(_ shift: Double) -> Double {
          guard last > first else { return shift < 0 ? start : end }
          let share = (Double(x - first) + shift) / Double(last - first)
          return start + (end - start) * max(0, min(1, share))
        }
        let edges = [at(-0.5), at(0.5)].sorted().map { Int($0.rounded()) }
        if edges[1] - edges[0] <= 1 {
          mark(x, Int(at(0).rounded()))
        } else {
          for y in (edges[0] + 1)...edges[1] { mark(x, y) }
        }
      }
    }
    for (cell, pattern) in dots {
      let character =
        isBraille
        ? Glyphs.braille(pattern)
        : glyphs.halves(upper: pattern & 1 != 0, lower: pattern & 2 != 0, heavy: isHeavy)
      cells[cell] = (character, role)
    }
  }

  func draw(in canvas: inout Canvas, x: Int, y: Int) {
    for (index, cell) in cells.enumerated() {
      guard let cell else { continue }
      canvas.write(
        String(cell.character), cell.role, x: x + index % size.width, y: y + index / size.width,
        width: 1)
    }
  }
}

/// A grid of cells: what a pane draws, what a test compares, what the terminal shows.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  package let glyphs: Glyphs
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, for braille displays and screen readers.
  package var cursor: Point?

  package init(size: Size, glyphs: Glyphs = .of(.cp437)) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The cell at a place inside the grid.
  package subscript(x: Int, y: Int) -> Cell {
    cells[y * size.width + x]
  }

  /// The cells of one row.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// The grid's text, a string a row, as wide as the grid.
  package var rows: [String] {
    (0..<size.height).map { y in row(y).map(\.text).joined() }
  }

  /// Writes a line into a room one row high, cut to its width; returns the columns used.
  ///
  /// The text is made safe here and nowhere else: control, formatting and unassigned invisible
  /// characters become a visible mark. What lies outside the grid is not drawn.
  @discardableResult
  package mutating func write(
    _ line: Line, x: Int, y: Int, width: Int, alignment: Alignment = .leading
  ) -> Int {
    guard width > 0, y >= 0, y < size.height else { return 0 }
    let used = line.width
    var left = x
    if used < width {
      switch alignment {
      case .leading: break
      case .centre: left += (width - used) / 2
      case .trailing: left += width - used
      }
    }
    var pen = Pen(x: left, y: y, limit: x + width - (used > width ? 1 : 0))
    for span in line.spans where !put(span.text, role: span.role, pen: &pen) { break }
    if used > width, let role = line.spans.last?.role {
      var end = Pen(x: min(pen.x, x + width - 1), y: y, limit: x + width)
      _ = put(String(glyphs.ellipsis), role: role, pen: &end)
      return end.x - x
    }
    return pen.x - left
  }

  /// Writes plain text with one meaning, cut to the width.
  @discardableResult
  package mutating func write(
    _ text: String, _ role: Role = .text, x: Int, y: Int, width: Int = .max / 4,
    alignment: Alignment = .leading
  ) -> Int {
    let room = width == .max / 4 ? max(0, size.width - x) : width
    return write(Line(text, role), x: x, y: y, width: room, alignment: alignment)
  }

  /// Draws one character so many times to the right; one that takes two columns becomes a space.
  package mutating func repeatRight(
    _ character: Character, _ role: Role, x: Int, y: Int, count: Int
  ) {
    guard count > 0, y >= 0, y < size.height else { return }
    var units = SafeText(String(character), glyphs: glyphs)
    guard let unit = units.next() else { return }
    let scalar = unit.width == 1 ? unit.scalar : 0x20
    let cell = Cell(scalar: scalar, role: unit.isMark ? .unsafeMark : role)
    let columns = visible(from: x, count: count, limit: size.width)
    fill(columns, y: y) { _ in cell }
  }

  /// Draws one character so many times downwards.
  package mutating func repeatDown(
    _ character: Character, _ role: Role, x: Int, y: Int, count: Int
  ) {
    for row in visible(from: y, count: count, limit: size.height) {
      repeatRight(character, role, x: x, y: row, count: 1)
    }
  }

  /// Empties a rectangle.
  package mutating func clear(_ area: Rect) {
    for y in visible(from: area.y, count: area.height, limit: size.height) {
      repeatRight(" ", .text, x: area.x, y: y, count: area.width)
    }
  }

  /// Lays cells that were drawn elsewhere on a rectangle, row after row.
  package mutating func lay(_ picture: [Cell], _ area: Rect) {
    let columns = visible(from: area.x, count: area.width, limit: size.width)
    let rows = visible(from: area.y, count: area.height, limit: size.height)
    cells.withUnsafeMutableBufferPointer { cells in
      picture.withUnsafeBufferPointer { picture in
        for y in rows {
          let (from, to) = ((y - area.y) * area.width - area.x, y * size.width)
          let part = picture.extracting(from + columns.lowerBound..<from + columns.upperBound)
          _ = cells.extracting(to + columns.lowerBound..<to + columns.upperBound)
            .update(fromContentsOf: part)
        }
      }
    }
  }

  /// Gives every cell of a rectangle one meaning, keeping its text.
  package mutating func paint(_ area: Rect, _ role: Role) {
    for y in visible(from: area.y, count: area.height, limit: size.height) {
      for x in visible(from: area.x, count: area.width, limit: size.width) {
        cells[y * size.width + x].role = role
      }
    }
  }

  /// Lays the ground of a row that parts a list under every cell of a rectangle.
  package mutating func layBand(_ area: Rect) {
    for y in visible(from: area.y, count: area.height, limit: size.height) {
      for x in visible(from: area.x, count: area.width, limit: size.width) {
        cells[y * size.width + x].isOnBand = true
      }
    }
  }

  /// The part of a stretch that lies inside the grid.
  private func visible(from start: Int, count: Int, limit: Int) -> Range<Int> {
    let first = min(max(0, start), limit)
    return first..<max(first, min(limit, start + max(0, count)))
  }

  private struct Pen {
    var x: Int
    let y: Int
    let limit: Int
  }

  /// Writes text from the pen on; returns false when the room is used up.
  private mutating func put(_ text: String, role: Role, pen: inout Pen) -> Bool {
    if let isWhole = putPlain(text, role: role, pen: &pen) { return isWhole }
    for unit in SafeText(text, glyphs: glyphs) {
      let columns = Int(unit.width)
      if pen.x + columns > pen.limit { return false }
      let cell = Cell(
        scalar: unit.scalar, firstMark: unit.firstMark, secondMark: unit.secondMark,
        width: unit.width, role: unit.isMark ? .unsafeMark : role)
      if pen.x >= 0, pen.x + columns <= size.width {
        set(cell, x: pen.x, y: pen.y)
        if columns == 2 { set(Cell(scalar: 0x20, width: 0, role: role), x: pen.x + 1, y: pen.y) }
      } else {
        // The grid's edge cuts a wide character in two: its half inside is left empty.
        for x in visible(from: pen.x, count: columns, limit: size.width) {
          set(Cell(scalar: 0x20, role: role), x: x, y: pen.y)
        }
      }
      pen.x += columns
    }
    return true
  }

  /// The same for text of ASCII letters, which is most of it; nil for other text.
  private mutating func putPlain(_ text: String, role: Role, pen: inout Pen) -> Bool? {
    let (x, end) = (pen.x, min(pen.limit, size.width))
    let used = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      for byte in bytes where byte &- 0x20 >= 0x5f { return nil }
      let shown = min(bytes.count, end - x)
      guard x >= 0, shown > 0 else { return nil }
      fill(x..<x + shown, y: pen.y) { Cell(scalar: UInt32(bytes[$0 - x]), role: role) }
      return bytes.count
    }
    guard let count = used ?? nil else { return nil }
    pen.x = min(x + count, pen.limit)
    return x + count <= pen.limit
  }

  /// Places cells of one column each in a stretch of a row.
  private mutating func fill(_ columns: Range<Int>, y: Int, _ cell: (Int) -> Cell) {
    guard let last = columns.last else { return }
    // Where it begins and where it ends may be one half of a wide character.
    set(cell(columns.lowerBound), x: columns.lowerBound, y: y)
    let start = y * size.width
    for x in columns.dropFirst().dropLast() { cells[start + x] = cell(x) }
    if last > columns.lowerBound { set(cell(last), x: last, y: y) }
  }

  /// Places a cell; a wide character that loses one half loses the other too.
  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.width + x
    if cells[index].width == 0, cell.width != 0, x > 0, cells[index - 1].width == 2 {
      cells[index - 1] = Cell(scalar: 0x20, role: cells[index - 1].role)
    }
    if cells[index].width == 2, cell.width != 2, x + 1 < size.width {
      cells[index + 1] = Cell(scalar: 0x20, role: cells[index + 1].role)
    }
    cells[index] = cell
  }
}

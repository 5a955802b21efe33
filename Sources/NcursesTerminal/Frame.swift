import CNcurses
import Glibc
import TerminalUI

/// What the terminal shows now, and how to make it show something else.
struct Frame {
  private let codesetIsUTF8: Bool
  private var looks: Looks
  /// The cells as they were sent, and how large their grid is; the canvas that they come from is not kept, as
  /// a large one would be held twice.
  private var sent: [Cell] = []
  private var size: Size?
  private var cursor: Point?
  private var theme: ResolvedTheme?
  private var lookOfRole: [Look] = []
  /// Whether a blank of each look is like any other blank.
  private var isQuiet: [Bool] = []
  private var isUnknown = true
  /// How a frame of many lines is sent.
  var synchronised = SynchronisedOutput()

  init(codesetIsUTF8: Bool, looks: Looks) {
    self.codesetIsUTF8 = codesetIsUTF8
    self.looks = looks
  }

  /// Makes the next frame draw everything anew, on an empty screen.
  mutating func forget() {
    (sent, size) = ([], nil)
    isUnknown = true
  }

  /// Shows a canvas, sending only what differs from the one before.
  mutating func show(_ canvas: Canvas, theme wanted: ResolvedTheme) {
    if theme != wanted {
      lookOfRole = looks.ofRoles(in: wanted)
      let depth = looks.depth
      isQuiet = [false, true].flatMap { isOnBand in
        Role.allCases.map { wanted.isQuiet($0, onBand: isOnBand, at: depth) }
      }
      theme = wanted
      size = nil
    }
    let isInside = canvas.cursor.map(Rect(canvas.size).contains) ?? false
    let wantedCursor = isInside ? canvas.cursor : nil
    if isUnknown { masa_clear() }
    let changed = draw(canvas)
    if changed == 0, !isUnknown, cursor == wantedCursor { return }
    (cursor, isUnknown) = (wantedCursor, false)
    synchronised.show(changed) { masa_show(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1)) }
  }

  /// Writes the cells that differ from those sent, and says in how many lines some do; ncurses skips what lies
  /// outside the screen.
  private mutating func draw(_ canvas: Canvas) -> Int {
    let isNew = size != canvas.size
    if isNew { (sent, size) = (canvas.cells, canvas.size) }
    var changed = 0
    for y in 0..<canvas.size.height where isNew || !isSame(y, in: canvas) {
      if draw(y, of: canvas, isNew: isNew) { changed += 1 }
    }
    return changed
  }

  /// Writes the cells of a row that differ from those sent; answers whether any do.
  private mutating func draw(_ y: Int, of canvas: Canvas, isNew: Bool) -> Bool {
    let before = y * canvas.size.width..<(y + 1) * canvas.size.width
    var (old, row) = (Array(sent[before]), Array(canvas.row(y)))
    quietenBlanks(of: &old)
    quietenBlanks(of: &row)
    if !isNew { sent.replaceSubrange(before, with: canvas.row(y)) }
    var isChanged = false
    for x in row.indices where isNew || old[x].bits != row[x].bits {
      if row[x].width == 0 { continue }
      put(row[x], x: Int32(x), y: Int32(y))
      isChanged = true
    }
    return isChanged
  }

  /// Whether a row holds the same cells as the one sent; they are compared as bytes, as nearly every row is as it was.
  private func isSame(_ y: Int, in canvas: Canvas) -> Bool {
    let row = y * canvas.size.width * MemoryLayout<Cell>.stride
    let count = canvas.size.width * MemoryLayout<Cell>.stride
    return sent.withUnsafeBytes { sent in
      canvas.cells.withUnsafeBytes { cells in
        guard let sent = sent.baseAddress, let cells = cells.baseAddress else { return true }
        return memcmp(sent + row, cells + row, count) == 0
      }
    }
  }

  /// Gives short gaps in a row the role of the text before them: that looks the same, and spares the terminal two
  /// changes of colour for each gap.
  private func quietenBlanks(of row: inout [Cell]) {
    var last: Int?
    for index in row.indices where row[index].scalar != 0x20 {
      if let last, index - last > 1, index - last <= Frame.longestGap + 1,
        isQuiet[Frame.look(of: row[last])]
      {
        for gap in last + 1..<index where isQuiet[Frame.look(of: row[gap])] {
          row[gap].role = row[last].role
        }
      }
      last = index
    }
  }

  /// The position of a cell's look: that of its role, on a band or not.
  private static func look(of cell: Cell) -> Int {
    Int(cell.role.rawValue) + (cell.isOnBand ? Role.allCases.count : 0)
  }

  /// Longer gaps are cheaper to jump over.
  private static let longestGap = 6

  /// Writes one cell; a character on whose width or presence the C library does not agree with the
  /// canvas would shift the rest of the line, so a question mark stands for it.
  private func put(_ cell: Cell, x: Int32, y: Int32) {
    let look = lookOfRole[Frame.look(of: cell)]
    let isPlain = (0x20..<0x7f).contains(cell.scalar)
    if isPlain || (codesetIsUTF8 && masa_wcwidth(cell.scalar) == Int32(cell.width)) {
      let first = masa_is_mark(cell.firstMark) ? cell.firstMark : 0
      let second = first != 0 && masa_is_mark(cell.secondMark) ? cell.secondMark : 0
      masa_put(x, y, cell.scalar, first, second, look.attributes, look.pair)
    } else {
      masa_put(x, y, 0x3f, 0, 0, look.attributes, look.pair)
      if cell.width == 2 { masa_put(x + 1, y, 0x20, 0, 0, look.attributes, look.pair) }
    }
  }
}

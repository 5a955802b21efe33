import TerminalUI

extension ScreenDrawing {
  /// Shows which rows of a table are marked.
  func drawMarks(
    of panel: Panel, _ table: Table, offset: Int, in canvas: inout Canvas, _ room: Rect
  ) {
    guard browsing.markedCount(in: panel.id) > 0 else { return }
    let top = room.y + (showsHead(panel) ? 1 : 0)
    for (row, position) in (offset..<max(offset, table.count)).enumerated() {
      if top + row >= room.maxY { break }
      guard case .record(let record) = panel.rows.subject(table.source(at: position)),
        browsing.marked.contains(record)
      else { continue }
      canvas.write("+", .accent, x: room.x, y: top + row)
    }
  }
}

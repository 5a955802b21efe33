import TerminalUI

extension Dashboard {
  /// Shows which rows of a table are marked.
  func drawMarks(
    of panel: Panel, _ table: Table, offset: Int, in canvas: inout Canvas, _ room: Rect
  ) {
    guard !marked.isEmpty else { return }
    let top = room.y + (showsHead(panel) ? 1 : 0)
    for (row, entry) in table.rows.dropFirst(offset).prefix(max(0, room.maxY - top)).enumerated() {
      guard let target = panel.targets[entry.id], target.pane == RecordPane.id,
        marked.contains(where: { target == Place(record: $0) })
      else { continue }
      canvas.write("+", .accent, x: room.x, y: top + row)
    }
  }
}

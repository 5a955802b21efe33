import TerminalUI

extension ScreenDrawing {
  /// Shows which rows of a table are marked.
  func drawMarks(of panel: Panel, _ view: TableView, in canvas: inout Canvas, _ room: Rect) {
    guard browsing.markedCount(in: panel.id) > 0 else { return }
    for place in view.places(in: room) {
      guard case .record(let record) = panel.rows.subject(view.table.source(at: place.position)),
        browsing.marked.contains(record)
      else { continue }
      canvas.write("+", .accent, x: place.x, y: place.y)
    }
  }
}

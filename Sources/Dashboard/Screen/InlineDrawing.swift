import TerminalUI

extension ScreenDrawing {
  /// Draws a form of one line under the row that it is about; answers whether that row is in sight.
  func drawInline(_ form: Form, in canvas: inout Canvas) -> Bool {
    guard form.isInline, let field = form.focused,
      let index = content.panels.indices.first(where: { $0 == visit.focus }),
      let (view, room) = browsing.view(of: content.panels[index], in: browsing.panelAreas()[index]),
      let line = view.openLine(in: room)
    else { return false }
    drawPanels(in: &canvas, focus: visit.focus)
    let label = "\(field.label): "
    let left = TextWidth.of(label)
    let width = max(1, line.width - left)
    let window = field.editor.window(width: width)
    canvas.write(label, .key, x: line.x, y: line.y)
    canvas.write(Line(window.text, .input), x: line.x + left, y: line.y, width: width)
    canvas.cursor = Point(min(line.maxX, line.x + left + window.column), line.y)
    return true
  }
}

import Safeguarding
import TerminalUI

/// An undo or redo that is asked about: what it would do, and what that means field by field.
struct UndoQuestion: Hashable, Sendable {
  let edit: Edit
  /// Who did what is taken back, and when.
  let who: String
  /// What is taken back or done again, a line for each difference.
  let lines: [String]
  /// Whether something that was taken back is done again.
  var isRedo: Bool { edit.title.hasPrefix("Redo") }
}

extension Dashboard {
  /// Shows in full what an undo would take back, above the question on the last line.
  func draw(_ question: UndoQuestion, in canvas: inout Canvas) {
    let area = contentArea
    let width = area.width - 3
    let words = question.lines.flatMap { Line($0).wrapped(width: width) }
    let lines = words + Line(question.who, .secondary).wrapped(width: width)
    let height = min(area.height, lines.count + 1)
    let part = Rect(x: area.x, y: area.maxY - height, width: area.width, height: height)
    canvas.clear(part)
    let title = question.isRedo ? "Do again" : "Take back"
    let room = PanelRule(title: Line(title, .heading), isFocused: true)
      .draw(in: &canvas, area: part)
    for (row, line) in lines.prefix(room.height).enumerated() {
      canvas.write(line, x: room.x + 1, y: room.y + row, width: room.width - 2)
    }
  }
}

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

extension UndoQuestion {
  /// Who did what, and when; of a long name the middle is left out.
  fileprivate var heading: String {
    let line = who.onOneLine
    return line.count <= 200 ? line : "\(line.prefix(120)) … \(line.suffix(60))"
  }

  /// The differences in so many rows; where there are more, the last row counts them.
  fileprivate func rows(_ room: Int, width: Int) -> [Line] {
    let all = lines.map { Line($0.onOneLine).wrapped(width: width) }
    if all.joined().count <= room { return Array(all.joined()) }
    var told = 0
    var shown: [Line] = []
    while told < all.count, shown.count + all[told].count < room {
      shown += all[told]
      told += 1
    }
    // A single difference that is longer than the room is told as far as it fits.
    if told == 0 { (told, shown) = (1, Array(all[0].prefix(max(0, room - 1)))) }
    let rest = all.count - told
    return shown + [.secondary(rest > 0 ? "and \(rest) more" : "…")]
  }
}

extension ScreenDrawing {
  /// Shows in full what an undo would take back, above the question on the last line.
  func draw(_ question: UndoQuestion, in canvas: inout Canvas) {
    let area = contentArea
    let width = area.width - 3
    let heading = Line(question.heading, .heading).wrapped(width: width)
    let lines = heading + question.rows(area.height - 1 - heading.count, width: width)
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

import TerminalUI

extension ScreenDrawing {
  /// What is said and finds no room on the last line; nil where it does.
  ///
  /// A question whose answer is explained above it anyway is not told twice.
  private var longSentence: String? {
    let sentence: String
    switch mode {
    case .filtering, .asking: return nil
    case .confirming(let confirmation):
      return askedUndo == nil && !fits(confirmation.question) ? confirmation.question : nil
    case .browsing, .choosing, .editing, .resolving: sentence = notice
    }
    return TextWidth.of(sentence) + 1 > size.width ? sentence : nil
  }

  /// Whether the last line shows the notice; else what the keys do.
  var isNoticeOnLastLine: Bool { !notice.isEmpty && longSentence == nil }

  /// Whether a question and its answers find room on the last line.
  func fits(_ question: String) -> Bool {
    TextWidth.of(question) + 1 + answers.width <= size.width
  }

  /// What can be answered to a question.
  var answers: Line {
    let isNarrow = size.width < 70
    return Line("  y", .key) + Line(" yes  ", .secondary)
      + (isNarrow ? .empty : Line("Enter", .key) + Line(" or ", .secondary)) + Line("Esc", .key)
      + Line(" no ", .secondary)
  }

  /// Shows a sentence in full above the last line that finds no room on it.
  func drawLongSentence(in canvas: inout Canvas) {
    guard let longSentence else { return }
    let area = contentArea
    let lines = Line(longSentence, .accent).wrapped(width: area.width - 2)
    let height = min(area.height - 1, lines.count + 1)
    guard height > 1 else { return }
    let isQuestion = if case .confirming = mode { true } else { false }
    let part = Rect(x: area.x, y: area.maxY - height, width: area.width, height: height)
    canvas.clear(part)
    let room = PanelRule(
      title: Line(isQuestion ? "Question" : "Message", .heading), isFocused: true
    ).draw(in: &canvas, area: part)
    for (row, line) in lines.prefix(room.height).enumerated() {
      canvas.write(line, x: room.x + 1, y: room.y + row, width: room.width - 1)
    }
    if let cursor = canvas.cursor, cursor.y >= part.y { canvas.cursor = nil }
  }
}

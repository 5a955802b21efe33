import TerminalUI

extension ScreenDrawing {
  /// A text shown in full above the last line, under its title.
  private typealias Told = (title: String, text: String)

  /// What is said and finds no room on the last line, from below; none where everything does.
  ///
  /// A question whose answer is explained above it anyway is not told twice.
  private var longSentences: [Told] {
    let pressing = context.keys.naming(dashboard.telling.pressing)
    switch mode {
    case .filtering, .asking: return [("Message", pressing)]
    case .confirming(let confirmation):
      let isLong = askedUndo == nil && !fits(confirmation.question)
      return [("Question", isLong ? confirmation.question : ""), ("Message", pressing)]
    case .touring(let tour):
      return [("Message", notice), (tour.heading, context.keys.naming(tour.stop.words))]
    case .browsing where !dashboard.telling.welcome.isEmpty:
      return [("Message", notice), ("Welcome", welcome)]
    case .browsing, .choosing, .editing, .entering, .resolving:
      let hidden = hiddenReason
      if hidden.isEmpty, TextWidth.of(notice) + 1 <= size.width { return [] }
      return [("Message", hidden.isEmpty ? notice : "\(hidden) \(notice)")]
    }
  }

  /// The greeting; empty where it would hide what one came for, as the last line names the help anyway.
  private var welcome: String {
    let whole = context.keys.naming(dashboard.telling.welcome)
    let lines = Line(whole).wrapped(width: contentArea.width - 2).count
    return lines < contentArea.height / 3 ? whole : ""
  }

  /// Why the open form was not saved, where it shows only the beginning of that; until the next key.
  private var hiddenReason: String {
    guard mode == .editing, let form, !dashboard.telling.pressing.isEmpty,
      !form.innermost.headRows(in: room(of: form.innermost)).isWhole
    else { return "" }
    return form.refusal
  }

  private func room(of form: Form) -> FormRoom {
    FormRoom(contentArea, labels: form.labels, isHelpShown: form.isHelpShown)
  }

  /// Whether the last line shows the notice; else what the keys do.
  var isNoticeOnLastLine: Bool { !notice.isEmpty && longSentences.allSatisfy(\.text.isEmpty) }

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

  /// Shows in full above the last line what finds no room on it.
  func drawLongSentences(in canvas: inout Canvas) {
    var area = contentArea
    for told in longSentences where !told.text.isEmpty {
      area.height -= draw(told, in: &canvas, area)
    }
  }

  /// Draws a text at the foot of an area; answers how many rows it took.
  private func draw(_ told: Told, in canvas: inout Canvas, _ area: Rect) -> Int {
    let lines = Line(told.text, .accent).wrapped(width: area.width - 2)
    let height = min(area.height - 1, lines.count + 1)
    guard height > 1 else { return 0 }
    let part = Rect(x: area.x, y: area.maxY - height, width: area.width, height: height)
    canvas.clear(part)
    let room = PanelRule(title: Line(told.title, .heading), isFocused: true)
      .draw(in: &canvas, area: part)
    for (row, line) in lines.prefix(room.height).enumerated() {
      let isCut = row == room.height - 1 && lines.count > room.height
      let shown = isCut ? line + Line(" …", .accent) : line
      canvas.write(shown, x: room.x + 1, y: room.y + row, width: room.width - 1)
    }
    if let cursor = canvas.cursor, cursor.y >= part.y { canvas.cursor = nil }
    return height
  }
}

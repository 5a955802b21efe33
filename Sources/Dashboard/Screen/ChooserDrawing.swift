import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// What the list of keys is called.
  private var helpTitle: String {
    dashboard.form != nil
      ? FormHelp.title
      : dashboard.grid != nil ? GridHelp.title : Chooser.Purpose.help.title
  }

  /// Draws a chooser over the pane, between two rules where the pane shows below.
  func drawChooser(_ chooser: Chooser, in canvas: inout Canvas) {
    let layout = layout(of: chooser)
    let area = layout.area
    if chooser.purpose != .help { canvas.clear(area) }
    if layout.inner != area {
      canvas.repeatRight(
        canvas.glyphs.doubleHorizontal, .focusedBorder, x: 0, y: area.maxY - 1, count: area.width)
    }
    let isPalette = chooser.purpose == .palette
    let rule = PanelRule(
      title: Line(
        chooser.purpose == .help ? helpTitle : chooser.purpose.title, .heading),
      notes: isPalette ? [.secondary("a day, a name, a command")] : [],
      position: position(chooser, layout.items, of: layout.count), isFocused: true)
    let room = rule.draw(in: &canvas, area: layout.inner)
    let prompt = Line(chooser.purpose.prompt, .key) + Line(chooser.query, .input)
    canvas.write(prompt, x: room.x, y: room.y, width: room.width)
    drawList(layout, in: &canvas, isPalette: isPalette)
    canvas.cursor = Point(min(size.width - 1, room.x + prompt.width), room.y)
  }

  /// Draws what is offered, and what stands above and below it.
  private func drawList(_ layout: ChooserLayout, in canvas: inout Canvas, isPalette: Bool) {
    let list = layout.list
    if isPalette, layout.items.isEmpty {
      canvas.write(
        Line("Nothing is called so. Try a word of it.", .secondary), x: list.x + 1, y: list.y,
        width: list.width - 2)
    }
    for (row, line) in layout.above.enumerated() {
      canvas.write(line, x: list.x + 1, y: list.y + row, width: list.width - 2)
    }
    if layout.isFirstAbove, layout.selected == 0, let first = layout.above.first {
      canvas.repeatRight(canvas.glyphs.pointer, .accent, x: list.x, y: list.y, count: 1)
      canvas.paint(
        Rect(x: list.x + 1, y: list.y, width: min(first.width, list.width - 2), height: 1),
        .selected)
    }
    guard let rows = layout.rows else { return }
    rows.view.draw(in: &canvas, area: rows.area)
    for (row, line) in rows.note.enumerated() {
      canvas.write(
        line, x: list.x + 1, y: list.maxY - rows.note.count + row, width: list.width - 2)
    }
  }

  /// Where one is among what is offered, or how much of it is left.
  private func position(_ chooser: Chooser, _ items: [ChooserItem], of count: Int) -> Line {
    switch chooser.purpose {
    case .date: .empty
    case .palette:
      items.isEmpty
        ? .empty
        : .secondary(
          "\(min(chooser.selected, items.count - 1) + 1) of \(formatted(Double(count), decimals: 0, grouping: true))"
        )
    default:
      .secondary(
        items.count == count ? "\(count) shown" : "\(items.count) of \(count) shown")
    }
  }
}

extension DateReading {
  /// The day, how it was understood and what did not count, in lines.
  func lines(width: Int) -> [Line] {
    var lines = [Line(result.long, .accent), .secondary("read as: \(words)")]
    lines += skipped.map { .secondary("not counted: \($0.date.long)  \($0.title)") }
    if skippedWeekendDays > 0 {
      lines.append(.secondary("not counted: \(counted(skippedWeekendDays, "weekend day"))"))
    }
    if let provisional { lines += Line(provisional, .dueSoon).wrapped(width: width) }
    return lines
  }
}

extension Chooser.Purpose {
  fileprivate var title: String {
    switch self {
    case .help: "Help: what every key does"
    case .palette: "Find anything"
    case .date: "Work out a day"
    case .facet: "Show only the deadlines of"
    case .identity: "Who are you? Choose whose deadlines are yours"
    case .record(let choice): choice.question
    case .addition: "What is to be added?"
    case .drafts: "Typed and not saved: Enter goes on with it, Del throws it away"
    case .owner: "Whose do you want to see?"
    case .export: "How do you want to take this list with you?"
    }
  }

  fileprivate var prompt: String {
    switch self {
    case .help, .facet, .identity, .record, .addition, .drafts, .export, .owner: " Narrow: "
    case .palette: " : "
    case .date: " = "
    }
  }

  /// Whether what stands beside each thing is how many there are of it.
  var isCounted: Bool {
    switch self {
    case .facet, .identity, .owner: true
    default: false
    }
  }

  /// What the first column holds.
  var keyHeading: String {
    switch self {
    case .facet: "By"
    case .export: "To"
    case .addition: "Kind"
    case .drafts: "When"
    default: "Key"
    }
  }

  var heading: String {
    switch self {
    case .help, .palette, .date: "What it does"
    case .facet: "What is left"
    case .identity: "Who owes something"
    case .record(let choice): choice.heading
    case .addition: "What is added"
    case .drafts: "What was typed"
    case .export: "What comes of it"
    case .owner: "Who owes it"
    }
  }
}

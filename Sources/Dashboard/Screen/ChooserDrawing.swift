import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// Draws a chooser over the pane.
  func drawChooser(_ chooser: Chooser, in canvas: inout Canvas) {
    let area = contentArea
    let all = dashboard.candidates(chooser.purpose)
    let items = dashboard.choices(chooser, among: all)
    let day = day(of: chooser, width: area.width - 2)
    let count =
      chooser.purpose == .date
      ? Line.empty
      : Line(
        items.count == all.count
          ? "\(all.count) shown" : "\(items.count) of \(all.count) shown", .secondary)
    let room = PanelRule(
      title: Line(chooser.purpose.title, .heading), position: count, isFocused: true
    ).draw(in: &canvas, area: area)
    let prompt = Line(chooser.purpose.prompt, .key) + Line(chooser.query, .input)
    canvas.write(prompt, x: room.x, y: room.y, width: room.width)
    for (row, line) in day.prefix(max(0, room.height - 1)).enumerated() {
      canvas.write(line, x: room.x + 1, y: room.y + 1 + row, width: room.width - 2)
    }
    let top = 1 + day.count
    let list = Rect(
      x: room.x, y: room.y + top, width: room.width, height: max(0, room.height - top))
    if list.height > 0 { drawItems(items, chooser, in: &canvas, list) }
    canvas.cursor = Point(min(size.width - 1, room.x + prompt.width), room.y)
  }

  /// Shows the note of the selected line in full below the list, where it is too long for its
  /// column; answers the room that is left.
  private func drawLongNote(
    _ items: [ChooserItem], _ chooser: Chooser, in canvas: inout Canvas, _ list: Rect
  ) -> Rect {
    let note = items[min(chooser.selected, items.count - 1)].note
    guard TextWidth.of(note) > min(40, list.width / 3) else { return list }
    let lines = Line(note, .secondary).wrapped(width: list.width - 2).prefix(4)
    guard list.height > lines.count + 3 else { return list }
    for (row, line) in lines.enumerated() {
      canvas.write(
        line, x: list.x + 1, y: list.maxY - lines.count + row, width: list.width - 2)
    }
    return Rect(
      x: list.x, y: list.y, width: list.width, height: list.height - lines.count - 1)
  }

  private func drawItems(
    _ items: [ChooserItem], _ chooser: Chooser, in canvas: inout Canvas, _ list: Rect
  ) {
    guard !items.isEmpty else { return }
    let list = drawLongNote(items, chooser, in: &canvas, list)
    let rows = items.map { item in
      TableRow(
        id: item.id,
        cells: [
          Line(item.keys, .key), Line(item.title, item.isOff ? .secondary : .text),
          Line(item.note, .secondary),
        ])
    }
    let table = Table(
      columns: [
        Column("Key", .text(least: 10, most: 22)), Column(chooser.purpose.heading, .main()),
        Column("", .text(least: 10, most: 40), rank: 1),
      ], rows: TableRows(rows))
    let selected = min(chooser.selected, rows.count - 1)
    var view = TableView(table, selected: selected, isFocused: true)
    view.offset = view.offset(in: list)
    view.draw(in: &canvas, area: list)
  }

  /// The day that is typed into a chooser, in lines: what it is, how it was read, what did not count.
  private func day(of chooser: Chooser, width: Int) -> [Line] {
    switch (chooser.purpose, chooser.query.isEmpty) {
    case (.date, true):
      return [
        .secondary("Such as: 15 working days after 28 Mar 2024"),
        .secondary("         28 mar + 6 months    -7wd    next fri    end of june"),
      ]
    case (.date, false), (.palette, false): break
    case (.drafts, _): return dashboard.draftLines(chooser, width: width)
    case (.help, _), (.facet, _), (.identity, _), (.record, _), (.addition, _),
      (.palette, true):
      return []
    }
    switch dashboard.reading(of: chooser.query) {
    case .success(let reading): return reading.lines(width: width) + [.empty]
    case .failure(let problem):
      return chooser.purpose == .date
        ? Line(problem.sentence, .secondary).wrapped(width: width) : []
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
    case .palette: "Commands, or a day to work out"
    case .date: "Work out a day"
    case .facet: "Show only the deadlines of"
    case .identity: "Who are you? Choose whose deadlines are yours"
    case .record(let choice): choice.question
    case .addition: "What is to be added?"
    case .drafts: "Typed and not saved: Enter goes on with it, Del throws it away"
    }
  }

  fileprivate var prompt: String {
    switch self {
    case .help, .facet, .identity, .record, .addition, .drafts: " Narrow: "
    case .palette: " : "
    case .date: " = "
    }
  }

  fileprivate var heading: String {
    switch self {
    case .help, .palette, .date: "What it does"
    case .facet: "What is left"
    case .identity: "Who owes something"
    case .record(let choice): choice.heading
    case .addition: "What is added"
    case .drafts: "What was typed"
    }
  }
}

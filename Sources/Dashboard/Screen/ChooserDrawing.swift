import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// How many rows a chooser takes at most, its rules included.
  private static let mostRows = 16

  /// Whether the pane shows below a chooser: help is read as a whole and has the screen.
  func showsPane(below chooser: Chooser) -> Bool {
    chooser.purpose != .help && overlayArea.maxY < size.height - 1
  }

  /// Where a chooser stands: under the tabs, over the whole width.
  private var overlayArea: Rect {
    let top = browsing.ledeTop
    let room = max(0, size.height - top - 1)
    return Rect(x: 0, y: top, width: size.width, height: min(ScreenDrawing.mostRows, room))
  }

  /// Draws a chooser over the pane, between two rules where the pane shows below.
  func drawChooser(_ chooser: Chooser, in canvas: inout Canvas) {
    var area = chooser.purpose == .help ? contentArea : overlayArea
    if showsPane(below: chooser) {
      canvas.clear(area)
      canvas.repeatRight(
        canvas.glyphs.doubleHorizontal, .focusedBorder, x: 0, y: area.maxY - 1, count: area.width)
      area.height -= 1
    } else if chooser.purpose != .help {
      canvas.clear(area)
    }
    let all = dashboard.candidates(chooser.purpose)
    let palette = chooser.purpose == .palette ? Palette(dashboard, chooser.query).answer : nil
    let items = palette?.items ?? dashboard.choices(chooser, among: all)
    let rule = PanelRule(
      title: Line(chooser.purpose.title, .heading),
      notes: palette == nil ? [] : [.secondary("a day, a name, a command")],
      position: position(chooser, items, of: palette?.count ?? all.count), isFocused: true)
    let room = rule.draw(in: &canvas, area: area)
    let prompt = Line(chooser.purpose.prompt, .key) + Line(chooser.query, .input)
    canvas.write(prompt, x: room.x, y: room.y, width: room.width)
    let list = Rect(
      x: room.x, y: room.y + 1, width: room.width, height: max(0, room.height - 1))
    if palette == nil {
      drawList(items, chooser, in: &canvas, list)
    } else {
      drawFound(items, chooser, in: &canvas, list)
    }
    canvas.cursor = Point(min(size.width - 1, room.x + prompt.width), room.y)
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

  /// Draws the day that is typed, or what a draft says, and the rows below.
  private func drawList(
    _ items: [ChooserItem], _ chooser: Chooser, in canvas: inout Canvas, _ area: Rect
  ) {
    let day = day(of: chooser, width: area.width - 2)
    for (row, line) in day.prefix(area.height).enumerated() {
      canvas.write(line, x: area.x + 1, y: area.y + row, width: area.width - 2)
    }
    let list = Rect(
      x: area.x, y: area.y + day.count, width: area.width,
      height: max(0, area.height - day.count))
    if list.height > 0 { drawItems(items, chooser, in: &canvas, list) }
  }

  /// Shows what is cut of the selected line in full below the list; answers the room that is left.
  func drawLongNote(_ line: Line, in canvas: inout Canvas, _ list: Rect) -> Rect {
    let lines = line.wrapped(width: list.width - 2).prefix(4)
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
    let isHelp = chooser.purpose == .help
    let chosen = min(chooser.selected, items.count - 1)
    let note = items[chosen].note
    let isLong = TextWidth.of(note) > min(40, list.width / 3)
    let list = isLong ? drawLongNote(Line(note, .secondary), in: &canvas, list) : list
    var (rows, selected): ([TableRow], Int) = ([], 0)
    for (index, item) in items.enumerated() {
      // Help has the headings of the manual, each once; beside a key stands only why it does nothing.
      if isHelp, index == 0 || items[index - 1].section != item.section {
        let heading = Line(item.section, .heading)
        rows.append(TableRow(id: "heading \(index)", cells: [heading], isHeading: true))
      }
      if index == chosen { selected = rows.count }
      rows.append(
        TableRow(
          id: item.id,
          cells: [
            Line(item.keys, .key), Line(item.title, item.isOff ? .secondary : .text),
            .secondary(isHelp && !item.isOff ? "" : item.note),
          ]))
    }
    let table = Table(
      columns: [
        Column(chooser.purpose.keyHeading, .text(least: 10, most: 22)),
        Column(chooser.purpose.heading, .main()),
        Column(isHelp ? "Why not now" : "", .text(least: 14, most: 40), rank: 1),
      ], rows: TableRows(rows))
    var view = TableView(table, selected: selected, isFocused: true, mostLines: 2)
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
    case (.date, false): break
    case (.drafts, _): return dashboard.draftLines(chooser, width: width)
    case (.help, _), (.facet, _), (.identity, _), (.record, _), (.addition, _), (.palette, _),
      (.export, _), (.owner, _):
      return []
    }
    switch dashboard.reading(of: chooser.query) {
    case .success(let reading): return reading.lines(width: width) + [.empty]
    case .failure(let problem): return Line(problem.sentence, .secondary).wrapped(width: width)
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

  /// What the first column holds.
  fileprivate var keyHeading: String { self == .facet ? "By" : "Key" }

  fileprivate var heading: String {
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

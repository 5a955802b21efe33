import TerminalUI

extension Dashboard {
  /// The commands that match what is typed, best first.
  func choices(_ chooser: Chooser) -> [Command] {
    if chooser.query.isEmpty { return Command.all }
    switch chooser.purpose {
    case .help:
      let query = chooser.query.lowercased()
      return Command.all.filter { command in
        command.title.lowercased().contains(query)
          || command.keys.contains { $0.label.lowercased() == query }
      }
    case .palette:
      let scored = Command.all.enumerated().compactMap { index, command in
        Fuzzy.score(chooser.query, in: command.title).map { (command, $0, index) }
      }
      return scored.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
    }
  }

  /// Draws the list of commands over the pane.
  func drawChooser(_ chooser: Chooser, in canvas: inout Canvas) {
    let area = contentArea
    let commands = choices(chooser)
    let isHelp = chooser.purpose == .help
    let title = isHelp ? "Help: what every key does" : "Commands"
    let room = PanelRule(
      title: Line(title, .heading),
      position: Line("\(commands.count) of \(Command.all.count)", .secondary),
      isFocused: true
    ).draw(in: &canvas, area: area)
    let prompt = Line(isHelp ? " Narrow: " : " : ", .key) + Line(chooser.query, .input)
    canvas.write(prompt, x: room.x, y: room.y, width: room.width)
    let list = Rect(x: room.x, y: room.y + 1, width: room.width, height: room.height - 1)
    let rows = commands.map { command in
      let reason = command.reason(self)
      return TableRow(
        id: command.id,
        cells: [
          Line(command.keys.map(\.label).joined(separator: " "), .key),
          Line(command.title, reason == nil ? .text : .secondary),
          Line(reason ?? command.section, .secondary),
        ])
    }
    let table = Table(
      columns: [
        Column("Key", .fit(22)), Column("What it does", .share(least: 20)),
        Column("", .fit(40), rank: 1),
      ], rows: rows)
    let selected = rows.isEmpty ? nil : min(chooser.selected, rows.count - 1)
    let offset = TableView.offset(
      0, selected: selected, count: rows.count,
      capacity: TableView.capacity(of: list, showsHead: true))
    TableView(table, selected: selected, offset: offset, isFocused: true)
      .draw(in: &canvas, area: list)
    canvas.cursor = Point(min(size.width - 1, room.x + prompt.width), room.y)
  }
}

/// Finds what somebody means by a few letters.
enum Fuzzy {
  /// How well letters occur in a text in their order, or nil when they do not.
  static func score(_ letters: String, in text: String) -> Int? {
    let wanted = Array(letters.lowercased().filter { $0 != " " })
    var position = 0
    var score = 0
    var lastMatch = -2
    var isWordStart = true
    for (index, character) in text.lowercased().enumerated() {
      if position < wanted.count, character == wanted[position] {
        score += 1 + (isWordStart ? 3 : 0) + (lastMatch == index - 1 ? 2 : 0)
        lastMatch = index
        position += 1
      }
      isWordStart = character == " "
    }
    return position == wanted.count ? score : nil
  }
}

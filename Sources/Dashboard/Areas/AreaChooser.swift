import Letters
import Safeguarding
package import TerminalUI

/// The areas of a database, of which a person chooses one to open: the worst first.
package struct AreaChooser: Program {
  /// An area and how it stands.
  package struct Area: Hashable, Sendable {
    let name, title: String
    let overdue, soon: Int
    let nextDue, nextTitle, nextOwner: String

    /// An area and how it stands.
    ///
    /// - Parameters:
    ///   - name: The name by which it is opened.
    ///   - title: What it calls itself.
    ///   - overdue: How many things are overdue.
    ///   - soon: How many are due within 14 days.
    ///   - next: What is owed next: by when, what, and by whom; empty texts where nothing is.
    package init(
      name: String, title: String, overdue: Int, soon: Int,
      next: (due: String, title: String, owner: String)
    ) {
      (self.name, self.title, self.overdue, self.soon) = (name, title, overdue, soon)
      (nextDue, nextTitle, nextOwner) = (next.due, next.title, next.owner)
    }
  }

  /// Nobody tells it anything.
  package typealias Message = Never
  /// It wants nothing done.
  package typealias Effect = Never

  package let theme: ResolvedTheme
  /// The name of the area that was chosen.
  package private(set) var chosen: String?
  package private(set) var isFinished = false
  private let areas: [Area]
  private let database: String
  private let handling: String
  private let day: String
  private let glyphs: Glyphs
  private var query = ""
  private var selected = 0
  private var offset = 0
  private var warning = ""
  private var listHeight = 1

  /// A choice between areas.
  ///
  /// - Parameters:
  ///   - areas: The areas.
  ///   - database: Where they lie, in words.
  ///   - handling: Who may see it; empty where nothing is said.
  ///   - day: The day on which they stand so, in words.
  ///   - theme: How it looks.
  ///   - glyphs: The characters of lines and marks.
  ///   - last: The area that was open before, which is selected.
  package init(
    _ areas: [Area], of database: String, handling: String, day: String, theme: ResolvedTheme,
    glyphs: Glyphs, last: String? = nil
  ) {
    self.areas = areas.sorted { ($1.overdue, $0.name) < ($0.overdue, $1.name) }
    (self.database, self.handling, self.day) = (database, handling, day)
    (self.theme, self.glyphs) = (theme, glyphs)
    selected = self.areas.firstIndex { $0.name == last } ?? 0
  }

  private var shown: [Area] {
    let words = Folding.words(of: query)
    return areas.filter { "\($0.name) \($0.title)".holds(words) }
  }

  package mutating func receive(_ message: Message) -> [Effect] {}

  package mutating func receive(_ event: TerminalEvent) -> [Effect] {
    warning = ""
    switch event {
    case .key(let key): press(key)
    case .paste(let text): narrow(query + text)
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: move(-3)
      case .wheelDown: move(3)
      case .press, .doublePress: click(mouse)
      }
    case .idle(let seconds):
      warning = "Nobody has typed for long: Masa ends in \(seconds) s. Press a key to stay."
    case .hangUp: isFinished = true
    case .resized, .background, .wake: break
    }
    return []
  }

  private mutating func press(_ key: Key) {
    switch key {
    case .up: move(-1)
    case .down, .tab: move(1)
    case .pageUp: move(-listHeight)
    case .pageDown: move(listHeight)
    case .home: move(-areas.count)
    case .end: move(areas.count)
    case .enter: open()
    case .backspace: narrow(String(query.dropLast()))
    case .escape: if query.isEmpty { isFinished = true } else { narrow("") }
    case .control("c"), .control("q"): isFinished = true
    case .control("u"): narrow("")
    case .character(let character): narrow(query + String(character))
    default: break
    }
  }

  private mutating func move(_ rows: Int) {
    selected = max(0, min(shown.count - 1, selected + rows))
  }

  private mutating func narrow(_ words: String) {
    (query, selected, offset) = (words, 0, 0)
  }

  private mutating func open() {
    let shown = shown
    guard selected < shown.count else { return }
    (chosen, isFinished) = (shown[selected].name, true)
  }

  private mutating func click(_ mouse: MouseEvent) {
    let row = mouse.point.y - AreaChooser.listTop - 1 + offset
    guard mouse.point.y > AreaChooser.listTop, shown.indices.contains(row) else { return }
    selected = row
    if mouse.action == .doublePress { open() }
  }

  // MARK: How it looks

  /// The row of the heads of the columns, below the answer, a rule and the prompt.
  private static let listTop = 5

  package mutating func draw(in size: Size) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    let shown = shown
    drawTop(in: &canvas, size)
    let rule = PanelRule(
      title: Line("Areas: Enter opens one", .heading),
      position: .secondary(
        shown.count == areas.count
          ? counted(areas.count, "area") : "\(shown.count) of \(areas.count)"),
      isFocused: true)
    _ = rule.draw(in: &canvas, area: Rect(x: 0, y: 3, width: size.width, height: size.height - 4))
    let prompt = Line(" Narrow: ", .key) + Line(query, .input)
    canvas.write(prompt, x: 0, y: 4, width: size.width)
    let area = Rect(
      x: 0, y: AreaChooser.listTop, width: size.width,
      height: max(0, size.height - AreaChooser.listTop - 1))
    if shown.isEmpty {
      canvas.write(
        Line(" No area is called so. Esc shows all again.", .secondary), x: 0, y: area.y,
        width: size.width)
    } else {
      var view = TableView(table(of: shown), selected: selected, offset: offset, isFocused: true)
      offset = view.offset(in: area)
      view.offset = offset
      listHeight = max(1, area.height - 1)
      view.draw(in: &canvas, area: area)
    }
    drawHints(in: &canvas, size)
    canvas.cursor = Point(min(size.width - 1, prompt.width), 4)
    return canvas
  }

  private func drawTop(in canvas: inout Canvas, _ size: Size) {
    let isBeside = size.width >= 100
    let name = isBeside || handling.isEmpty ? "MASA" : handling
    let right =
      (isBeside && !handling.isEmpty ? "\(handling) \(glyphs.separator) " : "") + "as at \(day)"
    let width = TextWidth.of(right)
    canvas.write(
      Line(" \(name)  ", .title) + Line(database, .title), x: 0, y: 0,
      width: max(0, size.width - width - 3))
    canvas.write(Line(right, .secondary), x: size.width - width - 1, y: 0, width: width)
    var x = 1
    for block in lede {
      if x > 1, x + block.width > size.width { break }
      canvas.write(block.what, x: x, y: 1, width: size.width - x)
      canvas.write(block.how, x: x, y: 2, width: size.width - x)
      x += block.width + 4
    }
  }

  /// The answer: how much is late in all of them, and where most is.
  private var lede: [LedeBlock] {
    let late = areas.reduce(0) { $0 + $1.overdue }
    let soon = areas.reduce(0) { $0 + $1.soon }
    let places = areas.count { $0.overdue > 0 }
    var blocks: [LedeBlock] = [
      late == 0
        ? .fact("Nothing is late", "in \(counted(areas.count, "area"))", .good)
        : .alarm("\(grouped(late)) overdue", "in \(places) of \(counted(areas.count, "area"))")
    ]
    blocks.append(
      .fact("\(grouped(soon)) due in 14 days", "and not late", soon == 0 ? .heading : .dueSoon))
    if let worst = areas.first, late > 0 {
      blocks.append(.fact("most in \(worst.name)", "\(worst.overdue) of \(late)"))
    }
    return blocks
  }

  private func table(of shown: [Area]) -> Table {
    Table(
      columns: [
        Column("", .whole), Column("Late", .whole, alignment: .trailing),
        Column("In 14 days", .whole, alignment: .trailing, rank: 2),
        Column("Area", .text(least: 12, most: 28)),
        Column("Name", .text(least: 12, most: 40), rank: 3),
        Column("Next", .whole, rank: 1), Column("Whose", .text(least: 10, most: 18), rank: 1),
        Column("What is owed next", .main(least: 16)),
      ],
      rows: TableRows(
        shown.map { area in
          TableRow(
            id: area.name,
            cells: [
              area.overdue > 0 ? Line("!", .overdue) : .empty,
              area.overdue > 0 ? Line(grouped(area.overdue), .overdue) : .secondary("0"),
              area.soon > 0 ? Line(grouped(area.soon)) : .secondary("0"), Line(area.name),
              .secondary(area.title), Line(area.nextDue), Line(area.nextOwner),
              Line(area.nextTitle),
            ])
        }))
  }

  private func drawHints(in canvas: inout Canvas, _ size: Size) {
    let line =
      warning.isEmpty
      ? [("Enter", "open"), ("Up Down", "move"), ("letters", "narrow"), ("Esc", "leave")]
        .reduce(Line(" ")) { $0 + Line($1.0, .key) + .secondary(" \($1.1)   ") }
      : Line(" \(warning)", .accent)
    canvas.write(line, x: 0, y: size.height - 1, width: size.width)
  }
}

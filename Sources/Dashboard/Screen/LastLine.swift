import Safeguarding
import TerminalUI

/// What decides which keys the last line names.
struct HintPlace: Hashable, Sendable {
  let width: Int
  /// The position of the panel that has the keys, and how many there are.
  let focus: Int
  let panels: Int
  /// The positions of the commands that have a word here, among those that have one anywhere.
  let commands: [Int]
}

extension ScreenDrawing {
  /// How else than by words the list can be narrowed, after its own columns: "owner:… due<2w no:owner -word".
  private var filterWays: String {
    let titles = (browsing.focusedTable?.columns ?? []).map(\.title)
    func word(_ names: [String]) -> String? {
      titles.first { names.contains($0) }?.lowercased()
    }
    let whose = word(["Owner", "Agency", "Group"])
    let when = word(["Due", "Date", "Next", "Since"])
    let ways = [
      whose.map { "\($0):police" }, when.map { "\($0)<2w" }, whose.map { "no:\($0)" }, "-word",
    ]
    return ways.compactMap(\.self).joined(separator: "  ")
  }

  /// Draws the last line: what is being typed, what just happened, or what the keys do.
  func drawLastLine(in canvas: inout Canvas) {
    let y = size.height - 1
    switch mode {
    case .filtering:
      let prompt = Line(" / ", .key) + Line(browsing.filterText, .input)
      canvas.write(prompt, x: 0, y: y, width: size.width)
      let keys =
        Line("Enter", .key) + Line(" keeps it  ", .secondary) + Line("Esc", .key)
        + Line(" clears it ", .secondary)
      let ways = Line(filterWays + "  ", .secondary)
      let hint = prompt.width + ways.width + keys.width + 3 < size.width ? ways + keys : keys
      if prompt.width + hint.width + 3 < size.width {
        canvas.write(hint, x: size.width - hint.width, y: y, width: hint.width)
      }
      canvas.cursor = Point(min(size.width - 1, prompt.width), y)
    case .asking(let question, let text, let problem):
      let typed = Line(text, .input)
      let answer = problem.isEmpty ? understood(text) : Line("   \(problem)", .fault)
      let long = Line(" \(question.words): ", .key) + typed
      let prompt =
        long.width + answer.width < size.width
        ? long : Line(" \(question.shortWords): ", .key) + typed
      canvas.write(prompt + answer, x: 0, y: y, width: size.width)
      canvas.cursor = Point(min(size.width - 1, prompt.width), y)
    case .editing:
      let line =
        isNoticeOnLastLine ? Line(" \(notice)", .accent) : form.map(dashboard.hints) ?? .empty
      canvas.write(line, x: 0, y: y, width: size.width)
    case .entering:
      let line =
        isNoticeOnLastLine
        ? Line(" \(notice)", .accent) : dashboard.grid.map { hints(for: $0) } ?? .empty
      canvas.write(line, x: 0, y: y, width: size.width)
    case .confirming(let confirmation):
      let end = answers
      let room = max(0, size.width - end.width)
      let used = canvas.write(
        Line(" \(question(confirmation))", .accent), x: 0, y: y, width: room)
      canvas.write(end, x: used, y: y, width: end.width)
      canvas.cursor = Point(min(size.width - 1, used + 2), y)
    case .resolving(let resolution):
      let line = isNoticeOnLastLine ? Line(" \(notice)", .accent) : hints(for: resolution)
      canvas.write(line, x: 0, y: y, width: size.width)
    case .touring(let tour):
      let isLast = tour.moved(by: 1) == nil
      let keys = [("Enter", isLast ? "end" : "go on"), ("Left", "back"), ("Esc", "end the tour")]
      let line = keys.reduce(Line(" ")) {
        $0 + Line($1.0, .key) + Line(" \($1.1)  ", .secondary)
      }
      canvas.write(line, x: 0, y: y, width: size.width)
    case .choosing, .browsing:
      let line = isNoticeOnLastLine ? Line(" \(notice)", .accent) : hints
      canvas.write(line, x: 0, y: y, width: size.width)
    }
  }

  /// A question as the last line asks it: in short where it is told in full above.
  private func question(_ confirmation: Confirmation) -> String {
    if fits(confirmation.question) { return confirmation.question }
    guard let askedUndo else { return "Do this?" }
    return askedUndo.isRedo ? "Do this again?" : "Undo this?"
  }

  /// How the day that is being typed is understood.
  private func understood(_ text: String) -> Line {
    guard !text.isEmpty,
      case .success(let reading) = dashboard.reading(of: text, from: dashboard.today)
    else {
      return .empty
    }
    return Line("   \(reading.result.long)", .secondary)
  }

  /// The keys that matter here, as many as there is room for.
  private var hints: Line {
    if case .choosing(let chooser) = mode {
      if chooser.purpose == .palette {
        return Line(" Enter", .key) + Line(" does it  ", .secondary) + Line("Down", .key)
          + Line(" next  ", .secondary) + Line("Esc", .key) + Line(" closes", .secondary)
          + Line(size.width < 50 ? "" : "  type to narrow", .secondary)
      }
      let isDay = chooser.purpose == .date
      let does = isDay ? " copies it  " : chooser.purpose == .help ? " does it  " : " chooses it  "
      let first = isDay ? " type a day  " : " type to narrow  "
      return Line(size.width < 50 ? " " : first, .secondary) + Line("Enter", .key)
        + Line(does, .secondary) + Line("Esc", .key)
        + Line(" closes", .secondary)
    }
    let hinted = dashboard.keymap.hinted
    let place = HintPlace(
      width: size.width, focus: visit.focus, panels: browsing.content.panels.count,
      commands: hintedHere)
    return browsing.screen.hintLines(place) { hints(of: place.commands.map { hinted[$0] }) }
  }

  /// The words of some commands, the most important first, and how one finds help and leaves.
  private func hints(of shown: [Command]) -> Line {
    let last = hint(of: ["help", "quit"])
    var line = Line(" ")
    var done: Set<String> = []
    for command in shown {
      guard let hint = command.hint, done.insert(hint).inserted else { continue }
      let count =
        command.id == "next-panel" ? " (\(visit.focus + 1) of \(content.panels.count))" : ""
      // Keys that do the same in two directions share their word: "< > move".
      let keys = shown.filter { $0.hint == hint }.compactMap { $0.keys.first?.label }
      let part =
        Line(keys.joined(separator: " "), .key) + Line(" \(hint)\(count)  ", .secondary)
      if line.width + part.width + last.width > size.width { break }
      line += part
    }
    return line + last
  }

  /// The positions of the commands that have their word on the last line here and now, among those that have one
  /// anywhere.
  private var hintedHere: [Int] {
    let hinted = dashboard.keymap.hinted
    let browsing = browsing
    let panel = browsing.focusedPanel
    let added = Set(panel?.additions.map(\.kind) ?? [])
    var selected: RecordKind?
    if let panel, let row = browsing.selectedSource(in: panel.id),
      case .record(let record) = panel.rows.subject(row)
    {
      selected = record.kind
    }
    let isMixed = browsing.content.isMixed
    return hinted.indices.filter { index in
      let command = hinted[index]
      guard !command.keys.isEmpty, command.id != "help", command.id != "quit" else { return false }
      // Where every row is something else, the line would change with each move of the cursor.
      if isMixed, command.section == "Edit" { return false }
      if let among = command.hintedAmong {
        if !added.contains(among) { return false }
      } else if let kind = command.kind {
        if kind != selected { return false }
      }
      return command.canBeDone(dashboard)
    }
  }

  /// The hints that always stand at the end.
  private func hint(of ids: [String]) -> Line {
    dashboard.keymap.commands.filter { ids.contains($0.id) }.reduce(Line.empty) { line, command in
      line + Line(command.keys.first?.label ?? "", .key)
        + Line(" \(command.hint ?? "")  ", .secondary)
    }
  }
}

package import TerminalUI
import Safeguarding

extension Dashboard {
  /// Draws the whole screen in a size.
  package mutating func draw(in size: Size) -> Canvas {
    let hasOpenRow = form?.isInline == true
    if browsing.size != size || browsing.hasOpenRow != hasOpenRow {
      browsing.size = size
      browsing.hasOpenRow = hasOpenRow
      browsing.scrollToSelection()
      browsing.screen.forget()
    }
    let (canvas, still) = ScreenDrawing(self).canvas(keeping: browsing.screen.still)
    browsing.screen.still = still
    return canvas
  }

  /// The present place as plain lines: the same content for pipes, mail and screen readers.
  package var plainLines: [String] { ScreenDrawing(self).plainLines }

  /// The places that together show all that the pane shows, such as one executive after the other.
  package var placesOfPane: [Place] {
    let context = browsing.context
    let place = browsing.visit.place
    guard let pane = pane(place.pane), place.path.isEmpty else { return [place] }
    return pane.ways(context).map { Place(place.pane, $0) }
  }
}

/// Draws the dashboard as it is at a moment; drawing changes nothing.
struct ScreenDrawing {
  let dashboard: Dashboard
  let browsing: Browsing

  init(_ dashboard: Dashboard) {
    self.dashboard = dashboard
    browsing = dashboard.browsing
  }

  var context: PaneContext { _read { yield browsing.context } }
  var content: PaneContent { _read { yield browsing.content } }
  var visit: Visit { browsing.visit }
  var size: Size { browsing.size }
  var contentArea: Rect { browsing.contentArea }
  var mode: Mode { dashboard.mode }
  var isChoosing: Bool { mode.isChoosing }
  var notice: String { dashboard.notice }
  var form: Form? { dashboard.form }
  var askedUndo: UndoQuestion? { dashboard.askedUndo }

  func selection(in panel: PanelID) -> Int? { browsing.selection(in: panel) }
  func showsHead(_ panel: Panel) -> Bool { browsing.showsHead(panel) }

  /// The whole screen.
  var canvas: Canvas { canvas(keeping: nil).canvas }

  /// The whole screen where something is asked or filled in, or nothing finds room.
  var changingCanvas: Canvas {
    var canvas = Canvas(size: size, glyphs: context.glyphs)
    if browsing.isTooSmall {
      drawTooSmall(in: &canvas)
      return canvas
    }
    drawAbove(in: &canvas)
    if case .resolving(let resolution) = mode {
      draw(resolution, in: &canvas)
    } else if let grid = dashboard.grid, !isChoosing {
      draw(grid, in: &canvas)
    } else if let form, !isChoosing, !drawInline(form, in: &canvas) {
      dashboard.draw(form, in: &canvas)
    } else if form == nil || isChoosing {
      drawPlace(in: &canvas)
    }
    if let askedUndo { draw(askedUndo, in: &canvas) }
    drawBelow(in: &canvas)
    return canvas
  }

  /// Draws what stands above the panels.
  func drawAbove(in canvas: inout Canvas) {
    drawHeader(in: &canvas)
    drawTabs(in: &canvas)
    if browsing.hasBanner { drawBanner(in: &canvas) }
    drawSections(in: &canvas)
    if browsing.hasLede, dashboard.grid == nil || isChoosing { drawLede(in: &canvas) }
  }

  /// Draws what is told, and the last line.
  func drawBelow(in canvas: inout Canvas) {
    drawLongSentences(in: &canvas)
    drawLastLine(in: &canvas)
    if canvas.cursor == nil { canvas.cursor = Point(0, min(size.height - 1, contentArea.y)) }
  }

  /// Draws the present place, and over it what is chosen from.
  private func drawPlace(in canvas: inout Canvas) {
    guard case .choosing(let chooser) = mode else {
      drawPanels(in: &canvas, focus: visit.focus)
      return
    }
    // What shows below has not the keys.
    if showsPane(below: chooser) { drawPanels(in: &canvas, focus: nil) }
    drawChooser(chooser, in: &canvas)
  }

  func drawPanels(in canvas: inout Canvas, focus: Int?) {
    let areas = browsing.panelAreas()
    for (index, panel) in content.panels.enumerated() where !areas[index].isEmpty {
      drawPanel(panel, isFocused: index == focus, in: &canvas, area: areas[index])
    }
    canvas.joinLines()
    drawHidden(in: &canvas)
  }

  private func drawTooSmall(in canvas: inout Canvas) {
    let lines = [
      "Masa needs \(Dashboard.smallest.width) columns and \(Dashboard.smallest.height) rows.",
      "This window has \(size.width) and \(size.height).",
      "Make it larger, or press \(dashboard.keymap.label(for: "quit")).",
    ]
    for (y, line) in lines.enumerated() { canvas.write(line, x: 0, y: y) }
    canvas.cursor = Point(0, 0)
  }

  /// A tab: its pane, its digit with its title, what is late in it, and where it stands.
  struct Tab {
    let pane: String
    let text: String
    let late: String
    let x: Int

    var width: Int { TextWidth.of(text) + (late.isEmpty ? 0 : TextWidth.of(late) + 1) }
  }

  /// The tabs with the columns they take.
  func tabs() -> [Tab] {
    let root = browsing.visits.first?.place.pane
    let late = panes.map { context.late(in: $0) }
    func tabs(gap: Int, hasLate: Bool = true, _ title: (any Pane.Type) -> String) -> [Tab] {
      var x = 1
      return panes.enumerated().map { index, pane in
        let text = "\(index + 1) \(title(pane))".trimmingSpaces
        let tab = Tab(pane: pane.id, text: text, late: hasLate ? late[index] : "", x: x)
        x += tab.width + gap
        return tab
      }
    }
    // How much is late goes before the titles do; the overview tells it, too.
    for (gap, isShort, hasLate) in [
      (3, false, true), (2, false, true), (2, true, true), (1, true, true), (1, true, false),
    ] {
      let all = tabs(gap: gap, hasLate: hasLate) { isShort ? $0.shortTitle : $0.title }
      if let last = all.last, last.x + last.width + (gap > 2 ? 8 : 0) < size.width { return all }
    }
    return tabs(gap: 2) { $0.id == root ? $0.title : "" }
  }

  private func drawTabs(in canvas: inout Canvas) {
    let root = browsing.visits.first?.place.pane
    let tabs = tabs()
    for tab in tabs {
      if tab.pane == root {
        canvas.write(" \(tab.text) ", .tab, x: tab.x - 1, y: 1)
      } else {
        canvas.write(tab.text, .secondary, x: tab.x, y: 1)
        canvas.write(String(tab.text.prefix(1)), .key, x: tab.x, y: 1)
      }
      canvas.write(tab.late, .overdue, x: tab.x + TextWidth.of(tab.text) + 1, y: 1)
    }
    let help = Line(dashboard.keymap.label(for: "help"), .key) + Line(" help", .secondary)
    if let last = tabs.last, last.x + last.width + help.width + 2 < size.width {
      canvas.write(help, x: size.width - help.width - 1, y: 1, width: help.width)
    }
  }

  /// Names the worst fault on every pane: a file that cannot be read before a faulty record.
  private func drawBanner(in canvas: inout Canvas) {
    let errors = context.errors
    guard let first = errors.first(where: { $0.recordKind == nil && !$0.isRest }) ?? errors.first
    else { return }
    let key = dashboard.keymap.label(for: "faults")
    let end: Line = key.isEmpty ? .empty : Line(" \(key)", .key) + Line(" shows all ", .fault)
    let what = Line(
      " x \(counted(errors.tally.errors, "fault")) in the data: \(first.place): \(first.message)",
      .fault)
    canvas.write(what, x: 0, y: 2, width: max(0, size.width - end.width))
    canvas.write(end, x: size.width - end.width, y: 2, width: end.width)
  }

  func drawPanel(
    _ panel: Panel, isFocused: Bool, in canvas: inout Canvas, area: Rect
  ) {
    let rule = PanelRule(
      title: Line(panel.title, .heading), notes: notes(of: panel, in: area),
      position: position(in: panel), isFocused: isFocused && content.panels.count > 1,
      hasLeftLine: area.x > 0)
    let room = drawTrouble(of: panel, in: &canvas, rule.draw(in: &canvas, area: area))
    switch panel.body {
    case .table(let all):
      guard var (view, room) = browsing.view(of: panel, in: area), !view.table.isEmpty else {
        let text =
          all.isEmpty
          ? emptyText(of: panel)
          : "No row matches the filter. \(dashboard.keymap.label(for: "back")) clears it."
        drawText(
          Line(text, all.isEmpty ? panel.emptyRole : .secondary).wrapped(width: room.width - 2),
          offset: 0, in: &canvas, room)
        if isFocused { canvas.cursor = Point(room.x, room.y) }
        return
      }
      if !isFocused && !browsing.isExplained(panel) { view.selected = nil }
      if room.maxY < area.maxY, view.isFocused {
        let lines =
          reading(of: view, in: room)?.wrapped(width: room.width - 2, most: area.maxY - room.maxY)
          ?? []
        // Where nothing has to be read, the list goes on.
        room.height = area.maxY - room.y - lines.count
        for (step, line) in lines.enumerated() {
          canvas.write(line, x: room.x + 1, y: room.maxY + step, width: room.width - 2)
        }
      }
      view.draw(in: &canvas, area: room)
      drawMarks(of: panel, view, in: &canvas, room)
      drawChanges(of: panel, view, in: &canvas, room)
    case .text, .facts, .detail:
      let lines = browsing.text(of: panel, width: area.width - 3)
      let empty = Line(emptyText(of: panel), panel.emptyRole).wrapped(width: room.width - 2)
      let shown = lines.isEmpty ? empty : lines
      drawText(shown, offset: visit.lists[panel.id]?.offset ?? 0, in: &canvas, room)
      if isFocused { canvas.cursor = Point(room.x, room.y) }
    case .drawing(let drawing):
      drawing.draw(in: &canvas, area: room.inset(horizontal: 1, vertical: 0))
      if isFocused { canvas.cursor = Point(room.x, room.y) }
    }
  }

  /// Says above a panel what could not be read; answers the room that is left.
  private func drawTrouble(of panel: Panel, in canvas: inout Canvas, _ room: Rect) -> Rect {
    let lines = browsing.troubleLines(of: panel, width: room.width - 2)
    drawText(lines, offset: 0, in: &canvas, room)
    return Rect(
      x: room.x, y: room.y + lines.count, width: room.width, height: room.height - lines.count)
  }

  private func drawText(_ lines: [Line], offset: Int, in canvas: inout Canvas, _ room: Rect) {
    for row in 0..<room.height where offset + row < lines.count {
      canvas.write(lines[offset + row], x: room.x + 1, y: room.y + row, width: room.width - 2)
    }
  }

  /// What to say in an empty panel; nothing when what belongs there could not be read or is closed.
  func emptyText(of panel: Panel) -> String {
    guard panel.trouble.isEmpty, panel.closed.isEmpty else { return "" }
    let invitation = dashboard.standpoint.invitation(to: panel)
    return [panel.emptyText, invitation].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The panel's own summary with the filter that narrows it, most important first; drawn in an area, or
  /// said.
  func notes(of panel: Panel, in area: Rect? = nil) -> [Line] {
    var notes = panel.closed.isEmpty ? panel.notes : [.secondary("closed")]
    if let (column, note) = panel.legend, panel.closed.isEmpty {
      let view = area.flatMap { browsing.view(of: panel, in: $0) }
      let widths = view.map { $0.view.widths(in: $0.room) } ?? []
      if !widths.indices.contains(column) || widths[column] > 0 { notes.append(note) }
    }
    if !panel.trouble.isEmpty { notes = [Line("cannot be read", .fault)] }
    let marked = browsing.markedCount(in: panel.id)
    if marked > 0 { notes.insert(Line("\(marked) marked", .accent), at: 0) }
    if let filter = visit.lists[panel.id]?.filter, !filter.isEmpty {
      let shown = filtered(panel).map { Line.secondary("  \($0)") } ?? .empty
      notes.insert(Line("/\(filter)", .match) + shown, at: 0)
    }
    return browsing.locked(notes, of: panel)
  }

  /// Where one is in a panel: "5 of 20", "lines 1-8 of 30".
  func position(in panel: Panel) -> Line {
    switch panel.body {
    case .drawing: return .empty
    case .table:
      guard let table = browsing.tables[panel.id], let position = selection(in: panel.id) else {
        return .empty
      }
      let here = position + 1 - table.headings(through: position)
      let mark = panel.isCountMarked ? illustrativeMark : ""
      return Line("\(here) of \(table.selectableCount)\(mark)", .secondary)
    case .text, .facts, .detail:
      let (lines, capacity) = browsing.textExtent(of: panel)
      guard lines > capacity, capacity > 0 else { return .empty }
      let first = (visit.lists[panel.id]?.offset ?? 0) + 1
      return Line(
        "lines \(first)-\(min(lines, first + capacity - 1)) of \(lines)", .secondary)
    }
  }
}

package import TerminalUI
import Safeguarding

extension Dashboard {
  /// Draws the whole screen in a size.
  package mutating func draw(in size: Size) -> Canvas {
    if self.size != size {
      self.size = size
      settle()
    }
    var canvas = Canvas(size: size, glyphs: context.glyphs)
    if isTooSmall {
      drawTooSmall(in: &canvas)
      return canvas
    }
    drawHeader(in: &canvas)
    drawTabs(in: &canvas)
    if hasBanner { drawBanner(in: &canvas) }
    if case .choosing(let chooser) = mode {
      drawChooser(chooser, in: &canvas)
    } else {
      let areas = panelAreas()
      for (index, panel) in content.panels.enumerated() where !areas[index].isEmpty {
        drawPanel(panel, isFocused: index == visit.focus, in: &canvas, area: areas[index])
      }
      canvas.joinLines()
    }
    drawLastLine(in: &canvas)
    if canvas.cursor == nil { canvas.cursor = Point(0, min(size.height - 1, contentArea.y)) }
    return canvas
  }

  private func drawTooSmall(in canvas: inout Canvas) {
    let lines = [
      "Masa needs \(Dashboard.smallest.width) columns and \(Dashboard.smallest.height) rows.",
      "This window has \(size.width) and \(size.height).", "Make it larger, or press q.",
    ]
    for (y, line) in lines.enumerated() { canvas.write(line, x: 0, y: y) }
    canvas.cursor = Point(0, 0)
  }

  private func drawHeader(in canvas: inout Canvas) {
    let isWide = size.width >= 100
    let pinned = pinnedDay == nil || !isWide ? "" : " (pinned)"
    var right = "as at \(isWide ? context.day.long : context.day.short)\(pinned)"
    if !banner.isEmpty, size.width >= 70 { right += " \(canvas.glyphs.separator) \(banner)" }
    let rightWidth = TextWidth.of(right)
    let trail = ([scopeTitle] + content.trail).joined(separator: " \(canvas.glyphs.pointer) ")
    let left =
      Line(" MASA  ", .title)
      + Line(isWide ? "\(context.workspace.settings.title)  " : "", .secondary)
      + Line(trail, .title)
    canvas.write(left, x: 0, y: 0, width: max(0, size.width - rightWidth - 3))
    canvas.write(Line(right, .secondary), x: size.width - rightWidth - 1, y: 0, width: rightWidth)
  }

  private var scopeTitle: String {
    switch context.scope {
    case .all: "all partnerships"
    case .one(let id): context.workspace.partnerships[id]?.shortName ?? id.id
    }
  }

  /// The columns each tab takes, with its pane.
  func tabSpans() -> [(pane: String, text: String, x: Int)] {
    let separator = 2
    let full = panes.enumerated().map { "\($0.offset + 1) \($0.element.title)" }
    let isShort = full.reduce(2) { $0 + TextWidth.of($1) + separator } > size.width
    let root = visits.first?.place.pane
    var x = 1
    return panes.enumerated().map { index, pane in
      let text = isShort && pane.id != root ? "\(index + 1)" : full[index]
      defer { x += TextWidth.of(text) + separator + (isShort ? 0 : 1) }
      return (pane.id, text, x)
    }
  }

  private func drawTabs(in canvas: inout Canvas) {
    let root = visits.first?.place.pane
    for tab in tabSpans() {
      let isHere = tab.pane == root
      canvas.write(tab.text, isHere ? .accent : .secondary, x: tab.x, y: 1)
      if !isHere { canvas.write(String(tab.text.prefix(1)), .key, x: tab.x, y: 1) }
    }
    let help = Line("?", .key) + Line(" help", .secondary)
    if let last = tabSpans().last, last.x + TextWidth.of(last.text) + 8 < size.width {
      canvas.write(help, x: size.width - 7, y: 1, width: 6)
    }
  }

  private func drawBanner(in canvas: inout Canvas) {
    let errors = context.workspace.faults.filter { $0.severity == .error }
    guard let first = errors.first else { return }
    let count = counted(errors.count, "fault")
    canvas.write(
      Line(" x \(count) in the data: \(first.place): \(first.message)  F shows them", .fault), x: 0,
      y: 2, width: size.width)
  }

  private func drawPanel(
    _ panel: Panel, isFocused: Bool, in canvas: inout Canvas, area: Rect
  ) {
    let rule = PanelRule(
      title: Line(panel.title, .heading), note: note(of: panel),
      isFocused: isFocused && content.panels.count > 1, hasLeftLine: area.x > 0)
    let room = drawTrouble(of: panel, in: &canvas, rule.draw(in: &canvas, area: area))
    switch panel.body {
    case .table(let all):
      let table = tables[panel.id] ?? all
      guard !table.rows.isEmpty else {
        let text = all.rows.isEmpty ? panel.emptyText : "No row matches the filter. Esc clears it."
        drawText(Line(text, .secondary).wrapped(width: room.width - 2), offset: 0, in: &canvas, room)
        if isFocused { canvas.cursor = Point(room.x, room.y) }
        return
      }
      let state = visit.lists[panel.id] ?? ListState()
      TableView(
        table, selected: panel.targets.isEmpty && !isFocused ? nil : selection(in: panel.id),
        offset: state.offset, sort: state.sortColumn.map { ($0, state.isDescending) },
        isFocused: isFocused, showsHead: showsHead(panel)
      ).draw(in: &canvas, area: room)
    case .text, .facts, .detail:
      let lines = text(of: panel, width: area.width - 3)
      let shown = lines.isEmpty ? [Line(panel.emptyText, .secondary)] : lines
      drawText(shown, offset: visit.lists[panel.id]?.offset ?? 0, in: &canvas, room)
      if isFocused { canvas.cursor = Point(room.x, room.y) }
    case .drawing(let drawing):
      drawing.draw(in: &canvas, area: room.inset(horizontal: 1, vertical: 0))
      if isFocused { canvas.cursor = Point(room.x, room.y) }
    }
  }

  /// Says above a panel what could not be read; answers the room that is left.
  private func drawTrouble(of panel: Panel, in canvas: inout Canvas, _ room: Rect) -> Rect {
    let lines = troubleLines(of: panel, width: room.width - 2)
    drawText(lines, offset: 0, in: &canvas, room)
    return Rect(
      x: room.x, y: room.y + lines.count, width: room.width, height: room.height - lines.count)
  }

  private func drawText(_ lines: [Line], offset: Int, in canvas: inout Canvas, _ room: Rect) {
    for row in 0..<room.height where offset + row < lines.count {
      canvas.write(lines[offset + row], x: room.x + 1, y: room.y + row, width: room.width - 2)
    }
  }

  /// The panel's own summary, then where one is in it: "5 of 20".
  func note(of panel: Panel) -> Line {
    var note = panel.note
    let gap: Line = note.isEmpty ? .empty : Line("  ", .border)
    if let table = tables[panel.id], let index = selection(in: panel.id) {
      let rows = table.rows.filter { !$0.isHeading }.count
      let here = table.rows[...index].filter { !$0.isHeading }.count
      note += gap + Line("\(here) of \(rows)", .secondary)
      if let filter = visit.lists[panel.id]?.filter, !filter.isEmpty {
        note = Line("/\(filter)  ", .match) + note
      }
    } else if case .drawing = panel.body {
    } else if case .table = panel.body {
    } else {
      let (lines, capacity) = textExtent(of: panel)
      let offset = visit.lists[panel.id]?.offset ?? 0
      if lines > capacity, capacity > 0 {
        note += gap + Line("lines \(offset + 1)-\(min(lines, offset + capacity)) of \(lines)", .secondary)
      }
    }
    return note
  }
}

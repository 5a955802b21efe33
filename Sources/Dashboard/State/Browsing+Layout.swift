import Safeguarding
package import TerminalUI

extension Dashboard {
  /// The smallest terminal the dashboard can be used in.
  package static let smallest = Size(40, 10)
}

extension Browsing {
  var isTooSmall: Bool {
    size.width < Dashboard.smallest.width || size.height < Dashboard.smallest.height
  }

  /// Whether the data has faults that everybody should know of.
  var hasBanner: Bool { !context.errors.isEmpty }

  /// Whether there is room for the answer above the lists.
  var hasLede: Bool { !content.lede.isEmpty && size.height >= 14 }

  /// Whether there is room for what has changed since the person was here.
  var hasNews: Bool { !content.news.isEmpty && hasLede }

  /// The row where the answer above the lists begins.
  var ledeTop: Int { sectionsTop + (hasSections ? 1 : 0) }

  /// The room between the answer and the last line.
  var contentArea: Rect {
    let top = ledeTop + (hasLede ? 2 : 0) + (hasNews ? 1 : 0)
    return Rect(x: 0, y: top, width: size.width, height: size.height - top - 1)
  }

  /// Where each panel stands; only the focused one shows when it is zoomed or finds no room.
  func panelAreas() -> [Rect] {
    let isHidden = visit.focus < placed.count && placed[visit.focus].isEmpty
    guard visit.isZoomed || isHidden else { return placed }
    var room = contentArea
    // Whoever did not ask for it alone is told what else there is.
    if !visit.isZoomed { room.height -= 1 }
    return placed.indices.map {
      $0 == visit.focus ? room : Rect(x: 0, y: 0, width: 0, height: 0)
    }
  }

  /// The panels that found no room, unless the focused one was asked for alone.
  var hiddenPanels: [Panel] {
    visit.isZoomed ? [] : zip(content.panels, panelAreas()).filter { $1.isEmpty }.map(\.0)
  }

  /// Finds a place for each panel by what is in it.
  mutating func placePanels() {
    let area = contentArea
    let main = mainPanel
    var wishes = content.panels.enumerated().map { index, panel in
      var wish = wish(of: panel, isMain: index == main, in: area)
      wish.isExtra = panel.isExtra
      return wish
    }
    // How many lines its texts take is known when its width is, and that may change with them.
    var all = PanelRoom(wishes, main: main, in: area).areas
    for pass in 0..<Browsing.mostPasses {
      let widths = all.map(\.width)
      for index in content.panels.indices where !all[index].isEmpty {
        if let rows = rows(of: content.panels[index], in: all[index]) {
          // What comes out otherwise each time has room for both.
          wishes[index].rows = pass < 2 ? rows : max(rows, wishes[index].rows)
          wishes[index].leastRows = min(rows, wishes[index].leastRows)
        }
      }
      all = PanelRoom(wishes, main: main, in: area).areas
      if all.map(\.width) == widths { break }
    }
    // What finds no room is named in the last row.
    let isWhole = all.allSatisfy { !$0.isEmpty }
    let shorter = Rect(x: area.x, y: area.y, width: area.width, height: area.height - 1)
    placed = isWhole ? all : PanelRoom(wishes, main: main, in: shorter).areas
  }

  /// How often the rows of the panels are counted anew at the widths that came of the last count.
  private static let mostPasses = 3

  /// How many rows a panel has at its width; nil where that does not depend on its width.
  private func rows(of panel: Panel, in area: Rect) -> Int? {
    let above = 1 + troubleLines(of: panel, width: area.width - 3).count
    let edge = area.x > 0 ? 3 : 2
    switch panel.body {
    case .table(let table):
      if table.isEmpty { return above + emptyLines(of: panel, width: area.width - edge) }
      let head = showsHead(panel) ? 1 : 0
      if let packing = TablePacking(table, width: area.width, lines: area.height - 1 - head) {
        return above + packing.lines(table.count)
      }
      let width = area.width - edge
      let reading = table.isCut(in: width, lines: Browsing.mostLines) ? 1 : 0
      return above + head + min(table.rows.count, size.height) + further(table, in: width) + reading
    case .text, .facts:
      let lines = text(of: panel, width: area.width - 3).count
      return above + (lines > 0 ? lines : emptyLines(of: panel, width: area.width - edge))
    case .detail, .drawing: return nil
    }
  }

  /// How many lines an empty panel takes to say what that means, and how something is added to it.
  private func emptyLines(of panel: Panel, width: Int) -> Int {
    let invitation = panel.additions.isEmpty ? "" : " \(panel.invitation)"
    return Line(panel.emptyText + invitation).wrapped(width: width).count
  }

  /// What a panel would like to have.
  private func wish(of panel: Panel, isMain: Bool, in area: Rect) -> PanelWish {
    let title = TextWidth.of(panel.title) + 16
    let trouble = troubleLines(of: panel, width: area.width - 3).count
    func empty(_ width: Int) -> PanelWish {
      let lines = emptyLines(of: panel, width: max(20, width - 3))
      return PanelWish(width: width, leastWidth: 30, rows: 1 + trouble + lines, leastRows: 2)
    }
    switch panel.body {
    case .table(let table):
      if table.isEmpty { return empty(isMain ? area.width : min(area.width, max(title, 40))) }
      // Beside others a panel does without its extras.
      let width = max((isMain ? table.naturalWidth : table.naturalWidth(through: 2)) + 2, title)
      var rows = 1 + trouble + (showsHead(panel) ? 1 : 0) + min(table.rows.count, area.height)
      if isMain { rows += further(table, in: area.width - 2) }
      // What is cut is read in a row of its own.
      if table.isCut(in: min(width, area.width) - 2, lines: 1) { rows += 1 }
      return PanelWish(
        width: width, leastWidth: max(table.leastWidth + 2, 24), rows: rows,
        leastRows: isMain ? 9 : 4, wholeWidth: table.wholeWidth + 2)
    case .detail(let list, _):
      // Of a list with nothing in it there is nothing to tell.
      if content[list]?.table?.rows.count == 0 { return empty(min(area.width, 60)) }
      let natural = panel.natural ?? Size(60, 10)
      return PanelWish(
        width: natural.width, leastWidth: PanelRoom.besides, rows: natural.height,
        leastRows: panel.natural == nil ? 4 : natural.height - 2, isDetail: true,
        isFlexible: panel.natural == nil)
    case .text, .facts:
      let lines = text(of: panel, width: 72)
      if lines.isEmpty { return empty(isMain ? area.width : 40) }
      let longest = lines.map(\.width).max() ?? 0
      let width = min(76, max(40, longest + 3, title))
      let rows = text(of: panel, width: width - 3).count
      return PanelWish(
        width: width, leastWidth: 40, rows: 1 + trouble + rows, isFlexible: longest > 40)
    case .drawing(let drawing):
      return PanelWish(
        width: drawing.natural.width + 2, leastWidth: drawing.least.width + 2,
        rows: drawing.natural.height + 1, leastRows: drawing.least.height + 1)
    }
  }

  /// How many further lines the long texts of a table take, as far as they can matter.
  private func further(_ table: Table, in width: Int) -> Int {
    TableView(table, showsHead: false, mostLines: Browsing.mostLines)
      .places(in: Rect(x: 0, y: 0, width: width + 2, height: size.height))
      .reduce(0) { $0 + $1.height - 1 }
  }

  /// Whether another panel in sight explains the selected row of this one.
  func isExplained(_ panel: Panel) -> Bool {
    guard let explainers = explainers[panel.id] else { return false }
    let areas = panelAreas()
    return explainers.contains { $0 < areas.count && !areas[$0].isEmpty }
  }

  /// What could not be read or is closed, each in at most three lines, and why the place is locked.
  func troubleLines(of panel: Panel, width: Int) -> [Line] {
    if panel.trouble.isEmpty, panel.closed.isEmpty { return lockLines(of: panel, width: width) }
    let trouble: Line = panel.trouble.isEmpty ? .empty : Line("x \(panel.trouble)", .fault)
    return [trouble, .secondary(panel.closed)].filter { !$0.plain.isEmpty }
      .flatMap { $0.wrapped(width: width).prefix(3) }
      + lockLines(of: panel, width: width)
  }

  /// A table needs a head where a column that has something in it has a title.
  func showsHead(_ panel: Panel) -> Bool {
    guard let table = tables[panel.id] else { return false }
    return zip(table.columns, table.wishes).contains { !$0.title.isEmpty && $1.natural > 0 }
  }

  /// How many lines a panel's text has in its room, and how many fit.
  func textExtent(of panel: Panel) -> (lines: Int, capacity: Int) {
    guard let index = content.panels.firstIndex(where: { $0.id == panel.id }) else { return (0, 0) }
    let area = panelAreas()[index]
    let trouble = troubleLines(of: panel, width: area.width - 3).count
    return (text(of: panel, width: area.width - 3).count, max(0, area.height - 1 - trouble))
  }

  /// The lines of a panel of text, wrapped to a width.
  func text(of panel: Panel, width: Int) -> [Line] {
    switch panel.body {
    case .text(let lines): return lines.flatMap { $0.wrapped(width: width) }
    case .detail(let list, let say):
      guard let row = selectedSource(in: list) else { return [] }
      return Fact.lines(say(row), width: width, glyphs: context.glyphs)
    case .facts(let facts):
      let changed = Set((changes.marks[visit.place]?.rows[panel.id] ?? [:]).keys)
      return Fact.lines(facts, changed: changed, width: width, glyphs: context.glyphs)
    case .table, .drawing: return []
    }
  }
}

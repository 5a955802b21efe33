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

  /// The room between the tab bar and the last line.
  var contentArea: Rect {
    let top = hasBanner ? 3 : 2
    return Rect(x: 0, y: top, width: size.width, height: size.height - top - 1)
  }

  /// Where each panel stands; only the focused one shows when it is zoomed or finds no room.
  func panelAreas() -> [Rect] {
    let area = contentArea
    var areas = Array(content.layout(area).prefix(content.panels.count))
    while areas.count < content.panels.count {
      areas.append(Rect(x: 0, y: 0, width: 0, height: 0))
    }
    let focused = visit.focus < areas.count ? areas[visit.focus] : area
    guard visit.isZoomed || focused.width < 20 || focused.height < 4 else { return areas }
    return areas.indices.map {
      $0 == visit.focus ? area : Rect(x: 0, y: 0, width: 0, height: 0)
    }
  }

  /// What could not be read or is closed, each in at most three lines, and why the place is locked.
  func troubleLines(of panel: Panel, width: Int) -> [Line] {
    let trouble: Line = panel.trouble.isEmpty ? .empty : Line("x \(panel.trouble)", .fault)
    return [trouble, .secondary(panel.closed)].filter { !$0.plain.isEmpty }
      .flatMap { $0.wrapped(width: width).prefix(3) }
      + lockLines(of: panel, width: width)
  }

  /// A table whose columns have no titles needs no head.
  func showsHead(_ panel: Panel) -> Bool {
    tables[panel.id]?.columns.contains { !$0.title.isEmpty } ?? false
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
      return say(row).flatMap { $0.wrapped(width: width) }
    case .facts(let facts):
      let changed = Set((changes.marks[visit.place]?.rows[panel.id] ?? [:]).keys)
      return Fact.lines(facts, changed: changed, width: width, glyphs: context.glyphs)
    case .table, .drawing: return []
    }
  }
}

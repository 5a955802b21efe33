import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// The answer above the lists, and how much of the main one a filter shows: the answer counts all.
  var lede: [LedeBlock] {
    var blocks = content.lede
    guard !blocks.isEmpty,
      let main = content.panels.first(where: { $0.id == content.main })
        ?? content.panels.first, let shown = filtered(main)
    else { return blocks }
    blocks.insert(.fact(shown, "Esc shows the others"), at: 1)
    return blocks
  }

  /// How many of the rows of a panel a filter shows; nil where none narrows it.
  func filtered(_ panel: Panel) -> String? {
    guard let filter = visit.lists[panel.id]?.filter, !filter.isEmpty, let all = panel.table,
      let table = browsing.tables[panel.id]
    else { return nil }
    return "\(table.selectableCount) of \(all.selectableCount) shown"
  }

  /// Draws the answer above the lists: as many whole blocks as there is room for, evenly apart.
  func drawLede(in canvas: inout Canvas) {
    var blocks = lede
    let room = size.width - 2
    func width(gap: Int) -> Int {
      blocks.reduce(0) { $0 + $1.width } + gap * max(0, blocks.count - 1)
    }
    while blocks.count > 1, width(gap: 3) > room { blocks.removeLast() }
    let spare = blocks.count > 1 ? (room - width(gap: 0)) / (blocks.count - 1) : 0
    let gap = max(3, min(6, spare))
    var x = 1
    for block in blocks {
      let width = min(block.width, room)
      canvas.write(block.what, x: x, y: browsing.ledeTop, width: width)
      canvas.write(block.how, x: x, y: browsing.ledeTop + 1, width: width)
      x += width + gap
    }
    guard browsing.hasNews, let shortest = content.news.last else { return }
    let news = content.news.first { $0.width <= room } ?? shortest
    canvas.write(news, x: 1, y: browsing.ledeTop + 2, width: room)
  }

  /// What the last row of a panel reads of the selected row, where the list cuts what it says; nil
  /// where nothing is cut.
  func reading(of view: TableView, in room: Rect) -> Line? {
    guard view.isFocused, let selected = view.selected,
      let place = view.places(in: room).first(where: { $0.position == selected })
    else { return nil }
    let widths = view.widths(in: room)
    let cells = view.table[selected].cells
    let cut = cells.indices.filter { index in
      index < widths.count && widths[index] > 0
        && cells[index].onOneLine.wrapped(width: widths[index]).count > place.height
    }
    let parts = cut.map { cells[$0].onOneLine.with(.secondary) }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + .secondary(", ") + $1 }
  }

  /// Names the panels that found no room, with how much each holds: those in which something is overdue first.
  func drawHidden(in canvas: inout Canvas) {
    let all = browsing.hiddenPanels
    if all.isEmpty { return }
    let hidden = all.filter { $0.late > 0 } + all.filter { $0.late == 0 }
    let y = contentArea.maxY - 1
    var line = Line(" More here: ", .secondary)
    for (index, panel) in hidden.enumerated() {
      let mark = panel.isCountMarked ? illustrativeMark : ""
      let count = panel.table.map { " \($0.rows.count - $0.rows.headings.count)\(mark)" } ?? ""
      let late: Line =
        panel.late == 0 ? .empty : .secondary(", ") + Line("\(panel.late) overdue", .overdue)
      func named(_ title: Substring) -> Line {
        Line(index == 0 ? "" : "; ", .secondary) + Line(String(title)) + .secondary(count) + late
      }
      let left = hidden.count - index
      let end = Line(" and \(left) more", .secondary)
      func fits(_ part: Line) -> Bool {
        line.width + part.width + (left > 1 ? end.width : 0) <= size.width
      }
      // What is said behind a comma is read where the panel shows.
      let names = [panel.title[...], panel.title.prefix { $0 != "," && $0 != ":" }].map(named)
      guard let part = names.first(where: fits) else {
        line += index > 0 ? end : .secondary("\(left) by Tab")
        break
      }
      line += part
    }
    canvas.write(line, x: 0, y: y, width: size.width)
  }
}

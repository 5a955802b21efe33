import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// Draws what the palette has found, in bands; a day that was typed stands first with its reading.
  func drawFound(
    _ items: [ChooserItem], _ chooser: Chooser, in canvas: inout Canvas, _ area: Rect
  ) {
    guard !items.isEmpty else {
      canvas.write(
        Line("Nothing is called so. Try a word of it.", .secondary), x: area.x + 1, y: area.y,
        width: area.width - 2)
      return
    }
    let selected = min(chooser.selected, items.count - 1)
    guard case .day(let reading) = items[0].choice else {
      drawBands(items, selected: selected, chooser.query, in: &canvas, area)
      return
    }
    let lines = reading.lines(width: area.width - 2).prefix(area.height)
    for (row, line) in lines.enumerated() {
      canvas.write(line, x: area.x + 1, y: area.y + row, width: area.width - 2)
    }
    if selected == 0, let first = lines.first {
      canvas.repeatRight(canvas.glyphs.pointer, .accent, x: area.x, y: area.y, count: 1)
      canvas.paint(
        Rect(x: area.x + 1, y: area.y, width: min(first.width, area.width - 2), height: 1),
        .selected)
    }
    let rest = Rect(
      x: area.x, y: area.y + lines.count, width: area.width,
      height: max(0, area.height - lines.count))
    drawBands(
      Array(items.dropFirst()), selected: selected == 0 ? nil : selected - 1, chooser.query,
      in: &canvas, rest)
  }

  private func drawBands(
    _ items: [ChooserItem], selected: Int?, _ query: String, in canvas: inout Canvas, _ area: Rect
  ) {
    guard area.height > 0, !items.isEmpty else { return }
    var rows: [TableRow] = []
    var places: [Int] = []
    for (index, item) in items.enumerated() {
      if let band = item.band, index == 0 || items[index - 1].band != band {
        rows.append(
          TableRow(id: band.title, cells: [Line(band.title, .heading)], isHeading: true))
      }
      places.append(rows.count)
      rows.append(item.row(query))
    }
    let table = Table(
      columns: [
        Column("", .main()), Column("", .text(least: 4, most: 22), rank: 1),
        Column("", .text(least: 10, most: 40)),
      ], rows: TableRows(rows))
    var list = area
    var view = TableView(
      table, selected: selected.map { places[$0] }, isFocused: true, showsHead: false,
      mostLines: 2)
    view.offset = view.offset(in: list)
    if let selected {
      let widths = table.widths(in: area.width - 2)
      let cells = rows[places[selected]].cells
      let height = view.places(in: area).first { $0.position == places[selected] }?.height ?? 1
      let cut = [0, 2].filter { cells[$0].wrapped(width: max(1, widths[$0])).count > height }
      if !cut.isEmpty {
        let whole = cut.reduce(Line.empty) { $0 + ($0.isEmpty ? .empty : "  ") + cells[$1] }
        list = drawLongNote(whole, in: &canvas, area)
        view.offset = view.offset(in: list)
      }
    }
    view.draw(in: &canvas, area: list)
  }
}

extension ChooserItem {
  /// The row of the palette, with the letters that match what is typed.
  fileprivate func row(_ query: String) -> TableRow {
    var title = title.matched(by: query, isOff ? .secondary : .text)
    if isIllustrative { title += Line(illustrativeMark, .illustrative) }
    return TableRow(id: id, cells: [title, Line(shownKey ?? keys, .key), Line(note, noteRole)])
  }
}

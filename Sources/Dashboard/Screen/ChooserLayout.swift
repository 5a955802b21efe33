import Safeguarding
import TerminalUI

/// Where everything of a chooser stands.
struct ChooserLayout {
  /// The rows of a list: its items under their headings, and what is cut of the selected one.
  struct Rows {
    var view: TableView
    var area: Rect
    /// The position of the row of each item.
    var places: [Int]
    /// What is read in full below the list.
    var note: [Line] = []

    /// Leaves room below the list for what is cut of the selected row, where there is enough.
    mutating func leaveRoom(for line: Line) {
      let lines = line.wrapped(width: area.width - 2).prefix(4)
      guard area.height > lines.count + 3 else { return }
      note = Array(lines)
      area.height -= lines.count + 1
    }
  }

  /// The whole of it, its rules included.
  let area: Rect
  /// The same without the rule at its foot.
  let inner: Rect
  /// What is offered, and how much more there would be.
  let items: [ChooserItem]
  let count: Int
  /// The item that is chosen by Enter; nil where there is none.
  let selected: Int?
  /// The room below what is typed.
  let list: Rect
  /// What stands above the list, and whether that is the first item itself.
  var above: [Line] = []
  var isFirstAbove = false
  var rows: Rows?

  /// The room of the list below what stands above it.
  var below: Rect {
    Rect(
      x: list.x, y: list.y + above.count, width: list.width,
      height: max(0, list.height - above.count))
  }

  /// The key that the mouse stands for: a press on a line chooses it, one beside the list closes it, and
  /// the wheel moves in it; nil where it means nothing.
  func key(for mouse: MouseEvent) -> Key? {
    switch mouse.action {
    case .wheelUp: .up
    case .wheelDown: .down
    case .press, .doublePress:
      !area.contains(mouse.point) ? .escape : item(at: mouse.point) == nil ? nil : .enter
    }
  }

  /// The position of the item at a point; nil where none is.
  func item(at point: Point) -> Int? {
    if isFirstAbove, list.contains(point), point.y < below.y { return 0 }
    guard let rows,
      let place = rows.view.places(in: rows.area).first(where: { $0.area.contains(point) }),
      let index = rows.places.firstIndex(of: place.position)
    else { return nil }
    return index + (isFirstAbove ? 1 : 0)
  }
}

extension ScreenDrawing {
  /// How many rows a chooser takes at most, its rules included.
  private static let mostRows = 16

  /// The rows of a chooser around what is offered: rules, what is typed, a head, and room for what wraps.
  private static let rowsAround = 8

  /// How many lines a reason may take in the help.
  private static let mostHelpLines = 8

  /// How wide the help is that has a column for reasons.
  private static let widthForReasons = 100

  /// Whether the pane shows below a chooser: help is read as a whole and has the screen.
  func showsPane(below chooser: Chooser) -> Bool {
    if chooser.purpose == .help { return false }
    let end = size.height - 1
    // What is offered need not be counted where even the most of it would leave room.
    return browsing.ledeTop + ScreenDrawing.mostRows < end
      || overlayArea(chooser, offering: dashboard.candidates(chooser.purpose).count).maxY < end
  }

  /// Where a chooser stands: under the tabs, over the whole width; one of little to choose from hides
  /// little, however much of that is narrowed away.
  private func overlayArea(_ chooser: Chooser, offering count: Int) -> Rect {
    let top = browsing.ledeTop
    let room = max(0, size.height - top - 1)
    var most = ScreenDrawing.mostRows
    switch chooser.purpose {
    case .help, .palette, .date, .drafts: break
    case .facet, .identity, .record, .addition, .owner, .export:
      most = min(most, count + ScreenDrawing.rowsAround)
    }
    return Rect(x: 0, y: top, width: size.width, height: min(most, room))
  }

  /// Where everything of a chooser stands.
  func layout(of chooser: Chooser) -> ChooserLayout {
    let all = dashboard.candidates(chooser.purpose)
    let isHelp = chooser.purpose == .help
    let area = isHelp ? contentArea : overlayArea(chooser, offering: all.count)
    var inner = area
    if !isHelp, area.maxY < size.height - 1 { inner.height -= 1 }
    let palette = chooser.purpose == .palette ? Palette(dashboard, chooser.query).answer : nil
    let items = palette?.items ?? dashboard.choices(chooser, among: all)
    var layout = ChooserLayout(
      area: area, inner: inner, items: items, count: palette?.count ?? all.count,
      selected: items.isEmpty ? nil : min(chooser.selected, items.count - 1),
      list: Rect(x: inner.x, y: inner.y + 2, width: inner.width, height: max(0, inner.height - 2)))
    let width = layout.list.width - 2
    if palette == nil {
      layout.above = Array(day(of: chooser, width: width).prefix(layout.list.height))
      if layout.below.height > 0 { layout.rows = rows(of: layout, chooser) }
    } else if let first = items.first {
      if case .day(let reading) = first.choice {
        layout.isFirstAbove = true
        layout.above = Array(reading.lines(width: width).prefix(layout.list.height))
      }
      if layout.below.height > 0 { layout.rows = bands(of: layout, chooser.query) }
    }
    return layout
  }

  /// The rows of a list of things to choose from.
  private func rows(of layout: ChooserLayout, _ chooser: Chooser) -> ChooserLayout.Rows? {
    guard let selected = layout.selected else { return nil }
    let isHelp = chooser.purpose == .help
    let items = layout.items
    // Where a column for it would leave the titles little room, a reason stands under its title.
    let isReasonBelow = isHelp && layout.list.width < ScreenDrawing.widthForReasons
    var (rows, places): ([TableRow], [Int]) = ([], [])
    // Numbers stand before names of any length, so that the eye crosses no gap.
    let isCounted = chooser.purpose.isCounted
    for (index, item) in items.enumerated() {
      // Help has the headings of the manual, each once; beside a key stands only why it does nothing.
      if isHelp, index == 0 || items[index - 1].section != item.section {
        let heading = Line(item.section, .heading)
        rows.append(TableRow(id: "heading \(index)", cells: [heading], isHeading: true))
      }
      places.append(rows.count)
      let note = isHelp && !item.isOff ? "" : item.note
      let name = Line(item.title, item.isOff ? .secondary : .text)
      let beside = Line.secondary(isReasonBelow ? "" : note)
      var row = TableRow(
        id: item.id,
        cells: [Line(item.keys, .key)] + (isCounted ? [beside, name] : [name, beside]))
      if isReasonBelow, !note.isEmpty { row.further = [.secondary(note)] }
      rows.append(row)
    }
    let name = Column(chooser.purpose.heading, .main())
    let beside =
      isHelp
      ? Column("Why not now", .text(least: 24, most: 40), rank: 1)
      : Column("", .text(least: 14, most: 40), alignment: isCounted ? .trailing : .leading, rank: 1)
    let table = Table(
      columns: [
        // Without a column beside them the titles leave the keys their room.
        Column(
          chooser.purpose.keyHeading,
          isReasonBelow && layout.list.width > 70 ? .whole : .text(least: 10, most: 22))
      ] + (isCounted ? [beside, name] : [name, beside]), rows: TableRows(rows))
    // Help is read as a whole: no reason in it is cut.
    let lines = isHelp ? ScreenDrawing.mostHelpLines : 2
    var found = ChooserLayout.Rows(
      view: TableView(table, selected: places[selected], isFocused: true, mostLines: lines),
      area: layout.below, places: places)
    let note = items[selected].note
    if !isHelp, TextWidth.of(note) > min(40, found.area.width / 3) {
      found.leaveRoom(for: Line(note, .secondary))
    }
    found.view.offset = found.view.offset(in: found.area)
    return found
  }

  /// The rows of what the palette has found, in bands.
  private func bands(of layout: ChooserLayout, _ query: String) -> ChooserLayout.Rows? {
    let items = Array(layout.items.dropFirst(layout.isFirstAbove ? 1 : 0))
    if items.isEmpty { return nil }
    let selected = layout.selected.map { layout.isFirstAbove ? $0 - 1 : $0 } ?? -1
    var (rows, places): ([TableRow], [Int]) = ([], [])
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
        // What is beside a name goes on under itself before the name gives way.
        Column("", .text(least: 10, most: max(14, min(40, layout.list.width * 3 / 10)))),
      ], rows: TableRows(rows))
    let place = places.indices.contains(selected) ? places[selected] : nil
    var found = ChooserLayout.Rows(
      view: TableView(table, selected: place, isFocused: true, showsHead: false, mostLines: 2),
      area: layout.below, places: places)
    // No name is cut over rows that stay blank.
    for lines in 3...ScreenDrawing.mostHelpLines {
      var roomy = found.view
      roomy.mostLines = lines
      let tall = Rect(x: 0, y: 0, width: found.area.width, height: found.area.height + 1)
      if roomy.places(in: tall).reduce(0, { $0 + $1.height }) <= found.area.height {
        found.view = roomy
      }
    }
    found.view.offset = found.view.offset(in: found.area)
    guard let place else { return found }
    let widths = table.widths(in: found.area.width - 2)
    let cells = rows[place].cells
    let height = found.view.places(in: found.area).first { $0.position == place }?.height ?? 1
    let cut = [0, 2].filter { cells[$0].wrapped(width: max(1, widths[$0])).count > height }
    if !cut.isEmpty {
      found.leaveRoom(
        for: cut.reduce(Line.empty) { $0 + ($0.isEmpty ? .empty : "  ") + cells[$1] })
      found.view.offset = found.view.offset(in: found.area)
    }
    return found
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

extension ChooserItem {
  /// The row of the palette, with the letters that match what is typed.
  fileprivate func row(_ query: String) -> TableRow {
    var title = title.matched(by: query, isOff ? .secondary : .text)
    if isIllustrative { title += Line(illustrativeMark, .illustrative) }
    return TableRow(id: id, cells: [title, Line(shownKey ?? keys, .key), Line(note, noteRole)])
  }
}

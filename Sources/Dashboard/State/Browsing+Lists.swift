import TerminalUI

/// Where a list stands, and what else decides how it is laid out.
struct ListPlace: Hashable, Sendable {
  let area: Rect
  /// How many lines above it tell what could not be read.
  let trouble: Int
  let isFocused: Bool
  let isExplained: Bool
}

/// How the rows of a list are laid out in its place.
struct ListLayout: Sendable {
  let room: Rect
  let mostLines: Int
  let roomyRows: [Int: Int]
  let wrapsShort: Bool
}

extension Browsing {
  /// What the panel that has the keys is known by.
  var focusedID: PanelID? {
    let focus = visit.focus
    return focus < content.panels.count ? content.panels[focus].id : nil
  }

  /// A list of fewer rows than these shows more of them rather than more of each.
  private static let leastWrapped = 8

  /// How many lines a long text may take in a list.
  static let mostLines = 3

  /// How many it may take in a list of a few rows below which others stay blank.
  static let mostLinesOfFew = 8

  /// The table of a panel as it is drawn in an area, and its room between what could not be read and
  /// the line that reads the selected row.
  func view(of panel: Panel, in area: Rect) -> (view: TableView, room: Rect)? {
    guard let table = tables[panel.id] else { return nil }
    let isFocused = focusedID == panel.id
    let state = visit.lists[panel.id] ?? ListState()
    let place = ListPlace(
      area: area, trouble: troubleLines(of: panel, width: area.width - 3).count,
      isFocused: isFocused, isExplained: isExplained(panel))
    let showsHead = showsHead(panel)
    let layout =
      layouts[panel.id]?(place) { rowLayout(of: table, showsHead, in: place) }
      ?? rowLayout(of: table, showsHead, in: place)
    var view = TableView(
      table, selected: selection(in: panel.id), offset: state.offset,
      sort: state.sortColumn.map { ($0, state.isDescending) }, isFocused: isFocused,
      showsHead: showsHead, mostLines: layout.mostLines)
    (view.roomyRows, view.wrapsShort) = (layout.roomyRows, layout.wrapsShort)
    if isFocused, hasOpenRow { view.opened = view.selected }
    return (view, layout.room)
  }

  /// How a table stands in an area: it is the same whatever is selected, and wherever one has scrolled to.
  private func rowLayout(of table: Table, _ showsHead: Bool, in place: ListPlace) -> ListLayout {
    let area = place.area
    let edge = area.x > 0 ? 1 : 0
    var room = Rect(
      x: area.x + edge, y: area.y + 1 + place.trouble, width: area.width - edge,
      height: area.height - 1 - place.trouble)
    // Nothing is cut while rows below it are blank.
    let isRoomy = area.height > 12 && !place.isExplained
    let fitting = mostLines(of: table, showsHead, in: room, isExplained: place.isExplained)
    let lines = isRoomy ? max(Browsing.mostLines, fitting) : fitting
    if place.isFocused, !place.isExplained, room.height >= 5,
      table.isCut(in: room.width - 2, lines: lines)
    {
      room.height -= readingRows(for: table, in: room)
    }
    let isLong = table.count > 2 * TableView.capacity(of: room, showsHead: showsHead)
    var view = TableView(table, showsHead: showsHead, mostLines: lines)
    view.wrapsShort = isLong && lines == 1 && room.height >= Browsing.leastWrapped
    giveBlankRows(to: &view, in: room)
    return ListLayout(
      room: room, mostLines: lines, roomyRows: view.roomyRows, wrapsShort: view.wrapsShort)
  }

  /// Gives the rows that would stay blank below a list to the texts in it that are still cut, from its top.
  private func giveBlankRows(to view: inout TableView, in room: Rect) {
    let capacity = TableView.capacity(of: room, showsHead: view.showsHead)
    guard view.table.count < capacity,
      view.table.isCut(in: room.width - 2, lines: view.mostLines)
    else { return }
    let tall = Rect(
      x: room.x, y: 0, width: room.width, height: capacity * Browsing.mostLinesOfFew + 1)
    var whole = view
    whole.offset = 0
    let now = whole.places(in: tall)
    whole.mostLines = Browsing.mostLinesOfFew
    var left = capacity - now.reduce(0) { $0 + $1.height }
    for (place, wanted) in zip(now, whole.places(in: tall)) where left > 0 {
      let more = min(left, wanted.height - place.height)
      if more > 0 { view.roomyRows[place.position] = place.height + more }
      left -= max(0, more)
    }
  }

  /// How many rows read what is cut of the selected row: two where its longest text needs them and the
  /// list can spare them.
  private func readingRows(for table: Table, in room: Rect) -> Int {
    let longest = table.main.map { table.wishes[$0].natural } ?? 0
    return longest > room.width - 2 && room.height >= Browsing.leastWrapped ? 2 : 1
  }

  /// How many lines a long text may take so that all rows of a table find room.
  private func mostLines(
    of table: Table, _ showsHead: Bool, in room: Rect, isExplained: Bool
  ) -> Int {
    let capacity = TableView.capacity(of: room, showsHead: showsHead)
    guard table.count < capacity, table.isCut(in: room.width - 2, lines: 1) else { return 1 }
    let tall = Rect(x: room.x, y: room.y, width: room.width, height: capacity * 2)
    for most in stride(from: Browsing.mostLinesOfFew, to: 1, by: -1) {
      let view = TableView(table, showsHead: false, mostLines: most)
      let lines = view.places(in: tall).reduce(0) { $0 + $1.height }
      // What is still cut is read in a row of its own, unless a panel beside it tells all.
      let isWhole = isExplained || !table.isCut(in: room.width - 2, lines: most)
      if lines <= capacity - (isWhole ? 0 : 1) { return most }
    }
    return 1
  }
}

import Safeguarding
import TerminalUI

extension Dashboard {
  /// Goes into a place, unless one is in it; Esc comes back.
  mutating func open(_ place: Place) {
    guard place != visit.place else { return }
    visits.append(Visit(place))
    refresh()
  }

  /// Comes back from a place; answers whether there was anywhere to come back to.
  mutating func back() -> Bool {
    guard visits.count > 1 else { return false }
    visits.removeLast()
    refresh()
    return true
  }

  /// Goes to a pane of the tab bar as one left it; to its first screen when one is there already.
  mutating func go(to pane: String) {
    let root = visits.first?.place.pane ?? pane
    if root == pane {
      visits = visits.count > 1 ? [visits[0]] : [Visit(Place(pane))]
    } else {
      left[root] = visits
      visits = left[pane] ?? [Visit(Place(pane))]
    }
    refresh()
  }

  /// Moves the selection, or scrolls text, by so many rows.
  mutating func move(by rows: Int) {
    guard let panel = focusedPanel else { return }
    var state = visit.lists[panel.id] ?? ListState()
    if let table = tables[panel.id] {
      guard let now = selection(in: panel.id) else { return }
      let goal = max(0, min(table.rows.count - 1, now + rows))
      let step = rows < 0 ? -1 : 1
      guard let index = Dashboard.selectable(near: goal, step: step, in: table.rows) else { return }
      state.selectedID = table.rows[index].id
    } else {
      let (lines, capacity) = textExtent(of: panel)
      state.offset = max(0, min(max(0, lines - capacity), state.offset + rows))
    }
    visit.lists[panel.id] = state
    scrollToSelection()
  }

  /// The nearest row that can be selected, looking on in the direction of the move first.
  private static func selectable(near goal: Int, step: Int, in rows: [TableRow]) -> Int? {
    var index = goal
    while rows.indices.contains(index) {
      if !rows[index].isHeading { return index }
      index += step
    }
    index = goal
    while rows.indices.contains(index) {
      if !rows[index].isHeading { return index }
      index -= step
    }
    return nil
  }

  /// Keeps the selected row of each table in sight.
  mutating func scrollToSelection() {
    for (panel, area) in zip(content.panels, panelAreas()) {
      guard let table = tables[panel.id] else { continue }
      var state = visit.lists[panel.id] ?? ListState()
      let trouble = troubleLines(of: panel, width: area.width - 3).count
      let room = Rect(x: 0, y: 0, width: area.width, height: area.height - 1 - trouble)
      let offset = TableView.offset(
        state.offset, selected: selection(in: panel.id), count: table.rows.count,
        capacity: TableView.capacity(of: room, showsHead: showsHead(panel)))
      if offset != state.offset {
        state.offset = offset
        visit.lists[panel.id] = state
      }
    }
  }

  /// Gives the keys to another panel.
  mutating func focus(by step: Int) {
    let count = content.panels.count
    guard count > 1 else { return }
    visit.focus = ((visit.focus + step) % count + count) % count
    scrollToSelection()
  }

  /// Opens what the selected row stands for.
  mutating func openSelected() {
    guard let panel = focusedPanel, let row = selectedRow, let target = panel.targets[row.id]
    else { return }
    open(target)
  }

  /// Sorts the focused table by the next column, and after the last one as it came.
  mutating func sortByNextColumn() {
    guard let panel = focusedPanel, let table = tables[panel.id] else { return }
    var state = visit.lists[panel.id] ?? ListState()
    let next = (state.sortColumn ?? -1) + 1
    let titled = table.columns.indices.first { $0 >= next && !table.columns[$0].title.isEmpty }
    state.sortColumn = titled
    state.isDescending = false
    visit.lists[panel.id] = state
    arrange()
    scrollToSelection()
    notice =
      titled.map { "Sorted by \(table.columns[$0].title), lowest first. S turns it round." }
      ?? "In the order of the pane again."
  }

  /// Turns the order of the focused table round.
  mutating func reverseSort() {
    guard let panel = focusedPanel, let table = tables[panel.id] else { return }
    var state = visit.lists[panel.id] ?? ListState()
    guard let column = state.sortColumn else {
      notice = "The list is in its own order. Press s to sort it by a column first."
      return
    }
    state.isDescending.toggle()
    visit.lists[panel.id] = state
    arrange()
    scrollToSelection()
    let order = state.isDescending ? "highest" : "lowest"
    notice = "Sorted by \(table.columns[column].title), \(order) first."
  }

  /// Narrows the focused table to the rows that hold every word of the text.
  mutating func filter(_ text: String) {
    guard let panel = focusedPanel, tables[panel.id] != nil else { return }
    visit.lists[panel.id, default: ListState()].filter = text
    arrange()
    scrollToSelection()
  }

  /// The text that narrows the focused table.
  var filterText: String { focusedPanel.flatMap { visit.lists[$0.id]?.filter } ?? "" }

  /// Shows the next partnership, and all of them after the last.
  mutating func nextScope() {
    let all = context.workspace.orderedPartnerships
    switch context.scope {
    case .all:
      if let first = all.first { look(scope: .one(Reference(first.id))) }
    case .one(let chosen):
      let index = all.firstIndex { $0.id == chosen.id } ?? all.count
      look(scope: index + 1 < all.count ? .one(Reference(all[index + 1].id)) : .all)
    }
    scrollToSelection()
  }
}

import Safeguarding
import TerminalUI

extension Browsing {
  /// Goes into a place, unless one is in it; Esc comes back.
  mutating func open(_ place: Place) {
    guard place != visit.place else { return }
    visit.held = [:]
    visits.append(Visit(place))
    refresh()
  }

  /// Opens a place as nobody left it: with nothing narrowed and its main list having the keys.
  mutating func openAnew(_ place: Place) {
    if visit.place == place { visits.removeLast() }
    visits.append(Visit(place))
    refresh()
  }

  /// Comes back from a place; answers whether there was anywhere to come back to.
  mutating func back() -> Bool {
    guard visits.count > 1 else { return false }
    visits.removeLast()
    visit.held = [:]
    refresh()
    return true
  }

  /// Comes back to the first screen of the pane.
  mutating func backToStart() {
    if visits.count > 1 { visits = [visits[0]] }
    refresh()
  }

  /// Goes to a pane of the tab bar as one left it; to its first screen when one is there already.
  mutating func go(to pane: String) {
    let root = visits.first?.place.pane ?? pane
    visit.held = [:]
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
    if let table = tables[panel.id] {
      guard let now = selection(in: panel.id) else { return }
      let goal = max(0, min(table.count - 1, now + rows))
      guard let position = table.selectable(near: goal, step: rows < 0 ? -1 : 1) else { return }
      select(position, in: panel.id)
    } else {
      let (lines, capacity) = textExtent(of: panel)
      let offset = visit.lists[panel.id]?.offset ?? 0
      visit.lists[panel.id, default: ListState()].offset =
        max(0, min(max(0, lines - capacity), offset + rows))
    }
    scrollToSelection()
  }

  /// The rows from which tables have to show so that their selected ones are in sight, where that is not so.
  ///
  /// A move of the cursor right behind another one leaves those of the other panels where they are.
  private var wantedOffsets: [(panel: PanelID, offset: Int)] {
    let focused = screen.isMovedAgain ? focusedID : nil
    return zip(content.panels, panelAreas()).compactMap { panel, area in
      guard focused == nil || panel.id == focused, let (view, room) = view(of: panel, in: area)
      else { return nil }
      let offset = view.offset(in: room)
      return offset == view.offset ? nil : (panel.id, offset)
    }
  }

  /// Keeps the selected row of each table in sight.
  mutating func scrollToSelection() {
    for (panel, offset) in wantedOffsets {
      visit.lists[panel, default: ListState()].offset = offset
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
    if let target { open(target) }
  }

  /// Sorts the focused table by the next column that has room, and after the last one as it came; answers how.
  mutating func sortByNextColumn() -> String {
    guard let panel = focusedPanel, let table = panel.table else { return "" }
    let next = (visit.lists[panel.id]?.sortColumn ?? -1) + 1
    let width = roomWidth(of: panel)
    return sort(
      panel,
      by: table.columns.indices.first {
        $0 >= next && table.isSortable(by: $0) && table.shows($0, in: width)
      })
  }

  /// How wide the rows of a table are.
  private func roomWidth(of panel: Panel) -> Int {
    let area = zip(content.panels, panelAreas()).first { $0.0.id == panel.id }?.1
    return area.flatMap { view(of: panel, in: $0) }.map { $0.room.width - 2 } ?? size.width
  }

  /// Sorts a table by a column; where that is so already turns the order round, and then takes it as it
  /// came; answers how it is now.
  mutating func toggleSort(_ panel: Panel, by column: Int) -> String {
    let state = visit.lists[panel.id] ?? ListState()
    guard state.sortColumn == column else { return sort(panel, by: column) }
    return state.isDescending ? sort(panel, by: nil) : reverseSort()
  }

  /// Sorts a table by a column, or takes it as it came; answers how.
  private mutating func sort(_ panel: Panel, by column: Int?) -> String {
    guard let table = tables[panel.id] else { return "" }
    let title = column.map { table.columns[$0].title }
    var state = visit.lists[panel.id] ?? ListState()
    (state.sortColumn, state.sortedBy, state.isDescending) = (column, title, false)
    visit.lists[panel.id] = state
    visit.held[panel.id] = nil
    arrange(panel)
    scrollToSelection()
    return title.map { "Sorted by \($0), lowest first. S turns it round." }
      ?? "In the order of the pane again."
  }

  /// Turns the order of the focused table round; answers how it is now.
  mutating func reverseSort() -> String {
    guard let panel = focusedPanel, let table = tables[panel.id] else { return "" }
    var state = visit.lists[panel.id] ?? ListState()
    guard let column = state.sortColumn else {
      return "The list is in its own order. Press ‹sort› to sort it by a column first."
    }
    state.isDescending.toggle()
    visit.lists[panel.id] = state
    visit.held[panel.id] = nil
    arrange(panel)
    scrollToSelection()
    let order = state.isDescending ? "highest" : "lowest"
    return "Sorted by \(table.columns[column].title), \(order) first."
  }

  /// Narrows the focused table to the rows that hold every word of the text.
  mutating func filter(_ text: String) {
    guard let panel = focusedPanel, tables[panel.id] != nil else { return }
    visit.lists[panel.id, default: ListState()].filter = text
    visit.held[panel.id] = nil
    arrange(panel)
    scrollToSelection()
  }

  /// The text that narrows the focused table.
  var filterText: String { focusedID.flatMap { visit.lists[$0]?.filter } ?? "" }

  /// Shows other partnerships: the next one, and all of them after the last.
  var nextScope: Scope {
    let all = context.workspace.orderedPartnerships
    switch context.scope {
    case .all: return all.first.map { .one(Reference($0.id)) } ?? .all
    case .one(let chosen):
      let index = all.firstIndex { $0.id == chosen.id } ?? all.count
      return index + 1 < all.count ? .one(Reference(all[index + 1].id)) : .all
    }
  }

  /// Shows the workspace on another day, for other partnerships or with other characters.
  mutating func look(
    at workspace: Workspace? = nil, day: CalendarDate? = nil, scope: Scope? = nil,
    glyphs: Glyphs? = nil
  ) {
    let before = context
    context = PaneContext(
      workspace: workspace ?? context.stored, day: day ?? context.day,
      scope: scope ?? context.scope, glyphs: glyphs ?? context.glyphs)
    (context.journal, context.lastVisit) = (before.journal, before.lastVisit)
    (context.clock, context.journalGaps) = (before.clock, before.journalGaps)
    (context.me, context.keys) = (before.me, before.keys)
    context.referrers = before.referrers.forgetting
    refresh()
  }
}

extension Table {
  /// Whether people sort by a column: it has a title, something stands in it, and that is no picture.
  func isSortable(by column: Int) -> Bool {
    !columns[column].title.isEmpty && columns[column].isSortable && wishes[column].natural > 0
  }

  /// The width below which a long text says too little beside what its rows are sorted by.
  private static let leastMain = 24

  /// Whether a column can be seen in a width without taking the main text away.
  fileprivate func shows(_ column: Int, in width: Int) -> Bool {
    let widths = keeping(column).widths(in: width)
    guard let main else { return widths[column] > 0 }
    return widths[column] > 0 && widths[main] >= min(wishes[main].natural, Table.leastMain)
  }
}

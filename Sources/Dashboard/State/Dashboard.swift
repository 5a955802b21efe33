package import Safeguarding
package import TerminalUI

/// The whole state of the dashboard: what it shows, where one is, and what the keys do.
package struct Dashboard: Sendable {
  package internal(set) var context: PaneContext
  /// The day the clock says, for going back to it.
  let today: CalendarDate
  /// What stands at the right end of the header besides the date: "sample".
  let banner: String
  /// Whose deadlines are one's own: the words by which owners are known; empty until said.
  var identity: String
  /// The day of the workspace or of the command line, if one is pinned.
  package internal(set) var pinnedDay: CalendarDate?
  let themes: [ResolvedTheme]
  var themeIndex: Int
  package internal(set) var mode = Mode.browsing
  /// One sentence on the last line, until the next key.
  package internal(set) var notice = ""
  /// The way one came, the present place last.
  package internal(set) var visits: [Visit]
  /// How one left the other panes.
  var left: [String: [Visit]] = [:]
  package internal(set) var isMouseOn = true
  package internal(set) var isFinished = false
  /// The form that is being filled in; it stays while something is asked about it.
  package internal(set) var form: Form?
  /// What was typed into forms and not saved, by the id of the draft.
  package internal(set) var drafts: [String: Draft]
  /// The edits that are on their way to the disk.
  var saving: [Edit] = []
  /// What was typed into forms that were left while their edit was being saved.
  var leftWhileSaving: [Edit: Draft] = [:]
  /// The actions marked for doing one thing to all of them.
  package internal(set) var marked: [RecordID] = []
  /// What is known of other people, and of what was done before.
  var together = Together()
  /// What the present place shows.
  package internal(set) var content: PaneContent
  /// The tables of the present place as filtered and sorted.
  var tables: [String: Table] = [:]
  var size = TerminalUI.Size(80, 24)

  package init(
    workspace: Workspace, today: CalendarDate, pinnedDay: CalendarDate? = nil,
    glyphs: Glyphs = .of(.cp437), themes: [ResolvedTheme], theme: String = "", banner: String = "",
    identity: String = "", drafts: [Draft] = [], clock: WallClock = WallClock(),
    start: Place = Place(OverviewPane.id)
  ) {
    self.today = today
    self.banner = banner
    self.identity = identity
    self.drafts = Dictionary(drafts.map { ($0.id, $0) }) { _, last in last }
    self.pinnedDay = pinnedDay ?? workspace.settings.asOf
    self.themes = themes
    themeIndex = themes.firstIndex { $0.name == theme } ?? 0
    let scope = Dashboard.firstScope(of: workspace, on: self.pinnedDay ?? today)
    context = PaneContext(
      workspace: workspace, day: self.pinnedDay ?? today, scope: scope, glyphs: glyphs)
    context.clock = clock
    visits = [Visit(start)]
    content = PaneContent(trail: [], panels: []) { [$0] }
    refresh()
  }

  /// The clock on the wall.
  var clock: WallClock { context.clock }

  package var theme: ResolvedTheme {
    themes.isEmpty ? ResolvedTheme(name: "plain") { _ in Style() } : themes[themeIndex]
  }

  /// The place one is at.
  package internal(set) var visit: Visit {
    get { visits.last ?? Visit(Place(OverviewPane.id)) }
    set {
      if visits.isEmpty { visits = [newValue] } else { visits[visits.count - 1] = newValue }
    }
  }

  /// With several partnerships all are shown first.
  private static func firstScope(of workspace: Workspace, on day: CalendarDate) -> Scope {
    let all = workspace.orderedPartnerships
    return all.count == 1 ? .one(Reference(all[0].id)) : .all
  }

  /// Shows the workspace on another day, for other partnerships or with other characters.
  mutating func look(
    at workspace: Workspace? = nil, day: CalendarDate? = nil, scope: Scope? = nil,
    glyphs: Glyphs? = nil
  ) {
    let (journal, clock) = (context.journal, context.clock)
    context = PaneContext(
      workspace: workspace ?? context.workspace, day: day ?? context.day,
      scope: scope ?? context.scope, glyphs: glyphs ?? context.glyphs)
    (context.journal, context.clock) = (journal, clock)
    refresh()
  }

  /// Asks the pane again what to show.
  mutating func refresh() {
    let type = pane(visit.place.pane) ?? OverviewPane.self
    content = type.content(context, path: visit.place.path)
    visit.focus = min(visit.focus, max(0, content.panels.count - 1))
    arrange()
  }

  /// Filters and sorts the tables of the present place.
  mutating func arrange() {
    tables = [:]
    for panel in content.panels {
      guard case .table(let table) = panel.body else { continue }
      let state = visit.lists[panel.id] ?? ListState()
      var rows = state.filter.isEmpty ? table.rows : table.filtered(state.filter)
      if let column = state.sortColumn { rows = sorted(rows, by: column, state.isDescending) }
      tables[panel.id] = state == ListState() ? table : table.with(rows: rows)
    }
  }

  private func sorted(_ rows: [TableRow], by column: Int, _ isDescending: Bool) -> [TableRow] {
    func key(_ row: TableRow) -> SortKey {
      if column < row.keys.count { return row.keys[column] }
      return column < row.cells.count ? .text(row.cells[column].plain) : .nothing
    }
    let keyed = rows.filter { !$0.isHeading }.enumerated().map {
      ($0.offset, key($0.element), $0.element)
    }
    let order = keyed.sorted { left, right in
      if left.1 == right.1 { return left.0 < right.0 }
      if left.1 == .nothing || right.1 == .nothing { return right.1 == .nothing }
      return isDescending ? right.1 < left.1 : left.1 < right.1
    }
    return order.map(\.2)
  }

  /// The panel that has the keys.
  package var focusedPanel: Panel? {
    visit.focus < content.panels.count ? content.panels[visit.focus] : nil
  }

  /// The position of the selected row of a table, or nil when it has no row to select.
  package func selection(in panel: String) -> Int? {
    guard let table = tables[panel] else { return nil }
    if let id = visit.lists[panel]?.selectedID,
      let index = table.rows.firstIndex(where: { $0.id == id && !$0.isHeading })
    {
      return index
    }
    return table.rows.firstIndex { !$0.isHeading }
  }

  /// The selected row of the panel that has the keys.
  package var selectedRow: TableRow? {
    guard let panel = focusedPanel, let index = selection(in: panel.id) else { return nil }
    return tables[panel.id]?.rows[index]
  }
}

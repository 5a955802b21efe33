package import Safeguarding
package import TerminalUI

/// What is shown and where one is: the way one came, the panels of the present place as filtered and
/// sorted, what is selected in them, and the room there is.
package struct Browsing: Sendable {
  package internal(set) var context: PaneContext {
    _read { yield known.value }
    set { known = Shared(newValue) }
  }
  /// All that panes are given, once for all copies: it is large, and copied with each key otherwise.
  private var known: Shared<PaneContext>
  /// The way one came, the present place last.
  package internal(set) var visits: [Visit]
  /// How one left the other panes.
  var left: [String: [Visit]] = [:]
  /// What the person chose of the looks while it ran, now or before.
  var chosen = AsLeft()
  /// Whether the last press of the mouse chose something, so that one right behind it means nothing more.
  var isPressSpent = false
  /// Whether a line under the selected row is free to type into.
  var hasOpenRow = false
  /// What the present place shows.
  package internal(set) var content = PaneContent(trail: [], panels: []) {
    didSet {
      explainers = Browsing.explainers(of: content)
      lock = Late { [context, content] in PlaceLock(context, content) }
    }
  }
  /// The positions of the panels that tell of the row selected in another one, by that one.
  private(set) var explainers: [PanelID: [Int]] = [:]
  /// Why nothing may be changed at the present place; nil where something may be.
  private(set) var lock = Late<PlaceLock?> { nil }
  /// The tables of the present place as filtered and sorted.
  private(set) var tables: [PanelID: Table] = [:]
  /// How each of them is laid out in the places it had.
  private(set) var layouts: [PanelID: Remembered<ListPlace, ListLayout>] = [:]
  /// The position of the selected row of each table.
  private var positions: [PanelID: Int] = [:]
  /// The texts through which filters look, and the orders into which tables were sorted.
  private var indexes: [PanelID: FilterIndex] = [:]
  private var orders: [PanelID: SortedRows] = [:]
  /// The records marked for doing one thing to all of them.
  package private(set) var marked: [RecordID] = []
  /// Those of them that each panel lists.
  private var listed: [PanelID: [RecordID]] = [:]
  /// What others changed a moment ago.
  var changes = ChangeMarks()
  var size = TerminalUI.Size(80, 24) { didSet { if size != oldValue { placePanels() } } }
  /// What is kept of the screen from one drawing to the next.
  var screen = ScreenMemory()
  /// Where each panel of the present place stands; empty for one that found no room.
  var placed: [Rect] = []

  init(
    _ context: PaneContext, _ visits: [Visit], left: [String: [Visit]] = [:],
    size: TerminalUI.Size? = nil
  ) {
    known = Shared(context)
    self.visits = visits
    self.left = left
    if let size { self.size = size }
    refresh()
    if size != nil { scrollToSelection() }
  }

  /// The rows of a table in the order of a column.
  private struct SortedRows {
    let column: Int
    let isDescending: Bool
    let order: [Int]
  }

  /// The place one is at.
  package internal(set) var visit: Visit {
    get { visits.last ?? Visit(Place(OverviewPane.id)) }
    set {
      if visits.isEmpty { visits = [newValue] } else { visits[visits.count - 1] = newValue }
    }
  }

  /// Asks the pane again what to show.
  mutating func refresh() {
    let type = pane(visit.place.pane) ?? OverviewPane.self
    content = context.content(of: type, path: visit.place.path)
    // The keys go first to the list that the place is there for.
    visit.focus = min(visit.chosenFocus ?? mainPanel, max(0, content.panels.count - 1))
    (indexes, orders) = ([:], [:])
    findMarked()
    arrange()
    placePanels()
  }

  /// Filters and sorts the tables of the present place, and finds their selected rows.
  mutating func arrange() {
    (tables, layouts) = ([:], [:])
    for panel in content.panels where panel.table != nil { arrange(panel) }
  }

  /// Filters and sorts the table of a panel, and finds its selected row.
  mutating func arrange(_ panel: Panel) {
    guard let table = panel.table else { return }
    var state = visit.lists[panel.id] ?? ListState()
    if state.sortColumn == nil, let title = state.sortedBy {
      state.sortColumn = table.columns.firstIndex { $0.title == title && $0.isSortable }
      if state.sortColumn == nil { state.sortedBy = nil }
      visit.lists[panel.id] = state
    }
    var order: [Int]?
    if let column = state.sortColumn {
      order = rows(of: panel.id, table, sortedBy: column, state.isDescending)
    }
    if !state.filter.isEmpty {
      let index = indexes[panel.id] ?? FilterIndex(table.rows)
      indexes[panel.id] = index
      let filter = FilterText(state.filter, columns: table.columns, context)
      order = index.rows(fulfilling: filter.terms, in: order ?? Array(0..<table.rows.count))
    }
    if let held = visit.held[panel.id], !held.isEmpty {
      order = Browsing.holding(held, order ?? Array(0..<table.rows.count), table.rows)
    }
    var shown = order == nil ? table : table.showing(order)
    if let column = state.sortColumn { shown = shown.keeping(column) }
    tables[panel.id] = shown
    layouts[panel.id] = Remembered(most: 4)
    let known = state.selectedID.flatMap { shown.position(of: $0) }
    let start = state.selectedID == nil ? panel.start.flatMap { shown.position(of: $0) } : nil
    positions[panel.id] = known ?? start ?? shown.selectable(near: 0)
  }

  /// Makes the texts that a filter looks through, before its first letter is typed.
  mutating func prepareFilter() {
    guard let panel = focusedPanel, let table = panel.table, indexes[panel.id] == nil else {
      return
    }
    indexes[panel.id] = FilterIndex(table.rows)
  }

  private mutating func rows(
    of panel: PanelID, _ table: Table, sortedBy column: Int, _ isDescending: Bool
  ) -> [Int] {
    if let known = orders[panel], known.column == column, known.isDescending == isDescending {
      return known.order
    }
    let order = table.rows.sorted(by: column, isDescending: isDescending)
    orders[panel] = SortedRows(column: column, isDescending: isDescending, order: order)
    return order
  }

  /// An order in which some rows stand where they stood before.
  private static func holding(_ held: [String: Int], _ order: [Int], _ rows: TableRows) -> [Int] {
    var order = order
    let kept = order.compactMap { row in held[rows.id(row)].map { (row: row, place: $0) } }
    let positions = Set(kept.map(\.row))
    order.removeAll { positions.contains($0) }
    for (row, place) in kept.sorted(by: { $0.place < $1.place }) {
      order.insert(row, at: min(place, order.count))
    }
    return order
  }

  /// Keeps the selected row of the panel that has the keys where it stands, whatever the data does, as
  /// long as one is here.
  mutating func holdSelected() {
    guard let panel = focusedPanel, let table = tables[panel.id], let now = selection(in: panel.id)
    else { return }
    visit.held[panel.id, default: [:]][table.id(at: now)] = now
  }

  private static func explainers(of content: PaneContent) -> [PanelID: [Int]] {
    content.panels.enumerated().reduce(into: [:]) { explainers, panel in
      if case .detail(let list, _) = panel.element.body {
        explainers[list, default: []].append(panel.offset)
      }
    }
  }

  /// The position of the panel that the present place is there for.
  var mainPanel: Int { content.panels.firstIndex { $0.id == content.main } ?? 0 }

  /// The panel that has the keys.
  package var focusedPanel: Panel? {
    visit.focus < content.panels.count ? content.panels[visit.focus] : nil
  }

  /// The position of the selected row of a table, or nil when it has no row to select.
  package func selection(in panel: PanelID) -> Int? {
    guard let table = tables[panel], let position = positions[panel] else { return nil }
    return position < table.count ? position : nil
  }

  /// The position of the selected row among all rows of a table, those left out too.
  func selectedSource(in panel: PanelID) -> Int? {
    selection(in: panel).flatMap { tables[panel]?.source(at: $0) }
  }

  /// The selected row of the panel that has the keys.
  package var selectedRow: TableRow? {
    guard let panel = focusedPanel, let position = selection(in: panel.id) else { return nil }
    return tables[panel.id]?[position]
  }

  /// Selects the row at a position of a table.
  mutating func select(_ position: Int, in panel: PanelID) {
    guard let table = tables[panel], position < table.count else { return }
    positions[panel] = position
    visit.lists[panel, default: ListState()].selectedID = table.id(at: position)
  }

  /// Selects the row with an id once it is there; answers whether it is.
  @discardableResult
  mutating func select(id: String?, in panel: PanelID) -> Bool {
    visit.lists[panel, default: ListState()].selectedID = id
    let position = id.flatMap { tables[panel]?.position(of: $0) }
    positions[panel] = position ?? tables[panel]?.selectable(near: 0)
    return position != nil
  }

  /// Where Enter leads from the selected row.
  var target: Place? {
    guard let panel = focusedID, let row = selectedSource(in: panel) else { return nil }
    return content.panels[visit.focus].rows.target(row)
  }
}

extension Browsing {
  /// What is selected: a row, else what the panel or the whole place is about.
  package var subject: RowSubject {
    guard let panel = focusedPanel else { return .none }
    if let row = selectedSource(in: panel.id) { return panel.rows.subject(row) }
    if panel.subject != .none { return panel.subject }
    return content.about.map { .record($0) } ?? .none
  }

  /// The table of the panel that has the keys; nil where it is no list.
  var focusedTable: Table? { focusedID.flatMap { tables[$0] } }

  /// What is owed that the selected row tells of; nil where it tells of something else.
  var deadline: Deadline? {
    guard let panel = focusedPanel else { return nil }
    return selectedSource(in: panel.id).flatMap(panel.rows.deadline)
  }

  /// What can be added where one is: to the panel that has the keys, else anywhere in the place.
  ///
  /// Where the selected row stands in one of several lists, only that list is meant.
  package var additions: [Addition] {
    let own = focusedPanel?.additions ?? []
    if own.isEmpty { return focusedPanel?.noAddition.isEmpty == false ? [] : content.additions }
    let (record, list) = (subject.record, subject.path.dropLast())
    let same = own.filter {
      !list.isEmpty && $0.target.record == record && $0.target.path.dropLast() == list
    }
    if same.count == 1 { return same }
    // Beside a record of a list, another one is meant; what is added to the record itself is added
    // where that is told.
    let whole = own.filter { $0.target.isNewRecord }
    let isOneOf =
      subject.path.isEmpty && subject.record.map { $0.kind == whole.first?.kind } == true
    return whole.count == 1 && isOneOf ? whole : own
  }

  /// The marked records that the panel with the keys lists; elsewhere marks mean nothing.
  var marks: [RecordID] { focusedID.flatMap { listed[$0] } ?? [] }

  /// How many of the records of a panel are marked.
  func markedCount(in panel: PanelID) -> Int { listed[panel]?.count ?? 0 }

  /// Marks a record, or takes its mark away.
  mutating func toggleMark(_ record: RecordID) {
    if marked.contains(record) {
      marked.removeAll { $0 == record }
    } else {
      marked.append(record)
    }
    findMarked()
  }

  /// Takes the marks off some records.
  mutating func unmark(where isUsed: (RecordID) -> Bool) {
    guard !marked.isEmpty else { return }
    marked.removeAll(where: isUsed)
    findMarked()
  }

  /// Looks up which panels list what is marked.
  private mutating func findMarked() {
    listed = [:]
    if marked.isEmpty { return }
    for panel in content.panels where panel.rows.count > 0 {
      var found: Set<RecordID> = []
      for row in 0..<panel.rows.count {
        if case .record(let record) = panel.rows.subject(row) { found.insert(record) }
      }
      let here = marked.filter(found.contains)
      if !here.isEmpty { listed[panel.id] = here }
    }
  }
}

import Safeguarding
import TerminalUI

/// How the tables of a place were before the data under them changed.
private struct PlaceBefore {
  let place: Place
  let panels: [Panel]
  let shown: [PanelID: Table]
  /// The position of the selected row of each table.
  let selected: [PanelID: Int]
  let focused: PanelID?
}

/// What became of the place one looks at when others changed the data.
struct PlaceChange {
  /// Whether something in it is marked.
  var isMarked = false
  /// What was selected and is not in its list any more.
  var gone: String?
}

extension Browsing {
  /// Shows a workspace that somebody has changed: what one looks at stays under one's eyes.
  mutating func follow(
    _ workspace: Workspace, _ news: [News], on day: CalendarDate? = nil
  ) -> PlaceChange {
    let before = placeBefore
    look(at: workspace, day: day)
    var change = PlaceChange()
    if !news.isEmpty { change.isMarked = mark(since: before, NewsPlaces(news)) }
    change.gone = keepRows(since: before)
    scrollToSelection()
    return change
  }

  private var placeBefore: PlaceBefore {
    var selected: [PanelID: Int] = [:]
    for panel in content.panels { selected[panel.id] = selection(in: panel.id) }
    return PlaceBefore(
      place: visit.place, panels: content.panels, shown: tables, selected: selected,
      focused: focusedPanel?.id)
  }

  /// Marks what differs; answers whether anything does.
  private mutating func mark(since before: PlaceBefore, _ places: NewsPlaces) -> Bool {
    let generation = changes.generation + 1
    var marks = changes.marks[before.place] ?? PlaceMarks()
    for panel in content.panels {
      guard let last = before.panels.first(where: { $0.id == panel.id }) else { continue }
      switch (last.body, panel.body) {
      case (.table, .table):
        marks.note(panel, since: last, generation: generation) {
          places.concern($0, context.workspace)
        }
      case (.facts(let old), .facts(let new)):
        marks.note(new, of: panel.id, since: old, generation: generation)
      default: continue
      }
    }
    changes.marks[before.place] = marks.isEmpty ? nil : marks
    let isNew = marks.rows.values.contains { rows in
      rows.values.contains { $0.generation == generation }
    }
    if isNew { changes.generation = generation }
    return isNew
  }

  /// Keeps the selection and the scrolling of each table with their records; answers what was selected
  /// in the focused one and is gone.
  private mutating func keepRows(since before: PlaceBefore) -> String? {
    var gone: String?
    if let focused = before.focused,
      let index = content.panels.firstIndex(where: { $0.id == focused })
    {
      visit.focus = index
    }
    for panel in content.panels {
      guard let last = before.panels.first(where: { $0.id == panel.id }),
        let old = before.shown[panel.id], let new = tables[panel.id],
        let index = before.selected[panel.id]
      else { continue }
      let isFocused = panel.id == before.focused
      guard isFocused || visit.lists[panel.id] != nil else { continue }
      let matching = RowMatching(of: last, with: panel)
      let same = matching.id(now: old.id(at: index)).flatMap { new.position(of: $0) }
      if same == nil, isFocused { gone = Browsing.name(of: old[index], in: old) }
      let kept = same ?? Browsing.neighbour(of: index, old, new, matching)
      // It stays as far from the top as it was.
      if let kept {
        select(kept, in: panel.id)
        let offset = visit.lists[panel.id]?.offset ?? 0
        visit.lists[panel.id]?.offset = max(0, offset + kept - index)
      } else {
        select(id: nil, in: panel.id)
      }
    }
    return gone
  }

  /// Where the nearest row stands now that is still there, those below first.
  private static func neighbour(
    of index: Int, _ old: Table, _ new: Table, _ matching: RowMatching
  ) -> Int? {
    var positions: [String: Int] = [:]
    for position in 0..<new.count where !new.isHeading(at: position) {
      positions[new.id(at: position)] = position
    }
    let order = Array(index..<old.count) + (0..<index).reversed()
    return order.lazy.filter { !old.isHeading(at: $0) }
      .compactMap { matching.id(now: old.id(at: $0)).flatMap { positions[$0] } }.first
  }

  private static func name(of row: TableRow, in table: Table) -> String {
    guard let main = table.main, main < row.cells.count else { return row.id }
    return row.cells[main].plain.shortTitle
  }
}

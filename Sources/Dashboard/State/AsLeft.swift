import Safeguarding
package import TerminalUI

/// How a person left the dashboard: what they chose of its looks, and in each pane the way they had gone,
/// filtered and sorted.
package struct AsLeft: Hashable, Sendable {
  /// How a list was left.
  package struct List: Hashable, Sendable {
    package var filter = ""
    /// The title of the column by which it was sorted.
    package var sortedBy: String?
    package var isDescending = false
  }

  /// A place of the way, with its lists by the names of their panels.
  package struct Stop: Hashable, Sendable {
    package let place: Place
    package var focus = 0
    package var isZoomed = false
    package var lists: [String: List] = [:]

    package init(_ place: Place) { self.place = place }
  }

  /// The theme that was chosen while it ran; nil where none was.
  package var theme: String?
  /// The characters that were chosen while it ran.
  package var glyphs: GlyphTier?
  /// The pane that was left last.
  package var pane: String?
  /// The way into each pane that was seen.
  package var ways: [String: [Stop]] = [:]

  package init() {}

  /// The same, but beginning at the first screen of a pane, of which nothing is hidden.
  package func beginning(at pane: String) -> AsLeft {
    var left = self
    left.pane = pane
    left.ways[pane] = left.ways[pane]?.first.map { [$0.showingAll] }
    return left
  }

  /// The way into a pane as far as it leads through what is still there; nil where nothing is known of it.
  func way(into pane: String, _ workspace: Workspace) -> [Visit]? {
    guard panes.contains(where: { $0.id == pane }), let stops = ways[pane], let first = stops.first,
      first.place == Place(pane)
    else { return nil }
    let further = stops.dropFirst().prefix(AsLeft.longest).prefix { $0.place.stands(in: workspace) }
    // What is late is never hidden where one looks for it first.
    let start = pane == OverviewPane.id ? first.showingAll : first
    return ([start] + further).map(\.visit)
  }

  /// The longest way that is kept.
  private static let longest = 12
}

extension AsLeft.Stop {
  init(_ visit: Visit) {
    self.init(visit.place)
    (focus, isZoomed) = (visit.focus, visit.isZoomed)
    for (panel, state) in visit.lists where !state.filter.isEmpty || state.sortedBy != nil {
      lists[panel.name] = AsLeft.List(
        filter: state.filter, sortedBy: state.sortedBy, isDescending: state.isDescending)
    }
  }

  /// The same with all its panels and rows.
  fileprivate var showingAll: AsLeft.Stop {
    var stop = self
    stop.isZoomed = false
    stop.lists = lists.mapValues { list in
      var list = list
      list.filter = ""
      return list
    }
    return stop
  }

  fileprivate var visit: Visit {
    var visit = Visit(place)
    (visit.focus, visit.isZoomed, visit.isAsLeft) = (max(0, focus), isZoomed, true)
    for (panel, list) in lists {
      var state = ListState()
      (state.filter, state.sortedBy) = (list.filter, list.sortedBy)
      state.isDescending = list.isDescending
      visit.lists[PanelID(stringLiteral: panel)] = state
    }
    return visit
  }
}

/// The pane with an id, where a property is called `pane`.
private func paneType(_ id: String) -> (any Pane.Type)? { pane(id) }

extension Place {
  /// Whether there is still something to show at this place, which lies behind another one.
  fileprivate func stands(in workspace: Workspace) -> Bool {
    switch pane {
    case RecordPane.id:
      return path.count == 2 && workspace.record(kind: path[0], id: path[1]) != nil
    case RecordsPane.id:
      return path.isEmpty || path.count == 1 && Kinds.type(named: path[0]) != nil
    case DeadlinesPane.id: return !path.isEmpty && path.allSatisfy { DeadlineFacet($0) != nil }
    default:
      guard let kind = paneType(pane)?.shows, let id = path.first else { return false }
      return workspace.record(kind: kind.name, id: id) != nil
    }
  }
}

extension Browsing {
  /// How the dashboard is left now.
  package var asLeft: AsLeft {
    var kept = chosen
    kept.pane = visits.first?.place.pane
    for (pane, way) in left { kept.ways[pane] = way.map { AsLeft.Stop($0) } }
    if let pane = kept.pane { kept.ways[pane] = visits.map { AsLeft.Stop($0) } }
    return kept
  }
}

extension Dashboard {
  /// Says once what one does not see because one left it so.
  mutating func tellAsLeft() {
    guard visit.isAsLeft, mode == .browsing else { return }
    visit.isAsLeft = false
    if browsing.filterText.isEmpty,
      let filtered = content.panels.firstIndex(where: {
        visit.lists[$0.id]?.filter.isEmpty == false
      })
    {
      visit.focus = filtered
      browsing.scrollToSelection()
    }
    if visit.place.pane == DeadlinesPane.id, !visit.place.path.isEmpty {
      let names = visit.place.path.compactMap { DeadlineFacet($0)?.name(context) }
      telling.tell(unasked: "You left this narrowed to \(listed(names)): ‹back› shows more.")
    }
    if !browsing.filterText.isEmpty {
      telling.tell(
        unasked: "You left this filtered by \"\(browsing.filterText)\": ‹back› shows everything.")
    }
    if visit.isZoomed, content.panels.count > 1 {
      let key = keymap.label(for: "zoom")
      telling.tell(
        unasked: "You left this panel alone on the screen: "
          + "\(key.isEmpty ? "Esc" : key) shows the others.")
    }
  }
}

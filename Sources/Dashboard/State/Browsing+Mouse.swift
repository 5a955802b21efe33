import TerminalUI

extension Browsing {
  /// The wheel moves in the panel under it; a press gives that panel the keys.
  ///
  /// Answers how a list is
  /// sorted now, where that was asked for.
  mutating func receive(_ mouse: MouseEvent) -> String? {
    let areas = panelAreas()
    guard let index = areas.firstIndex(where: { $0.contains(mouse.point) }) else { return nil }
    visit.focus = index
    switch mouse.action {
    case .wheelUp: move(by: -3)
    case .wheelDown: move(by: 3)
    case .press, .doublePress:
      return press(mouse, panel: content.panels[index], area: areas[index])
    }
    return nil
  }

  /// A press selects a row; a press on the selected row opens it, one on the head of a column sorts.
  private mutating func press(_ mouse: MouseEvent, panel: Panel, area: Rect) -> String? {
    guard let (view, room) = view(of: panel, in: area) else { return nil }
    if let column = view.column(at: mouse.point, in: room) {
      return view.table.isSortable(by: column) ? toggleSort(panel, by: column) : nil
    }
    let row = view.places(in: room).first { $0.area.contains(mouse.point) }?.position
    guard let row, !view.table.isHeading(at: row) else { return nil }
    let wasSelected = selection(in: panel.id) == row
    select(row, in: panel.id)
    scrollToSelection()
    if mouse.action == .doublePress || wasSelected { openSelected() }
    return nil
  }
}

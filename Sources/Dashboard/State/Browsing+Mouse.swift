import TerminalUI

extension Browsing {
  /// The wheel moves in the panel under it; a press gives that panel the keys.
  mutating func receive(_ mouse: MouseEvent) {
    let areas = panelAreas()
    guard let index = areas.firstIndex(where: { $0.contains(mouse.point) }) else { return }
    visit.focus = index
    switch mouse.action {
    case .wheelUp: move(by: -3)
    case .wheelDown: move(by: 3)
    case .press, .doublePress: press(mouse, panel: content.panels[index], area: areas[index])
    }
  }

  /// A press selects a row; a press on the selected row opens it.
  private mutating func press(_ mouse: MouseEvent, panel: Panel, area: Rect) {
    guard let (view, room) = view(of: panel, in: area) else { return }
    let row = view.places(in: room).first { $0.area.contains(mouse.point) }?.position
    guard let row, !view.table.isHeading(at: row) else { return }
    let wasSelected = selection(in: panel.id) == row
    select(row, in: panel.id)
    scrollToSelection()
    if mouse.action == .doublePress || wasSelected { openSelected() }
  }
}

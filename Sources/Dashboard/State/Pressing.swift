import TerminalUI

extension Dashboard {
  /// Does what the mouse means where no key is named.
  mutating func receive(_ mouse: MouseEvent) -> [DashboardEffect] {
    switch mode {
    case .editing: press(inForm: mouse)
    case .entering: GridEntry.press(mouse, in: &self)
    case .choosing(var chooser):
      let layout = ScreenDrawing(self).layout(of: chooser)
      guard let key = layout.key(for: mouse) else { break }
      if mouse.isPress, let index = layout.item(at: mouse.point) { chooser.selected = index }
      browsing.isPressSpent = mouse.isPress
      return choose(chooser, key: key)
    case .browsing:
      if mouse.point.y == 1, mouse.isPress {
        let tab = ScreenDrawing(self).tabs().first { tab in
          (tab.x - 1...tab.x + tab.width).contains(mouse.point.x)
        }
        if let tab { browsing.go(to: tab.pane) }
      } else if let order = browsing.receive(mouse) {
        notice = order
      }
    case .filtering, .asking, .confirming, .resolving, .touring: break
    }
    return []
  }
}

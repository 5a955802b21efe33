import TerminalUI

/// What of the screen a move of the cursor leaves as it is, and what it was drawn of.
///
/// It is kept from one drawing to the next only while nothing happens but moves of the cursor in a panel
/// (``ScreenMemory``): whatever else happens, all is drawn anew.
struct StillScreen: Sendable {
  /// What can differ behind a move, though no move should change it.
  struct Standing: Hashable, Sendable {
    let focus: Int
    /// How the other panels are filtered, sorted and scrolled.
    let others: [PanelID: ListState]
  }

  let standing: Standing
  /// Everything but the panels that the cursor moves in, and the last line; borders are not joined yet.
  let canvas: Canvas
}

extension ScreenDrawing {
  /// The whole screen, and what a move of the cursor will leave as it is.
  func canvas(keeping kept: StillScreen?) -> (canvas: Canvas, still: StillScreen?) {
    guard hasStill else { return (changingCanvas, nil) }
    let still = still(keeping: kept)
    return (canvas(on: still), still)
  }

  /// Whether one looks at the panels, and nothing is asked or filled in.
  private var hasStill: Bool {
    mode == .browsing && form == nil && dashboard.grid == nil && askedUndo == nil
      && !browsing.isTooSmall && size.width * size.height <= ScreenDrawing.mostCells
  }

  /// Of larger windows than any screen nothing is kept: a second canvas of theirs takes too much memory.
  private static let mostCells = 40_000

  /// What a move of the cursor leaves as it is: what is kept, where it still holds.
  private func still(keeping kept: StillScreen?) -> StillScreen {
    var others = visit.lists
    if let focused = browsing.focusedID { others[focused] = nil }
    let standing = StillScreen.Standing(focus: visit.focus, others: others)
    if let kept, kept.standing == standing { return kept }
    var canvas = Canvas(size: size, glyphs: context.glyphs)
    drawAbove(in: &canvas)
    drawPanels(in: &canvas, thatMove: false)
    drawHidden(in: &canvas)
    return StillScreen(standing: standing, canvas: canvas)
  }

  /// The whole screen, on what a move of the cursor leaves as it is.
  private func canvas(on still: StillScreen) -> Canvas {
    var canvas = still.canvas
    drawPanels(in: &canvas, thatMove: true)
    canvas.joinLines()
    drawBelow(in: &canvas)
    return canvas
  }

  /// Draws the panels of the present place that say something else when the cursor moves, or the others.
  private func drawPanels(in canvas: inout Canvas, thatMove: Bool) {
    let areas = browsing.panelAreas()
    let focus = visit.focus
    for index in areas.indices where !areas[index].isEmpty && moves(index) == thatMove {
      drawPanel(
        browsing.content.panels[index], isFocused: index == focus, in: &canvas, area: areas[index])
    }
  }

  /// Whether a panel says something else when the cursor moves: the one that has the keys, and what tells of its
  /// selected row.
  private func moves(_ index: Int) -> Bool {
    if index == visit.focus { return true }
    guard case .detail(let list, _) = browsing.content.panels[index].body else { return false }
    return list == browsing.focusedID
  }
}

import TerminalUI

/// Where the panels of one indicator stand in a given room: chart, values, what it is, the count.
struct IndicatorRoom {
  let picture: IndicatorChart?
  /// Rows that the table of values wants with its rule and head.
  let valueRows: Int
  let count: IndicatorChart?

  private static let nowhere = Rect(x: 0, y: 0, width: 0, height: 0)

  /// A place for each panel; an empty one where there is no room for it.
  func places(in area: Rect) -> [Rect] {
    area.width < 100 ? stacked(area) : beside(area)
  }

  /// What it is stands beside the others, over the whole height.
  private func beside(_ area: Rect) -> [Rect] {
    let columns = area.columns([.share(2), .share(1)])
    let values = min(valueRows, area.height / 3)
    let chart = wanted(picture, width: columns[0].width)
    let rest = area.height - chart - values
    guard let count, rest >= wanted(count, width: columns[0].width) else {
      let left = columns[0].rows([.share(1), .fixed(values)])
      return [left[0], left[1], columns[1]] + hiddenCount
    }
    let left = columns[0].rows([.fixed(chart), .fixed(values), .share(1)])
    return [left[0], left[1], columns[1], left[2]]
  }

  /// One below the other; where it is low, the chart and what it is.
  private func stacked(_ area: Rect) -> [Rect] {
    let chart = wanted(picture, width: area.width)
    let rest = area.height - chart
    guard rest >= 7 else {
      let rows = area.rows([.share(4), .share(3)])
      return [rows[0], IndicatorRoom.nowhere, rows[1]] + hiddenCount
    }
    let rows = area.rows([.fixed(chart), .fixed(min(valueRows, rest - 4)), .share(1)])
    return rows + hiddenCount
  }

  private var hiddenCount: [Rect] { count == nil ? [] : [IndicatorRoom.nowhere] }

  /// The rows of a chart with its rule.
  private func wanted(_ picture: IndicatorChart?, width: Int) -> Int {
    (picture?.naturalHeight(width: width - 3) ?? 2) + 1
  }
}

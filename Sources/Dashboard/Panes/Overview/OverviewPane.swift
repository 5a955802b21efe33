import Safeguarding
import TerminalUI

/// What an executive member needs in the first ten seconds.
package enum OverviewPane: Pane {
  package static let id = "overview"
  package static let title = "Overview"
  package static let help =
    "What needs attention, who chairs, when the groups meet and what the dataset warns of."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let panels = panels(context)
    var content = PaneContent(trail: [title], panels: panels) { area in
      layout(area, hasRotation: panels.count > 4)
    }
    (content.isSummary, content.isMixed) = (true, true)
    return content.adding(
      context.liveGroups.map { context.newAction(in: Reference($0.id)) }
        + Kinds.all.flatMap { context.additions(of: $0) })
  }

  private static func panels(_ context: PaneContext) -> [Panel] {
    let executives = context.partnerships.compactMap { partnership in
      context.workspace.groups[context.workspace.executive(of: partnership, on: context.day)]
    }
    let rotating = executives.first { $0.rotatesChair }.map {
      [ExecutivePane.rotation(of: $0, context)]
    }
    let closed = [
      chairs(context).closed(context, under: "partnerships/"),
      groups(context).closed(context, under: "groups/"),
      headlines(context).closed(context, under: "dataset/"),
    ]
    return [attention(context)] + closed + (rotating ?? [])
  }

  private static func layout(_ area: Rect, hasRotation: Bool) -> [Rect] {
    if area.width >= 180 {
      let columns = area.columns([.share(7), .share(6), .share(6)])
      let middle = columns[1].rows(
        hasRotation ? [.share(2), .share(3), .share(2)] : [.share(2), .share(3)])
      let places = [columns[0], middle[0], columns[2], middle[1]]
      return hasRotation ? places + [middle[2]] : places
    }
    if area.width >= 100 {
      let rows = area.rows([.share(6), .share(5)])
      let top = rows[0].columns([.share(11), .share(10)])
      let right = top[1].rows([.share(2), .share(3)])
      let bottom = rows[1]
      return [top[0], right[0], bottom, right[1]]
    }
    guard area.width >= 72 else { return stacked(area) }
    let rows = area.rows([.share(1), .fixed(4), .fixed(5), .share(1)])
    return [rows[0], rows[1], rows[3], rows[2]]
  }

  private static func stacked(_ area: Rect) -> [Rect] {
    let rows = area.rows([.share(1), .share(1)])
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    return area.height >= 14 ? [rows[0], rows[1], none, none] : [area, none, none, none]
  }
}

import Safeguarding
import TerminalUI

/// The group that leads a partnership: its rotating chair, its seats, its meetings.
package enum ExecutivePane: Pane {
  package static let id = "executive"
  package static let title = "Executive"
  package static let help =
    "Who chairs now and next, who holds which seat, who acts for whom, and whether it meets in time."

  /// The way in is empty, `of` and a partnership, or the id of any group that rotates its chair.
  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    if let id = path.first, id != "of", let group = context.workspace.groups[id] {
      return content(context, group: group, partnership: nil)
    }
    let chosen = path.first == "of" ? path.last : nil
    let partnership =
      chosen.flatMap { context.workspace.partnerships[$0] }
      ?? context.partnerships.first { $0.executive != nil }
    guard let partnership, let group = context.workspace.groups[partnership.executive] else {
      return PaneContent(
        trail: [title],
        panel: Panel(
          "none", title: title, body: .text([]),
          emptyText:
            "No executive is recorded here. Enter its id as \"executive\" in "
            + "partnerships/…/partnership.json and the group in groups/…/group.json."))
    }
    return content(context, group: group, partnership: partnership)
  }

  private static func content(
    _ context: PaneContext, group: Group, partnership: Partnership?
  ) -> PaneContent {
    var panels = [rotation(of: group, context), terms(of: group, context)]
    if let partnership { panels.append(partners(of: partnership, context)) }
    panels += [
      meetings(of: group, context), decisions(of: group, context), seats(of: group, context),
    ]
    let timelineHeight = lanes(of: group, context).count + 4
    let hasPartners = partnership != nil
    return PaneContent(trail: [title, group.name], panels: panels) { area in
      layout(area, timelineHeight: timelineHeight, hasPartners: hasPartners)
    }
  }

  private static func layout(_ area: Rect, timelineHeight: Int, hasPartners: Bool) -> [Rect] {
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    if area.height < 14 { return [area] }
    let top = min(timelineHeight, max(4, area.height / 3 + 1))
    let rows = area.rows([.fixed(top), .share(1)])
    if area.width < 100 {
      let below = rows[1].rows([.share(1), .share(1)])
      let rest = Array(repeating: none, count: 3)
      return hasPartners
        ? [rows[0], below[0], none, below[1], none, none] : [rows[0], below[0], below[1]] + rest
    }
    let below = rows[1].rows([.share(5), .share(6)])
    let middle = below[0].columns([.share(1), .share(1)])
    let bottom = below[1].columns([.share(1), .share(1)])
    if area.width >= 180 {
      let upper = below[0].columns([.share(1), .share(1), .share(1)])
      if hasPartners { return [rows[0], upper[0], upper[1], upper[2], bottom[0], bottom[1]] }
      return [rows[0], upper[0], upper[1], upper[2], below[1]]
    }
    if hasPartners {
      let right = middle[1]
      let bottomRight = bottom[1].rows([.share(1), .share(1)])
      return [rows[0], middle[0], right, bottomRight[0], bottomRight[1], bottom[0]]
    }
    return [rows[0], middle[0], middle[1], bottom[0], bottom[1]]
  }
}

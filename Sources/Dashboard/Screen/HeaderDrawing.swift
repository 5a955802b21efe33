import Safeguarding
import TerminalUI

extension ScreenDrawing {
  /// Draws where one is, and the day one stands on.
  func drawHeader(in canvas: inout Canvas) {
    let isWide = size.width >= 100
    let pinned = dashboard.pinnedDay == nil || !isWide ? "" : ", pinned"
    let day = "as at \(isWide ? context.day.long : context.day.short)\(pinned)"
    var right = day
    // The handling label is never what is left out: where it is narrow, it stands in place of the name.
    let label = context.workspace.handling
    let isBeside = isWide && TextWidth.of(label) <= 24
    let name = isBeside || label.isEmpty ? "MASA" : label
    if isBeside, !label.isEmpty { right = "\(label) \(canvas.glyphs.separator) \(right)" }
    if !dashboard.banner.isEmpty, size.width >= 70 {
      right += " \(canvas.glyphs.separator) \(dashboard.banner)"
    }
    let others = dashboard.presence.words(in: size.width - TextWidth.of(right) - 60)
    var trail = self.trail
    func left() -> Line {
      Line(" \(name)  ", .title)
        + Line(trail.joined(separator: " \(canvas.glyphs.pointer) "), .title)
    }
    // Who else is here stands where the way finds room; of a long way the end shows.
    let beside = others.isEmpty ? "" : " \(canvas.glyphs.separator) \(others)"
    let missing = left().width + TextWidth.of(right + beside) + 3 - size.width
    // The area that everybody here knows gives way to it.
    let first = trail.count > 1 ? TextWidth.of(trail[0]) + 3 : 0
    if !beside.isEmpty, missing > 0, missing <= first { trail.removeFirst() }
    if missing <= first { right += beside }
    let rightWidth = TextWidth.of(right)
    var dropped = ""
    while trail.count > 1, left().width + rightWidth + 3 > size.width {
      dropped = trail.removeFirst()
    }
    // What is cut even by itself is better cut behind what says where it belongs.
    if !dropped.isEmpty, left().width + rightWidth + 3 > size.width {
      trail.insert(dropped, at: 0)
    }
    let left = left()
    canvas.write(left, x: 0, y: 0, width: max(0, size.width - rightWidth - 3))
    let x = size.width - rightWidth - 1
    canvas.write(Line(right, .secondary), x: x, y: 0, width: rightWidth)
    // Whoever stands on another day than today sees that it is another one.
    if context.day != dashboard.today, let place = right.firstRange(of: day) {
      let before = TextWidth.of(String(right[..<place.lowerBound]))
      canvas.write(Line(day, .dueSoon), x: x + before, y: 0, width: TextWidth.of(day))
    }
  }

  /// The way to this place: the partnership, the pane, what is inside; the end of it where it is narrow.
  private var trail: [String] {
    let root = browsing.visits.first.flatMap { pane($0.place.pane)?.title }
    let inner = content.trail.first == root ? content.trail : [root ?? ""] + content.trail
    if size.width < 60 { return Array(inner.suffix(1)) }
    return [scopeTitle].filter { !$0.isEmpty } + inner
  }

  /// The area, and the partnership that is shown of it alone.
  private var scopeTitle: String {
    switch context.scope {
    case .all: context.workspace.settings.title
    case .one(let id): context.workspace.partnerships[id]?.shortName ?? id.id
    }
  }
}

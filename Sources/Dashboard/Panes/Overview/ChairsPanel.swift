import Safeguarding
import TerminalUI

extension OverviewPane {
  /// Who has the chair of each executive in scope, now and next.
  static func chairs(_ context: PaneContext) -> Panel {
    let partnerships = context.partnerships.filter {
      $0.isLive(on: context.day) || context.scope != .all
    }
    let rows = context.workspace.chairs(of: partnerships, on: context.day)
      .flatMap { chairRows(of: $0, context) }
    return Panel(
      .chairs, title: "Who chairs, now and next",
      columns: [
        Column("", .whole), Column("", .whole), Column("", .main()),
        Column("", .whole, alignment: .trailing),
      ], rows: rows,
      emptyText: "No executive is named yet.")
  }

  private static func chairRows(of chair: ExecutiveChair, _ context: PaneContext) -> [PanelRow] {
    guard let partnership = chair.partnerships.first else { return [] }
    let target = Place(ExecutivePane.id, ["of", partnership.id])
    func row(_ when: String, _ chairs: Line, _ until: Line) -> PanelRow {
      PanelRow(
        "\(partnership.id)-\(when)",
        [
          Line(when == "next" ? "" : chair.shortNames, .heading), .secondary(when), chairs, until,
        ], target: target)
    }
    guard let group = context.workspace.groups[chair.group] else {
      if let id = chair.group?.id,
        !context.closed(under: PartnershipGroup.folder(of: id)).isEmpty
      {
        return [row("now", .secondary("closed to you"), .empty)]
      }
      return [row("now", .secondary("no executive is recorded"), .empty)]
    }
    guard let rotation = context.workspace.rotation(of: group, aheadOf: context.day) else {
      return [row("now", .secondary("not recorded"), .empty)]
    }
    let now = rotation.holding(on: context.day)
    let isAbsent = now.state == .vacant
    var rows = [
      row(
        "now", self.chair(now, context),
        Line(now.durationWords, isAbsent ? .overdue : .secondary))
    ]
    if let next = rotation.next(after: context.day) {
      let until =
        next.exactStart.map { "in \(shortSpan(from: context.day, to: $0))" }
        ?? next.from.map { "from \($0.known)" } ?? ""
      rows.append(row("next", self.chair(Holding(next), context), Line(until)))
    } else if let next = rotation.successor(on: context.day) {
      let agency = context.workspace.agencies[next]?.label ?? next.id
      rows.append(
        row(
          "next", Line(agency) + .secondary(", by the pattern"), .secondary("when is not recorded"))
      )
    }
    return rows
  }

  /// Person and agency; the agency alone where nobody is named; what is said where nobody has it.
  static func chair(_ holding: Holding, _ context: PaneContext) -> Line {
    let who = holding.stretch.map { context.who($0) } ?? []
    if let absence = holding.absenceWords {
      let last = holding.state == .ended ? who.first.map { ", after \($0)" } ?? "" : ""
      return Line(absence, holding.state == .vacant ? .overdue : .secondary) + .secondary(last)
    }
    let mark = holding.stateMark.isEmpty ? "" : ", \(holding.stateMark)"
    guard let first = who.first else { return Line("not named") + .secondary(mark) }
    return Line(first) + .secondary(who.dropFirst().map { ", \($0)" }.joined() + mark)
  }
}

import Safeguarding
import TerminalUI

extension OverviewPane {
  /// Who has the chair of each executive in scope, now and next.
  static func chairs(_ context: PaneContext) -> Panel {
    let rows = context.partnerships.filter { $0.isLive(on: context.day) || context.scope != .all }
      .flatMap { chairRows(of: $0, context) }
    return Panel(
      .chairs, title: "Who chairs, now and next",
      columns: [
        Column("", .whole), Column("", .whole), Column("", .main()),
        Column("", .whole, alignment: .trailing),
      ], rows: rows,
      emptyText: "No executive is named yet.")
  }

  private static func chairRows(of partnership: Partnership, _ context: PaneContext) -> [PanelRow] {
    let target = Place(ExecutivePane.id, ["of", partnership.id])
    func row(_ when: String, _ chair: Line, _ until: Line) -> PanelRow {
      PanelRow(
        "\(partnership.id)-\(when)",
        [
          Line(when == "next" ? "" : partnership.shortName, .heading), .secondary(when), chair,
          until,
        ], target: target)
    }
    let executive = context.workspace.executive(of: partnership, on: context.day)
    guard let group = context.workspace.groups[executive] else {
      if let id = executive?.id,
        !context.closed(under: PartnershipGroup.folder(of: id)).isEmpty
      {
        return [row("now", .secondary("closed to you"), .empty)]
      }
      return [row("now", .secondary("no executive is recorded"), .empty)]
    }
    guard
      let rotation = context.workspace.rotation(of: group, until: context.day.adding(months: 24))
    else {
      let holder = group.chair?.holder(on: context.day)?.lines(context.names).joined()
      let words = holder ?? group.chair?.title ?? "not printed"
      return [
        row("now", Line(words, holder == nil ? .secondary : .text), .secondary("no rotation"))
      ]
    }
    var rows: [PanelRow] = []
    if let now = rotation.stretch(on: context.day) {
      rows.append(row("now", chair(now, context), .secondary("to \(now.last.short)")))
    } else {
      rows.append(row("now", Line("no term covers today", .overdue), .empty))
    }
    if let next = rotation.next(after: context.day) {
      let span = shortSpan(from: context.day, to: next.first)
      rows.append(row("next", chair(next, context), Line("in \(span)")))
    }
    return rows
  }

  /// Person and agency of a stretch; the agency alone where nobody is named.
  static func chair(_ stretch: RotationStretch, _ context: PaneContext) -> Line {
    if stretch.isVacant {
      return Line("vacant", .overdue) + .secondary(", \(counted(stretch.days, "day"))")
    }
    let agency = stretch.agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
    let known = [agency, stretch.title].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }.first
    guard let person = stretch.person else {
      return Line(known ?? "not named")
        + .secondary(stretch.status == .projected ? ", by the pattern" : "")
    }
    return Line(context.names(Person.kind, person.id)) + .secondary(known.map { ", \($0)" } ?? "")
  }
}

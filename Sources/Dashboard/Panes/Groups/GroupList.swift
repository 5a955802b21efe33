import Safeguarding
import TerminalUI

extension GroupsPane {
  /// Every group in scope under bands: those of each partnership, joint ones, those that do not meet.
  static func list(_ facts: [GroupFacts], _ context: PaneContext) -> Panel {
    let live = facts.filter { $0.group.isLive(on: context.day) }
    let gone = facts.filter { !$0.group.isLive(on: context.day) }
    var bands: [(id: String, words: String, facts: [GroupFacts])] = []
    for facts in live {
      let (id, words) = bandOf(facts.group, context)
      if bands.last?.id == id {
        bands[bands.count - 1].facts.append(facts)
      } else {
        bands.append((id, words, [facts]))
      }
    }
    if !gone.isEmpty { bands.append(("gone", "Not meeting on \(context.day.short)", gone)) }
    // A single kind of group needs no name.
    let isParted = bands.count > 1 || !gone.isEmpty
    let rows = bands.flatMap { part in
      (isParted ? [band(part.id, part.words, part.facts.count)] : [])
        + (part.id == "gone" ? part.facts.map { ($0, depth: 0) } : nested(part.facts)).map {
          row($0, depth: $1, isLive: part.id != "gone", context)
        }
    }
    return Panel(
      .list, title: "Groups",
      notes: context.illustrativeLegend,
      columns: [
        Column("Group", .main(least: 24)), Column("Meets", .whole, rank: 5),
        Column("Last met", .whole, rank: 1), Column("Next meets", .whole, alignment: .trailing),
        Column("Papers in", .whole, alignment: .trailing, rank: 1),
        Column("Open", .whole, alignment: .trailing, rank: 1),
        Column("Late", .whole, alignment: .trailing),
        Column(
          RhythmStrip.head(on: context.day, context.glyphs), .whole, rank: 6, isSortable: false),
        Column("For", .whole, rank: 8), Column("Chair", .text(least: 12, most: 44), rank: 7),
      ], rows: rows,
      emptyText: "No groups yet."
    ).explaining(7, by: RhythmStrip.legend(context.glyphs))
      .adding(context.additions(of: PartnershipGroup.self).first)
  }

  /// Each group with how deep it stands below others of its band; those that belong to a group follow it.
  static func nested(_ facts: [GroupFacts]) -> [(GroupFacts, depth: Int)] {
    let positions = Dictionary(
      facts.enumerated().map { ($0.element.group.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var below: [Int: [Int]] = [:]
    var tops: [Int] = []
    for (index, one) in facts.enumerated() {
      let above = one.group.parents.lazy.filter { $0.to?.last.map { $0 >= one.day } ?? true }
        .compactMap { $0.group }.compactMap { positions[$0.id] }.first
      if let above, above != index {
        below[above, default: []].append(index)
      } else {
        tops.append(index)
      }
    }
    var found: [(GroupFacts, depth: Int)] = []
    var seen: Set<Int> = []
    // Groups that belong to each other in a ring have none above them, and come last.
    var waiting = (tops + facts.indices).reversed().map { (index: $0, depth: 0) }
    while let next = waiting.popLast() {
      guard seen.insert(next.index).inserted else { continue }
      found.append((facts[next.index], next.depth))
      waiting += (below[next.index] ?? []).reversed().map { ($0, next.depth + 1) }
    }
    return found
  }

  /// The band that a live group stands under.
  private static func bandOf(
    _ group: PartnershipGroup, _ context: PaneContext
  ) -> (id: String, words: String) {
    let partnerships = context.workspace.partnerships(of: Reference(group.id))
    guard let first = partnerships.first else { return ("none", "No partnership named") }
    if partnerships.count > 1 {
      let live = context.workspace.partnerships.all.count { $0.isLive(on: context.day) }
      return ("joint", live == 2 ? "Both, joint" : "Joint")
    }
    guard let partnership = context.workspace.partnerships[first] else {
      return (first.id, first.id)
    }
    let name = partnership.shortName.isEmpty ? partnership.name : partnership.shortName
    // What every area is called tells none from another.
    let area = partnership.area.replacing(" local authority area", with: "")
      .replacing(" County Council", with: "")
    return (first.id, area.isEmpty ? name : "\(area) (\(name))")
  }

  private static func row(
    _ facts: GroupFacts, depth: Int, isLive: Bool, _ context: PaneContext
  ) -> PanelRow {
    let group = facts.group
    let strip = RhythmStrip(context.records.meetings(of: Reference(group.id)), on: context.day)
    let chair = isLive ? chair(of: group, context) : .empty
    // What does not meet stands back, and what has ended counts nothing.
    let cells: [Line] =
      isLive
      ? [
        facts.name(context), .secondary(group.cadence?.words ?? "not printed"),
        facts.lastMet,
        facts.nextMeets, facts.papers, facts.openCount, facts.overdueCount,
      ]
      : [
        facts.name(context).with(.secondary) + .secondary(facts.formerBody(context)),
        .secondary(group.cadence?.words ?? "not printed"), facts.lastMet,
        facts.next == nil ? .secondary("none planned") : facts.nextMeets.with(.secondary), .empty,
        facts.open == 0 ? .empty : facts.openCount,
        facts.overdue == 0 ? .empty : facts.overdueCount,
      ]
    return PanelRow(
      group.link,
      cells + [
        strip.line(context.glyphs),
        .secondary(facts.serves(context) + (group.isJoint ? ", joint" : "")), chair,
      ],
      keys: [
        .text(group.label), .text(group.cadence?.words ?? ""),
        facts.last?.date.sortKey ?? .nothing, facts.next?.date.sortKey ?? .nothing, .nothing,
        .number(Double(facts.open)), .number(Double(facts.overdue)), .nothing,
        .text(facts.serves(context)), .text(chair.plain),
      ], depth: depth)
  }
}

extension GroupsPane {
  /// Who chairs a group, as surely as that is known; empty where nothing says that it has a chair.
  private static func chair(of group: PartnershipGroup, _ context: PaneContext) -> Line {
    guard hasChair(group, context) else { return .empty }
    let now = context.workspace.chair(of: group, on: context.day)
    let how = now.state == .printed ? ", \(now.durationWords)" : ""
    return OverviewPane.chair(now, context) + .secondary(how)
  }
}

extension GroupFacts {
  /// The partnership of a group that went with it, and who took over: ", MSCB, then Executive".
  fileprivate func formerBody(_ context: PaneContext) -> String {
    let bodies = context.workspace.partnerships(of: Reference(group.id))
      .compactMap { context.workspace.partnerships[$0] }
    let next = context.workspace.successors(of: group).map(\.label).joined(separator: ", ")
    let after = next.isEmpty ? "" : ", then \(next)"
    guard let last = bodies.last, bodies.allSatisfy({ !$0.isLive(on: context.day) }) else {
      return after
    }
    return ", \(last.shortName)\(after)"
  }
}

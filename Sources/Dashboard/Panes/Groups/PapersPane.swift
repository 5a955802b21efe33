import Safeguarding
import TerminalUI

/// The papers that are still to come in, of all groups: the next one to chase first.
package enum PapersPane: Pane {
  package static let id = "papers"
  package static let title = "Papers to chase"
  package static let help =
    "Every paper that is missing for a meeting to come, of all groups, with its owner: the next to chase first."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let all = missing(context)
    let end = context.day.adding(days: 7)
    let late = all.filter { $0.paper.isLate(on: context.day) }
    let soon = all.filter { !$0.paper.isLate(on: context.day) && $0.day.map { $0 <= end } ?? false }
    let taken = late.count + soon.count
    var rows: [PanelRow] = []
    func add(_ words: String, _ members: ArraySlice<Missing>, _ role: Role) {
      if members.isEmpty { return }
      rows.append(
        PanelRow(
          "band-\(words)", [Line(words, role) + .secondary("  \(members.count)")], isHeading: true))
      rows += members.map { row($0, context) }
    }
    add("Late", all.prefix(late.count), .overdue)
    add(
      "Due by \(end.inSentence(on: context.day))", all[late.count..<taken], .dueSoon)
    add("Later", all.dropFirst(taken), .heading)
    let panel = Panel(
      .list, title: "Papers that are missing", notes: context.illustrativeLegend,
      columns: [
        Column("", .whole), Column(OwedTable.distanceTitle, .whole, alignment: .trailing),
        Column(OwedTable.ownerTitle, .text(least: 10, most: 24)),
        Column("Group", .text(least: 12, most: 24)),
        Column("Meets", .whole, alignment: .trailing, rank: 1), Column("Paper", .main(least: 16)),
        Column("For item", .text(least: 12, most: 40), rank: 2),
      ], rows: rows, emptyText: "No paper is missing for any meeting to come."
    ).goodWhenEmpty.closed(context, under: "groups/")
    return PaneContent(trail: [title], lede: lede(all, late, context), panel: panel)
  }

  /// A paper that is not in, with where it stands.
  private struct Missing: Sendable {
    let meeting: Meeting
    let item: Int
    let index: Int

    var paper: Paper { meeting.agenda[item].papers[index] }
    /// By when it is wanted: its own day, else that of all papers, else that of the meeting.
    var day: CalendarDate? { paper.dueOn ?? meeting.papersDueOn ?? meeting.date?.first }
  }

  /// The papers of all meetings to come, soonest due first.
  private static func missing(_ context: PaneContext) -> [Missing] {
    var all: [Missing] = []
    for group in context.liveGroups {
      for recorded in context.records.meetings(of: Reference(group.id)) {
        let meeting = recorded.known(on: context.day)
        guard meeting.status == .planned, meeting.date?.last.map({ $0 >= context.day }) ?? true
        else { continue }
        for item in meeting.agenda.indices {
          for index in meeting.agenda[item].papers.indices
          where meeting.agenda[item].papers[index].receivedOn == nil {
            all.append(Missing(meeting: meeting, item: item, index: index))
          }
        }
      }
    }
    // Those of one day stay in the order of their agendas; what is late stands first.
    return all.enumerated().sorted { left, right in
      func key(_ entry: (offset: Int, element: Missing)) -> (Int, Int, Int) {
        let isLate = entry.element.paper.isLate(on: context.day)
        return (isLate ? 0 : 1, entry.element.day?.dayNumber ?? .max, entry.offset)
      }
      return key(left) < key(right)
    }.map(\.element)
  }

  private static func row(_ missing: Missing, _ context: PaneContext) -> PanelRow {
    let (meeting, paper) = (missing.meeting, missing.paper)
    let item = meeting.agenda[missing.item]
    let isLate = paper.isLate(on: context.day)
    let group = context.workspace.groups[meeting.group]?.label ?? meeting.group.id
    let distance = missing.day.map { distanceWords(from: context.day, to: $0) } ?? "no date"
    let owners = [paper.owner].compactMap(\.self)
    return PanelRow(
      .part(
        meeting.link,
        [
          .field("agenda"), .element(missing.item), .field("papers"), .element(missing.index),
        ]),
      id: "\(meeting.id) \(missing.item) \(missing.index)",
      [
        Line(isLate ? "!" : " ", isLate ? .overdue : .text),
        Line(distance, isLate ? .overdue : .text),
        .owner(owners, .text, isWanted: true, context), .secondary(group),
        Line(meeting.date?.inList(on: context.day, hasWeekday: false) ?? ""),
        .text(paper.title.asTitle, illustrative: meeting.illustrative),
        .secondary(item.numberedTitle),
      ],
      keys: [
        .number(isLate ? 0 : 1), missing.day.map { .number(Double($0.dayNumber)) } ?? .nothing,
        .text(owners.short(in: context.workspace)), .text(group), meeting.date.sortKey,
        .text(paper.title), .text(item.numberedTitle),
      ], target: Place(record: meeting.link))
  }

  /// How many are missing and late, and which comes next.
  private static func lede(
    _ all: [Missing], _ late: [Missing], _ context: PaneContext
  ) -> [LedeBlock] {
    guard let next = all.first else { return [.fact("No paper is missing", "", .good)] }
    let groups = Set(all.map(\.meeting.group.id)).count
    let missing = LedeBlock.fact(
      "\(counted(all.count, "paper")) missing", "for \(counted(groups, "group"))")
    let owner = next.paper.owner?.short(in: context.workspace) ?? "nobody named"
    let first = LedeBlock.fact("Next: \(next.paper.title.asTitle)", "from \(owner)")
    if late.isEmpty { return [missing, first] }
    return [
      .alarm("\(late.count) late", "‹tick› ticks one that came in"), missing, first,
    ]
  }
}

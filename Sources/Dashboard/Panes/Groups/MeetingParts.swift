import Safeguarding
import TerminalUI

extension MeetingPane {
  /// What was decided, a row each, so that each can be changed.
  static func decisions(_ meeting: Meeting, _ context: PaneContext) -> Panel {
    let rows = meeting.decisions.enumerated().map { index, decision in
      PanelRow(
        .part(meeting.link, [.field("decisions"), .element(index)]),
        [
          .secondary(decision.number), Line(decision.text),
          .secondary(context.workspace.decidedFor(decision, in: meeting.group)),
          .secondary(decision.owner?.lines(context.names).joined() ?? ""),
        ])
    }
    return Panel(
      .decisions, title: "Decisions one by one",
      columns: [
        Column("", .whole, alignment: .trailing), Column("Decision", .main()),
        Column("For", .whole, rank: 1),
        Column(OwedTable.ownerTitle, .text(least: 10, most: 24), rank: 1),
      ], rows: rows, emptyText: "No decision is recorded."
    ).adding(context.newPart(Decision(), of: meeting, at: [.field("decisions")]))
  }

  /// The papers of all items, a row each, so that each can be ticked when it comes in.
  static func papers(_ meeting: Meeting, _ context: PaneContext) -> Panel {
    let rows = meeting.agenda.enumerated().flatMap { item, entry in
      entry.papers.enumerated().map { index, paper in
        let isLate = paper.isLate(on: context.day)
        let number = entry.number.isEmpty ? String(item + 1) : entry.number
        let isIn = paper.receivedOn != nil
        let due = paper.dueOn?.inList(on: context.day, hasWeekday: false) ?? ""
        return PanelRow(
          .part(
            meeting.link,
            [.field("agenda"), .element(item), .field("papers"), .element(index)]),
          [
            isIn ? Line("=", .good) : Line(isLate ? "!" : " ", isLate ? .overdue : .text),
            paper.receivedOn.map { Line($0.inList(on: context.day, hasWeekday: false)) }
              ?? Line("missing", isLate ? .overdue : .secondary),
            .secondary(due), .secondary(number),
            Line(paper.owner?.short(in: context.workspace) ?? ""), Line(paper.title),
          ],
          keys: [
            .number(isIn ? 1 : 0),
            paper.receivedOn.map { .number(Double($0.dayNumber)) } ?? .nothing,
            paper.dueOn.map { .number(Double($0.dayNumber)) } ?? .nothing, .number(Double(item)),
          ])
      }
    }
    let (received, all) = meeting.papers
    var panel = Panel(
      .papers, title: "Papers one by one",
      notes: all == 0 ? [] : [.secondary("\(all - received) missing, \(received) in")],
      columns: [
        Column("", .whole), Column("In", .whole, alignment: .trailing),
        Column(OwedTable.dueTitle, .whole, alignment: .trailing, rank: 3),
        Column("Item", .whole, alignment: .trailing, rank: 2),
        Column("From", .text(least: 8, most: 18)), Column("Paper", .main()),
      ], rows: rows,
      emptyText: meeting.agenda.isEmpty
        ? "Papers belong to items of the agenda. Add an item there first." : "No papers yet.")
    panel.additions = meeting.agenda.enumerated().compactMap { index, item in
      var addition = context.newPaper(ofItem: index, of: meeting)
      addition?.note = item.title
      return addition
    }
    if meeting.agenda.isEmpty {
      panel.noAddition = "Add an agenda item first: papers belong to one."
    }
    return panel
  }
}

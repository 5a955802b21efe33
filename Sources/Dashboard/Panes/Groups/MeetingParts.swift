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
          .secondary(decision.owner?.lines(context.names).joined() ?? ""),
        ])
    }
    return Panel(
      .decisions, title: "Decisions one by one",
      columns: [
        Column("", .whole, alignment: .trailing), Column("Decision", .main()),
        Column("Owner", .text(least: 10, most: 24), rank: 1),
      ], rows: rows, emptyText: "No decision is recorded."
    ).adding(context.newPart(Decision(), of: meeting, at: [.field("decisions")]))
  }

  /// The papers of all items, a row each, so that each can be ticked when it comes in.
  static func papers(_ meeting: Meeting, _ context: PaneContext) -> Panel {
    let rows = meeting.agenda.enumerated().flatMap { item, entry in
      entry.papers.enumerated().map { index, paper in
        let isLate = paper.isLate(on: context.day)
        return PanelRow(
          .part(
            meeting.link,
            [.field("agenda"), .element(item), .field("papers"), .element(index)]),
          [
            paper.receivedOn != nil
              ? Line("=", .good) : Line(isLate ? "!" : " ", isLate ? .overdue : .text),
            Line(paper.title), .secondary(entry.title),
            .secondary(paper.owner?.lines(context.names).joined() ?? ""),
            Line(paper.dueOn?.short ?? "", isLate ? .overdue : .text),
            Line(paper.receivedOn?.short ?? ""),
          ])
      }
    }
    var panel = Panel(
      .papers, title: "Papers one by one",
      columns: [
        Column("", .whole), Column("Paper", .main()),
        Column("Item", .text(least: 10, most: 24), rank: 2),
        Column("Who writes it", .text(least: 10, most: 24), rank: 3),
        Column("Due", .whole, rank: 1),
        Column("Came in", .whole),
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

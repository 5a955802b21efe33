import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// The checklist of the next handover, a row each, so that each can be ticked; nil without one.
  static func checklist(of group: PartnershipGroup, _ context: PaneContext) -> Panel? {
    guard let rotation = rotation(of: group, on: context.day, in: context.workspace),
      let next = rotation.handover(after: context.day)
    else { return nil }
    let items = next.each.flatMap { own in
      own.handover.enumerated().map { (own: own, index: $0, item: $1) }
    }
    if items.isEmpty { return nil }
    let rows = items.enumerated().map { row, entry in
      let (own, index, item) = entry
      return PanelRow(
        subject(of: index, in: own, of: group, context), id: "item \(row)",
        [
          Line(item.isDone ? "[=] " : "[ ] ", item.isDone ? .done : .text)
            + Line(item.title, item.isDone ? .done : .text),
          Line(item.doneOn?.inList(on: context.day, hasWeekday: false) ?? "", .done),
          .secondary(item.by),
        ])
    }
    let whose = body(of: next, context).map { [Line.secondary("to \($0)")] } ?? []
    let done = items.count(where: \.item.isDone)
    let term = context.workspace.chairTerms[next.term]
    let isRecorded = term?.handover.isEmpty == false
    var panel = Panel(
      .checklist, title: "Handover list",
      notes: [Line("\(done) of \(rows.count) done", done == rows.count ? .good : .secondary)]
        + whose,
      columns: [
        Column("", .main()), Column("Done", .whole, alignment: .trailing, rank: 1),
        Column("By", .text(least: 10, most: 24), rank: 2),
      ], rows: rows, emptyText: "")
    if isRecorded, let term {
      panel.additions = [
        context.newPart(HandoverItem(), of: term, at: [.field("handover")])
      ].compactMap { addition in
        addition.map {
          Addition(
            $0.kind, to: $0.target, start: $0.start, title: "Add handover item: \(term.label)")
        }
      }
    } else {
      panel.noAddition = Standpoint.unrecordedPart
    }
    return panel
  }

  /// What an item stands for: a part of the term that records it, else what ticking it would record.
  private static func subject(
    of index: Int, in next: RotationStretch, of group: PartnershipGroup, _ context: PaneContext
  ) -> RowSubject {
    let way: [PathStep] = [.field("handover"), .element(index)]
    let recorded = context.workspace.chairTerms[next.term]
    if let recorded, !recorded.handover.isEmpty { return .part(recorded.link, way) }
    var term = recorded ?? ChairTerm()
    if recorded == nil {
      term.group = Reference(group.id)
      (term.agency, term.person, term.title) = (next.agency, next.person, next.title)
      (term.from, term.to) = (next.from, next.to)
      term.status = .planned
    }
    term.handover = next.handover
    let document =
      recorded.flatMap { context.workspace.document(of: $0.link) }
      ?? term.ownDocument ?? ""
    return .unrecorded(
      Addition(
        HandoverItem.kind,
        to: FormTarget(RecordID(ChairTerm.kind, recorded?.id ?? ""), in: document, path: way),
        start: term.stored, title: next.handover[index].title))
  }
}

import Letters
import Safeguarding
import TerminalUI

extension PaneContext {
  /// What leaves only what the person at the screen owes; nil where nobody knows who that is.
  var ownFacet: DeadlineFacet? {
    if !me.isEmpty { return DeadlineFacet(.mine, me) }
    return workspace.access.identities.isEmpty
      ? nil : DeadlineFacet(.mine, DeadlineFacet.own)
  }

  /// Whether the person at the screen has a chair, an office or a seat.
  func isOwn(_ holding: Holding) -> Bool {
    guard holding.isTaken, let stretch = holding.stretch else { return false }
    if !me.isEmpty {
      return stretch.each.contains { who($0).contains { $0.holds(me) } }
    }
    let ids = workspace.access.identities
    return stretch.each.contains { one in
      one.person.map { ids.contains($0.id) }
        ?? one.agency.map { ids.contains($0.id) } ?? false
    }
  }
}

extension Attention {
  /// The groups that the person at the screen chairs, each with its next meeting.
  static func chaired(_ facts: [GroupFacts], _ context: PaneContext) -> [OwedRow] {
    guard context.ownFacet != nil else { return [] }
    return facts.filter {
      $0.group.hasChair && context.isOwn(context.workspace.chair(of: $0.group, on: context.day))
    }.map { facts in
      let date = facts.next?.date?.inSentence(on: context.day)
      let when = date.map { "it meets \($0)" } ?? "no meeting of it is planned"
      let group = RecordID(PartnershipGroup.kind, facts.group.id)
      return .other(
        PanelRow(
          group, id: "chair-\(facts.group.id)",
          OwedTable.cells(
            mark: .empty,
            Line("You chair \(facts.group.label): \(when)") + .secondary(", ")
              + facts.preparation),
          target: facts.next.map { Place(record: $0.link) } ?? Place(record: group)))
    }
  }
}

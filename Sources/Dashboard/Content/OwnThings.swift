import Letters
import Safeguarding
import TerminalUI

extension PaneContext {
  /// What leaves only what the person at the screen owes; nil where nobody knows who that is.
  var ownFacet: DeadlineFacet? {
    if !me.isEmpty { return DeadlineFacet(.mine, me) }
    return workspace.access.identities.isEmpty && chairedByAccount.isEmpty
      ? nil : DeadlineFacet(.mine, DeadlineFacet.own)
  }

  /// The groups that the account chairs, whoever's name is recorded for their chairs.
  private var chairedByAccount: Set<String> {
    if case .chair(let groups) = workspace.access.role { groups } else { [] }
  }

  /// What the person is called whose account this is, as far as the access settings say it.
  var ownName: String {
    let ids = workspace.access.identities
    let people = ids.compactMap { workspace.people[$0]?.label }
    let others = ids.compactMap { id in
      workspace.seats[id]?.title ?? workspace.agencies[id]?.label
    }
    let chairs = chairedByAccount.map { "Chair of \(workspace.groups[$0]?.label ?? $0)" }
    let names = people.isEmpty ? others.isEmpty ? chairs : others : people
    return names.sorted().joined(separator: ", ")
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

  /// Whether the person at the screen chairs a group: by their account, or as who has its chair.
  func isChairedByOneself(_ group: PartnershipGroup) -> Bool {
    if me.isEmpty, chairedByAccount.contains(group.id) { return true }
    return group.hasChair && isOwn(workspace.chair(of: group, on: day))
  }

  /// Whether something is owed by whoever chairs its group, and the person at the screen does.
  func isOwedAsChair(_ deadline: Deadline) -> Bool {
    guard let group = deadline.group.flatMap({ workspace.groups[$0] }) else { return false }
    // What its chair is called where something is owed by it.
    let words = [
      "chair", "the chair", "chair of the group", "chair of the \(group.label.folded)",
      "chair of the \(group.bareLabel.folded)", "chair of the \(group.name.folded)",
    ]
    guard deadline.owners.contains(where: { words.contains($0.name.folded) }) else { return false }
    return isChairedByOneself(group)
  }

  /// Whether the person at the screen sits in a group as themselves, not as one of their agency.
  func sitsIn(_ group: PartnershipGroup) -> Bool {
    let ids = workspace.access.identities
    return group.seats.contains { seat in
      if me.isEmpty, ids.contains(seat.id) { return true }
      let holding = seat.holding(on: day)
      guard holding.isTaken, let person = holding.person else { return false }
      return me.isEmpty ? ids.contains(person.id) : names(Person.kind, person.id).holds(me)
    }
  }

  /// The agencies that the person at the screen leads, or acts for, as a safeguarding partner.
  var agenciesLed: [Reference<Agency>] {
    guard ownFacet != nil else { return [] }
    var led: [Reference<Agency>] = []
    for partnership in partnerships where partnership.isLive(on: day) {
      for partner in partnership.partners where partner.isPartner(on: day, of: partnership) {
        let offices = [partner.lead, partner.delegated].compactMap(\.self)
        let isLed = offices.contains { office in
          let holding = office.holding(on: day)
          return holding.person != nil && isOwn(holding)
        }
        if isLed, !led.contains(partner.agency) { led.append(partner.agency) }
      }
    }
    return led
  }
}

extension Attention {
  /// What concerns the person at the screen before all else: the groups that they chair or sit in, each with
  /// its next meeting, and what they owe; the next thing where nothing of it is due yet.
  static func own(
    _ due: [Deadline], _ facts: [GroupFacts], _ context: PaneContext
  ) -> (rows: [OwedRow], taken: Set<String>) {
    guard let own = context.ownFacet else { return ([], []) }
    let chaired = facts.filter { context.isChairedByOneself($0.group) }
    let groups = Set(chaired.map(\.group.id))
    let seats = facts.filter { !groups.contains($0.group.id) && context.sitsIn($0.group) }
    var rows = chaired.map { row("You chair", $0, context) }
    rows += seats.filter { $0.next != nil }.map { row("You sit in", $0, context) }
    let mine = due.filter { own.includes($0, context) }
    if !mine.isEmpty {
      return (rows + mine.map { .deadline($0) }, Set(mine.map(\.id)))
    }
    let next = context.deadlines.first {
      $0.status.isOpen && $0.due?.last.map { $0 >= context.day } == true
        && own.includes($0, context)
    }
    if let next { return (rows + [.deadline(next)], [next.id]) }
    if rows.isEmpty {
      let who = context.me.isEmpty ? context.ownName : context.me
      rows.append(
        .other(
          PanelRow(
            "own-nothing",
            OwedTable.cells(mark: .empty, .secondary("Nothing is owed by \(who)")))))
    }
    return (rows, [])
  }

  /// What the agencies owe that the person at the screen leads, which they answer for.
  static func led(
    _ due: [Deadline], without taken: Set<String>, _ context: PaneContext
  ) -> [(agency: String, owed: [Deadline])] {
    var taken = taken
    return context.agenciesLed.map { agency in
      let owed = due.filter { deadline in
        !taken.contains(deadline.id)
          && (deadline.owners.contains { $0.agency == agency }
            || deadline.owners.contains { owner in
              context.matching.meant(by: owner, in: deadline.partnerships).contains {
                $0.agency == agency && $0.person == nil
              }
            })
      }
      taken.formUnion(owed.map(\.id))
      return (context.workspace.agencies[agency]?.label ?? agency.id, owed)
    }
  }

  private static func row(
    _ part: String, _ facts: GroupFacts, _ context: PaneContext
  ) -> OwedRow {
    let date = facts.next?.date?.inSentence(on: context.day)
    let when = date.map { "it meets \($0)" } ?? "no meeting of it is planned"
    let group = RecordID(PartnershipGroup.kind, facts.group.id)
    return .other(
      PanelRow(
        group, id: "chair-\(facts.group.id)",
        OwedTable.cells(
          mark: .empty,
          Line("\(part) \(facts.group.label): \(when)") + .secondary(", ") + facts.preparation),
        target: facts.next.map { Place(record: $0.link) } ?? Place(record: group)))
  }
}

import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// The bodies that share the duty, who leads each and who acts for the lead.
  static func partners(of partnership: Partnership, _ context: PaneContext) -> Panel {
    let all = partnership.partners.enumerated().map { ($0.offset, $0.element) }
    let now = all.filter { $0.1.isPartner(on: context.day, of: partnership) }
    // Who was a partner before stands below, as its holders did not become somebody else's.
    let before = all.filter { _, partner in
      !partner.isPartner(on: context.day, of: partnership)
        && partner.to?.last.map { $0 < context.day } ?? false
    }
    let rows = (now + before).map { index, partner in
      let isPartner = partner.isPartner(on: context.day, of: partnership)
      let name = context.workspace.agencies[partner.agency]?.label ?? partner.agency.id
      return PanelRow(
        .part(partnership.link, [.field("partners"), .element(index)]),
        id: "\(partner.agency.id) \(index)",
        [
          Line(name, isPartner ? .text : .secondary),
          isPartner ? holder(of: partner.lead, context) : .secondary("no partner any more"),
          isPartner ? holder(of: partner.delegated, context) : .empty,
          isPartner ? printed(partner, context) : .empty,
          .secondary(partner.time),
        ], target: Place(record: partnership.link))
    }
    return Panel(
      .partners, title: "Who leads, who acts",
      columns: [
        Column("Partner", .text(least: 10, most: 24)), Column("Leads", .main(least: 20)),
        Column("Acts for them", .text(least: 14)),
        Column("As printed", .text(least: 8, most: 16), rank: 2),
        Column("Partner when", .text(least: 12, most: 40), rank: 3),
      ], rows: rows,
      emptyText: "No partners yet."
    ).adding(context.newPart(SafeguardingPartner(), of: partnership, at: [.field("partners")]))
  }

  /// When the names of those who lead and act were printed; who leads comes first.
  private static func printed(_ partner: SafeguardingPartner, _ context: PaneContext) -> Line {
    let days = [partner.lead, partner.delegated].compactMap {
      $0?.holding(on: context.day).printedWhen
    }.filter { !$0.isEmpty }
    return .secondary(Set(days).count == 1 ? days[0] : days.joined(separator: ", "))
  }

  private static func holder(of office: Office?, _ context: PaneContext) -> Line {
    guard let office else { return .secondary("not printed") }
    let now = office.holding(on: context.day)
    if now.state == .vacant {
      return Line("! vacant", .overdue) + .secondary(", \(now.sinceWords)")
    }
    guard now.person != nil else {
      let last = now.state == .ended ? now.stretch?.person : nil
      guard let last else { return .secondary("\(office.title), no name recorded") }
      return .secondary(
        "no name recorded, \(context.names(Person.kind, last.id)) \(now.durationWords)")
    }
    let title = now.stretch?.title ?? ""
    return Line(context.names(of: now)) + .secondary(title.isEmpty ? "" : ", \(title)")
  }

  /// The seats and who holds them, with how often each came.
  static func seats(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    GroupsPane.members(of: group, context)
  }

  /// The meetings against the cadence.
  static func meetings(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    GroupsPane.meetings(of: group, context)
  }

  /// What the group decided, latest first.
  static func decisions(of group: PartnershipGroup, _ context: PaneContext) -> Panel {
    let meetings = context.records.meetings(of: Reference(group.id))
    let rows = meetings.reversed().flatMap { meeting in
      meeting.decisions.enumerated().map { index, decision in
        PanelRow(
          .part(meeting.link, [.field("decisions"), .element(index)]),
          [
            .text(
              meeting.date?.inList(on: context.day, hasWeekday: false) ?? "",
              illustrative: meeting.illustrative, role: .secondary),
            Line(decision.owner?.short(in: context.workspace) ?? ""),
            .secondary(context.workspace.decidedFor(decision, in: meeting.group)),
            Line(decision.text.asTitle),
          ], keys: [meeting.date.sortKey], target: Place(record: meeting.link))
      }
    }
    return Panel(
      .decisions, title: "Decisions",
      columns: [
        Column("Meeting", .whole), Column(OwedTable.ownerTitle, .text(least: 8, most: 18), rank: 2),
        Column("For", .whole, rank: 1), Column("Decision", .main()),
      ], rows: rows,
      emptyText: "No decisions are recorded."
    ).adding(
      context.records.lastMeeting(of: Reference(group.id), before: context.day).flatMap {
        context.newPart(Decision(), of: $0, at: [.field("decisions")])
      })
  }
}

extension SafeguardingPartner {
  /// From when to when it is a partner; empty where neither is recorded.
  fileprivate var time: String {
    switch (from, to) {
    case (nil, nil): ""
    case (let from?, nil): "since \(SafeguardingPartner.day(from))"
    case (nil, let to?): "to \(SafeguardingPartner.day(to))"
    case (let from?, let to?):
      "\(SafeguardingPartner.day(from)) to \(SafeguardingPartner.day(to))"
    }
  }

  /// A day as it is known; of one that lies in a range no second "to" is said.
  private static func day(_ date: ImpreciseDate) -> String {
    date.precision == .range ? "a day in \(date.known)".replacing(" to ", with: "-") : date.known
  }

  /// Whether the body is a partner on a day; after a partnership's end, whether it was at the end.
  func isPartner(on day: CalendarDate, of partnership: Partnership) -> Bool {
    min(day, partnership.to?.first ?? day).mayLie(from: from, to: to)
  }
}

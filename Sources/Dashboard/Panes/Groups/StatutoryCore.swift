import Letters
import Safeguarding
import TerminalUI

/// Who has to be at the table by law, and what is missing of that, in words.
///
/// Until 2018 a board had members by law; since then each safeguarding partner names a lead, whose delegate acts for
/// it. A child protection team has four nominations.
struct StatutoryCore: Sendable {
  /// One body or nomination that has to be there.
  private struct Member: Sendable {
    /// What tells its row apart.
    let id: String
    let name: String
    let partnership: Partnership
    let basis: String
    let link: RecordID
    let missing: [String]
  }

  private let context: PaneContext
  private let members: [Member]

  init(_ context: PaneContext) {
    self.context = context
    members =
      context.partnerships.flatMap { StatutoryCore.partners(of: $0, context) }
      + StatutoryCore.nominees(context)
  }

  /// The bodies that share the duty: each with its seat, its lead and its delegate.
  private static func partners(of partnership: Partnership, _ context: PaneContext) -> [Member] {
    let workspace = context.workspace
    let isLive = partnership.isLive(on: context.day)
    let head = partnership.executive.flatMap { workspace.groups[$0] }
    return partnership.partners.filter { $0.isPartner(on: context.day, of: partnership) }.map {
      partner in
      var missing: [String] = []
      if let head, let words = lack(of: partner.agency, in: head, workspace) {
        missing.append(words)
      }
      if isLive {
        if partner.lead?.isNamed(on: context.day) != true { missing.append("no lead is named") }
        if partner.delegated?.isNamed(on: context.day) != true {
          missing.append("nobody is named who acts for the lead")
        }
      }
      return Member(
        id: "core \(partnership.id) \(partner.agency.id)",
        name: workspace.agencies[partner.agency]?.label ?? partner.agency.id,
        partnership: partnership,
        basis: isLive ? "safeguarding partner" : SeatBasis.statutoryMember.title,
        link: RecordID(Agency.kind, partner.agency.id), missing: missing)
    }
  }

  /// That a body has no seat in the group that leads its partnership; nil where it has one.
  private static func lack(
    of agency: Reference<Agency>, in head: PartnershipGroup, _ workspace: Workspace
  ) -> String? {
    if head.seats.contains(where: { $0.agency == agency }) { return nil }
    let before = workspace.agencies[agency]?.successorOf ?? []
    let old = head.seats.compactMap(\.agency).first { before.contains($0) }
      .map { workspace.agencies[$0]?.label ?? $0.id }
    let seat = old.map { ", where \($0) before it has one" } ?? ""
    return "no seat on \(head.label)\(seat)"
  }

  /// The four nominations of each child protection team.
  private static func nominees(_ context: PaneContext) -> [Member] {
    let teams = context.workspace.groups(in: context.scope, on: context.day).filter {
      $0.type == .childProtectionTeam && $0.isLive(on: context.day)
    }
    return teams.flatMap { team in
      let partnership = context.partnerships.first {
        context.workspace.partnerships(of: Reference(team.id)).contains(Reference($0.id))
      }
      return SeatBasis.nominees.compactMap { nominee -> Member? in
        guard let partnership else { return nil }
        let isHeld = team.seats.contains {
          $0.basis == nominee && $0.holding(on: context.day).person != nil
        }
        return Member(
          id: "core \(partnership.id) \(team.id) \(nominee.rawValue)", name: team.label,
          partnership: partnership,
          basis: nominee.title, link: team.link, missing: isHeld ? [] : ["nobody is nominated"])
      }
    }
  }

  var lede: [LedeBlock] {
    if members.isEmpty { return [] }
    let lacking = members.count { !$0.missing.isEmpty }
    return [
      lacking == 0
        ? .fact("The statutory core is complete", "", .good)
        : .fact(
          "\(counted(lacking, "statutory member")) incomplete",
          "of \(members.count), what is missing is said of each", .dueSoon)
    ]
  }

  var panel: Panel {
    let sorted = members.filter { !$0.missing.isEmpty } + members.filter(\.missing.isEmpty)
    let rows = PanelRows(
      sorted, id: \.id, subject: { .record($0.link) },
      row: { member in
        PanelRow(
          member.link, id: member.id,
          [
            Line(member.name), .secondary(member.partnership.label), .secondary(member.basis),
            member.missing.isEmpty
              ? .secondary("nothing")
              : Line("! " + member.missing.joined(separator: "; "), .dueSoon),
          ])
      })
    return Panel(
      .partners, title: "Who has to be there by law",
      columns: [
        Column("Member", .text(least: 14, most: 36)), Column("Of", .whole, rank: 1),
        Column("Basis", .text(least: 10, most: 34), rank: 2),
        Column("Missing", .main(least: 20)),
      ], rows: rows, emptyText: "No safeguarding partner is recorded."
    ).closed(context, under: "groups/")
  }
}

extension Office {
  /// Whether a holder on a day, or the last one seen before it, is recorded.
  fileprivate func isNamed(on day: CalendarDate) -> Bool { holding(on: day).person != nil }
}

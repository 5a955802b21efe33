import Safeguarding
import TerminalUI

extension GroupsPane {
  /// Every organisation with a seat, by how many groups it sits on; those on no subgroup first.
  static func membership(_ context: PaneContext) -> PaneContent {
    let board = MembershipBoard(context)
    let core = StatutoryCore(context)
    return PaneContent(
      trail: [], lede: Array(board.lede.prefix(2)) + core.lede + board.lede.dropFirst(2),
      panels: [board.panel, core.panel, board.terms])
  }
}

/// Who sits where: each organisation of each partnership with its seats.
///
/// Every organisation on a board has to sit on at least one subgroup as well: MSCB Strategic Plan 2007-2010,
/// section 5.
struct MembershipBoard: Sendable {
  /// An organisation in a partnership.
  private struct Member: Sendable {
    let agency: Reference<Agency>
    let partnership: Partnership
    var basis: SeatBasis?
    /// Whether it sits on the group that leads the partnership.
    var leads = false
    var groups: [PartnershipGroup] = []
    var isListed = false

    /// Whether it sits at the head of the partnership and nowhere else.
    var lacksSubgroup: Bool { leads && groups.isEmpty }
  }

  private let context: PaneContext
  private let members: [Member]
  private let groups: [PartnershipGroup]

  init(_ context: PaneContext) {
    self.context = context
    groups = context.workspace.groups(in: context.scope, on: context.day)
    var members: [Member] = []
    for partnership in context.partnerships {
      let own = Reference<Partnership>(partnership.id)
      let day = partnership.to?.first.map { min($0.adding(days: -1), context.day) } ?? context.day
      var found: [String: Member] = [:]
      for group in groups
      where group.isLive(on: day)
        && context.workspace.partnerships(of: Reference(group.id)).contains(own)
      {
        let leads = partnership.executive?.id == group.id
        for seat in group.seats {
          guard let agency = seat.agency else { continue }
          var member = found[agency.id] ?? Member(agency: agency, partnership: partnership)
          member.basis = member.basis ?? seat.basis
          if leads {
            member.leads = true
          } else if member.groups.last?.id != group.id {
            member.groups.append(group)
          }
          found[agency.id] = member
        }
      }
      for entry in context.workspace.relevantAgencies.all where entry.partnership == own {
        var member =
          found[entry.agency.id] ?? Member(agency: entry.agency, partnership: partnership)
        member.isListed = true
        found[entry.agency.id] = member
      }
      members += found.values.sorted {
        ($0.lacksSubgroup ? 0 : 1, context.workspace.agencies[$0.agency]?.label ?? "")
          < ($1.lacksSubgroup ? 0 : 1, context.workspace.agencies[$1.agency]?.label ?? "")
      }
    }
    self.members = members
  }

  var lede: [LedeBlock] {
    let lacking = members.filter(\.lacksSubgroup)
    let never = groups.filter {
      $0.isLive(on: context.day) && $0.termsOfReference?.reviewedOn == nil
    }
    return [
      lacking.isEmpty
        ? .fact("Everybody sits on a subgroup", "", .good)
        : .fact(
          "\(lacking.count) on no subgroup", "they sit at the head and nowhere else", .dueSoon),
      never.isEmpty
        ? .fact("All terms of reference are reviewed", "", .good)
        : .fact("\(never.count) with no review recorded", "of their terms of reference", .dueSoon),
      .fact(
        counted(members.count, "organisation"), "with a seat or on the list of relevant agencies"),
    ]
  }

  var panel: Panel {
    let context = context
    let rows = PanelRows(
      members, id: { "\($0.partnership.id) \($0.agency.id)" },
      subject: { .record(RecordID(Agency.kind, $0.agency.id)) },
      row: { member in
        let groups = member.groups.map(\.label).joined(separator: ", ")
        let sits: Line =
          member.lacksSubgroup
          ? Line("! on no subgroup", .dueSoon)
          : groups.isEmpty
            ? .secondary(member.isListed ? "no seat, a relevant agency" : "") : Line(groups)
        return PanelRow(
          RecordID(Agency.kind, member.agency.id),
          id: "\(member.partnership.id) \(member.agency.id)",
          [
            Line(context.workspace.agencies[member.agency]?.label ?? member.agency.id),
            .secondary(member.partnership.label), member.leads ? Line("yes") : .secondary("no"),
            .secondary(MembershipBoard.basis(of: member)), sits,
          ])
      })
    return Panel(
      .members, title: "Who sits where",
      columns: [
        Column("Organisation", .text(least: 16, most: 40)), Column("Of", .whole, rank: 2),
        Column("Executive", .whole, rank: 1), Column("Basis", .text(least: 10, most: 34), rank: 1),
        Column("Subgroups", .main(least: 20)),
      ], rows: rows, emptyText: "No seat is recorded."
    ).closed(context, under: "groups/")
  }

  /// On what a member's seat rests: as printed, else by what the partnership calls it.
  private static func basis(of member: Member) -> String {
    if let basis = member.basis { return basis.title }
    if member.partnership.partners.contains(where: { $0.agency == member.agency }) {
      return "safeguarding partner"
    }
    return member.isListed ? "relevant agency" : "not printed"
  }

  /// The terms of reference of each live group, those without a review first.
  var terms: Panel {
    let live = groups.filter { $0.isLive(on: context.day) }.sorted {
      ($0.termsOfReference?.reviewedOn?.last?.dayNumber ?? .min)
        < ($1.termsOfReference?.reviewedOn?.last?.dayNumber ?? .min)
    }
    let rows = live.map { group in
      let terms = group.termsOfReference
      return PanelRow(
        .record(group.link),
        [
          Line(group.label),
          terms?.reviewedOn.map { Line($0.short) }
            ?? Line(terms == nil ? "none recorded" : "no review recorded", .dueSoon),
          .secondary(terms?.reviewEvery?.words ?? "not printed"),
          .secondary(
            terms.map { $0.agreedBy.isEmpty ? "not printed" : $0.agreedBy } ?? "not printed"),
        ])
    }
    return Panel(
      .terms, title: "Terms of reference",
      columns: [
        Column("Group", .main(least: 18)), Column("Reviewed", .whole),
        Column("How often", .text(least: 8, most: 20), rank: 1),
        Column("Agreed by", .text(least: 8, most: 24), rank: 2),
      ], rows: rows, emptyText: "No group is recorded."
    ).closed(context, under: "groups/")
  }
}

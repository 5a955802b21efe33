import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// Each relevant agency with how it is engaged by each published list, and what differs between them.
  static func agencies(_ context: PaneContext) -> PaneContent {
    let board = EngagementBoard(context)
    return PaneContent(
      trail: [], lede: board.lede,
      panels: [
        board.panel, context.register(of: Agency.self, .register, title: "Every organisation"),
      ])
  }

  /// The people who hold offices, and the short forms that everybody uses.
  static func people(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Person.self, .list)
    let held = context.shown(Person.self, in: list).count {
      !$0.offices(in: context.workspace, context.names).isEmpty
    }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Person.self], in: list,
        counting: "\(grouped(held)) with an office or a seat, as printed"),
      panels: [list, context.detail(of: list)])
  }

  /// The short forms that people in this field use.
  static func words(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Abbreviation.self, .list, title: "What short forms stand for", in: .byName(\.short))
    return PaneContent(
      trail: [],
      lede: [
        .fact(
          counted(context.shown(Abbreviation.self, in: list).count, "short form"),
          "? explains those of the screen you are on")
      ],
      panels: [list, context.detail(of: list)])
  }
}

/// The relevant agencies of each partnership, list by list.
struct EngagementBoard: Sendable {
  private struct Row: Sendable {
    let partnership: String
    let agency: Reference<Agency>
    let name: String
    let category: String
    /// The channels of the earlier and of the later list; nil where it is on none of them.
    let before: RelevantAgency?
    let now: RelevantAgency?

    var difference: String {
      switch (before, now) {
      case (nil, .some): "new"
      case (.some, nil): "no longer listed"
      case (.some(let before), .some(let now)):
        Set(before.channels) == Set(now.channels) ? "" : "changed"
      case (nil, nil): ""
      }
    }
  }

  private let context: PaneContext
  private let rows: [Row]
  private let periods: [ImpreciseDate]
  /// How many entries all lists have.
  private let entries: Int
  /// In how many groups each agency has a seat.
  private let seats: [Reference<Agency>: Int]

  /// How many agencies on the latest list have a seat in no group.
  private var without: Int { rows.count { $0.now != nil && seats[$0.agency] == nil } }

  init(_ context: PaneContext) {
    self.context = context
    let all = context.workspace.relevantAgencies.all.filter {
      context.scope.includes($0.partnership)
    }
    entries = all.count
    var seats: [Reference<Agency>: Int] = [:]
    for group in context.workspace.groups(in: context.scope, on: context.day) {
      for agency in Set(group.seats.compactMap(\.agency)) { seats[agency, default: 0] += 1 }
    }
    self.seats = seats
    var rows: [Row] = []
    var seen: [ImpreciseDate] = []
    for partnership in context.partnerships {
      let own = all.filter { $0.partnership.id == partnership.id }
      var periods: [ImpreciseDate] = []
      for case let period? in own.map(\.period) where !periods.contains(period) {
        periods.append(period)
      }
      periods.sort { ($0.last?.dayNumber ?? 0) < ($1.last?.dayNumber ?? 0) }
      let two = periods.suffix(2)
      seen += two
      var order: [Reference<Agency>] = []
      for entry in own where !order.contains(entry.agency) { order.append(entry.agency) }
      for agency in order {
        func entry(_ period: ImpreciseDate?) -> RelevantAgency? {
          own.first { $0.agency == agency && $0.period == period }
        }
        let before = two.count > 1 ? entry(two.first) : nil
        let now = entry(two.last)
        rows.append(
          Row(
            partnership: partnership.label, agency: agency,
            name: context.workspace.agencies[agency]?.label ?? agency.id,
            category: (now ?? before)?.category ?? "",
            before: two.count > 1 ? before : now, now: now))
      }
    }
    self.rows = rows
    periods = seen
  }

  var lede: [LedeBlock] {
    func count(_ word: String) -> Int { rows.count { $0.difference == word } }
    let gone = count("no longer listed")
    return [
      .fact(
        "\(rows.count) relevant \(rows.count == 1 ? "agency" : "agencies")",
        "on the published lists, \(entries) entries"),
      .fact("\(count("changed")) engaged otherwise", "than on the list before"),
      .fact(
        "\(gone) no longer listed", "and \(count("new")) new", gone == 0 ? .good : .dueSoon),
      .fact(
        "\(without) without a seat", "in any group of the partnership",
        without == 0 ? .good : .secondary),
    ]
  }

  var panel: Panel {
    let context = context
    let seats = seats
    func channels(_ entry: RelevantAgency?) -> Line {
      entry.map { Line($0.channels.joined(separator: ", ")) } ?? .secondary("not listed")
    }
    let list = rows.map { row -> PanelRow in
      let link = (row.now ?? row.before)?.link ?? RecordID(Agency.kind, row.agency.id)
      return PanelRow(
        link, id: "\(row.partnership) \(row.agency.id)",
        [
          Line(row.name), .secondary(row.partnership), .secondary(row.category),
          row.before?.period == row.now?.period && row.before != nil
            ? .secondary("one list") : channels(row.before),
          channels(row.now),
          Line(
            seats[row.agency].map { counted($0, "group") } ?? (row.now == nil ? "" : "no group"),
            .secondary),
          Line(row.difference, row.now == nil ? .dueSoon : row.before == nil ? .good : .text),
        ], target: Place(record: RecordID(Agency.kind, row.agency.id)))
    }
    let years = periods.map(\.short)
    return Panel(
      .list, title: "Relevant agencies, list by list",
      notes: years.isEmpty
        ? [] : [.secondary("lists of \(Set(years).sorted().joined(separator: ", "))")],
      columns: [
        Column("Agency", .text(least: 14, most: 36)), Column("Of", .whole, rank: 3),
        Column("Heading", .text(least: 8, most: 16), rank: 2),
        Column("Before", .text(least: 12, most: 36), rank: 1), Column("Now", .main(least: 16)),
        Column("Seats in", .whole, rank: 1),
        Column("Differs", .whole),
      ], rows: list, emptyText: "No list of relevant agencies is recorded."
    ).adding(context.additions(of: RelevantAgency.self).first)
      .closed(context, under: "partnerships/")
  }
}

import Safeguarding
import TerminalUI

/// Every kind of record, the records of one kind, and one record with what it is connected to.
package enum RecordsPane: Pane {
  package static let id = "records"
  package static let title = "Records"
  package static let help =
    "Every kind of record with how many there are, and every record of one kind; all can be changed."

  /// The way in is empty, or the name of a kind.
  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard let name = path.first else { return kinds(context) }
    guard let type = Kinds.type(named: name) else {
      return .nothing([title], title: title, "There is no kind of record called \(name).")
    }
    return list(of: type, context)
  }

  private static func kinds(_ context: PaneContext) -> PaneContent {
    let kinds = Kinds.all.map { (type: $0, count: context.workspace.count(of: $0)) }
    func row(_ type: any Entity.Type, _ count: Int) -> PanelRow {
      PanelRow(
        type.kind.name,
        [
          Line(Kinds.plural(of: type)), count == 0 ? .secondary("0") : Line(grouped(count)),
          .secondary(type.kind.help.asTitle),
        ],
        keys: [.text(Kinds.plural(of: type)), .number(Double(count)), .text(type.kind.help)],
        target: Place(id, [type.kind.name]))
    }
    let (recorded, empty) = (kinds.filter { $0.count > 0 }, kinds.filter { $0.count == 0 })
    var rows = recorded.map(row)
    if !empty.isEmpty, !recorded.isEmpty {
      rows.insert(band("recorded", "Recorded", recorded.count), at: 0)
      rows.append(band("empty", "Nothing yet", empty.count))
    }
    rows += empty.map(row)
    let panel = Panel(
      .kinds, title: "Kinds of record",
      columns: [
        Column("Kind", .text(least: 10, most: 24)), Column("Records", .whole, alignment: .trailing),
        Column("What it is", .main(), rank: 1),
      ], rows: rows, emptyText: "Nothing can be recorded.")
    return PaneContent(
      trail: [title], lede: lede(kinds.map(\.count), faults: context.workspace.faults),
      panel: panel
    ).adding(Kinds.all.flatMap { context.additions(of: $0) })
  }

  /// How much is recorded, of how many kinds, and whether all of it can be read.
  static func lede(_ counts: [Int], faults: [Fault]) -> [LedeBlock] {
    let (all, used) = (counts.reduce(0, +), counts.count { $0 > 0 })
    let read: LedeBlock =
      faults.isEmpty
      ? .fact("No faults", "every record can be read", .good)
      : .fact(counted(faults.tally.total, "fault"), "‹faults› shows them", .fault)
    return [
      .fact("\(grouped(all)) \(all == 1 ? "record" : "records")", "of \(counted(used, "kind"))"),
      read,
    ]
  }

  private static func list(of type: any Entity.Type, _ context: PaneContext) -> PaneContent {
    func panel<E: Entity>(_ type: E.Type) -> Panel { context.register(of: type) }
    let panel = panel(type)
    return PaneContent(
      trail: [title, Kinds.plural(of: type)],
      lede: lede(of: type, shown: panel.rows.count, context),
      panel: panel)
  }

  /// How many records of a kind there are, how many of them illustrate, and how many have faults.
  private static func lede(
    of type: any Entity.Type, shown: Int, _ context: PaneContext
  ) -> [LedeBlock] {
    let all = context.workspace.count(of: type)
    if all == 0 { return [] }
    let noun = all == 1 ? type.kind.title : Kinds.plural(of: type)
    let outside = all - shown
    let faults = context.workspace.faults
    let ofKind = faults.filter { $0.recordKind?.name == type.kind.name && !$0.isRest }
    let faulty = Set(ofKind.compactMap(\.recordID)).count
    let cut = Set(faults.filter(\.isRest).map(\.file))
    let isMore = !cut.isEmpty && ofKind.contains { cut.contains($0.file) }
    var blocks: [LedeBlock] = [
      .fact(
        "\(grouped(shown)) \(noun.lowercased())",
        outside == 0 ? type.kind.help.asTitle : "\(grouped(outside)) of other partnerships")
    ]
    if faulty > 0 {
      blocks.append(
        .fact("\(faulty)\(isMore ? " or more" : "") with a fault", "‹faults› shows them", .fault))
    }
    return blocks
  }
}

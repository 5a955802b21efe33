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
    func panel<E: Entity>(_ type: E.Type) -> Panel { register(of: type, context) }
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

  /// The columns of a kind in their order on the screen: what a record is called stands first where
  /// that is a name, and last where it is a title, which is longer.
  private static func order<E: Entity>(_ columns: [ListColumn<E>]) -> [Int] {
    let main = columns.firstIndex(where: \.isMain)
    let isTitled = RecordShape(E.self).fields.contains { $0.name == "title" }
    guard let main, isTitled else { return Array(columns.indices) }
    return columns.indices.filter { $0 != main } + [main]
  }

  /// The records of one kind; each row is made when it is seen.
  private static func register<E: Entity>(of type: E.Type, _ context: PaneContext) -> Panel {
    let table = context.workspace[E.self]
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let columns = E.columns
    let order = order(columns)
    let positions = table.all.indices.filter { context.scope.mayInclude(table.all[$0], records) }
    let rows = PanelRows(
      positions, id: { table.all[$0].id }, subject: { .record(table.all[$0].link) },
      key: { position, column in
        guard column > 0, column <= order.count else { return nil }
        return SortKey(columns[order[column - 1]].order(table.all[position], records))
      },
      row: { position in
        let record = table.all[position]
        let mark: Line = context.isFaulty(record.link) ? Line("x", .fault) : .empty
        let cells = order.map { index -> Line in
          let text = columns[index].text(record, records)
          return columns[index].isMain
            ? .text(text.asTitle, illustrative: record.isIllustrative) : .secondary(text)
        }
        return PanelRow(record.link, [mark] + cells)
      })
    let additions = context.additions(of: E.self)
    var panel = Panel(
      .register, title: Kinds.plural(of: E.self),
      columns: [Column("", .whole)]
        + order.map { index in
          let column = columns[index]
          return Column(
            column.title, column.isMain ? .main() : .text(least: 10, most: 26),
            rank: column.isMain ? 0 : max(1, index))
        }, rows: rows,
      emptyText: "No \(Kinds.plural(of: E.self).lowercased()) yet.")
    panel.additions = additions
    if additions.isEmpty { panel.noAddition = context.whereToAdd(E.self) }
    for home in E.homes where !home.path.isEmpty {
      let folder = String(home.path.prefix { $0 != "*" })
      if panel.trouble.isEmpty { panel.trouble = context.trouble(under: folder) }
      if panel.closed.isEmpty { panel.closed = context.closed(under: folder) }
    }
    return panel
  }
}

extension SortKey {
  /// The order of a cell in a list of records.
  fileprivate init(_ order: ListColumnOrder) {
    self =
      switch order {
      case .nothing: .nothing
      case .number(let number): .number(number)
      case .text(let text): text.isEmpty ? .nothing : .text(text)
      }
  }
}

extension Scope {
  /// Whether a record is looked at; one that belongs to no partnership always is.
  fileprivate func mayInclude<E: Entity>(_ record: E, _ context: RecordContext) -> Bool {
    if self == .all { return true }
    let partnerships = context.partnerships(of: record)
    return partnerships.isEmpty || includes(anyOf: partnerships)
  }
}

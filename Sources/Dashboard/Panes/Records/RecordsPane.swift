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
    let rows = Kinds.all.map { type -> PanelRow in
      let count = context.workspace.count(of: type)
      return PanelRow(
        type.kind.name,
        [
          Line(Kinds.plural(of: type)), count == 0 ? .secondary("-") : Line(String(count)),
          .secondary(type.kind.help),
        ],
        keys: [.text(Kinds.plural(of: type)), .number(Double(count)), .text(type.kind.help)],
        target: Place(id, [type.kind.name]))
    }
    let panel = Panel(
      .kinds, title: "Everything that can be recorded",
      columns: [
        Column("Kind", .text(least: 10, most: 24)), Column("Records", .whole, alignment: .trailing),
        Column("What it is", .main(), rank: 1),
      ], rows: rows, emptyText: "Nothing can be recorded.")
    return PaneContent(trail: [title], panel: panel)
      .adding(Kinds.all.flatMap { context.additions(of: $0) })
  }

  private static func list(of type: any Entity.Type, _ context: PaneContext) -> PaneContent {
    func panel<E: Entity>(_ type: E.Type) -> Panel { register(of: type, context) }
    return PaneContent(trail: [title, Kinds.plural(of: type)], panel: panel(type))
  }

  /// The records of one kind; each row is made when it is seen.
  private static func register<E: Entity>(of type: E.Type, _ context: PaneContext) -> Panel {
    let table = context.workspace[E.self]
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let columns = E.columns
    let positions = table.all.indices.filter { context.scope.mayInclude(table.all[$0], records) }
    let rows = PanelRows(
      positions, id: { table.all[$0].id }, subject: { .record(table.all[$0].link) },
      key: { position, column in
        column < columns.count ? SortKey(columns[column].order(table.all[position], records)) : nil
      },
      row: { position in
        let record = table.all[position]
        let cells = columns.map { column -> Line in
          let text = column.text(record, records)
          guard column.isMain else { return .secondary(text) }
          let fault: Line = context.isFaulty(record.link) ? Line("x ", .fault) : .empty
          return fault + .text(text, illustrative: record.isIllustrative)
        }
        return PanelRow(record.link, cells)
      })
    let additions = context.additions(of: E.self)
    var panel = Panel(
      .register, title: Kinds.plural(of: E.self),
      columns: columns.enumerated().map { index, column in
        Column(column.title, column.isMain ? .main() : .text(least: 10, most: 26), rank: index)
      }, rows: rows,
      emptyText: "None yet.")
    panel.invitation = "Press a to add \(E.kind.title.lowercased().withArticle)."
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

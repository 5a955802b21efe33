import Safeguarding
import TerminalUI

extension PaneContext {
  /// The records of one kind as a list; each row is made when it is seen.
  ///
  /// - Parameters:
  ///   - type: The type of the kind.
  ///   - id: What the panel is known by in its pane.
  ///   - title: The title; the name of several of the kind where it is not said.
  ///   - emptyText: What is said where there are none.
  ///   - isShown: Which of those in scope are listed.
  /// - Returns: The list.
  func register<E: Entity>(
    of type: E.Type, _ id: PanelID = .register, title: String? = nil, emptyText: String? = nil,
    where isShown: (E) -> Bool = { _ in true }
  ) -> Panel {
    let table = workspace[E.self]
    let records = RecordContext(workspace, day: day, names: names)
    let columns = E.columns
    let order = columns.titleLast(of: type)
    let positions = table.all.indices.filter {
      scope.mayInclude(table.all[$0], records) && isShown(table.all[$0])
    }
    let rows = PanelRows(
      positions, id: { table.all[$0].id }, subject: { .record(table.all[$0].link) },
      key: { position, column in
        guard column > 0, column <= order.count else { return nil }
        return SortKey(columns[order[column - 1]].order(table.all[position], records))
      },
      row: { position in
        let record = table.all[position]
        let mark: Line = self.isFaulty(record.link) ? Line("x", .fault) : .empty
        let cells = order.map { index -> Line in
          let text = columns[index].text(record, records)
          if columns[index].isMain {
            return .text(text.asTitle, illustrative: record.isIllustrative)
          }
          return Line(text, columns[index].tone(record, records).role)
        }
        return PanelRow(record.link, [mark] + cells)
      })
    let noun = Kinds.plural(of: E.self)
    var panel = Panel(
      id, title: title ?? noun,
      columns: [Column("", .whole)]
        + order.map { index in
          let column = columns[index]
          return Column(
            column.title,
            column.isMain
              ? .main() : column.isLong ? .text(least: 14, most: 60) : .text(least: 10, most: 40),
            rank: column.isMain ? 0 : column.isStanding || column.isLong ? 1 : max(1, index))
        }, rows: rows, emptyText: emptyText ?? "No \(noun.lowercased()) yet.")
    panel.additions = additions(of: E.self)
    if panel.additions.isEmpty { panel.noAddition = whereToAdd(E.self) }
    for home in E.homes where !home.path.isEmpty {
      let folder = String(home.path.prefix { $0 != "*" })
      if panel.trouble.isEmpty { panel.trouble = trouble(under: folder) }
      if panel.closed.isEmpty { panel.closed = closed(under: folder) }
    }
    return panel
  }

  /// What is overdue in a part of the work.
  func overdue(in area: RecordArea) -> [Deadline] {
    let kinds = Set(Kinds.all.filter { $0.area == area }.map { $0.kind })
    return deadlines.filter { $0.status == .overdue && kinds.contains($0.record.kind) }
  }

  /// How much is overdue in a part of the work.
  func late(in area: RecordArea) -> Int { overdue(in: area).count }

  /// The records of a kind that a list shows, in its order.
  func shown<E: Entity>(_ type: E.Type, in list: Panel) -> [E] {
    let table = workspace[E.self]
    return (0..<list.rows.count).compactMap { list.rows.subject($0).record }
      .compactMap { table[$0.id] }
  }

  /// All that the selected record of a list says, beside the list.
  func detail(of list: Panel, _ id: PanelID = .about, title: String = "The record in full") -> Panel
  {
    let (rows, workspace, names) = (list.rows, workspace, names)
    return Panel(
      id, title: title,
      body: .detail(of: list.id) { row in
        guard let link = rows.subject(row).record, let record = workspace.record(link) else {
          return []
        }
        let skipped: Set = ["id", "illustrative"]
        return record.fieldTexts(names).filter { !skipped.contains($0.name) }.map { field in
          Fact(field.label, field.lines.map { Line($0) })
        }
      }, emptyText: "Select a row to read all of it.")
  }

  /// How much of some kinds is late and due, and how many records of the first kind are shown.
  ///
  /// - Parameters:
  ///   - kinds: The kinds.
  ///   - list: The list of the first of them.
  ///   - others: Lists of further kinds that count as well.
  ///   - more: What else stands above the lists.
  /// - Returns: The blocks.
  func lede(
    of kinds: [any Entity.Type], in list: Panel, besides others: [Panel] = [],
    _ more: [LedeBlock] = []
  ) -> [LedeBlock] {
    guard let first = kinds.first else { return more }
    let besides = others.compactMap { $0.rows.count == 0 ? nil : $0.rows.subject(0).record?.kind }
    let names = Set(kinds.map { $0.kind } + besides)
    let owed = deadlines.filter { names.contains($0.record.kind) && $0.status.isOpen }
    let late = owed.filter { $0.status == .overdue }
    let count = list.rows.count - list.rows.table.headings.count
    let noun = count == 1 ? first.kind.title : Kinds.plural(of: first)
    var blocks: [LedeBlock] = owed.isEmpty ? [] : [.late(late, on: day)]
    let next = owed.filter { $0.status != .overdue && $0.due?.last != nil }
      .min { ($0.due?.last ?? day) < ($1.due?.last ?? day) }
    if let next {
      blocks.append(.fact(next.due?.inSentence(on: day) ?? "", next.title.asTitle, .dueSoon))
    }
    // Beside what else is told, the sentence on what such records are would push it away.
    let help = more.isEmpty ? first.kind.help.asTitle : ""
    return blocks + [.fact("\(grouped(count)) \(noun.lowercased())", help)] + more
  }
}

extension Array {
  /// The columns of a kind in their order on the screen: what a record is called stands first where
  /// that is a name, and last where it is a title, which is longer.
  fileprivate func titleLast<E: Entity>(of type: E.Type) -> [Int] where Element == ListColumn<E> {
    let main = firstIndex(where: \.isMain)
    let isTitled = RecordShape(E.self).fields.contains { $0.name == "title" }
    guard let main, isTitled else { return Array<Int>(indices) }
    return indices.filter { $0 != main } + [main]
  }
}

extension ColumnTone {
  /// How a cell of that tone is drawn.
  var role: Role {
    switch self {
    case .plain: .secondary
    case .good: .good
    case .fair: .dueSoon
    case .poor: .overdue
    case .done: .done
    }
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
  func mayInclude<E: Entity>(_ record: E, _ context: RecordContext) -> Bool {
    if self == .all { return true }
    let partnerships = context.partnerships(of: record)
    return partnerships.isEmpty || includes(anyOf: partnerships)
  }
}

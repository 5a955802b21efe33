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
  ///   - order: How they are parted and follow each other; as in their files where it is not said.
  ///   - hidden: The names of columns that say what the bands say already.
  ///   - isShown: Which of those in scope are listed.
  /// - Returns: The list.
  func register<E: Entity>(
    of type: E.Type, _ id: PanelID = .register, title: String? = nil, emptyText: String? = nil,
    in order: RegisterOrder<E>? = nil, without hidden: Set<String> = [],
    where isShown: (E) -> Bool = { _ in true }
  ) -> Panel {
    let table = workspace[E.self]
    let records = RecordContext(workspace, day: day, names: workspace.shortNames)
    let columns = E.columns
    let shown = columns.asRead(of: type).filter { !hidden.contains(columns[$0].name) }
    let late = lateRecords(of: type)
    let positions = table.all.indices.filter {
      scope.mayInclude(table.all[$0], records) && isShown(table.all[$0])
    }
    let entries = (order ?? .asWritten).entries(positions, of: table, records, late: late)
    let rows = PanelRows(
      entries, headings: entries.indices.filter { entries[$0].position == nil },
      id: { $0.position.map { table.all[$0].id } ?? $0.bandID },
      subject: { $0.position.map { .record(table.all[$0].link) } ?? .none },
      key: { entry, column in
        guard let position = entry.position else { return nil }
        if column == lateColumn {
          return late[table.all[position].id].map { .number(Double($0.dayNumber)) } ?? .nothing
        }
        guard shown.indices.contains(column - lateColumn - 1) else { return nil }
        return SortKey(columns[shown[column - lateColumn - 1]].order(table.all[position], records))
      },
      row: { entry in
        guard case .record(let position) = entry else { return entry.bandRow }
        let record = table.all[position]
        let mark: Line =
          self.isFaulty(record.link)
          ? Line("x", .fault) : late[record.id] != nil ? Line("!", .overdue) : .empty
        let distance: Line =
          late[record.id].map {
            Line(distanceWords(from: self.day, to: $0), .overdue)
          } ?? .empty
        let cells = shown.map { index -> Line in
          let text = columns[index].text(record, records)
          if columns[index].isMain {
            return .text(text.asTitle, illustrative: record.isIllustrative)
          }
          if text.isEmpty { return .secondary(columns[index].unknown) }
          return Line(text, columns[index].tone(record, records).role)
        }
        return PanelRow(record.link, [mark, distance] + cells)
      })
    let noun = Kinds.plural(of: E.self)
    let isExtra = order?.saysStanding ?? false
    // How a record stands always shows, unless the bands say it; else whose it is does. Of the other columns
    // the first ones are no extras.
    let saysStanding = !isExtra && shown.contains { columns[$0].isStanding }
    let owner = saysStanding ? nil : shown.first { columns[$0].isOwner && !columns[$0].isMain }
    let others = shown.filter {
      !columns[$0].isMain && !columns[$0].isStanding && $0 != owner
    }
    let needed = (isExtra ? 3 : 2) - (owner == nil ? 0 : 1)
    func rank(_ index: Int) -> Int {
      let column = columns[index]
      if index == owner { return 0 }
      if column.isLong || column.isOwner { return 1 }
      if column.isStanding { return isExtra ? 5 : 0 }
      let place = others.firstIndex(of: index) ?? 0
      return place < needed ? 1 : place + (owner == nil ? 1 : 2)
    }
    func width(_ column: ListColumn<E>) -> Column.Width {
      if column.isMain { return .main() }
      if column.isLong { return .text(least: 20, most: 60) }
      if column.isDate { return .text(least: 15, most: 26) }
      return .text(least: column.isStanding ? 11 : shortest(column.title), most: 26)
    }
    var panel = Panel(
      id, title: title ?? noun,
      columns: [
        Column("", .whole),
        Column("Late", .whole, alignment: .trailing),
      ]
        + shown.map { index in
          let column = columns[index]
          if column.isMain { return Column(column.title, width(column)) }
          return Column(
            column.title, width(column), rank: rank(index), yieldsWhereSeldom: true)
        }, rows: rows, emptyText: emptyText ?? "No \(noun.lowercased()) yet.")
    panel.late = positions.count { late[table.all[$0].id] != nil }
    panel.additions = additions(of: E.self)
    if panel.additions.isEmpty { panel.noAddition = whereToAdd(E.self) }
    for home in E.homes where !home.path.isEmpty {
      let folder = String(home.path.prefix { $0 != "*" })
      if panel.trouble.isEmpty { panel.trouble = trouble(under: folder) }
      if panel.closed.isEmpty { panel.closed = closed(under: folder) }
    }
    return panel
  }

  /// What records are asked with: the data, the day, and what people call them.
  var recordContext: RecordContext { RecordContext(workspace, day: day, names: names) }

  /// The records of a kind of which something is overdue, with the day since which it is: what an alarm counts
  /// can be seen in its list.
  private func lateRecords<E: Entity>(of type: E.Type) -> [String: CalendarDate] {
    deadlines.reduce(into: [:]) { late, deadline in
      guard deadline.status == .overdue, deadline.record.kind == E.kind,
        let due = deadline.due?.last
      else { return }
      late[deadline.record.id] = min(due, late[deadline.record.id] ?? due)
    }
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
}

extension Array {
  /// The columns of a kind in their order on the screen: a name first and a sentence, which is longer,
  /// last; how a record stands before whatever else is said of it.
  fileprivate func asRead<E: Entity>(of type: E.Type) -> [Int] where Element == ListColumn<E> {
    let standing = indices.filter { self[$0].isStanding && !self[$0].isMain }
    let main = indices.filter { self[$0].isMain }
    let rest = indices.filter { !self[$0].isMain && !self[$0].isStanding }
    let isSentence = main.contains { sentences.contains(self[$0].name) }
    return isSentence ? standing + rest + main : main + standing + rest
  }
}

/// The place of the column that says how late a record is, behind its mark.
private let lateColumn = 1

/// The least width of a column: a date stays whole, and so does a head that is not long.
private func shortest(_ title: String) -> Int { max(11, min(TextWidth.of(title), 14)) }

/// The fields in which records say what they are in a sentence, where others have a name.
private let sentences: Set = ["title", "text", "question", "matter", "reason", "what"]

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

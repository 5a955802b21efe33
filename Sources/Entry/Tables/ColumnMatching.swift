import Letters
package import Safeguarding

/// Which column of a table goes into which field, and which columns are not sure.
package struct ColumnMatching: Sendable {
  /// A column that is not sure, and the fields that it may go into.
  package struct Doubt: Hashable, Sendable {
    /// The column.
    package let column: TableColumn
    /// The keys of the fields that are possible, the likeliest first.
    package let fields: [String]
  }

  /// The key of the field into which a column goes, by the place of the column; empty for one that is left
  /// out.
  package private(set) var fields: [Int: String] = [:]
  /// The columns that are not sure.
  package private(set) var doubts: [Doubt] = []
  private let table: HeadedTable
  private let shape: RecordShape
  private let sayings: CellSayings
  private let context: EntryContext

  /// Matches the columns of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - shape: The record that each row becomes.
  ///   - said: What people said of columns, by their places; empty text leaves a column out.
  ///   - sayings: What they said of cells.
  ///   - context: The records that can be meant, and the day.
  package init(
    _ table: HeadedTable, to shape: RecordShape, said: [Int: String], _ sayings: CellSayings,
    _ context: EntryContext
  ) {
    (self.table, self.shape, self.context) = (table, shape, context)
    // What is kept in words fits everywhere.
    self.sayings = sayings.readingAll
    fields = said
    match()
  }

  /// A field and how surely its name says it: 0 by its own name, 1 by one that is usual.
  private struct Named {
    let field: RecordShape.Field
    let rank: Int
  }

  private mutating func match() {
    let all = shape.fields.filter { EntryKind($0) != nil && $0.name != "illustrative" }
    let taken = Set(fields.values)
    let free = all.filter { !taken.contains($0.name) }
    for column in table.columns where fields[column.index] == nil {
      if table.cells(of: column, atMost: 1).isEmpty || saysHandling(column) {
        fields[column.index] = ""
      }
    }
    // A column that lost a field to another one with a better name may have a second.
    var choices = matchNames(free)
    choices.merge(matchNames(free)) { first, _ in first }
    let left = free.filter { field in !fields.values.contains(field.name) }
    for column in table.columns where fields[column.index] == nil {
      let cells = table.cells(of: column, atMost: 200)
      if choices[column.index] == nil, let field = told(by: cells, column, left),
        !fields.values.contains(field.name)
      {
        fields[column.index] = field.name
      } else {
        doubts.append(Doubt(column: column, fields: possible(column, cells, free)))
      }
    }
  }

  /// Whether a column only says who may see the table, as those do that left Masa as a spreadsheet.
  private func saysHandling(_ column: TableColumn) -> Bool {
    let label = context.workspace.handling
    return column.heading.isSame(as: "handling") && !shape.fields.contains { $0.name == "handling" }
      && table.cells(of: column).allSatisfy { $0.isSame(as: label) }
  }

  /// Matches columns by their names; answers which fields they want, whether they got them or not.
  private mutating func matchNames(_ free: [RecordShape.Field]) -> [Int: Named] {
    let left = free.filter { field in !fields.values.contains(field.name) }
    var choices: [Int: Named] = [:]
    for column in table.columns where fields[column.index] == nil {
      let cells = table.cells(of: column, atMost: 200)
      choices[column.index] = chosen(among: named(column, left), column, cells)
    }
    for (index, mine) in choices {
      let rivals = choices.filter { $0.key != index && $0.value.field.name == mine.field.name }
      if rivals.allSatisfy({ $0.value.rank > mine.rank }) { fields[index] = mine.field.name }
    }
    return choices
  }

  /// The fields that have the name of a column.
  private func named(_ column: TableColumn, _ fields: [RecordShape.Field]) -> [Named] {
    let names = Set([column.heading.asHeading, column.heading.asWholeHeading]).subtracting([""])
    let title = Kinds.nameField(of: shape.kind)
    return fields.compactMap { field in
      let all = UsualHeadings.names(of: field, in: shape)
      if all.prefix(3).contains(where: names.contains) { return Named(field: field, rank: 0) }
      let isUsual =
        all.contains(where: names.contains)
        || field.name == title
          && UsualHeadings.names(ofTitleOf: shape.kind).contains(where: names.contains)
      return isUsual ? Named(field: field, rank: 1) : nil
    }
  }

  /// Of fields that have the name of a column the one that fits what stands in it; nil for none, or several.
  private func chosen(among all: [Named], _ column: TableColumn, _ cells: [String]) -> Named? {
    guard all.count > 1 || all.first.map({ isChoice($0.field) || isID($0.field) }) ?? false else {
      return all.first
    }
    let shares = all.map { share(of: cells, $0.field, column) }
    let strict = all.indices.filter { isStrict(all[$0].field) && shares[$0] >= 0.9 }
    if strict.count == 1, let only = strict.first { return all[only] }
    let fitting = all.indices.filter { !isStrict(all[$0].field) || shares[$0] > 0 }.map { all[$0] }
    let best = fitting.map(\.rank).min()
    let first = fitting.filter { $0.rank == best }
    return first.count == 1 ? first.first : nil
  }

  /// The only field that what stands in a column fits, whatever stands above it.
  private func told(
    by cells: [String], _ column: TableColumn, _ fields: [RecordShape.Field]
  ) -> RecordShape.Field? {
    let fitting = fields.filter { field in
      isTelling(field) && share(of: cells, field, column) >= 0.9
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The fields that a column that is not sure may go into.
  private func possible(
    _ column: TableColumn, _ cells: [String], _ fields: [RecordShape.Field]
  ) -> [String] {
    let fillers: Set<String> = ["for", "the", "and", "what", "needs", "time"]
    let words = Set(column.heading.searchWords.filter { $0.utf8.count > 2 }).subtracting(fillers)
    let byName = fields.filter { field in
      UsualHeadings.names(of: field, in: shape).contains { name in
        !words.isDisjoint(with: name.split(separator: " ").map(String.init))
      }
    }
    let byCells = fields.filter { isTelling($0) && share(of: cells, $0, column) >= 0.5 }
    var seen: Set<String> = []
    let both = byName.filter { one in byCells.contains { $0.name == one.name } }
    return (both + byName + byCells).map(\.name).filter { seen.insert($0).inserted }.prefix(5)
      .map { $0 }
  }

  /// How many of the cells a field can hold, of one.
  private func share(
    of cells: [String], _ field: RecordShape.Field, _ column: TableColumn
  ) -> Double {
    let sample = cells.prefix(40)
    if isID(field) {
      let fitting = sample.count { $0 == $0.asID && $0.contains { $0 == "-" || $0.isLetter } }
      return Double(fitting) / Double(max(1, sample.count))
    }
    let reader = CellReader(
      field, of: shape, heading: column.heading, cells: Array(cells), sayings, context)
    let fitting = sample.count { reader.fits($0) }
    return Double(fitting) / Double(max(1, sample.count))
  }

  private func isChoice(_ field: RecordShape.Field) -> Bool {
    if case .choice = field.shape { true } else { false }
  }

  private func isID(_ field: RecordShape.Field) -> Bool { field.name == "id" }

  /// Whether few texts fit, so that it says something when all cells do.
  private func isStrict(_ field: RecordShape.Field) -> Bool {
    switch field.shape {
    case .choice, .value(.day, _), .value(.impreciseDate, _), .reference: true
    default: isID(field) || isOwners(field)
    }
  }

  /// Whether a field is told by what stands in a column alone; ids and other records are not.
  private func isTelling(_ field: RecordShape.Field) -> Bool {
    switch field.shape {
    case .choice, .value(.day, _), .value(.impreciseDate, _): true
    default: isOwners(field)
    }
  }

  private func isOwners(_ field: RecordShape.Field) -> Bool {
    if case .owners? = EntryKind(field) { true } else { false }
  }
}

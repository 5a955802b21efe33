import Letters
package import Safeguarding

/// The rows of a table as records, and what is wrong with those that cannot be read.
package struct TableRecords: Sendable {
  /// A row that became a record.
  package struct Made: Sendable {
    /// The row.
    package let row: CellTable.Row
    /// The record, without an id where the row has none.
    package let value: StoredValue
    /// The keys of the fields of which the row says something.
    let given: Set<String>
  }

  /// A row that is passed over, and why.
  package struct PassedOver: Hashable, Sendable {
    /// The row.
    package let row: CellTable.Row
    /// Why, in words behind "is".
    package let reason: String
  }

  /// What cannot be read.
  package struct Fault: Hashable, Sendable {
    /// The row.
    package let row: CellTable.Row
    /// The column; nil for something about the row as a whole.
    package let column: TableColumn?
    /// What is wrong and what to do, as sentences.
    package let sentence: String

    /// Something that cannot be read.
    package init(row: CellTable.Row, column: TableColumn?, sentence: String) {
      (self.row, self.column, self.sentence) = (row, column, sentence)
    }

    /// Where it is: `row 5 (line 7), column C "Lead"`.
    package var place: String {
      "row \(row.number) (line \(row.line))" + (column.map { ", \($0.words)" } ?? "")
    }
  }

  /// The rows that became records.
  package private(set) var made: [Made] = []
  /// The rows that are passed over.
  package private(set) var passedOver: [PassedOver] = []
  /// The first things that cannot be read.
  package private(set) var faults: [Fault] = []
  /// How many things cannot be read.
  package private(set) var faultCount = 0

  /// So many faults are kept.
  private static let keptFaults = 100
  private let shape: RecordShape
  private let type: any Entity.Type
  /// The keys of the fields into which several columns go.
  private let shared: Set<String>

  /// Makes records of the rows.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - fields: The key of the field into which each column goes, by its place; empty for none.
  ///   - type: The kind of record.
  ///   - start: What each record begins with; what a row says takes its place.
  ///   - sayings: What is said of the table besides.
  ///   - context: The records that can be meant, and the day.
  package init(
    _ table: HeadedTable, fields: [Int: String], as type: any Entity.Type, from start: StoredValue,
    _ sayings: CellSayings, _ context: EntryContext
  ) {
    self.type = type
    shape = RecordShape(of: type)
    let known = shape.fields
    var counts: [String: Int] = [:]
    for field in fields.values { counts[field, default: 0] += 1 }
    shared = Set(counts.filter { $0.value > 1 }.keys)
    var columns = table.columns.compactMap { column -> Filled? in
      guard let field = known.first(where: { $0.name == fields[column.index] }) else { return nil }
      let reader = CellReader(
        field, of: shape, heading: column.heading, cells: table.cells(of: column), sayings, context)
      return Filled(column, reader)
    }
    // How something stands says on which side of today a day lies that has no year.
    columns.sort { left, _ in left.reader.field.name == "status" }
    let title = Kinds.nameField(of: shape.kind)
    for row in table.rows {
      if let reason = TableRecords.reasonToPass(row, columns, title) {
        passedOver.append(PassedOver(row: row, reason: reason))
      } else {
        read(row, &columns, start)
      }
    }
  }

  /// A column with what reads it, and what was read already.
  private struct Filled {
    let column: TableColumn
    let reader: CellReader
    var known: [String: EntryReading] = [:]

    init(_ column: TableColumn, _ reader: CellReader) {
      (self.column, self.reader) = (column, reader)
    }

    mutating func reading(of cell: String, in record: StoredValue) -> EntryReading {
      let key = "\(record["status"]?.text ?? "")\n\(cell)"
      if let reading = known[key] { return reading }
      let reading = reader.reading(of: cell, in: record)
      if known.count < 10_000 { known[key] = reading }
      return reading
    }
  }

  private mutating func read(
    _ row: CellTable.Row, _ columns: inout [Filled], _ start: StoredValue
  ) {
    var value = start
    var given: Set<String> = []
    let before = faultCount
    for index in columns.indices {
      let cell = row.cell(columns[index].column.index)
      if cell.isEmpty { continue }
      let field = columns[index].reader.field
      let reading = columns[index].reading(of: cell, in: value)
      guard reading.problem.isEmpty else {
        add(Fault(row: row, column: columns[index].column, sentence: reading.problem))
        continue
      }
      guard var read = reading.value else { continue }
      let heading = columns[index].column.heading
      if shared.contains(field.name), case .text(let text) = read, !heading.isEmpty {
        read = .text("\(heading): \(text)")
      }
      let isFirst = given.insert(field.name).inserted
      value[field.name] = isFirst ? read : TableRecords.joined(value[field.name], read)
    }
    guard faultCount == before else { return }
    value = value.ordered(as: shape)
    if let sentence = problem(of: value) {
      add(Fault(row: row, column: nil, sentence: sentence))
    } else {
      made.append(Made(row: row, value: value, given: given))
    }
  }

  private mutating func add(_ fault: Fault) {
    faultCount += 1
    if faults.count < TableRecords.keptFaults { faults.append(fault) }
  }

  /// What several columns say of one field.
  private static func joined(
    _ first: StoredValue?, _ second: StoredValue
  ) -> StoredValue {
    switch (first, second) {
    case (.list(let some)?, .list(let more)): .list(some + more.filter { !some.contains($0) })
    case (.text(let some)?, .text(let more)):
      .text("\(some)\n\(more)")
    default: second
    }
  }

  /// The first thing wrong with a record as a whole.
  private func problem(of value: StoredValue) -> String? {
    var whole = value
    if whole["id"] == nil { whole["id"] = .text("new") }
    let findings = StoredSource.Findings()
    func look<E: Entity>(_ type: E.Type) { _ = E.read(from: StoredSource(whole, findings)) }
    let opened: any Entity.Type = self.type
    look(opened)
    return findings.problems.first.map { "\($0.message) \($0.hint)" }
  }

  /// Why a row is none of the records: a total below them, or a heading among them.
  private static func reasonToPass(
    _ row: CellTable.Row, _ columns: [Filled], _ title: String?
  ) -> String? {
    let cells = row.cells.filter { !$0.isEmpty }
    guard let first = cells.first else { return "blank" }
    let words = first.asWholeHeading.split(separator: " ")
    let totals = ["total", "totals", "subtotal", "sum", "count", "average"]
    let isTotal =
      words.first.map {
        totals.contains(String($0)) || $0 == "grand" && words.dropFirst().first == "total"
      }
      ?? false
    let isCounted = cells.dropFirst().allSatisfy { cell in
      cell.allSatisfy { $0.isNumber || "., %£-/:".contains($0) }
    }
    if isTotal, isCounted { return "a total" }
    let filled = columns.filter { !row.cell($0.column.index).isEmpty }.map(\.reader.field.name)
    if filled.isEmpty { return "blank in every column that is brought" }
    // What stands alone in a row, and is not what the record is called, is a heading.
    if cells.count == 1, columns.count > 2, let title, !filled.contains(title) {
      return "a heading: \"\(first.shortened)\""
    }
    return nil
  }
}

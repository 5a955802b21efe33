import DataStore
import Entry
import Letters
import Safeguarding

/// A table on its way into the data folder.
struct TableImport {
  /// What people call it.
  let file: String
  let kind: NamedKind
  let desk: RecordDesk
  let holder: String?
  /// What each record begins with.
  private(set) var start: StoredValue
  private(set) var table: HeadedTable?
  private(set) var matching: ColumnMatching?
  private(set) var records: TableRecords?
  /// What the person said an earlier time, and not now.
  private(set) var remembered: [String] = []
  private var given: Set<String> = []

  init(file: String, kind: NamedKind, desk: RecordDesk, holder: String?) {
    (self.file, self.kind, self.desk, self.holder) = (file, kind, desk, holder)
    start = desk.beginning
  }

  /// What is found for the rows: those that are new, with their places, and those that are there.
  struct Additions {
    var new: [(made: TableRecords.Made, record: NewRecord)] = []
    var same = 0
    var otherwise: [(row: CellTable.Row, match: KnownRecords.Match)] = []
  }

  /// Takes a field that is the same for all rows.
  mutating func say(_ name: String, _ text: String) throws {
    let field = try desk.field(name)
    start[field.name] = try desk.value(text, for: field, in: start)
    given.insert(field.name)
  }

  /// Reads the table: its cells, its columns, its rows.
  mutating func read(
    _ bytes: [UInt8], said: ImportMemory.Said, keepingWords: Bool, onlyWith: String?
  ) throws {
    do throws(TableProblem) {
      table = try HeadedTable(
        try CellTable(bytes), for: desk.shape, said: Array(said.columns.keys))
    } catch {
      throw CommandFailure("\(file) cannot be read. \(error.sentence) Nothing was changed.")
    }
    guard var table else { return }
    if let onlyWith { table.keepRows(with: try column(onlyWith, of: "--only-with", in: table)) }
    self.table = table
    let memory = ImportMemory(
      dataFolder: desk.edited.folder.path, kind: kind.kind, heading: table.heading.cells)
    var all = memory?.said ?? ImportMemory.Said()
    let known = desk.shape.fields
    all.columns = all.columns.filter { column, field in
      table.column(column) != nil && (field.isEmpty || known.contains { $0.name == field })
    }
    remembered = all.columns.filter { said.columns[$0.key] == nil }.map {
      "\"\($0.key)\" \($0.value.isEmpty ? "left out" : "as \(desk.shape.label(of: $0.value))")"
    }.sorted()
    remembered += all.cells.filter { said.cells[$0.key] == nil }.map {
      "\"\($0.key.shortened)\" read as \($0.value.shortened)"
    }.sorted()
    for (name, word) in said.columns {
      let column = try column(name, of: "--map", in: table)
      all.columns = all.columns.filter { table.column($0.key) != column }
      all.columns[name] = word.isEmpty ? "" : try desk.field(word).name
    }
    all.cells.merge(said.cells) { _, new in new }
    var fields: [Int: String] = [:]
    for (name, field) in all.columns {
      if let column = table.column(name) { fields[column.index] = field }
    }
    let sayings = CellSayings(all.cells, keepsWords: keepingWords)
    let matching = ColumnMatching(table, to: desk.shape, said: fields, sayings, desk.entry)
    self.matching = matching
    try requireSure(matching, table)
    if !said.columns.isEmpty || !said.cells.isEmpty { memory?.keep(all) }
    let records = TableRecords(
      table, fields: matching.fields, as: kind.type, from: start, sayings, desk.entry)
    self.records = records
    try requireReadable(records)
  }

  private func column(
    _ name: String, of option: String, in table: HeadedTable
  ) throws -> TableColumn {
    if let column = table.column(name) { return column }
    let isSeveral = table.columns.contains { $0.isCalled(name) }
    let columns = table.columns.map(\.words).joined(separator: ", ")
    throw CommandFailure(
      "\(option): \(isSeveral ? "several columns are" : "no column is") called \"\(name.shortened)\" in "
        + "\(file), row \(table.heading.number). There are \(columns). A column is also known by its "
        + "letter: \(option) 'column A\(option == "--map" ? "=FIELD" : "")'. Nothing was changed.",
      status: 64)
  }

  /// Fails where a column is not sure, or a field is missing that every record needs.
  private func requireSure(_ matching: ColumnMatching, _ table: HeadedTable) throws {
    let filled = Set(matching.fields.values)
    let missing = desk.shape.fields.filter { field in
      field.presence == .required && field.name != "id" && start[field.name] == nil
        && !filled.contains(field.name)
    }
    if matching.doubts.isEmpty, missing.isEmpty { return }
    var lines = [
      "\(file) was not brought: it has to be said what its columns are. Nothing was changed."
    ]
    let sure = table.columns.compactMap { column in
      matching.fields[column.index].flatMap { $0.isEmpty ? nil : "\(column.words) is \($0)" }
    }
    if !sure.isEmpty { lines.append("  Sure: \(sure.joined(separator: "; ")).") }
    for doubt in matching.doubts {
      let fields = doubt.fields.isEmpty ? "." : ": \(doubt.fields.joined(separator: ", or "))?"
      let name =
        doubt.column.heading.isEmpty ? "column \(doubt.column.letter)" : doubt.column.heading
      lines.append(
        "  Not sure: \(doubt.column.words)\(fields) Say --map '\(name)=\(doubt.fields.first ?? "FIELD")', "
          + "or --map '\(name)=' to leave it out.")
    }
    for field in missing {
      lines.append(
        "  Missing: \(field.name). \(field.help) Say it for all rows with --\(field.name) VALUE, or which "
          + "column it is with --map 'COLUMN=\(field.name)'.")
    }
    let names = desk.shape.fields.map(\.name).filter { $0 != "id" }
    lines.append("  Fields of \(kind.kind.name.withArticle): \(names.joined(separator: ", ")).")
    throw CommandFailure(lines.joined(separator: "\n"))
  }

  private func requireReadable(_ records: TableRecords) throws {
    guard records.faultCount > 0 else { return }
    throw faults(records.faults, of: records.faultCount)
  }

  private func faults(_ faults: [TableRecords.Fault], of count: Int) -> CommandFailure {
    var lines = faults.map { "\(file): \(Output.oneLine("\($0.place): \($0.sentence)"))" }
    if count > faults.count {
      lines.append("\(file): and \(counted(count - faults.count, "more fault")).")
    }
    lines.append("Nothing was changed, because of \(counted(count, "fault")).")
    return CommandFailure(lines.joined(separator: "\n"))
  }

  /// Finds the places of the rows, and which of them are there already.
  func additions() throws -> Additions {
    var additions = Additions()
    var wrong: [TableRecords.Fault] = []
    var wrongCount = 0
    var places: [String: [TableRecords.Made]] = [:]
    var order: [String] = []
    for made in records?.made ?? [] {
      do throws(NewRecord.Problem) {
        let place = try desk.workspace.placing(made.value, as: kind.type, inside: holder)
        let key = desk.folder(of: place, kind.type)
        if places[key] == nil { order.append(key) }
        places[key, default: []].append(made)
      } catch {
        wrongCount += 1
        if wrong.count < 100 {
          wrong.append(TableRecords.Fault(row: made.row, column: nil, sentence: error.sentence))
        }
      }
    }
    if wrongCount > 0 { throw faults(wrong, of: wrongCount) }
    var taken: Set<String> = []
    for key in order {
      let rows = places[key] ?? []
      var known = KnownRecords(desk.records(in: key, inside: holder), of: kind.type)
      for (made, match) in zip(rows, known.matches(rows)) {
        switch match {
        case .same?: additions.same += 1
        case .otherwise?: if let match { additions.otherwise.append((made.row, match)) }
        case nil:
          let record = try placed(made, besides: taken)
          if !record.record.id.isEmpty { taken.insert(record.record.id) }
          additions.new.append((made, record))
        }
      }
    }
    return additions
  }

  private func placed(_ made: TableRecords.Made, besides taken: Set<String>) throws -> NewRecord {
    if let id = made.value["id"]?.text, taken.contains(id) {
      throw faults(
        [.init(row: made.row, column: nil, sentence: "Another row has the id \"\(id)\" too.")],
        of: 1)
    }
    do throws(NewRecord.Problem) {
      return try desk.workspace.placing(
        made.value, as: kind.type, inside: holder, besides: taken)
    } catch {
      throw faults([.init(row: made.row, column: nil, sentence: error.sentence)], of: 1)
    }
  }

  /// The changes that add what is new.
  func changes(_ additions: Additions) throws -> [Change] {
    guard let first = additions.new.first, let holder = first.record.holder else {
      return additions.new.flatMap { desk.workspace.changes(adding: $0.record) }
    }
    // What lies inside one record is one list, which changes once.
    let before = desk.workspace.record(holder.record)?.stored?[holder.field]
    return [
      Change(
        first.record.document, holder.record, field: holder.field, from: before,
        to: .list((before?.elements ?? []) + additions.new.map(\.record.value)))
    ]
  }

  /// What history calls it.
  func title(_ additions: Additions) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "Import \(kind.counted(additions.new.count)) from \(name.shortTitle)"
  }
}

extension RecordDesk {
  /// What tells among which records a new one lies.
  fileprivate func folder(of new: NewRecord, _ type: any Entity.Type) -> String {
    if let holder = new.holder { return holder.field }
    // A record with a file of its own lies among all of its kind.
    func liesAlone<E: Entity>(_ type: E.Type) -> Bool {
      E.homes.contains { if case .own = $0.form { true } else { false } }
    }
    return liesAlone(type) ? "" : new.document
  }

  /// The records there, as files hold them.
  fileprivate func records(in folder: String, inside holder: String?) -> [StoredValue] {
    workspace.records(of: shape.kind).compactMap { record in
      guard let stored = record.stored else { return nil }
      if let place = workspace.holder(of: record.link) {
        return holder == nil || place.record.id == holder ? stored : nil
      }
      guard let document = workspace.document(of: record.link) else { return nil }
      return folder.isEmpty || document == folder ? stored : nil
    }
  }
}

import Entry
import JSONDocument
import Letters
import Reports
import Safeguarding

/// What is said of a table that is brought, or would be.
struct TableImportWords {
  private let table: TableImport
  private let additions: TableImport.Additions
  private let format: EditOptions.Format
  /// So many rows are shown or named.
  private static let shownRows = 200
  private static let namedRows = 10

  init(
    _ table: TableImport, _ additions: TableImport.Additions, _ format: EditOptions.Format
  ) {
    (self.table, self.additions, self.format) = (table, additions, format)
  }

  /// Shows what would be added, and says that nothing is changed.
  func writePreview() {
    if format == .json {
      return Output.write(json: json(nil, isPreview: true).write(indentation: 2) + "\n")
    }
    Output.write(lines: columns + [""])
    if !additions.new.isEmpty { Output.write(listing, as: .text) }
    let rest = additions.new.count - TableImportWords.shownRows
    var lines = rest > 0 ? ["and \(counted(rest, "more row"))."] : []
    lines += notes
    lines.append(
      "\(noun(additions.new.count)) would be added\(there). Nothing was changed; without --preview "
        + "\(additions.new.count == 1 ? "it is" : "they are") added.")
    Output.write(lines: lines)
  }

  /// Says what was added, and how to take it back.
  func writeAnswer(_ receipt: Receipt?) {
    if format == .json {
      return Output.write(savedJSON: json(receipt, isPreview: false).write(indentation: 2) + "\n")
    }
    guard let receipt, !additions.new.isEmpty else {
      return Output.write(
        lines: notes + ["Nothing was changed: nothing in \(table.file) is new\(there)."])
    }
    var lines = notes
    lines.append("Added \(noun(additions.new.count)) from \(table.file)\(there).")
    if let entry = receipt.entries.first {
      lines.append("To take all of it back: masa undo \(entry)")
    }
    Output.write(saved: Output.text(of: lines))
  }

  private func noun(_ count: Int) -> String { table.kind.counted(count) }

  private var there: String {
    let count = additions.same + additions.otherwise.count
    return count == 0 ? "" : "; \(counted(count, "row")) \(count == 1 ? "is" : "are") there already"
  }

  /// Which column goes where.
  private var columns: [String] {
    guard let headed = table.table, let fields = table.matching?.fields else { return [] }
    return headed.columns.map { column in
      let field = fields[column.index] ?? ""
      let label = field.isEmpty ? "left out" : table.desk.shape.label(of: field)
      return "\(column.words.prefix(1).uppercased())\(column.words.dropFirst()): \(label)"
    }
  }

  /// What has to be known of rows that were not added.
  private var notes: [String] {
    var lines: [String] = []
    if !table.remembered.isEmpty {
      lines.append("As you said before: \(table.remembered.joined(separator: "; ")).")
    }
    let passed = table.records?.passedOver ?? []
    lines += some(
      passed.map { "Row \($0.row.number) (line \($0.row.line)) is \($0.reason); passed over." })
    lines += some(
      additions.otherwise.map { row, match in
        guard case .otherwise(let id, let fields, let name) = match else { return "" }
        let labels = fields.map { table.desk.shape.label(of: $0) }.joined(separator: ", ")
        return
          "Row \(row.number) (line \(row.line)) is there already as \(id), \"\(name.shortened)\", which "
          + "says something otherwise (\(labels)); it was left as it is."
      })
    return lines
  }

  private func some(_ lines: [String]) -> [String] {
    let rest = lines.count - TableImportWords.namedRows
    return lines.prefix(TableImportWords.namedRows)
      + (rest > 0 ? ["and \(counted(rest, "more such row"))."] : [])
  }

  /// The fields of which the table says something.
  private var fields: [RecordShape.Field] {
    let filled = Set(table.matching?.fields.values.map { $0 } ?? [])
    return table.desk.shape.fields.filter { filled.contains($0.name) }
  }

  private var listing: Listing {
    var listing = Listing(
      columns: [.init("row", "Row")]
        + fields.map { .init($0.name, table.desk.shape.label(of: $0.name), widest: 40) })
    for (made, _) in additions.new.prefix(TableImportWords.shownRows) {
      listing.add(
        [.whole(made.row.number)]
          + fields.map { .known(table.desk.entry.text(of: made.value, for: $0).onOneLine) })
    }
    return listing
  }

  private func json(_ receipt: Receipt?, isPreview: Bool) -> JSONLiteral {
    let added = (receipt?.changes ?? []).filter { $0.field == nil }.map {
      JSONLiteral.string($0.record.id)
    }
    return .object([
      .init("isPreview", .boolean(isPreview)),
      .init("new", .integer(additions.new.count)),
      .init("there", .integer(additions.same)),
      .init("thereOtherwise", .integer(additions.otherwise.count)),
      .init("passedOver", .integer(table.records?.passedOver.count ?? 0)),
      .init("added", .array(added)),
      .init("change", receipt?.entries.first.map { .string($0.description) } ?? .null),
      .init(
        "columns",
        .array(
          (table.table?.columns ?? []).map { column in
            let field = table.matching?.fields[column.index] ?? ""
            return .object([
              .init("column", .string(column.heading)),
              .init("field", field.isEmpty ? .null : .string(field)),
            ])
          })),
      .init("notes", .array(notes.map { .string($0) })),
    ])
  }
}

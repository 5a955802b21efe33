package import JSONDocument
package import Safeguarding

/// One record of any kind in full.
package struct RecordReport: Sendable {
  private let record: any Entity
  private let document: String?
  private let context: RecordContext

  /// Finds a record.
  ///
  /// - Throws: ``ReportError`` with whom to ask when it is closed, else with the nearest id when no record
  ///   has this one.
  package init(
    _ type: any Entity.Type, id: String, in context: RecordContext
  ) throws(ReportError) {
    func find<E: Entity>(_ type: E.Type) throws(ReportError) -> any Entity {
      let table = context.workspace[E.self]
      if let record = table[id] ?? E.builtIn[id] { return record }
      // The workspace is one: it goes by any name.
      if RecordShape(E.self).fields.first?.name != "id", let only = table.all.first { return only }
      guard let record = try table.named(id, context.workspace.access) else {
        throw ReportError(sentence: "There is no such record.")
      }
      return record
    }
    record = try find(type)
    self.context = context
    document = context.workspace.document(of: RecordID(type.kind, record.id))
  }

  /// The revision of the record as its file holds it; nil where it would tell a number that is hidden here.
  private var revision: String? {
    let id = RecordID(type(of: record).kind, record.id)
    return context.workspace.hiddenFigures?.changes(id) == true ? nil : record.revision
  }

  /// The fields in lines, each with what it is called.
  package var lines: [String] {
    let texts = record.fieldTexts(context.names)
    let kind = type(of: record).kind
    var lines = ["\(kind.title): \(record.fullName)"]
    for field in texts {
      for (index, line) in field.lines.enumerated() {
        lines.append(index == 0 ? "  \(field.label): \(line)" : "    \(line)")
      }
    }
    if let document { lines.append("  In: \(document)") }
    lines.append(
      "  Revision: \(revision ?? "not given, as the hidden number could be found by it")")
    let handling = context.workspace.handling
    return handling.isEmpty ? lines : lines + ["  Handling: \(handling)"]
  }

  /// The record as its file holds it, with its kind, its file and its revision.
  package var json: JSONLiteral {
    var members: [JSONLiteral.Member] = [
      .init("handling", Listing.Cell.known(context.workspace.handling).json),
      .init("kind", .string(type(of: record).kind.name)),
      .init("document", document.map { .string($0) } ?? .null),
      .init("revision", revision.map { .string($0) } ?? .null),
    ]
    if let stored = record.stored { members.append(.init("record", Listing.Cell(stored).json)) }
    return .object(members)
  }
}

import JSONDocument
package import Safeguarding

/// The records of a kind, as people read them in a table and as programs read every field.
package struct RecordsListing: Sendable {
  /// The records in the order of their files.
  package let listing: Listing

  /// Lists the records of a kind.
  ///
  /// As text the columns are those of the kind; for programs they are its fields, by their names in files.
  package init(
    _ type: any Entity.Type, in context: RecordContext, as format: ListingFormat
  ) {
    func listing<E: Entity>(_ type: E.Type) -> Listing {
      format == .text
        ? RecordsListing.table(of: type, context) : RecordsListing.fields(of: type, context)
    }
    self.listing = listing(type)
  }

  private static func table<E: Entity>(of type: E.Type, _ context: RecordContext) -> Listing {
    let columns = E.columns
    var listing = Listing(
      columns: [.init("id", "Id")]
        + columns.map { .init($0.name, $0.title, widest: $0.isMain ? 60 : 36) })
    for record in context.workspace[E.self].all {
      let mark = record.isIllustrative ? illustrativeMark : ""
      let main = columns.firstIndex(where: \.isMain) ?? 0
      let cells = columns.enumerated().map { index, column in
        column.text(record, context) + (index == main ? mark : "")
      }
      listing.add([.text(record.id)] + cells.map { .known($0) })
    }
    return listing
  }

  private static func fields<E: Entity>(of type: E.Type, _ context: RecordContext) -> Listing {
    let names = RecordShape(E.self).fields.map(\.name)
    let ids = names.contains("id") ? [] : ["id"]
    var listing = Listing(columns: (ids + names).map { .init($0) })
    for record in context.workspace[E.self].all {
      let stored = record.stored
      listing.add(
        ids.map { _ in .text(record.id) }
          + names.map { stored?[$0].map(Listing.Cell.init) ?? .nothing })
    }
    return listing
  }
}

extension Listing.Cell {
  /// A value as a file holds it.
  package init(_ value: StoredValue) {
    self =
      switch value {
      case .boolean(let truth): .boolean(truth)
      case .number(let spelling):
        JSONNumber(spelling: spelling).map { .number($0) } ?? .text(spelling)
      case .text(let text): .text(text)
      case .list(let elements): .list(elements.map { Listing.Cell($0) })
      case .record(let members): .object(members.map { .init($0.key, Listing.Cell($0.value)) })
      }
  }
}

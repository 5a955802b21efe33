/// Where a fact was published: a document and a place in it.
public struct Citation: Hashable, Sendable {
  /// The document.
  public let document: Reference<SourceDocument>
  /// The section, page or table, or empty.
  public let place: String

  /// Cites a place in a document.
  public init(document: Reference<SourceDocument>, place: String) {
    self.document = document
    self.place = place
  }

  /// A citation as a file holds it: the document's id, a space and the place.
  public init(_ text: String) {
    let space: UInt8 = 0x20
    let end = text.utf8.firstIndex(of: space) ?? text.endIndex
    let start = text.utf8[end...].firstIndex { $0 != space } ?? text.endIndex
    document = Reference(String(text[..<end]))
    place = String(text[start...])
  }
}

extension Citation: FieldValue {
  /// Written as the document's id, a space and the place.
  public static var shape: ValueShape {
    .value(
      .citation,
      stored: .pattern(
        #"^[a-z0-9][a-z0-9-]*( .+)?$"#, example: "annual-report-2024 section 5",
        help: "The document's id, a space and the place in it."))
  }

  /// Reads a citation and notes the document for checking.
  @inlinable
  public static func read(from source: some ValueSource) -> Citation? {
    guard let text = String.read(from: source) else { return nil }
    let citation = Citation(text)
    source.refers(to: SourceDocument.kind, id: citation.document.id)
    return citation
  }

  /// The document's title and the place.
  public func lines(_ names: Names) -> [String] {
    let title = names(SourceDocument.kind, document.id)
    return [place.isEmpty ? title : "\(title), \(place)"]
  }

  /// The document's id, a space and the place in it.
  public var stored: StoredValue? {
    .text(place.isEmpty ? document.id : "\(document.id) \(place)")
  }

  /// Whether no document is named.
  public var isBlank: Bool { document.isBlank }

  /// Whether the record is the document.
  public func refers(to record: RecordID) -> Bool { document.refers(to: record) }
}

/// A spelling or name that a source printed, with where.
public struct PrintedName: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "printedName", title: "Printed name",
    help: "A spelling or an earlier name, as a source prints it.")
  /// The name as printed.
  public var name = ""
  /// When the name was in use, if it is no longer.
  public var from: ImpreciseDate?
  /// The last day the name was in use.
  public var to: ImpreciseDate?
  /// Where it was printed.
  public var source: [Citation] = []

  /// An empty name.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("name", &name, "The name exactly as printed.")
    visitor.optional("from", &from, "The first day this name was in use.")
    visitor.optional("to", &to, "The last day this name was in use.")
    visitor.optional("source", &source, "Where it was printed.")
  }

  /// The name with its dates.
  public func lines(_ names: Names) -> [String] {
    var line = name
    if let from { line += ", from \(from.short)" }
    if let to { line += ", to \(to.short)" }
    return [line]
  }
}

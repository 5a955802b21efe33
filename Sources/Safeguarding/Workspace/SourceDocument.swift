/// A published document that facts are taken from.
public struct SourceDocument: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "document", title: "Source document",
    help: "A published document that facts are taken from.")
  /// A short id of the document: small letters, digits and hyphens.
  public var id: String = ""
  /// The title as printed.
  public var title: String = ""
  /// Who published it.
  public var publisher: String = ""
  /// When it was published.
  public var published: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""

  /// An empty source document.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the document: small letters, digits and hyphens.")
    visitor.required("title", &title, "The title as printed.")
    visitor.optional("publisher", &publisher, "Who published it.")
    visitor.optional("published", &published, "When it was published.")
    visitor.optional("note", &note, "What else a reader should know.")
  }
}

extension SourceDocument {
  /// Where such records lie.
  public static let homes: [Home<SourceDocument>] = [
    .inside("documents", of: WorkspaceSettings.self) { $0.documents }
  ]
}

extension Workspace {
  /// Published documents.
  public var documents: RecordTable<SourceDocument> {
    get { self[SourceDocument.self] }
    _modify { yield &self[SourceDocument.self] }
  }
}

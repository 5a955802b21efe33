/// A neighbour or another body that a partnership works with, and about what.
public struct Relation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "relation", title: "Relation",
    help: "A neighbour or another body that the partnership works with, and about what.")
  /// A short id of the relation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The neighbour or body.
  public var body: String = ""
  /// The same body among the agencies.
  public var agency: Reference<Agency>?
  /// What they work on together.
  public var matter: String = ""
  /// Since when it is so.
  public var from: ImpreciseDate?
  /// Until when it was so.
  public var to: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty one.
  public init() {}

  /// What people call it.
  public var label: String { body }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Relation.self,
      first: ["partnership", "body", "agency", .title("matter"), "from"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "matter": "About what"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the relation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("body", &body, "The neighbour or body.")
    visitor.optional("agency", &agency, "The same body among the agencies.")
    visitor.optional("matter", &matter, "What they work on together.")
    visitor.optional("from", &from, "Since when it is so.")
    visitor.optional("to", &to, "Until when it was so.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Relation {
  /// Where such records lie.
  public static let homes: [Home<Relation>] = [
    .list(
      "relations", in: "partnerships/*/relations.json",
      "Neighbours and other bodies that the partnership works with."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Relation>] = [
    ListColumn("body", "Body", isLong: true) { record, _ in record.body },
    ListColumn("matter", "About what", isMain: true) { record, _ in record.matter },
    ListColumn(field: "from"),
    ListColumn(field: "to"),
  ]
}

extension Workspace {
  /// Neighbours of partnerships.
  public var relations: RecordTable<Relation> {
    get { self[Relation.self] }
    _modify { yield &self[Relation.self] }
  }
}

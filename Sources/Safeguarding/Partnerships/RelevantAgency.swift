/// How a relevant agency was engaged in one published list.
public struct RelevantAgency: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "relevantAgency", title: "Relevant agency",
    help: "How an agency was engaged in the arrangements, as one published list says.")
  /// A short id of the entry: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership whose list it is.
  public var partnership: Reference<Partnership> = ""
  /// The agency.
  public var agency: Reference<Agency> = ""
  /// The agency as this list spells it.
  public var printedName: String = ""
  /// The heading it stands under.
  public var category: String = ""
  /// The year of the list.
  public var period: ImpreciseDate?
  /// How it is engaged: Executive, Leadership Group, Subgroups and so on.
  public var channels: [String] = []
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty relevant agency.
  public init() {}

  /// What people call it.
  public var label: String { printedName.isEmpty ? agency.id : printedName }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "category": "Heading in print",
    "channels": "Takes part through",
    "period": "Year of the list",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the entry: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership whose list it is.")
    visitor.required("agency", &agency, "The agency.")
    visitor.optional("printedName", &printedName, "The agency as this list spells it.")
    visitor.optional("category", &category, "The heading it stands under.")
    visitor.required("period", &period, "The year of the list.")
    visitor.optional(
      "channels", &channels, "How it is engaged: Executive, Leadership Group, Subgroups and so on.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension RelevantAgency {
  /// Where such records lie.
  public static let homes: [Home<RelevantAgency>] = [
    .list(
      "relevantAgencies", in: "partnerships/*/relevant-agencies.json",
      "How relevant agencies were engaged, by published list."
    ) { $0.partnership.id }
  ]
}

extension Workspace {
  /// Relevant agencies by published list.
  public var relevantAgencies: RecordTable<RelevantAgency> {
    get { self[RelevantAgency.self] }
    _modify { yield &self[RelevantAgency.self] }
  }
}

/// How many complaints there were about child protection processes.
public struct ComplaintCount: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "complaintCount", title: "Complaints",
    help: "How many complaints there were: counted, never described.")
  /// A short id of the count: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The period.
  public var period: ImpreciseDate?
  /// What they were about.
  public var about: String = ""
  /// How many there were.
  public var count: Measure?
  /// How many were upheld.
  public var upheld: Measure?
  /// The group that considers them.
  public var group: Reference<PartnershipGroup>?
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
  public var label: String { about }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      ComplaintCount.self,
      first: ["partnership", "period", "about", "count", "upheld", "group"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "about": "About"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the count: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("period", &period, "The period.")
    visitor.required("about", &about, "What they were about.")
    visitor.required("count", &count, "How many there were.")
    visitor.optional("upheld", &upheld, "How many were upheld.")
    visitor.optional("group", &group, "The group that considers them.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ComplaintCount {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.learning

  /// Where such records lie.
  public static let homes: [Home<ComplaintCount>] = [
    .list(
      "complaintCounts", in: "partnerships/*/learning.json",
      "Referrals, national and other reviews, and what is counted only."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<ComplaintCount>] = [
    ListColumn("about", "About", isMain: true) { record, _ in record.about },
    ListColumn(field: "period"),
    ListColumn(field: "count"),
    ListColumn(field: "upheld"),
    ListColumn(field: "group"),
  ]
}

extension Workspace {
  /// How many complaints there were.
  public var complaintCounts: RecordTable<ComplaintCount> {
    get { self[ComplaintCount.self] }
    _modify { yield &self[ComplaintCount.self] }
  }
}

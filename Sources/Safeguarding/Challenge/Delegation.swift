/// The partners chose one of them to act for all in a matter.
public struct Delegation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "delegation", title: "Single point of leadership",
    help: "The partners chose one of them to act for all in a matter, since when, and until when.")
  /// A short id of the delegation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The matter.
  public var matter: String = ""
  /// The partner that acts for all.
  public var agency: Reference<Agency>?
  /// Since when it is so.
  public var from: ImpreciseDate?
  /// Until when it was so.
  public var to: ImpreciseDate?
  /// The meeting that decided it.
  public var decidedAt: Reference<Meeting>?
  /// Why it is so.
  public var because: String = ""
  /// By when it has to be looked at again.
  public var endsBy: ImpreciseDate?
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
  public var label: String { matter }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Delegation.self,
      first: [
        "partnership", .title("matter"), "agency", "from", "endsBy", "to", "decidedAt",
        .long("because"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "agency": "Who acts for all",
    "because": "Why",
    "endsBy": "Look at it again by",
    "decidedAt": "Decided at",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the delegation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("matter", &matter, "The matter.")
    visitor.optional("agency", &agency, "The partner that acts for all.")
    visitor.optional("from", &from, "Since when it is so.")
    visitor.optional("to", &to, "Until when it was so.")
    visitor.optional("decidedAt", &decidedAt, "The meeting that decided it.")
    visitor.optional("because", &because, "Why it is so.")
    visitor.optional("endsBy", &endsBy, "By when it has to be looked at again.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Delegation {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<Delegation>] = [
    .list(
      "delegations", in: "partnerships/*/disputes.json",
      "Disagreements, disputes and who acts for whom."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Delegation>] = [
    ListColumn("matter", "Matter", isMain: true) { record, _ in record.matter },
    ListColumn(field: "agency").asOwner,
    ListColumn(field: "from"),
    ListColumn(field: "to"),
    ListColumn(field: "endsBy"),
    ListColumn(field: "decidedAt"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "delegationReviewDue", "the delegation names the day on which it is looked at again",
      rule: "delegation-review", "Single point of leadership", form: .review, of: Delegation.self,
      due: { $0.endsBy }, done: { $0.to })
  ]
}

extension Workspace {
  /// Partners that act for all.
  public var delegations: RecordTable<Delegation> {
    get { self[Delegation.self] }
    _modify { yield &self[Delegation.self] }
  }
}

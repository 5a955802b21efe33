/// An agency does not do what it has to, who was told, and what came of it.
public struct MemberConcern: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "memberConcern", title: "Concern about a member",
    help:
      "An agency does not do its part: why, who was told, whether a regulator was, and what came of it."
  )
  /// A short id of the concern: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The agency.
  public var agency: Reference<Agency> = ""
  /// What is not done, as a sentence.
  public var reason: String = ""
  /// When it was raised.
  public var raisedOn: ImpreciseDate?
  /// Who raised it.
  public var by: [Owner] = []
  /// Who was told, and when.
  public var informed: [Dispatch] = []
  /// The regulator that was told.
  public var regulator: String = ""
  /// When the regulator was told.
  public var reportedOn: ImpreciseDate?
  /// By when an answer is owed.
  public var due: ImpreciseDate?
  /// When it was settled.
  public var closedOn: ImpreciseDate?
  /// What came of it.
  public var outcome: String = ""
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

  /// The agency that has to answer.
  public var owners: [Owner] {
    var owner = Owner()
    owner.agency = agency
    return [owner]
  }

  /// What people call it.
  public var label: String { reason }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      MemberConcern.self,
      first: [
        "partnership", "agency", .title("reason"), "raisedOn", "by", "informed", "due", "regulator",
        "closedOn", .long("outcome"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "reason": "What is not done",
    "by": "Raised by",
    "informed": FieldWords("Who was told", one: "recipient"),
    "due": "Answer by",
    "closedOn": "Settled on",
    "outcome": "What came of it",
    "reportedOn": "Regulator told on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the concern: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("agency", &agency, "The agency.")
    visitor.required("reason", &reason, "What is not done, as a sentence.")
    visitor.optional("raisedOn", &raisedOn, "When it was raised.")
    visitor.optional("by", &by, "Who raised it.")
    visitor.optional("informed", &informed, "Who was told, and when.")
    visitor.optional("regulator", &regulator, "The regulator that was told.")
    visitor.optional("reportedOn", &reportedOn, "When the regulator was told.")
    visitor.optional("due", &due, "By when an answer is owed.")
    visitor.optional("closedOn", &closedOn, "When it was settled.")
    visitor.optional("outcome", &outcome, "What came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension MemberConcern {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<MemberConcern>] = [
    .list(
      "memberConcerns", in: "partnerships/*/disputes.json",
      "Disagreements, disputes and who acts for whom."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<MemberConcern>] = [
    ListColumn("reason", "What is not done", isMain: true) { record, _ in record.reason },
    ListColumn(field: "agency"),
    ListColumn(field: "raisedOn"),
    ListColumn(field: "due"),
    ListColumn(field: "regulator"),
    ListColumn.standing { record, context in
      context.hasHappened(record.closedOn) ? "settled" : "open"
    },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "memberConcernDue", "the concern names the day of the answer", rule: "member-concern",
      "Answer of a member", form: .report, of: MemberConcern.self, due: { $0.due },
      done: { $0.closedOn })
  ]

  /// It is ticked as settled.
  public static var tick: Tick<MemberConcern>? {
    .day("closedOn", \.closedOn)
  }
}

extension Workspace {
  /// Members that do not do their part.
  public var memberConcerns: RecordTable<MemberConcern> {
    get { self[MemberConcern.self] }
    _modify { yield &self[MemberConcern.self] }
  }
}

/// Somebody was asked what a partnership should do.
public struct Consultation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "consultation", title: "Consultation",
    help: "Who was asked what the partnership should do, what was heard, and what it led to.")
  /// A short id of the consultation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that asked.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// Who was asked.
  public var audience: String = ""
  /// When it was.
  public var on: ImpreciseDate?
  /// How many took part.
  public var reach: Measure?
  /// What was heard.
  public var heard: [String] = []
  /// The plan that it led to.
  public var plan: Reference<Plan>?
  /// The event at which people were asked.
  public var event: Reference<Event>?
  /// What came of it.
  public var led: [String] = []
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
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Consultation.self,
      first: ["partnership", .title("title"), "audience", "on", "reach", "heard", "plan", "led"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "audience": "Who was asked",
    "on": "When",
    "reach": "How many took part",
    "heard": "What was heard",
    "led": "What came of it",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the consultation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that asked.")
    visitor.required("title", &title, "What it is called.")
    visitor.optional("audience", &audience, "Who was asked.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("reach", &reach, "How many took part.")
    visitor.optional("heard", &heard, "What was heard.")
    visitor.optional("plan", &plan, "The plan that it led to.")
    visitor.optional("event", &event, "The event at which people were asked.")
    visitor.optional("led", &led, "What came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Consultation {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.plans

  /// Where such records lie.
  public static let homes: [Home<Consultation>] = [
    .list(
      "consultations", in: "partnerships/*/statements.json", "What the partnership stands by."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Consultation>] = [
    ListColumn("title", "Consultation", isMain: true) { record, _ in record.title },
    ListColumn(field: "on").orElse("no date"),
    ListColumn(field: "audience"),
    ListColumn(field: "reach"),
    ListColumn(field: "plan"),
  ]
}

extension Workspace {
  /// Who was asked what a partnership should do.
  public var consultations: RecordTable<Consultation> {
    get { self[Consultation.self] }
    _modify { yield &self[Consultation.self] }
  }
}

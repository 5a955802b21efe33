/// Something that an independent scrutineer did, asked and found.
public struct ScrutinyActivity: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "scrutinyActivity", title: "Scrutiny",
    help: "What an independent scrutineer did and asked, what was answered, and what changed.")
  /// A short id of the scrutiny: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that was looked at.
  public var partnership: Reference<Partnership> = ""
  /// What was done.
  public var title: String = ""
  /// What sort of scrutiny it was.
  public var form: ScrutinyForm = .meeting
  /// Who did it.
  public var by: [Owner] = []
  /// Who has to answer.
  public var owners: [Owner] = []
  /// When it was.
  public var on: ImpreciseDate?
  /// The group that was looked at or attended.
  public var group: Reference<PartnershipGroup>?
  /// The establishment that was visited.
  public var establishment: Reference<Establishment>?
  /// What was asked.
  public var asked: String = ""
  /// What was found.
  public var finding: String = ""
  /// What was answered.
  public var answer: String = ""
  /// When it was answered.
  public var answeredOn: ImpreciseDate?
  /// By when an answer is owed.
  public var due: ImpreciseDate?
  /// What is different since.
  public var whatChanged: String = ""
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
      ScrutinyActivity.self,
      first: [
        "partnership", .title("title"), "form", "by", "on", "group", .long("asked"),
        .long("finding"), "due", .long("answer"), .long("whatChanged"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "by": "By", "owners": "Asked of",
    "on": "When",
    "asked": "What was asked",
    "finding": "What was found",
    "answer": "What was answered",
    "due": "Answer by",
    "whatChanged": "What changed",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the scrutiny: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that was looked at.")
    visitor.required("title", &title, "What was done.")
    visitor.required("form", &form, "What sort of scrutiny it was.")
    visitor.optional("by", &by, "Who did it.")
    visitor.optional("owners", &owners, "Who has to answer.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("group", &group, "The group that was looked at or attended.")
    visitor.optional("establishment", &establishment, "The establishment that was visited.")
    visitor.optional("asked", &asked, "What was asked.")
    visitor.optional("finding", &finding, "What was found.")
    visitor.optional("answer", &answer, "What was answered.")
    visitor.optional("answeredOn", &answeredOn, "When it was answered.")
    visitor.optional("due", &due, "By when an answer is owed.")
    visitor.optional("whatChanged", &whatChanged, "What is different since.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ScrutinyActivity {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<ScrutinyActivity>? = RecordCheck(
    line: { _ in .third }, sort: { "Scrutiny, \($0.form.title)" }, on: { $0.on },
    result: { $0.stage($1) })

  /// Where such records lie.
  public static let homes: [Home<ScrutinyActivity>] = [
    .list(
      "scrutinyActivities", in: "partnerships/*/scrutiny.json",
      "What scrutineers did, what they asked for, and what came of it."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<ScrutinyActivity>] = [
    ListColumn("title", "Scrutiny", isMain: true) { record, _ in record.title },
    ListColumn(field: "on").orElse("no date"),
    ListColumn(field: "by").orElse("nobody named"),
    ListColumn(field: "form"),
    ListColumn.standing("Came to") { record, context in record.stage(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "scrutinyAnswerDue", "the scrutiny names the day of the answer", rule: "scrutiny-answer",
      "Answer to scrutiny", form: .report, of: ScrutinyActivity.self, due: { $0.due },
      done: { $0.answeredOn })
  ]

  /// It is ticked as answered.
  public static var tick: Tick<ScrutinyActivity>? {
    .day("answeredOn", \.answeredOn)
  }

  /// What came of it by a day, in words.
  public func stage(_ context: RecordContext) -> String {
    let isAnswered = answeredOn.map { context.hasHappened($0) } ?? !answer.isEmpty
    if isAnswered, !whatChanged.isEmpty { return "changed" }
    if isAnswered { return "answered" }
    if let last = due?.last { return last < context.day ? "answer overdue" : "answer owed" }
    if let first = on?.first, first > context.day { return "planned" }
    return asked.isEmpty ? (finding.isEmpty ? "nothing printed" : "found") : "no answer yet"
  }
}

/// What sort of scrutiny it was.
public enum ScrutinyForm: String, Choice {
  case meeting, visit, interviews, report, observation, reviewDecision, annualReview

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .interviews: "talks with people"
    case .reviewDecision: "decision on a review"
    case .annualReview: "annual review"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// What scrutineers did.
  public var scrutinyActivities: RecordTable<ScrutinyActivity> {
    get { self[ScrutinyActivity.self] }
    _modify { yield &self[ScrutinyActivity.self] }
  }
}

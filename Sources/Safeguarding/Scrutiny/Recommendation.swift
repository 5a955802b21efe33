/// Something that scrutiny, an inspection, an audit or an evaluation asked for.
public struct Recommendation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "recommendation", title: "Recommendation",
    help:
      "What scrutiny, an inspection, an audit or an evaluation asked for, what was answered, and what shows that it changed something."
  )
  /// A short id of the recommendation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that follows it.
  public var partnership: Reference<Partnership> = ""
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// What is asked for, as a sentence.
  public var text: String = ""
  /// The scrutiny that asked for it.
  public var scrutiny: Reference<ScrutinyActivity>?
  /// The inspection that asked for it.
  public var inspection: Reference<Inspection>?
  /// The evaluation that asked for it.
  public var evaluation: Reference<Evaluation>?
  /// The audit that asked for it.
  public var audit: Reference<Audit>?
  /// Who has to do it.
  public var owners: [Owner] = []
  /// The group that follows it.
  public var group: Reference<PartnershipGroup>?
  /// When it was made.
  public var madeOn: ImpreciseDate?
  /// When it is due; its last possible day counts.
  public var due: ImpreciseDate?
  /// What was answered.
  public var response: String = ""
  /// Whether it was accepted.
  public var accepted: Acceptance = .notAnswered
  /// When it was answered.
  public var respondedOn: ImpreciseDate?
  /// How it was judged to be getting on, judgement by judgement.
  public var ratings: [Rating] = []
  /// The actions that carry it out.
  public var actions: [Reference<ActionItem>] = []
  /// When it was done.
  public var doneOn: ImpreciseDate?
  /// What shows that it was done.
  public var evidence: [String] = []
  /// What shows that it changed something.
  public var impact: [String] = []
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
  public var label: String { text }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Recommendation.self,
      first: [
        "partnership", .title("text"), "scrutiny", "inspection", "evaluation", "owners", "due",
        "accepted", .long("response"), "evidence", "impact", "ratings",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "owners": "Asked of",
    "scrutiny": "From scrutiny",
    "inspection": "From inspection",
    "evaluation": "From evaluation",
    "audit": "From audit",
    "response": "What was answered",
    "respondedOn": "Answered on",
    "madeOn": "Made on",
    "accepted": "Accepted",
    "ratings": FieldWords("Judgements", one: "judgement"),
    "doneOn": "Done on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the recommendation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that follows it.")
    visitor.optional("number", &number, "The number as printed: a label, not a count.")
    visitor.required("text", &text, "What is asked for, as a sentence.")
    visitor.optional("scrutiny", &scrutiny, "The scrutiny that asked for it.")
    visitor.optional("inspection", &inspection, "The inspection that asked for it.")
    visitor.optional("evaluation", &evaluation, "The evaluation that asked for it.")
    visitor.optional("audit", &audit, "The audit that asked for it.")
    visitor.optional("owners", &owners, "Who has to do it.")
    visitor.optional("group", &group, "The group that follows it.")
    visitor.optional("madeOn", &madeOn, "When it was made.")
    visitor.optional("due", &due, "When it is due; its last possible day counts.")
    visitor.optional("response", &response, "What was answered.")
    visitor.optional("accepted", &accepted, "Whether it was accepted.")
    visitor.optional("respondedOn", &respondedOn, "When it was answered.")
    visitor.optional(
      "ratings", &ratings, "How it was judged to be getting on, judgement by judgement.")
    visitor.optional("actions", &actions, "The actions that carry it out.")
    visitor.optional("doneOn", &doneOn, "When it was done.")
    visitor.optional("evidence", &evidence, "What shows that it was done.")
    visitor.optional("impact", &impact, "What shows that it changed something.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Recommendation {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<Recommendation>] = [
    .list(
      "recommendations", in: "partnerships/*/scrutiny.json",
      "What scrutineers did, what they asked for, and what came of it."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Recommendation>] = [
    ListColumn("text", "What is asked for", isMain: true) { record, _ in record.text },
    ListColumn(field: "owners").orElse("nobody named"),
    ListColumn("from", "From") { record, context in record.origin(context.names) },
    ListColumn(field: "due").orElse("no date"),
    ListColumn("answer", "Answer") { record, context in
      record.accepted == .notAnswered
        || !(record.respondedOn.map { context.hasHappened($0) } ?? true)
        ? Acceptance.notAnswered.title : record.accepted.title
    },
    ListColumn.standing { record, context in record.stage(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "recommendationDue", "the recommendation names its day", rule: "recommendation-due",
      "Recommendation", form: .action, of: Recommendation.self, due: { $0.due }, done: { $0.doneOn }
    )
  ]

  /// It is ticked as done.
  public static var tick: Tick<Recommendation>? {
    .day("doneOn", \.doneOn)
  }

  /// What asked for it.
  public func origin(_ names: Names) -> String {
    let found = [
      scrutiny.map { names(ScrutinyActivity.kind, $0.id) },
      inspection.map { names(Inspection.kind, $0.id) },
      evaluation.map { names(Evaluation.kind, $0.id) },
      audit.map { names(Audit.kind, $0.id) },
    ]
    return found.compactMap(\.self).joined(separator: "; ")
  }

  /// How it stands by a day: what shows an effect, what shows that it was done, or what is missing.
  public func stage(_ context: RecordContext) -> String {
    if accepted == .rejected { return "not accepted" }
    guard context.hasHappened(doneOn) else {
      if let last = due?.last, last < context.day { return "overdue" }
      return respondedOn.map { context.hasHappened($0) } ?? !response.isEmpty ? "answered" : "open"
    }
    if !impact.isEmpty { return "impact shown" }
    return evidence.isEmpty ? "done without evidence" : "done, no impact shown"
  }
}

/// Whether a recommendation was accepted.
public enum Acceptance: String, Choice {
  case notAnswered, accepted, partly, rejected

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .notAnswered: "no answer"
    case .partly: "in part"
    case .rejected: "not accepted"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// What was asked for by those who looked.
  public var recommendations: RecordTable<Recommendation> {
    get { self[Recommendation.self] }
    _modify { yield &self[Recommendation.self] }
  }
}

/// Children, families or practitioners were heard, and something changed because of it.
public struct VoiceActivity: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "voiceActivity", title: "Voice",
    help:
      "How children, families or practitioners were heard: whom it reached, what was heard, what changed."
  )
  /// A short id of the activity: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What was done.
  public var title: String = ""
  /// Whose voice it was.
  public var who: Voice = .children
  /// The forum, panel or way in which they were heard.
  public var forum: String = ""
  /// The agency that did it.
  public var agency: Reference<Agency>?
  /// When it was.
  public var on: ImpreciseDate?
  /// How many it reached.
  public var reach: Measure?
  /// What was heard, so that nobody is known by it.
  public var heard: [String] = []
  /// What is different because of it.
  public var changed: [String] = []
  /// How those who were heard were told what came of it.
  public var told: String = ""
  /// The consultation in which it was.
  public var consultation: Reference<Consultation>?
  /// The survey by which it was.
  public var survey: Reference<Survey>?
  /// The event at which it was.
  public var event: Reference<Event>?
  /// The audit in which it was heard.
  public var audit: Reference<Audit>?
  /// The actions that came of it.
  public var actions: [Reference<ActionItem>] = []
  /// The indicators that count it.
  public var indicators: [Reference<Indicator>] = []
  /// The plan that it feeds.
  public var plan: Reference<Plan>?
  /// The number of the priority in that plan.
  public var priority: String = ""
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
      VoiceActivity.self,
      first: [
        "partnership", .title("title"), "who", "forum", "on", "reach", "heard", "changed", "told",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "who": "Whose voice",
    "forum": "How they were heard",
    "on": "When",
    "reach": "How many",
    "heard": "What was heard",
    "changed": "What changed",
    "told": "How they were told",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the activity: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What was done.")
    visitor.required("who", &who, "Whose voice it was.")
    visitor.optional("forum", &forum, "The forum, panel or way in which they were heard.")
    visitor.optional("agency", &agency, "The agency that did it.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("reach", &reach, "How many it reached.")
    visitor.optional("heard", &heard, "What was heard, so that nobody is known by it.")
    visitor.optional("changed", &changed, "What is different because of it.")
    visitor.optional("told", &told, "How those who were heard were told what came of it.")
    visitor.optional("indicators", &indicators, "The indicators that count it.")
    visitor.optional("plan", &plan, "The plan that it feeds.")
    visitor.optional("priority", &priority, "The number of the priority in that plan.")
    visitor.optional("consultation", &consultation, "The consultation in which it was.")
    visitor.optional("survey", &survey, "The survey by which it was.")
    visitor.optional("event", &event, "The event at which it was.")
    visitor.optional("audit", &audit, "The audit in which it was heard.")
    visitor.optional("actions", &actions, "The actions that came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension VoiceActivity {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<VoiceActivity>] = [
    .list(
      "voiceActivities", in: "partnerships/*/practice.json",
      "How people were heard, thresholds and programmes of practice."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<VoiceActivity>] = [
    ListColumn("title", "What was done", isMain: true) { record, _ in record.title },
    ListColumn(field: "who"),
    ListColumn("heard", "What was heard") { record, _ in
      record.heard.isEmpty ? "not recorded" : record.heard.joined(separator: " ")
    },
    ListColumn("changed", "What changed") { record, _ in
      record.changed.isEmpty ? "not recorded" : record.changed.joined(separator: " ")
    },
    ListColumn(field: "reach"),
    ListColumn(field: "on"),
    ListColumn(field: "forum"),
  ]
}

/// Whose voice was heard.
public enum Voice: String, Choice {
  case children, families, practitioners, custody, community

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .children: "children and young people"
    case .families: "parents, carers and families"
    case .custody: "children in custody"
    case .community: "the community"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// How people were heard.
  public var voiceActivities: RecordTable<VoiceActivity> {
    get { self[VoiceActivity.self] }
    _modify { yield &self[VoiceActivity.self] }
  }
}

/// A programme of practice: what it aims at, its figures, its milestones, its evaluation.
public struct Programme: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "programme", title: "Programme",
    help:
      "A programme of practice: what it aims at, its figures by reference to the dataset, its milestones, its evaluation."
  )
  /// A short id of the programme: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// What it is about.
  public var theme: ProgrammeTheme = .other
  /// What it aims at.
  public var aims: [String] = []
  /// The agencies that carry it out.
  public var agencies: [Reference<Agency>] = []
  /// The group that sees to it.
  public var group: Reference<PartnershipGroup>?
  /// The plan that it belongs to.
  public var plan: Reference<Plan>?
  /// The number of the priority in that plan.
  public var priority: String = ""
  /// Since when it is so.
  public var from: ImpreciseDate?
  /// Until when it was so.
  public var to: ImpreciseDate?
  /// The indicators that show it.
  public var indicators: [Reference<Indicator>] = []
  /// Its steps with dates.
  public var milestones: [Milestone] = []
  /// Its evaluations.
  public var evaluations: [Reference<Evaluation>] = []
  /// Its strategies, policies and toolkits.
  public var documents: [Reference<PublishedDocument>] = []
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
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Programme.self,
      first: [
        "partnership", .title("title"), "theme", "aims", "group", "from", "indicators",
        "milestones", "evaluations", "impact",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "theme": "About",
    "impact": "What changed",
    "indicators": "Shown by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the programme: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What it is called.")
    visitor.optional("theme", &theme, "What it is about.")
    visitor.optional("aims", &aims, "What it aims at.")
    visitor.optional("agencies", &agencies, "The agencies that carry it out.")
    visitor.optional("group", &group, "The group that sees to it.")
    visitor.optional("plan", &plan, "The plan that it belongs to.")
    visitor.optional("priority", &priority, "The number of the priority in that plan.")
    visitor.optional("from", &from, "Since when it is so.")
    visitor.optional("to", &to, "Until when it was so.")
    visitor.optional("indicators", &indicators, "The indicators that show it.")
    visitor.optional("milestones", &milestones, "Its steps with dates.")
    visitor.optional("evaluations", &evaluations, "Its evaluations.")
    visitor.optional("documents", &documents, "Its strategies, policies and toolkits.")
    visitor.optional("impact", &impact, "What shows that it changed something.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Programme {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<Programme>] = [
    .list(
      "programmes", in: "partnerships/*/practice.json",
      "How people were heard, thresholds and programmes of practice."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<Programme>] = [
    ListColumn("title", "Programme", isMain: true) { record, _ in record.title },
    ListColumn(field: "theme"),
    ListColumn.standing("Effect") { record, _ in
      record.impact.isEmpty ? "none printed" : "impact shown"
    },
    ListColumn("next", "Next step", isLong: true) { record, context in
      record.nextStep(context)?.title ?? "none recorded"
    },
    ListColumn(field: "group"),
    ListColumn("figures", "Figures") { record, _ in
      record.indicators.isEmpty ? "" : "\(record.indicators.count)"
    },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "programmeStepDue", "a step of the programme names its day", rule: "programme-step",
      "Step of a programme", form: .event, of: Programme.self
    ) { record, _ in
      record.milestones.enumerated().map { index, step in
        Owed(
          "\(record.title): \(step.title)", due: step.due, isDone: step.date != nil,
          doneOn: step.date, suffix: ":\(index + 1)")
      }
    }
  ]

  /// The first step that is still to come by a day; nil where none is.
  public func nextStep(_ context: RecordContext) -> Milestone? {
    milestones.first { $0.date == nil || !context.hasHappened($0.date) }
  }
}

/// What a programme of practice is about.
public enum ProgrammeTheme: String, Choice {
  case neglect, exploitation, domesticAbuse, violenceAgainstWomenAndGirls, earlyHelp,
    missingChildren, allegations, contextualSafeguarding, traumaInformed, health, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .domesticAbuse: "domestic abuse"
    case .violenceAgainstWomenAndGirls: "violence against women and girls"
    case .earlyHelp: "early help"
    case .missingChildren: "missing children"
    case .contextualSafeguarding: "contextual safeguarding"
    case .traumaInformed: "trauma-informed practice"
    case .other: "something else"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// Programmes of practice.
  public var programmes: RecordTable<Programme> {
    get { self[Programme.self] }
    _modify { yield &self[Programme.self] }
  }
}

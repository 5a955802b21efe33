/// How many professional disagreements were escalated, by what they were about and how far they went.
public struct EscalationCount: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "escalationCount", title: "Escalations",
    help: "How many professional disagreements were escalated: counted, never described.")
  /// A short id of the count: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The period.
  public var period: ImpreciseDate?
  /// What they were about.
  public var about: EscalationReason = .levelsOfNeed
  /// The stage that they reached, as the policy calls it.
  public var stage: String = ""
  /// The agency that raised them.
  public var agency: Reference<Agency>?
  /// How many there were.
  public var count: Measure?
  /// How many of them were resolved.
  public var resolved: Measure?
  /// How many were answered in time.
  public var onTime: Measure?
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
  public var label: String { "\(about.title)\(stage.isEmpty ? "" : ", \(stage)")" }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      EscalationCount.self,
      first: ["partnership", "period", "about", "stage", "count", "resolved"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "about": "About",
    "onTime": "Answered in time",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the count: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("period", &period, "The period.")
    visitor.required("about", &about, "What they were about.")
    visitor.optional("stage", &stage, "The stage that they reached, as the policy calls it.")
    visitor.optional("agency", &agency, "The agency that raised them.")
    visitor.required("count", &count, "How many there were.")
    visitor.optional("resolved", &resolved, "How many of them were resolved.")
    visitor.optional("onTime", &onTime, "How many were answered in time.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension EscalationCount {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<EscalationCount>] = [
    .list(
      "escalationCounts", in: "partnerships/*/disputes.json",
      "Disagreements, disputes and who acts for whom."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<EscalationCount>] = [
    ListColumn("about", "About", isMain: true) { record, _ in record.label },
    ListColumn(field: "period"),
    ListColumn(field: "count"),
    ListColumn(field: "resolved"),
    ListColumn(field: "onTime"),
    ListColumn(field: "agency"),
  ]
}

/// What a professional disagreement is about.
public enum EscalationReason: String, Choice {
  case levelsOfNeed, roles, progressingPlans, communication, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .levelsOfNeed: "levels of need and thresholds"
    case .roles: "roles and responsibilities"
    case .progressingPlans: "progressing plans"
    case .other: "something else"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// How many disagreements were escalated.
  public var escalationCounts: RecordTable<EscalationCount> {
    get { self[EscalationCount.self] }
    _modify { yield &self[EscalationCount.self] }
  }
}

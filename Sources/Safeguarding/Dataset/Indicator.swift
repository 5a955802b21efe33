/// Something that is measured again and again.
public struct Indicator: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "indicator", title: "Indicator",
    help: "Something that is measured again and again.")
  /// A short id of the indicator: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership whose dataset it belongs to.
  public var partnership: Reference<Partnership> = ""
  /// The cluster it stands in.
  public var cluster: Reference<Cluster> = ""
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// What is measured, as printed.
  public var title: String = ""
  /// A short title for narrow columns.
  public var shortTitle: String = ""
  /// The unit: children, per 10,000, %.
  public var unit: String = ""
  /// Whether higher is better, lower is better, or neither is said.
  public var polarity: Polarity = .unclear
  /// True when it is shown on the overview.
  public var headline: Bool = false
  /// How often it is reported.
  public var frequency: Cadence?
  /// The agencies that supply it.
  public var suppliers: [Reference<Agency>] = []
  /// Who supplies it, as printed.
  public var supplierAsPrinted: String = ""
  /// What exactly is counted.
  public var definition: String = ""
  /// What the numerator counts, where it is a share or a rate.
  public var numerator: String = ""
  /// What the denominator counts.
  public var denominator: String = ""
  /// How many of the denominator a rate is for: 10,000.
  public var rateBase: Int?
  /// How the figures of quarters make that of the year.
  public var aggregation: Aggregation?
  /// How many decimals it is printed with.
  public var decimals: Int?
  /// The system that the figures come from.
  public var sourceSystem: String = ""
  /// What is aimed at, period by period.
  public var targets: [IndicatorTarget] = []
  /// The value from which on it is acceptable.
  public var acceptable: Measure?
  /// When somebody has to ask about it.
  public var earlyWarnings: [EarlyWarning] = []
  /// Whose values it is to be compared with.
  public var comparatorsWanted: [String] = []
  /// The days from which its control limits are worked out anew, each with its reason.
  public var rebases: [Rebase] = []
  /// The group that looks at it.
  public var owner: Reference<PartnershipGroup>?
  /// The priorities it serves, by their titles as printed.
  public var priorities: [String] = []
  /// The question it answers.
  public var question: String = ""
  /// What the indicator is meant to tell.
  public var intendedOutcome: String = ""
  /// The four questions of scrutiny, each time they were answered.
  public var outcomeReviews: [OutcomeReview] = []
  /// True when the source marks it without saying why.
  public var flagged: Bool = false
  /// Values to compare with.
  public var comparators: [Comparator] = []
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty indicator.
  public init() {}

  /// What people call it.
  public var label: String { shortTitle.isEmpty ? title : shortTitle }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Indicator.self,
      first: [
        "partnership", "cluster", .title("title"), "number", "unit", "polarity", "suppliers",
        "aggregation", "targets", "comparators",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "polarity": "Better when",
    "flagged": "Marked * in print",
    "supplierAsPrinted": "Supplier in print",
    "intendedOutcome": "What it is to tell",
    "headline": "On the Overview",
    "numerator": "What is counted",
    "denominator": "Out of what",
    "rateBase": "Rate per",
    "aggregation": "Quarters to year",
    "sourceSystem": "Comes from",
    "acceptable": "Acceptable from",
    "earlyWarnings": "Early warning",
    "comparatorsWanted": "Compare with",
    "rebases": "New limits from",
    "owner": "Looked at by",
    "question": "Question",
    "outcomeReviews": "Four questions",
    "frequency": "Reported",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the indicator: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership whose dataset it belongs to.")
    visitor.required("cluster", &cluster, "The cluster it stands in.")
    visitor.optional("number", &number, "The number as printed: a label, not a count.")
    visitor.required("title", &title, "What is measured, as printed.")
    visitor.optional("shortTitle", &shortTitle, "A short title for narrow columns.")
    visitor.optional("unit", &unit, "The unit: children, per 10,000, %.")
    visitor.optional(
      "polarity", &polarity, "Whether higher is better, lower is better, or neither is said.")
    visitor.optional("headline", &headline, "True when it is shown on the overview.")
    visitor.optional("frequency", &frequency, "How often it is reported.")
    visitor.optional("suppliers", &suppliers, "The agencies that supply it.")
    visitor.optional("supplierAsPrinted", &supplierAsPrinted, "Who supplies it, as printed.")
    visitor.optional("definition", &definition, "What exactly is counted.")
    visitor.optional("intendedOutcome", &intendedOutcome, "What the indicator is meant to tell.")
    visitor.optional(
      "numerator", &numerator, "What the numerator counts, where it is a share or a rate.")
    visitor.optional("denominator", &denominator, "What the denominator counts.")
    visitor.optional("rateBase", &rateBase, "How many of the denominator a rate is for: 10,000.")
    visitor.optional(
      "aggregation", &aggregation, "How the figures of quarters make that of the year.")
    visitor.optional("decimals", &decimals, "How many decimals it is printed with.")
    visitor.optional("sourceSystem", &sourceSystem, "The system that the figures come from.")
    visitor.optional("targets", &targets, "What is aimed at, period by period.")
    visitor.optional("acceptable", &acceptable, "The value from which on it is acceptable.")
    visitor.optional("earlyWarnings", &earlyWarnings, "When somebody has to ask about it.")
    visitor.optional(
      "comparatorsWanted", &comparatorsWanted, "Whose values it is to be compared with.")
    visitor.optional(
      "rebases", &rebases,
      "The days from which its control limits are worked out anew, each with its reason.")
    visitor.optional("owner", &owner, "The group that looks at it.")
    visitor.optional(
      "priorities", &priorities, "The priorities it serves, by their titles as printed.")
    visitor.optional("question", &question, "The question it answers.")
    visitor.optional(
      "outcomeReviews", &outcomeReviews,
      "The four questions of scrutiny: outcome wanted, what success looks like, what we did, impact."
    )
    visitor.optional("flagged", &flagged, "True when the source marks it without saying why.")
    visitor.optional("comparators", &comparators, "Values to compare with.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// Which way an indicator is better.
public enum Polarity: String, Choice {
  case higherIsBetter, lowerIsBetter, neither, unclear

  /// The direction in words.
  public var title: String {
    switch self {
    case .higherIsBetter: "higher is better"
    case .lowerIsBetter: "lower is better"
    case .neither: "neither higher nor lower is better in itself"
    case .unclear: "the source does not say which way is better"
    }
  }
}

extension Indicator {
  /// Where such records lie.
  public static let homes: [Home<Indicator>] = [
    .list("indicators", in: "dataset/*.json") { $0.partnership.id }
  ]

  /// Values cite it.
  public static let isKnownByName = true
}

extension Workspace {
  /// What is measured again and again.
  public var indicators: RecordTable<Indicator> {
    get { self[Indicator.self] }
    _modify { yield &self[Indicator.self] }
  }
}

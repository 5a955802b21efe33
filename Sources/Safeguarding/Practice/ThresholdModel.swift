/// The levels of need of one partnership; a level means nothing without its model.
public struct ThresholdModel: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "thresholdModel", title: "Threshold model",
    help:
      "The levels of need that one partnership works by; a level means nothing without its model.")
  /// A short id of the model: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var name: String = ""
  /// How it is to be read: a line, a cycle.
  public var shape: String = ""
  /// Its levels as printed.
  public var levels: [ThresholdLevel] = []
  /// The document in which it stands.
  public var document: Reference<PublishedDocument>?
  /// Since when it holds.
  public var from: ImpreciseDate?
  /// By when it is reviewed.
  public var reviewDue: ImpreciseDate?
  /// When it was reviewed.
  public var reviewedOn: ImpreciseDate?
  /// The actions that came of it.
  public var actions: [Reference<ActionItem>] = []
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
  public var label: String { name }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      ThresholdModel.self,
      first: ["partnership", "name", "shape", "levels", "reviewDue", "document"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "shape": "How it is read",
    "reviewDue": "Review by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the model: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("name", &name, "What it is called.")
    visitor.optional("shape", &shape, "How it is to be read: a line, a cycle.")
    visitor.optional("levels", &levels, "Its levels as printed.")
    visitor.optional("document", &document, "The document in which it stands.")
    visitor.optional("from", &from, "Since when it holds.")
    visitor.optional("reviewDue", &reviewDue, "By when it is reviewed.")
    visitor.optional("reviewedOn", &reviewedOn, "When it was reviewed.")
    visitor.optional("actions", &actions, "The actions that came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ThresholdModel {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<ThresholdModel>] = [
    .list(
      "thresholdModels", in: "partnerships/*/practice.json",
      "How people were heard, thresholds and programmes of practice."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<ThresholdModel>] = [
    ListColumn("name", "Model", isMain: true) { record, _ in record.name },
    ListColumn(field: "partnership"),
    ListColumn("levels", "Levels") { record, _ in
      record.levels.map { "\($0.number) \($0.name)" }.joined(separator: "; ")
    },
    ListColumn(field: "reviewDue"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "thresholdReviewDue", "the threshold model names the day of its review",
      rule: "threshold-review", "Review of the thresholds", form: .policy, of: ThresholdModel.self,
      due: { $0.reviewDue }, done: { $0.reviewedOn })
  ]

  /// It is ticked as reviewed.
  public static var tick: Tick<ThresholdModel>? {
    .day("reviewedOn", \.reviewedOn)
  }
}

/// One level of a threshold model.
public struct ThresholdLevel: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "thresholdLevel", title: "Level",
    help: "One level of a threshold model, as printed.")
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// The name as printed.
  public var name: String = ""
  /// What it means, in a sentence.
  public var says: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "says": "What it means"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("number", &number, "The number as printed: a label, not a count.")
    visitor.optional("name", &name, "The name as printed.")
    visitor.optional("says", &says, "What it means, in a sentence.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Number, name and meaning.
  public func lines(_ names: Names) -> [String] {
    ["\(number) \(name)\(says.isEmpty ? "" : ": \(says)")"]
  }
}

extension Workspace {
  /// Levels of need.
  public var thresholdModels: RecordTable<ThresholdModel> {
    get { self[ThresholdModel.self] }
    _modify { yield &self[ThresholdModel.self] }
  }
}

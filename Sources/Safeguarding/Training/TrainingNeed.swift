/// What training is needed, as somebody found out.
public struct TrainingNeed: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "trainingNeed", title: "Training needs analysis",
    help: "What training is needed, how that was found out, and what was done about it.")
  /// A short id of the analysis: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// When it was.
  public var on: ImpreciseDate?
  /// The survey that it rests on.
  public var survey: Reference<Survey>?
  /// What is needed.
  public var found: [String] = []
  /// What was done about it.
  public var led: [String] = []
  /// The actions that came of it.
  public var actions: [Reference<ActionItem>] = []
  /// When the next one is owed.
  public var due: ImpreciseDate?
  /// When that was done.
  public var doneOn: ImpreciseDate?
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
      TrainingNeed.self,
      first: ["partnership", .title("title"), "on", "survey", "found", "led", "due"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "on": "When",
    "found": "What is needed",
    "led": "What was done",
    "due": "Next one by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the analysis: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What it is called.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("survey", &survey, "The survey that it rests on.")
    visitor.optional("found", &found, "What is needed.")
    visitor.optional("led", &led, "What was done about it.")
    visitor.optional("actions", &actions, "The actions that came of it.")
    visitor.optional("due", &due, "When the next one is owed.")
    visitor.optional("doneOn", &doneOn, "When that was done.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension TrainingNeed {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<TrainingNeed>] = [
    .list(
      "trainingNeeds", in: "partnerships/*/training.json",
      "What training there is, how much of it was taken, and what it changed."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<TrainingNeed>] = [
    ListColumn("title", "Analysis", isMain: true) { record, _ in record.title },
    ListColumn(field: "on"),
    ListColumn("found", "Needed") { record, _ in record.found.joined(separator: "; ") },
    ListColumn(field: "due"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "trainingNeedsDue", "the analysis names the day of the next one", rule: "training-needs",
      "Training needs analysis", form: .training, of: TrainingNeed.self, due: { $0.due },
      done: { $0.doneOn })
  ]

  /// The next one is ticked as done.
  public static var tick: Tick<TrainingNeed>? {
    .day("doneOn", \.doneOn)
  }
}

extension Workspace {
  /// What training is needed.
  public var trainingNeeds: RecordTable<TrainingNeed> {
    get { self[TrainingNeed.self] }
    _modify { yield &self[TrainingNeed.self] }
  }
}

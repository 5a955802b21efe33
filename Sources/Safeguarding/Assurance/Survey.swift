/// Several people were asked the same questions.
public struct Survey: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "survey", title: "Survey",
    help: "Several people were asked the same questions, how many answered, and what.")
  /// A short id of the survey: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that asked.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// Who was asked.
  public var audience: String = ""
  /// The group that evaluates it.
  public var group: Reference<PartnershipGroup>?
  /// When it was.
  public var on: ImpreciseDate?
  /// How many answered.
  public var answers: Measure?
  /// The answers, question by question.
  public var results: [SurveyResult] = []
  /// The review whose learning it asks about.
  public var review: Reference<Review>?
  /// When it is owed.
  public var due: ImpreciseDate?
  /// When it was reported.
  public var reportedOn: ImpreciseDate?
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
      Survey.self,
      first: ["partnership", .title("title"), "audience", "group", "on", "answers", "results"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "audience": "Who was asked",
    "on": "When",
    "answers": "How many answered",
    "due": "To be reported by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the survey: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that asked.")
    visitor.required("title", &title, "What it is called.")
    visitor.optional("audience", &audience, "Who was asked.")
    visitor.optional("group", &group, "The group that evaluates it.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("answers", &answers, "How many answered.")
    visitor.optional("results", &results, "The answers, question by question.")
    visitor.optional("review", &review, "The review whose learning it asks about.")
    visitor.optional("due", &due, "When it is owed.")
    visitor.optional("reportedOn", &reportedOn, "When it was reported.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Survey {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<Survey>? = RecordCheck(
    line: { _ in .first }, sort: { _ in kind.title }, on: { $0.on },
    result: { survey, _ in
      survey.results.isEmpty ? "" : counted(survey.results.count, "answer")
    })

  /// Where such records lie.
  public static let homes: [Home<Survey>] = [
    .list(
      "surveys", in: "partnerships/*/assurance.json",
      "What was looked at, when and by whom, and what was found."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Survey>] = [
    ListColumn("title", "Survey", isMain: true) { record, _ in record.title },
    ListColumn(field: "on").orElse("no date"),
    ListColumn(field: "audience"),
    ListColumn(field: "answers"),
    ListColumn("results", "Questions") { record, _ in "\(record.results.count)" },
    ListColumn(field: "reportedOn"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "surveyDue", "the survey names the day of its report", rule: "survey-due",
      "Survey", form: .report, of: Survey.self, due: { $0.due }, done: { $0.reportedOn })
  ]

  /// It is ticked as reported.
  public static var tick: Tick<Survey>? {
    .day("reportedOn", \.reportedOn)
  }
}

/// How a question of a survey was answered.
public struct SurveyResult: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "surveyResult", title: "Answer",
    help: "A question of a survey, and how many answered how.")
  /// What was asked.
  public var question: String = ""
  /// The figure that answers it.
  public var answer: Measure?
  /// What the figure counts: per cent, people.
  public var unit: String = ""
  /// The indicator of the dataset that holds it.
  public var indicator: Reference<Indicator>?

  /// An empty one.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("question", &question, "What was asked.")
    visitor.optional("answer", &answer, "The figure that answers it.")
    visitor.optional("unit", &unit, "What the figure counts: per cent, people.")
    visitor.optional("indicator", &indicator, "The indicator of the dataset that holds it.")
  }

  /// The question and its answer.
  public func lines(_ names: Names) -> [String] {
    ["\(question)\(answer.map { ": \($0.text) \(unit)" } ?? "")"]
  }
}

extension Workspace {
  /// What people were asked.
  public var surveys: RecordTable<Survey> {
    get { self[Survey.self] }
    _modify { yield &self[Survey.self] }
  }
}

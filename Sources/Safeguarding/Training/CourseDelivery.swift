/// How much training was taken in a period, and what those who took it said and did.
public struct CourseDelivery: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "courseDelivery", title: "Training taken",
    help: "How much training was taken in a period, by mode, agency and level, and what it changed."
  )
  /// A short id of the count: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What was taken, in a few words.
  public var title: String = ""
  /// The course; none for all together.
  public var course: Reference<Course>?
  /// The period.
  public var period: ImpreciseDate?
  /// How it was held.
  public var mode: TrainingMode = .all
  /// The agency whose staff took it.
  public var agency: Reference<Agency>?
  /// The level of the competency framework.
  public var level: Reference<CompetencyLevel>?
  /// How many sessions there were.
  public var sessions: Measure?
  /// How many completed it.
  public var completed: Measure?
  /// How many places there were.
  public var places: Measure?
  /// How many per cent were satisfied.
  public var satisfied: Measure?
  /// How many per cent were more confident after it.
  public var confident: Measure?
  /// How many per cent rated it excellent.
  public var excellent: Measure?
  /// What those said who took it.
  public var said: [String] = []
  /// What shows that practice changed.
  public var impact: [String] = []
  /// When its effect is looked at.
  public var evaluateOn: ImpreciseDate?
  /// When its effect was looked at.
  public var evaluatedOn: ImpreciseDate?
  /// The survey by which that was found out.
  public var survey: Reference<Survey>?
  /// The indicators that hold the same figures.
  public var indicators: [Reference<Indicator>] = []
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
      CourseDelivery.self,
      first: [
        "partnership", .title("title"), "course", "period", "mode", "completed", "satisfied",
        "evaluateOn", "said", "impact",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "satisfied": "Satisfied, per cent",
    "confident": "More confident, per cent",
    "excellent": "Rated excellent, per cent",
    "said": "What they said",
    "impact": "What changed",
    "evaluateOn": "Effect looked at by",
    "evaluatedOn": "Effect looked at on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the count: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What was taken, in a few words.")
    visitor.optional("course", &course, "The course; none for all together.")
    visitor.required("period", &period, "The period.")
    visitor.optional("mode", &mode, "How it was held.")
    visitor.optional("agency", &agency, "The agency whose staff took it.")
    visitor.optional("level", &level, "The level of the competency framework.")
    visitor.optional("sessions", &sessions, "How many sessions there were.")
    visitor.optional("completed", &completed, "How many completed it.")
    visitor.optional("places", &places, "How many places there were.")
    visitor.optional("satisfied", &satisfied, "How many per cent were satisfied.")
    visitor.optional("confident", &confident, "How many per cent were more confident after it.")
    visitor.optional("excellent", &excellent, "How many per cent rated it excellent.")
    visitor.optional("said", &said, "What those said who took it.")
    visitor.optional("impact", &impact, "What shows that practice changed.")
    visitor.optional("evaluateOn", &evaluateOn, "When its effect is looked at.")
    visitor.optional("evaluatedOn", &evaluatedOn, "When its effect was looked at.")
    visitor.optional("survey", &survey, "The survey by which that was found out.")
    visitor.optional("indicators", &indicators, "The indicators that hold the same figures.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension CourseDelivery {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<CourseDelivery>] = [
    .list(
      "courseDeliveries", in: "partnerships/*/training.json",
      "What training there is, how much of it was taken, and what it changed."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<CourseDelivery>] = [
    ListColumn("title", "What was taken", isMain: true) { record, _ in record.title },
    ListColumn("period", "Period") { record, _ in record.period?.brief ?? "" },
    ListColumn("completed", "Completed") { record, _ in record.completed?.text ?? "not printed" },
    ListColumn(field: "mode"),
    ListColumn(field: "sessions"),
    ListColumn(field: "excellent"),
    ListColumn(field: "satisfied"),
    ListColumn.standing("Effect") { record, context in
      if !record.impact.isEmpty { return "impact shown" }
      if let last = record.evaluateOn?.last, record.evaluatedOn == nil, last < context.day {
        return "overdue"
      }
      return record.said.isEmpty ? "none printed" : "opinions, no impact shown"
    },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "trainingEvaluationDue", "the training names the day on which its effect is looked at",
      rule: "training-evaluation", "Effect of training", form: .evaluation, of: CourseDelivery.self,
      due: { $0.evaluateOn }, done: { $0.evaluatedOn })
  ]

  /// Its effect is ticked as looked at.
  public static var tick: Tick<CourseDelivery>? {
    .day("evaluatedOn", \.evaluatedOn)
  }
}

extension Workspace {
  /// How much training was taken.
  public var courseDeliveries: RecordTable<CourseDelivery> {
    get { self[CourseDelivery.self] }
    _modify { yield &self[CourseDelivery.self] }
  }
}

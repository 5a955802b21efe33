/// A course of the multi-agency training programme.
public struct Course: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "course", title: "Course",
    help:
      "A course of the multi-agency training programme: for whom, at which level, how it is held.")
  /// A short id of the course: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that offers it.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// How it is held.
  public var mode: TrainingMode = .inPerson
  /// The level of the competency framework that it is for.
  public var level: Reference<CompetencyLevel>?
  /// For whom it is.
  public var audience: String = ""
  /// Since when it is offered.
  public var from: ImpreciseDate?
  /// Until when it was.
  public var to: ImpreciseDate?
  /// By when it is reviewed.
  public var reviewDue: ImpreciseDate?
  /// When it was reviewed.
  public var reviewedOn: ImpreciseDate?
  /// The plan that it serves.
  public var plan: Reference<Plan>?
  /// The number of the priority in that plan.
  public var priority: String = ""
  /// Where it is described: a programme of training, a framework.
  public var document: Reference<PublishedDocument>?
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
      Course.self,
      first: ["partnership", .title("title"), "mode", "level", "audience", "from", "reviewDue"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "audience": "For whom",
    "reviewDue": "Review by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the course: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that offers it.")
    visitor.required("title", &title, "What it is called.")
    visitor.optional("mode", &mode, "How it is held.")
    visitor.optional("level", &level, "The level of the competency framework that it is for.")
    visitor.optional("audience", &audience, "For whom it is.")
    visitor.optional("from", &from, "Since when it is offered.")
    visitor.optional("to", &to, "Until when it was.")
    visitor.optional("reviewDue", &reviewDue, "By when it is reviewed.")
    visitor.optional("reviewedOn", &reviewedOn, "When it was reviewed.")
    visitor.optional("plan", &plan, "The plan that it serves.")
    visitor.optional("priority", &priority, "The number of the priority in that plan.")
    visitor.optional(
      "document", &document, "Where it is described: a programme of training, a framework.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Course {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<Course>] = [
    .list(
      "courses", in: "partnerships/*/training.json",
      "What training there is, how much of it was taken, and what it changed."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<Course>] = [
    ListColumn("title", "Course", isMain: true) { record, _ in record.title },
    ListColumn(field: "mode"),
    ListColumn("taken", "Taken") { record, context in
      let taken = record.deliveries(in: context.workspace).compactMap { $0.completed?.text }
      return taken.joined(separator: ", ")
    },
    ListColumn(field: "level"),
    ListColumn(field: "audience"),
    ListColumn(field: "reviewDue"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "courseReviewDue", "the course names the day of its review", rule: "course-review",
      "Review of a course", form: .training, of: Course.self, due: { $0.reviewDue },
      done: { $0.reviewedOn })
  ]

  /// It is ticked as reviewed.
  public static var tick: Tick<Course>? {
    .day("reviewedOn", \.reviewedOn)
  }

  /// When it was held and how much of it was taken.
  public func deliveries(in workspace: Workspace) -> [CourseDelivery] {
    workspace.courseDeliveries.all.filter { $0.course?.id == id }
  }
}

/// How training is held.
public enum TrainingMode: String, Choice {
  case inPerson, virtual, eLearning, conference, hybrid, workshop, forum, all, notPrinted

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .inPerson: "in person"
    case .eLearning: "e-learning"
    case .all: "all ways together"
    case .notPrinted: "not printed"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// Courses of the training programme.
  public var courses: RecordTable<Course> {
    get { self[Course.self] }
    _modify { yield &self[Course.self] }
  }
}

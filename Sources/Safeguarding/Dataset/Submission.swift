/// The data an agency owes for a period.
public struct Submission: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "submission", title: "Submission",
    help: "The data an agency owes the dataset for one period, and whether it came.")
  /// A short id of the submission: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership it is owed to.
  public var partnership: Reference<Partnership> = ""
  /// The agency that owes it.
  public var agency: Reference<Agency> = ""
  /// What is owed.
  public var what: String = ""
  /// The period it is for.
  public var period: ImpreciseDate?
  /// The rule that asks for it.
  public var rule: Reference<Rule>?
  /// When it is due.
  public var due: ImpreciseDate?
  /// Later dates that were agreed, earliest first; the first date is kept.
  public var extensions: [Extension] = []
  /// Since when and why it stands still.
  public var pause: Pause?
  /// When it came in.
  public var receivedOn: ImpreciseDate?
  /// Whether it came.
  public var status: SubmissionStatus = .notReceived
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty submission.
  public init() {}

  /// What people call it.
  public var label: String { what }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Submission.self,
      first: [
        "partnership", "agency", .title("what"), "period", "due", "status", "receivedOn",
        .long("note"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "what": "What is owed"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the submission: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership it is owed to.")
    visitor.required("agency", &agency, "The agency that owes it.")
    visitor.required("what", &what, "What is owed.")
    visitor.required("period", &period, "The period it is for.")
    visitor.optional("rule", &rule, "The rule that asks for it.")
    visitor.optional("due", &due, "When it is due.")
    visitor.optional(
      "extensions", &extensions,
      "Later dates that were agreed, earliest first; the first date is kept.")
    visitor.optional("pause", &pause, "Since when and why it stands still.")
    visitor.optional("receivedOn", &receivedOn, "When it came in.")
    visitor.required("status", &status, "Whether it came.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// Whether owed data came.
public enum SubmissionStatus: String, Choice {
  case received, notReceived, notApplicable

  /// The status in words.
  public var title: String {
    switch self {
    case .received: "received"
    case .notReceived: "not received"
    case .notApplicable: "not owed"
    }
  }
}

extension Submission {
  /// Where such records lie.
  public static let homes: [Home<Submission>] = [
    .list("submissions", in: "dataset/*.json") { _ in "submissions" }
  ]
}

extension Submission {
  /// The return as it was known on a day: what came later had not come, what was agreed later was not agreed.
  ///
  /// One that came on a day that is not recorded did not come before its period was over.
  package func known(on day: CalendarDate) -> Submission {
    var known = self
    if status == .received, let first = receivedOn?.first ?? period?.last, first > day {
      (known.status, known.receivedOn) = (.notReceived, nil)
    }
    known.extensions.keepWhatCounts(on: day, doneOn: known.receivedOn)
    return known
  }
}

extension Submission {
  /// It is ticked as received, with the day on which it came in.
  public static var tick: Tick<Submission>? {
    Tick(
      fields: ["status", "receivedOn"], isDone: { $0.status != .notReceived },
      set: { submission, day in
        submission.status = day == nil ? .notReceived : .received
        submission.receivedOn = day.map { ImpreciseDate($0) }
      })
  }
}

extension Workspace {
  /// Data owed to the dataset.
  public var submissions: RecordTable<Submission> {
    get { self[Submission.self] }
    _modify { yield &self[Submission.self] }
  }
}

/// A question that figures made somebody ask, and what came of it.
///
/// It is the chain from an indicator to what changed: the question, the answer, the actions, the change, and
/// the value that was measured again.
public struct Challenge: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "challenge", title: "Challenge",
    help: "A question that figures made somebody ask, the answer, and what changed because of it.")
  /// A short id of the challenge: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership in which it was asked.
  public var partnership: Reference<Partnership> = ""
  /// The indicator that made somebody ask.
  public var indicator: Reference<Indicator>?
  /// What was asked.
  public var question: String = ""
  /// When it was asked.
  public var raisedOn: ImpreciseDate?
  /// Who asked it.
  public var raisedBy: [Owner] = []
  /// The group in which it was asked.
  public var group: Reference<PartnershipGroup>?
  /// Who has to answer.
  public var owners: [Owner] = []
  /// By when the answer is owed.
  public var due: ImpreciseDate?
  /// When the answer came.
  public var answeredOn: ImpreciseDate?
  /// The answer.
  public var answer: String = ""
  /// The actions that were agreed because of it.
  public var actions: [Reference<ActionItem>] = []
  /// What is different since.
  public var whatChanged: String = ""
  /// The value that shows it, measured again.
  public var measuredAgain: Reference<Observation>?
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty challenge.
  public init() {}

  /// What people call it.
  public var label: String { question }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Challenge.self,
      first: [
        "partnership", "indicator", .title("question"), "raisedOn", "raisedBy", "group", "owners",
        "due", "answeredOn", .long("answer"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "raisedOn": "Asked on", "raisedBy": "Asked by", "owners": "Asked of", "group": "Asked in",
    "due": "Answer by", "whatChanged": "What changed", "measuredAgain": "Measured again",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the challenge: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership in which it was asked.")
    visitor.optional("indicator", &indicator, "The indicator that made somebody ask.")
    visitor.required("question", &question, "What was asked.")
    visitor.optional("raisedOn", &raisedOn, "When it was asked.")
    visitor.optional("raisedBy", &raisedBy, "Who asked it.")
    visitor.optional("group", &group, "The group in which it was asked.")
    visitor.optional("owners", &owners, "Who has to answer.")
    visitor.optional("due", &due, "By when the answer is owed.")
    visitor.optional("answeredOn", &answeredOn, "When the answer came.")
    visitor.optional("answer", &answer, "The answer.")
    visitor.optional("actions", &actions, "The actions that were agreed because of it.")
    visitor.optional("whatChanged", &whatChanged, "What is different since.")
    visitor.optional("measuredAgain", &measuredAgain, "The value that shows it, measured again.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// How far the chain has come, in words.
  public var stage: String {
    if measuredAgain != nil { return "measured again" }
    if !whatChanged.isEmpty { return "changed" }
    if !actions.isEmpty { return counted(actions.count, "action") }
    return answeredOn != nil || !answer.isEmpty ? "answered" : "no answer yet"
  }
}

extension Challenge {
  /// Whether there is an answer, on whatever day it came.
  public var isAnswered: Bool { answeredOn != nil || !answer.isEmpty }

  /// The challenge as it was known on a day: before its answer nothing had come of it.
  package func known(on day: CalendarDate) -> Challenge {
    guard let first = answeredOn?.first, first > day else { return self }
    var known = self
    (known.answeredOn, known.answer, known.actions) = (nil, "", [])
    (known.whatChanged, known.measuredAgain) = ("", nil)
    return known
  }
}

extension Challenge {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<Challenge>] = [
    .list("challenges", in: "dataset/*.json") { _ in "challenges" }
  ]

  /// The columns of a list of challenges.
  public static let columns: [ListColumn<Challenge>] = [
    ListColumn("question", "Question", isMain: true) { challenge, _ in challenge.question },
    ListColumn(field: "raisedOn").orElse("no date"),
    ListColumn(field: "owners").orElse("nobody named"), ListColumn(field: "due"),
    ListColumn(field: "indicator").orElse("no figure"),
    ListColumn.standing("Came to") { challenge, context in
      challenge.known(on: context.day).stage
    },
  ]

  /// When the answer is owed.
  public static let clocks = [
    Clock.own(
      "challengeAnswerDue", "the challenge names the day of its answer", rule: "challenge-answer",
      "Answer to a challenge", form: .data, of: Challenge.self
    ) { challenge, _ in
      guard let due = challenge.due else { return [] }
      return [
        Owed(
          challenge.question, due: due, isDone: challenge.isAnswered,
          doneOn: challenge.answeredOn)
      ]
    }
  ]

  /// It is ticked as answered.
  public static var tick: Tick<Challenge>? {
    Tick(
      fields: ["answeredOn"], isDone: { $0.answeredOn != nil },
      set: { challenge, day in challenge.answeredOn = day.map { ImpreciseDate($0) } })
  }
}

extension Workspace {
  /// What was asked because of figures.
  public var challenges: RecordTable<Challenge> {
    get { self[Challenge.self] }
    _modify { yield &self[Challenge.self] }
  }
}

/// Somebody from outside judged a programme or the arrangements.
public struct Evaluation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "evaluation", title: "Evaluation",
    help:
      "Somebody from outside judged a programme or the arrangements, with scores where a model has them."
  )
  /// A short id of the evaluation: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that it concerns.
  public var partnership: Reference<Partnership> = ""
  /// What was judged.
  public var title: String = ""
  /// Who judged.
  public var by: String = ""
  /// The model by which it was judged.
  public var model: String = ""
  /// When it was.
  public var on: ImpreciseDate?
  /// The scores, domain by domain.
  public var scores: [EvaluationScore] = []
  /// What was found.
  public var findings: [String] = []
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
      Evaluation.self,
      first: ["partnership", .title("title"), "by", "on", "model", "scores", "findings"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "by": "Judged by",
    "on": "When",
    "due": "Next one by",
    "doneOn": "Next one done on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the evaluation: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that it concerns.")
    visitor.required("title", &title, "What was judged.")
    visitor.optional("by", &by, "Who judged.")
    visitor.optional("model", &model, "The model by which it was judged.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("scores", &scores, "The scores, domain by domain.")
    visitor.optional("findings", &findings, "What was found.")
    visitor.optional("due", &due, "When the next one is owed.")
    visitor.optional("doneOn", &doneOn, "When that was done.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Evaluation {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<Evaluation>? = RecordCheck(
    line: { _ in .third }, sort: { _ in kind.title }, on: { $0.on },
    isAnnounced: false,
    result: { evaluation, _ in evaluation.findings.first ?? "" })

  /// Where such records lie.
  public static let homes: [Home<Evaluation>] = [
    .list(
      "evaluations", in: "partnerships/*/assurance.json",
      "What was looked at, when and by whom, and what was found."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Evaluation>] = [
    ListColumn("title", "What was judged", isMain: true) { record, _ in record.title },
    ListColumn(field: "on").orElse("no date"),
    ListColumn(field: "by").orElse("not printed"),
    ListColumn(field: "model"),
    ListColumn("scores", "Scores") { record, _ in record.scoreWords },
  ]

  /// The scores in a few words: that of the one domain, from the first to the last, or how many domains
  /// went up and down.
  public var scoreWords: String {
    let order = scores.map(\.domain).reduce(into: [String]()) { seen, domain in
      if !seen.contains(domain) { seen.append(domain) }
    }
    let domains = order.map { domain in
      scores.filter { $0.domain == domain }.enumerated().sorted { left, right in
        let days = (left.element.on?.last, right.element.on?.last)
        guard let first = days.0, let second = days.1, first != second else {
          return left.offset < right.offset
        }
        return first < second
      }.map(\.element)
    }
    guard let first = domains.first, let from = first.first, let to = first.last else {
      return "none printed"
    }
    if domains.count == 1 {
      let start = first.count > 1 ? "\(from.score?.text ?? "no score") to " : ""
      return "\(start)\(to.score?.text ?? "no score")\(to.of.map { " of \($0.text)" } ?? "")"
    }
    let moves = domains.compactMap { scores -> Double? in
      guard scores.count > 1, let first = scores.first?.score, let last = scores.last?.score,
        first.qualifier == .exact, last.qualifier == .exact, let old = first.number,
        let new = last.number
      else { return nil }
      return new - old
    }
    let told = [
      ("up", moves.count { $0 > 0 }), ("down", moves.count { $0 < 0 }),
      ("as before", moves.count { $0 == 0 }),
    ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    return (["\(domains.count) domains"] + told).joined(separator: ", ")
  }

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "evaluationDue", "the evaluation names the day of the next one", rule: "evaluation-due",
      "Evaluation", form: .evaluation, of: Evaluation.self, due: { $0.due }, done: { $0.doneOn })
  ]

  /// The next one is ticked as done.
  public static var tick: Tick<Evaluation>? {
    .day("doneOn", \.doneOn)
  }
}

/// One score of an evaluation.
public struct EvaluationScore: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "evaluationScore", title: "Score",
    help: "A domain of an evaluation, and its score on a day.")
  /// What is judged.
  public var domain: String = ""
  /// The score.
  public var score: Measure?
  /// The best score that can be had.
  public var of: Measure?
  /// When it was.
  public var on: ImpreciseDate?

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "of": "Best possible",
    "on": "When",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("domain", &domain, "What is judged.")
    visitor.optional("score", &score, "The score.")
    visitor.optional("of", &of, "The best score that can be had.")
    visitor.optional("on", &on, "When it was.")
  }

  /// The domain and its score.
  public func lines(_ names: Names) -> [String] {
    let of = of.map { " of \($0.text)" } ?? ""
    return ["\(domain): \(score?.text ?? "no score")\(of)\(on.map { ", \($0.short)" } ?? "")"]
  }
}

extension Workspace {
  /// What people from outside judged.
  public var evaluations: RecordTable<Evaluation> {
    get { self[Evaluation.self] }
    _modify { yield &self[Evaluation.self] }
  }
}

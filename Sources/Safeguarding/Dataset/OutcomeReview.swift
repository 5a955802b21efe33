/// The four questions that scrutiny asks of what is measured: what was wanted, how one would know, what was done,
/// and what came of it.
public struct OutcomeReview: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "outcomeReview", title: "Four questions",
    help:
      "The four questions of scrutiny: the outcome wanted, what success looks like, what was done, and its impact."
  )
  /// When they were answered.
  public var on: ImpreciseDate?
  /// The outcome that is wanted for children.
  public var outcome: String = ""
  /// What success looks like.
  public var success: String = ""
  /// What was done.
  public var done: String = ""
  /// What came of it for children.
  public var impact: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// No answers.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "on": "Answered on", "outcome": "Outcome wanted", "success": "What success looks like",
    "done": "What we did", "impact": "Impact",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("outcome", &outcome, "The outcome that is wanted for children.")
    visitor.optional("success", &success, "What success looks like, so that one would know it.")
    visitor.optional("done", &done, "What was done.")
    visitor.optional("impact", &impact, "What came of it for children, and how that is known.")
    visitor.optional("on", &on, "When the questions were answered.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Each question with its answer; empty where it is not answered yet.
  public var answers: [(question: String, answer: String)] {
    [
      ("Outcome wanted", outcome), ("What success looks like", success), ("What we did", done),
      ("Impact", impact),
    ]
  }

  /// Its answers in a line.
  public func lines(_ names: Names) -> [String] {
    let day = on.map { "\($0.short): " } ?? ""
    return [
      day
        + answers.filter { !$0.answer.isEmpty }.map { "\($0.question.lowercased()): \($0.answer)" }
        .joined(separator: "; ")
    ]
  }
}

/// One priority of a plan.
public struct Priority: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "priority", title: "Priority",
    help: "One priority of a plan.")
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// The title as printed.
  public var title: String = ""
  /// What it wants to achieve.
  public var wants: [String] = []
  /// How it will be achieved.
  public var hows: [String] = []
  /// The groups that see to it.
  public var groups: [Reference<PartnershipGroup>] = []
  /// The indicators that show it.
  public var indicators: [Reference<Indicator>] = []
  /// How it was judged to be getting on, judgement by judgement.
  public var ratings: [Rating] = []
  /// What is wanted for children, and how one would see it.
  public var outcome: String = ""
  /// What success looks like.
  public var success: String = ""
  /// What was done.
  public var done: String = ""
  /// What difference it made.
  public var impact: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty priority.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "wants": "What it wants",
    "hows": "How it is achieved", "groups": "Groups that see to it", "indicators": "Shown by",
    "ratings": FieldWords("Judgements", one: "judgement"), "outcome": "Outcome wanted",
    "success": "What success looks like", "done": "What we did", "impact": "Impact",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("number", &number, "The number as printed: a label, not a count.")
    visitor.required("title", &title, "The title as printed.")
    visitor.optional("wants", &wants, "What it wants to achieve.")
    visitor.optional("hows", &hows, "How it will be achieved.")
    visitor.optional("groups", &groups, "The groups that see to it.")
    visitor.optional("indicators", &indicators, "The indicators that show it.")
    visitor.optional(
      "ratings", &ratings, "How it was judged to be getting on, judgement by judgement.")
    visitor.optional("outcome", &outcome, "What is wanted for children, and how one would see it.")
    visitor.optional("success", &success, "What success looks like.")
    visitor.optional("done", &done, "What was done.")
    visitor.optional("impact", &impact, "What difference it made.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Number, title, wants, hows and everything else that it says.
  public func lines(_ names: Names) -> [String] {
    func line(_ word: String, _ text: String) -> [String] {
      text.isEmpty ? [] : ["  \(word): \(text)"]
    }
    func all(_ word: String, _ texts: [String]) -> [String] { texts.flatMap { line(word, $0) } }
    return ["\(number) \(title)"] + line("outcome wanted", outcome) + all("to achieve", wants)
      + all("how", hows) + line("success", success) + line("what we did", done)
      + line("impact", impact)
      + line("seen to by", listed(groups.map { names(PartnershipGroup.kind, $0.id) }))
      + all("shown by", indicators.map { names(Indicator.kind, $0.id) })
      + all("judged", ratings.flatMap { $0.lines(names) })
  }
}

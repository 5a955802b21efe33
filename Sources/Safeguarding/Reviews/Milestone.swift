/// A step of a review with its date.
public struct Milestone: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "milestone", title: "Milestone",
    help: "A step of a review with its date.")
  /// The step.
  public var title: String = ""
  /// The rule that asks for the step.
  public var rule: Reference<Rule>?
  /// When it happened.
  public var date: ImpreciseDate?
  /// When it was or is due.
  public var due: ImpreciseDate?
  /// The action that it is, which holds its day.
  public var action: Reference<ActionItem>?
  /// The duty that it is, which holds its day.
  public var obligation: Reference<Obligation>?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty milestone.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "title": "Step"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("title", &title, "The step.")
    visitor.optional("rule", &rule, "The rule that asks for the step.")
    visitor.optional("date", &date, "When it happened.")
    visitor.optional("due", &due, "When it was or is due.")
    visitor.optional("action", &action, "The action that it is, which holds its day.")
    visitor.optional("obligation", &obligation, "The duty that it is, which holds its day.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Step and dates in a line.
  public func lines(_ names: Names) -> [String] {
    var line = title
    if let date { line += ": \(date.short)" } else if let due { line += ": due \(due.short)" }
    return [note.isEmpty ? line : "\(line) (\(note))"]
  }
}

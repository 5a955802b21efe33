/// What a meeting decided.
public struct Decision: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "decision", title: "Decision",
    help: "What a meeting decided.")
  /// The number as printed.
  public var number: String = ""
  /// What was decided, as a sentence.
  public var text: String = ""
  /// Who carries it out.
  public var owner: Owner?
  /// The partnerships for which it holds; all of the group where none is named.
  public var decidedFor: [Reference<Partnership>] = []
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty decision.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(Decision.self, first: [.long("text"), "owner", "number"])
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("number", &number, "The number as printed.")
    visitor.required("text", &text, "What was decided, as a sentence.")
    visitor.optional("owner", &owner, "Who carries it out.")
    visitor.optional(
      "decidedFor", &decidedFor, "The partnerships for which it holds; all of the group if none.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Number, text and owner.
  public func lines(_ names: Names) -> [String] {
    var line = [number, text].filter { !$0.isEmpty }.joined(separator: " ")
    if let owner { line += " (" + owner.lines(names).joined() + ")" }
    return [line]
  }
}

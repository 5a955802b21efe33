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

  /// Number, text, owner, and for whom it holds where that is not everybody.
  public func lines(_ names: Names) -> [String] {
    var line = [number, text].filter { !$0.isEmpty }.joined(separator: " ")
    let whose = decidedFor.map { names(Partnership.kind, $0.id) }.joined(separator: ", ")
    let details = [owner.map { $0.lines(names).joined() }, whose.isEmpty ? nil : "for \(whose)"]
      .compactMap(\.self)
    if !details.isEmpty { line += " (" + details.joined(separator: ", ") + ")" }
    return [line]
  }
}

extension Workspace {
  /// For which partnerships a decision holds, in a group of several; empty in a group of one.
  public func decidedFor(_ decision: Decision, in group: Reference<PartnershipGroup>) -> String {
    let all = partnerships(of: group)
    if all.count < 2 { return "" }
    return (decision.decidedFor.isEmpty ? all : decision.decidedFor)
      .map { partnerships[$0]?.label ?? $0.id }.joined(separator: ", ")
  }
}

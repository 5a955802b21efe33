/// A sentence that a partnership stands by: its vision, a value, a principle.
public struct Statement: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "statement", title: "Statement",
    help: "A sentence that a partnership stands by: its vision, a value, a purpose, a principle.")
  /// A short id of the statement: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that says it.
  public var partnership: Reference<Partnership> = ""
  /// What sort of sentence it is.
  public var form: StatementForm = .coreValue
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// The sentence.
  public var text: String = ""
  /// The plan that it stands in.
  public var plan: Reference<Plan>?
  /// Since when it holds.
  public var from: ImpreciseDate?
  /// Until when it held.
  public var to: ImpreciseDate?
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
  public var label: String { text }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Statement.self,
      first: ["partnership", "form", .title("text"), "number", "plan"])
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the statement: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that says it.")
    visitor.required("form", &form, "What sort of sentence it is.")
    visitor.optional("number", &number, "The number as printed: a label, not a count.")
    visitor.required("text", &text, "The sentence.")
    visitor.optional("plan", &plan, "The plan that it stands in.")
    visitor.optional("from", &from, "Since when it holds.")
    visitor.optional("to", &to, "Until when it held.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Statement {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.plans

  /// Where such records lie.
  public static let homes: [Home<Statement>] = [
    .list(
      "statements", in: "partnerships/*/statements.json", "What the partnership stands by."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Statement>] = [
    ListColumn("text", "Statement", isMain: true) { record, _ in record.text },
    ListColumn(field: "form"),
    ListColumn(field: "number"),
    ListColumn(field: "plan"),
    ListColumn(field: "from"),
  ]
}

/// What sort of sentence a partnership stands by.
public enum StatementForm: String, Choice {
  case vision, purpose, coreValue, principle, objective, impact, riskStatement, lineOfAssurance,
    assuranceQuestion, burdenRule, adjustment

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .coreValue: "core value"
    case .impact: "potential impact"
    case .riskStatement: "statement on risks"
    case .lineOfAssurance: "line of assurance"
    case .assuranceQuestion: "question of assurance"
    case .burdenRule: "rule on the burden of data"
    case .adjustment: "adjustment of the plan"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// What partnerships stand by.
  public var statements: RecordTable<Statement> {
    get { self[Statement.self] }
    _modify { yield &self[Statement.self] }
  }
}

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
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty priority.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("number", &number, "The number as printed: a label, not a count.")
    visitor.required("title", &title, "The title as printed.")
    visitor.optional("wants", &wants, "What it wants to achieve.")
    visitor.optional("hows", &hows, "How it will be achieved.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Number, title, wants and hows.
  public func lines(_ names: Names) -> [String] {
    ["\(number) \(title)"] + wants.map { "  to achieve: \($0)" } + hows.map { "  how: \($0)" }
  }
}

/// A plan with its priorities for some years; plans may overlap.
public struct Plan: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "plan", title: "Plan",
    help: "A plan with its priorities for some years; plans may overlap.")
  /// A short id of the plan: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership whose plan it is.
  public var partnership: Reference<Partnership> = ""
  /// The title.
  public var title: String = ""
  /// When it begins.
  public var from: FuzzyDate?
  /// When it ends.
  public var to: FuzzyDate?
  /// Its priorities.
  public var priorities: [Priority] = []
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty plan.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the plan: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership whose plan it is.")
    visitor.required("title", &title, "The title.")
    visitor.optional("from", &from, "When it begins.")
    visitor.optional("to", &to, "When it ends.")
    visitor.optional("priorities", &priorities, "Its priorities.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

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
  public var from: ImpreciseDate?
  /// When it ends.
  public var to: ImpreciseDate?
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

extension Plan {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.plans

  /// Where such records lie.
  public static let homes: [Home<Plan>] = [
    .list("plans", in: "partnerships/*/plans.json", "The partnership's plans and their priorities.")
    { $0.partnership.id }
  ]

  /// Whatever carries it out cites it.
  public static let isKnownByName = true
}

extension Workspace {
  /// Plans with their priorities.
  public var plans: RecordTable<Plan> {
    get { self[Plan.self] }
    _modify { yield &self[Plan.self] }
  }
}

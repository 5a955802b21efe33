/// The order in which partners take the chair.
public struct RotationPattern: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "rotation", title: "Rotation",
    help: "The order in which agencies take the chair, and for how long.")
  /// The first day of the first term.
  public var start: CalendarDate?
  /// How many months a term lasts.
  public var termMonths: Int = 12
  /// The agencies in the order in which they take the chair; empty when not printed.
  public var order: [Reference<Agency>] = []
  /// The words of the source.
  public var printed: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty rotation.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("start", &start, "The first day of the first term.")
    visitor.required("termMonths", &termMonths, "How many months a term lasts.")
    visitor.optional(
      "order", &order,
      "The agencies in the order in which they take the chair; empty when not printed.")
    visitor.optional("printed", &printed, "The words of the source.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

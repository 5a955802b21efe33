/// A note on how an action is getting on.
public struct ProgressNote: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "progressNote", title: "Progress note",
    help: "A note on how an action is getting on.")
  /// The day of the note.
  public var on: ImpreciseDate?
  /// What happened.
  public var text: String = ""
  /// Who says so.
  public var by: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty progress note.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("on", &on, "The day of the note.")
    visitor.required("text", &text, "What happened.")
    visitor.optional("by", &by, "Who says so.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Day and text in a line.
  public func lines(_ names: Names) -> [String] {
    [[on?.short ?? "", text].filter { !$0.isEmpty }.joined(separator: ": ")]
  }
}

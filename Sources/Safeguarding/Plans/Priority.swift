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

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "wants": "What it wants",
    "hows": "How it is achieved",
  ]

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

/// The time one person held an office.
public struct Tenure: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "tenure", title: "Holder",
    help: "One person in an office, with the title as printed then.")
  /// Who holds or held the office.
  public var person: Reference<Person> = ""
  /// The title as printed for this person.
  public var title: String = ""
  /// When it began, where known.
  public var from: ImpreciseDate?
  /// When it ended, where known.
  public var to: ImpreciseDate?
  /// A date on which a document shows this person in office.
  public var seenOn: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty tenure.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(Tenure.self, first: ["person", "from", "to"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "person": "Who",
    "title": "Title in print",
    "seenOn": "Seen in office on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("person", &person, "Who holds or held the office.")
    visitor.optional("title", &title, "The title as printed for this person.")
    visitor.optional("from", &from, "When it began, where known.")
    visitor.optional("to", &to, "When it ended, where known.")
    visitor.optional("seenOn", &seenOn, "A date on which a document shows this person in office.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Person, title and dates in a line.
  public func lines(_ names: Names) -> [String] {
    var line = person.lines(names).joined()
    if !title.isEmpty { line += ", \(title)" }
    if let from { line += ", \(to == nil ? "since" : "from") \(from.known)" }
    if from == nil, let seenOn { line += ", as printed \(seenOn.known)" }
    if let to { line += ", to \(to.known)" }
    return [line]
  }
}

/// One item of an agenda.
public struct AgendaItem: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "agendaItem", title: "Agenda item",
    help: "One item of an agenda.")
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// What it is about.
  public var title: String = ""
  /// Who leads it.
  public var lead: Owner?
  /// What is wanted of the meeting.
  public var purpose: AgendaPurpose = .discussion
  /// How many minutes it is given.
  public var minutes: Int?
  /// Its papers.
  public var papers: [Paper] = []
  /// What came of it.
  public var outcome: String = ""
  /// What else a reader should know.
  public var note: String = ""

  /// An empty agenda item.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout([
      .title("title"), "lead", "purpose", "minutes", "papers", .long("outcome"), .long("note"),
      "number",
    ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "minutes": "Time in minutes"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("number", &number, "The number as printed: a label, not a count.")
    visitor.required("title", &title, "What it is about.")
    visitor.optional("lead", &lead, "Who leads it.")
    visitor.optional("purpose", &purpose, "What is wanted of the meeting.")
    visitor.optional("minutes", &minutes, "How many minutes it is given.")
    visitor.optional("papers", &papers, "Its papers.")
    visitor.optional("outcome", &outcome, "What came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
  }

  /// Its number and its title, as an agenda has them.
  public var numberedTitle: String {
    [number, title].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Number, title, minutes, lead, papers, outcome and note.
  public func lines(_ names: Names) -> [String] {
    var line = numberedTitle
    let length = minutes.map { ", \($0) minute\($0 == 1 ? "" : "s")" } ?? ""
    line += " (\(purpose.title)\(length))"
    if let lead { line += ", " + lead.lines(names).joined() }
    return [line] + papers.flatMap { $0.lines(names).map { "  paper: " + $0 } }
      + (outcome.isEmpty ? [] : ["  outcome: " + outcome])
      + (note.isEmpty ? [] : ["  note: " + note])
  }
}

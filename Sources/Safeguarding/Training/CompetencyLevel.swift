/// A level of a competency framework: which staff, and what they need.
public struct CompetencyLevel: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "competencyLevel", title: "Competency level",
    help: "A level of a competency framework: which staff, and what they need.")
  /// A short id of the level: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The number or name as printed.
  public var number: String = ""
  /// Which staff it is for.
  public var text: String = ""
  /// What they need to know.
  public var needs: [String] = []
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
  public var label: String { "\(number) \(text)" }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      CompetencyLevel.self,
      first: ["partnership", "number", .title("text"), "needs"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "text": "Which staff",
    "number": "Level",
    "needs": "What they need",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the level: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("number", &number, "The number or name as printed.")
    visitor.required("text", &text, "Which staff it is for.")
    visitor.optional("needs", &needs, "What they need to know.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension CompetencyLevel {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<CompetencyLevel>] = [
    .list(
      "competencyLevels", in: "partnerships/*/training.json",
      "What training there is, how much of it was taken, and what it changed."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<CompetencyLevel>] = [
    ListColumn(field: "number"),
    ListColumn("text", "Which staff", isMain: true) { record, _ in record.text },
    ListColumn(field: "partnership"),
  ]
}

extension Workspace {
  /// Levels of competency.
  public var competencyLevels: RecordTable<CompetencyLevel> {
    get { self[CompetencyLevel.self] }
    _modify { yield &self[CompetencyLevel.self] }
  }
}

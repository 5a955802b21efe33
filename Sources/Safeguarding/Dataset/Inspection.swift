/// How an inspection of services for children came out, as the inspectorate prints it.
public struct Inspection: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "inspection", title: "Inspection",
    help: "An inspection or visit of services for children, and how they were judged.")
  /// A short id of the inspection: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership in whose area it was.
  public var partnership: Reference<Partnership> = ""
  /// Who was inspected, as printed.
  public var who: String = ""
  /// What kind of inspection or visit it was.
  public var type: String = ""
  /// What a visit was about.
  public var theme: String = ""
  /// When it was, or began.
  public var inspectedOn: ImpreciseDate?
  /// When its report was published.
  public var publishedOn: ImpreciseDate?
  /// What was judged, and how.
  public var judgements: [InspectionJudgement] = []
  /// Where the report stands.
  public var link: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty inspection.
  public init() {}

  /// Who was inspected, and when.
  public var label: String {
    [who, inspectedOn?.short ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Inspection.self,
      first: [
        "partnership", .title("who"), "type", "theme", "inspectedOn", "publishedOn", "judgements",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "who": "Who was inspected", "type": "Kind of inspection", "theme": "About",
    "inspectedOn": "Inspected on", "publishedOn": "Published on", "link": "Report",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the inspection: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership in whose area it was.")
    visitor.required("who", &who, "Who was inspected, as printed.")
    visitor.optional("type", &type, "What kind of inspection or visit it was.")
    visitor.optional("theme", &theme, "What a visit was about.")
    visitor.required("inspectedOn", &inspectedOn, "When it was, or began.")
    visitor.optional("publishedOn", &publishedOn, "When its report was published.")
    visitor.optional("judgements", &judgements, "What was judged, and how.")
    visitor.optional("link", &link, "Where the report stands.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// One judgement of an inspection.
public struct InspectionJudgement: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "judgement", title: "Judgement", help: "What an inspection judged, and how.")
  /// What was judged.
  public var what: String = ""
  /// How, as printed.
  public var grade: String = ""

  /// No judgement.
  public init() {}

  /// A judgement.
  public init(_ what: String, _ grade: String) { (self.what, self.grade) = (what, grade) }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = ["what": "What was judged"]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("what", &what, "What was judged.")
    visitor.required("grade", &grade, "How it was judged, as printed.")
  }

  /// Both in a line.
  public func lines(_ names: Names) -> [String] { ["\(what): \(grade)"] }
}

extension Inspection {
  /// Where such records lie.
  public static let homes: [Home<Inspection>] = [
    .list("inspections", in: "dataset/*.json") { _ in "inspections" }
  ]

  /// The columns of a list of inspections.
  public static let columns: [ListColumn<Inspection>] = [
    ListColumn("who", "Who was inspected", isMain: true) { inspection, _ in inspection.who },
    ListColumn(field: "type"), ListColumn(field: "inspectedOn"), ListColumn(field: "publishedOn"),
    ListColumn("outcome", "Judged") { inspection, _ in inspection.outcome },
  ]

  /// The first judgement, or what the visit was about.
  public var outcome: String { judgements.first?.grade ?? theme }
}

extension Workspace {
  /// How inspections came out.
  public var inspections: RecordTable<Inspection> {
    get { self[Inspection.self] }
    _modify { yield &self[Inspection.self] }
  }
}

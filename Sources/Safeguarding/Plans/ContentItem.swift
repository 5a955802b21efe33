/// One thing that an edition of the guidance asks the yearly report to contain.
public struct ContentItem: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "contentItem", title: "Content of the report",
    help: "One thing that an edition of the guidance asks the yearly report to contain.")
  /// A short id of the item: small letters, digits and hyphens.
  public var id: String = ""
  /// The edition of the guidance that asks for it.
  public var edition: Reference<SourceDocument> = ""
  /// The number in the list: a label, not a count.
  public var number: String = ""
  /// What has to be in the report, in a sentence.
  public var title: String = ""
  /// The parts of the report that say it, by their names.
  public var parts: [String] = []
  /// Who can supply what the records lack.
  public var suppliers: [String] = []
  /// The first day on which the edition is in force.
  public var from: ImpreciseDate?
  /// The last day on which it is in force.
  public var to: ImpreciseDate?
  /// How sure it is that the guidance asks for it.
  public var confidence: RuleConfidence = .confirmed
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty item.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      ContentItem.self,
      first: ["edition", "number", .title("title"), "parts", "suppliers", "from", "confidence"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "title": "What it asks for", "parts": FieldWords("Said in", one: "part of the report"),
    "suppliers": FieldWords("Supplied by", one: "who can supply it"), "from": "In force from",
    "to": "In force to", "confidence": "How sure",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the item: small letters, digits and hyphens.")
    visitor.required("edition", &edition, "The edition of the guidance that asks for it.")
    visitor.optional("number", &number, "The number in the list: a label, not a count.")
    visitor.required("title", &title, "What has to be in the report, in a sentence.")
    visitor.optional("parts", &parts, "The parts of the report that say it, by their names.")
    visitor.optional("suppliers", &suppliers, "Who can supply what the records lack.")
    visitor.optional("from", &from, "The first day on which the edition is in force.")
    visitor.optional("to", &to, "The last day on which it is in force.")
    visitor.optional("confidence", &confidence, "How sure it is that the guidance asks for it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ContentItem {
  /// Where such records lie.
  public static let homes: [Home<ContentItem>] = [
    .list(
      "contents", in: "report-contents/*.json",
      "What one edition of the guidance asks the yearly report to contain."
    ) { $0.edition.id }
  ]

  /// The columns of a list of items.
  public static let columns: [ListColumn<ContentItem>] = [
    ListColumn("title", "What it asks for", isMain: true) { item, _ in item.title },
    ListColumn(field: "number"), ListColumn(field: "edition"), ListColumn(field: "confidence"),
  ]
}

extension Workspace {
  /// What the guidance asks the yearly report to contain.
  public var contentItems: RecordTable<ContentItem> {
    get { self[ContentItem.self] }
    _modify { yield &self[ContentItem.self] }
  }

  /// The list of contents of the edition that is in force on a day; of several the one that came last.
  public func contentList(on day: CalendarDate) -> [ContentItem] {
    let inForce = contentItems.all.filter { day.mayLie(from: $0.from, to: $0.to) }
    let newest = inForce.max { ($0.from ?? .never) < ($1.from ?? .never) }
    return inForce.filter { $0.edition == newest?.edition }
  }
}

extension ImpreciseDate {
  /// Before all days, where no first day is printed.
  fileprivate static let never = ImpreciseDate(CalendarDate.first)
}

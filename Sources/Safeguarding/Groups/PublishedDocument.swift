/// Something that a partnership publishes or promised to: a policy, a framework, guidance.
public struct PublishedDocument: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "publishedDocument", title: "Document",
    help:
      "A policy, a framework or guidance that the partnership publishes or promised: who keeps it, and when it is reviewed."
  )
  /// A short id of the document: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The title.
  public var title: String = ""
  /// What sort of document it is.
  public var form: DocumentForm = .policy
  /// Who keeps it.
  public var owners: [Owner] = []
  /// The group that keeps it.
  public var group: Reference<PartnershipGroup>?
  /// Where it was promised, in words.
  public var promised: String = ""
  /// By when it was promised.
  public var due: ImpreciseDate?
  /// The version in force.
  public var version: String = ""
  /// The edition before.
  public var replaces: Reference<PublishedDocument>?
  /// When it was published.
  public var publishedOn: ImpreciseDate?
  /// Where it can be read.
  public var address: String = ""
  /// When it was reviewed last.
  public var reviewedOn: ImpreciseDate?
  /// How often it is reviewed.
  public var reviewEvery: Cadence?
  /// When it is reviewed next.
  public var nextReview: ImpreciseDate?
  /// Since when it holds no more.
  public var replacedOn: ImpreciseDate?
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
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      PublishedDocument.self,
      first: [
        "partnership", .title("title"), "form", "owners", "group", "version", "publishedOn",
        "reviewEvery", "nextReview", "address",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "owners": "Kept by",
    "promised": "Promised in",
    "due": "Promised for",
    "address": "Where it is",
    "reviewEvery": "Reviewed",
    "nextReview": "Review by",
    "replacedOn": "Holds no more since",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the document: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "The title.")
    visitor.required("form", &form, "What sort of document it is.")
    visitor.optional("owners", &owners, "Who keeps it.")
    visitor.optional("group", &group, "The group that keeps it.")
    visitor.optional("promised", &promised, "Where it was promised, in words.")
    visitor.optional("due", &due, "By when it was promised.")
    visitor.optional("version", &version, "The version in force.")
    visitor.optional("replaces", &replaces, "The edition before.")
    visitor.optional("publishedOn", &publishedOn, "When it was published.")
    visitor.optional("address", &address, "Where it can be read.")
    visitor.optional("reviewedOn", &reviewedOn, "When it was reviewed last.")
    visitor.optional("reviewEvery", &reviewEvery, "How often it is reviewed.")
    visitor.optional("nextReview", &nextReview, "When it is reviewed next.")
    visitor.optional("replacedOn", &replacedOn, "Since when it holds no more.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension PublishedDocument {
  /// Where such records lie.
  public static let homes: [Home<PublishedDocument>] = [
    .list(
      "publishedDocuments", in: "partnerships/*/documents.json",
      "What the partnership publishes and who agrees it."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<PublishedDocument>] = [
    ListColumn("title", "Document", isMain: true) { record, _ in record.title },
    ListColumn("keeper", "Kept by") { record, context in
      record.group.map { context.names(PartnershipGroup.kind, $0.id) }
        ?? record.owners.text(context.names)
    }.orElse("nobody named"),
    ListColumn("review", "Review") { record, context in record.dueReview(context) }
      .orElse("none set"),
    ListColumn(field: "form"),
    ListColumn(field: "publishedOn").orElse("no date"),
    ListColumn.standing { record, context in record.state(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "documentDue", "the document names its days", rule: "document-due", "Document",
      form: .policy, of: PublishedDocument.self
    ) { record, context in
      if context.hasHappened(record.replacedOn) { return [] }
      return [
        Owed(
          "Publish: \(record.title)", due: record.due, isDone: record.publishedOn != nil,
          doneOn: record.publishedOn),
        Owed("Review: \(record.title)", due: record.dueReview(context), suffix: ":review"),
      ]
    }
  ]

  /// When it has to be reviewed next: as it says, else as often as it says after it was looked at last.
  public func dueReview(_ context: RecordContext) -> ImpreciseDate? {
    if let nextReview {
      guard let looked = reviewedOn?.last, let next = nextReview.first, looked >= next else {
        return nextReview
      }
    }
    guard let reviewEvery, let last = (reviewedOn ?? publishedOn)?.last else { return nil }
    return ImpreciseDate(reviewEvery.next(after: last))
  }

  /// How it stands by a day.
  public func state(_ context: RecordContext) -> String {
    if context.hasHappened(replacedOn) { return "holds no more" }
    if let due = dueReview(context)?.last, due < context.day { return "review overdue" }
    if context.hasHappened(publishedOn) { return "published" }
    if let due = due?.last, due < context.day { return "overdue" }
    return promised.isEmpty ? "not published" : "promised"
  }
}

/// What sort of document it is.
public enum DocumentForm: String, Choice {
  case policy, framework, guidance, arrangements, annualReport, strategy, process, jointProtocol,
    termsOfReference, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .annualReport: "yearly report"
    case .jointProtocol: "joint protocol"
    case .termsOfReference: "terms of reference"
    case .other: "something else"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// What partnerships publish.
  public var publishedDocuments: RecordTable<PublishedDocument> {
    get { self[PublishedDocument.self] }
    _modify { yield &self[PublishedDocument.self] }
  }
}

/// A review that somebody else owns and the partnership takes part in.
public struct LinkedReview: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "linkedReview", title: "Other review",
    help:
      "A review that somebody else owns, such as a domestic homicide review, and how the partnership takes part."
  )
  /// A short id of the review: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that takes part.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// What sort of review it is.
  public var form: LinkedReviewForm = .domesticHomicide
  /// Who owns it.
  public var owner: String = ""
  /// Since when it is so.
  public var from: ImpreciseDate?
  /// When it was published.
  public var publishedOn: ImpreciseDate?
  /// What part the partnership takes.
  public var part: String = ""
  /// Where it can be read.
  public var document: Reference<PublishedDocument>?
  /// How many, where only the number is told.
  public var count: Measure?
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
      LinkedReview.self,
      first: [
        "partnership", .title("title"), "form", "owner", "from", "publishedOn", .long("part"),
        "count",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "part": "Part it takes",
    "count": "How many",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the review: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that takes part.")
    visitor.required("title", &title, "What it is called.")
    visitor.required("form", &form, "What sort of review it is.")
    visitor.optional("owner", &owner, "Who owns it.")
    visitor.optional("from", &from, "Since when it is so.")
    visitor.optional("publishedOn", &publishedOn, "When it was published.")
    visitor.optional("part", &part, "What part the partnership takes.")
    visitor.optional("count", &count, "How many, where only the number is told.")
    visitor.optional("document", &document, "Where it can be read.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension LinkedReview {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.learning

  /// Where such records lie.
  public static let homes: [Home<LinkedReview>] = [
    .list(
      "linkedReviews", in: "partnerships/*/learning.json",
      "Referrals, national and other reviews, and what is counted only."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<LinkedReview>] = [
    ListColumn("title", "Review", isMain: true) { record, _ in record.title },
    ListColumn(field: "partnership"),
    ListColumn(field: "form"),
    ListColumn(field: "owner"),
    ListColumn(field: "from"),
    ListColumn(field: "publishedOn"),
    ListColumn(field: "count"),
  ]
}

/// What sort of review it is.
public enum LinkedReviewForm: String, Choice {
  case domesticHomicide, safeguardingAdults, mentalHealth, childDeath, publicProtection, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .domesticHomicide: "domestic homicide review"
    case .safeguardingAdults: "safeguarding adults review"
    case .mentalHealth: "mental health homicide review"
    case .childDeath: "child death review"
    case .publicProtection: "serious case review of public protection"
    case .other: "another review"
    }
  }
}

extension Workspace {
  /// Reviews that others own.
  public var linkedReviews: RecordTable<LinkedReview> {
    get { self[LinkedReview.self] }
    _modify { yield &self[LinkedReview.self] }
  }
}

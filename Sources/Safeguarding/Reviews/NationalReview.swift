/// A national review, and what the partnership did because of it.
public struct NationalReview: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "nationalReview", title: "National review",
    help: "A national review or its findings, and what the partnership did because of it.")
  /// A short id of the review: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that answers.
  public var partnership: Reference<Partnership> = ""
  /// The title.
  public var title: String = ""
  /// Whose review it is.
  public var by: String = ""
  /// When it was published.
  public var publishedOn: ImpreciseDate?
  /// What it found that matters here.
  public var findings: [String] = []
  /// The group that answers.
  public var group: Reference<PartnershipGroup>?
  /// By when an answer is owed.
  public var due: ImpreciseDate?
  /// When it was answered.
  public var respondedOn: ImpreciseDate?
  /// What was done because of it.
  public var response: String = ""
  /// Where it can be read.
  public var document: Reference<PublishedDocument>?
  /// The actions that came of it.
  public var actions: [Reference<ActionItem>] = []
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
      NationalReview.self,
      first: [
        "partnership", .title("title"), "by", "publishedOn", "group", "due", "respondedOn",
        .long("response"), "actions",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "by": "By",
    "due": "Answer by",
    "respondedOn": "Answered on",
    "response": "What was done",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the review: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that answers.")
    visitor.required("title", &title, "The title.")
    visitor.optional("by", &by, "Whose review it is.")
    visitor.optional("publishedOn", &publishedOn, "When it was published.")
    visitor.optional("findings", &findings, "What it found that matters here.")
    visitor.optional("group", &group, "The group that answers.")
    visitor.optional("due", &due, "By when an answer is owed.")
    visitor.optional("respondedOn", &respondedOn, "When it was answered.")
    visitor.optional("response", &response, "What was done because of it.")
    visitor.optional("actions", &actions, "The actions that came of it.")
    visitor.optional("document", &document, "Where it can be read.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension NationalReview {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.learning

  /// Where such records lie.
  public static let homes: [Home<NationalReview>] = [
    .list(
      "nationalReviews", in: "partnerships/*/learning.json",
      "Referrals, national and other reviews, and what is counted only."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<NationalReview>] = [
    ListColumn("title", "National review", isMain: true) { record, _ in record.title },
    ListColumn(field: "partnership"),
    ListColumn(field: "by"),
    ListColumn(field: "publishedOn"),
    ListColumn.standing("Answer") { record, context in
      context.hasHappened(record.respondedOn)
        || (record.respondedOn == nil && !record.response.isEmpty)
        ? "answered" : "no answer yet"
    },
    ListColumn(field: "due"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "nationalReviewDue", "the answer to the national review has a day",
      rule: "national-review-answer", "Answer to a national review", form: .review,
      of: NationalReview.self, due: { $0.due }, done: { $0.respondedOn })
  ]

  /// It is ticked as answered.
  public static var tick: Tick<NationalReview>? {
    .day("respondedOn", \.respondedOn)
  }
}

extension Workspace {
  /// National reviews and what was done.
  public var nationalReviews: RecordTable<NationalReview> {
    get { self[NationalReview.self] }
    _modify { yield &self[NationalReview.self] }
  }
}

/// How many reviews there were in a period, where only the number is published.
public struct ReviewTotal: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "reviewTotal", title: "Review total",
    help: "How many reviews, notifications or discussions there were in a period, where only the "
      + "number is published.")
  /// A short id of the total: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What is counted.
  public var type: ReviewCount = .rapidReview
  /// The period.
  public var period: ImpreciseDate?
  /// How many there were.
  public var count: Measure?
  /// The earlier total that this one restates, and why.
  public var supersedes: String = ""
  /// Since when it has been known, where its source's date does not say it.
  public var knownSince: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty review total.
  public init() {}

  /// What people call it.
  public var label: String { "\(type.title)s \(period?.short ?? "")" }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "supersedes": "Restates"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the total: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("type", &type, "What is counted.")
    visitor.required("period", &period, "The period.")
    visitor.required("count", &count, "How many there were.")
    visitor.optional(
      "supersedes", &supersedes,
      "The earlier total that this one restates, by its id where it is for another period, and why."
    )
    visitor.optional(
      "knownSince", &knownSince,
      "Since when it has been known, where its source's date does not say it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension ReviewTotal {
  /// Where such records lie.
  public static let homes: [Home<ReviewTotal>] = [
    .list(
      "reviewTotals", in: "reviews/totals.json",
      "Numbers of reviews by period, where only the number is published.")
  ]
}

extension Workspace {
  /// Numbers of reviews by period.
  public var reviewTotals: RecordTable<ReviewTotal> {
    get { self[ReviewTotal.self] }
    _modify { yield &self[ReviewTotal.self] }
  }
}

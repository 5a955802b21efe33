import Letters

/// Words with which something is rated, each with the sentence that says when it is given.
public struct RatingScale: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "ratingScale", title: "Rating scale",
    help: "Words with which something is rated, each with the sentence that says when it is given.")
  /// A short id of the scale: small letters, digits and hyphens.
  public var id: String = ""
  /// What it is called.
  public var name: String = ""
  /// The partnership that uses it; none where all do.
  public var partnership: Reference<Partnership>?
  /// Its words, the best first.
  public var levels: [RatingLevel] = []
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
  public var label: String { name }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      RatingScale.self,
      first: ["name", "partnership", "levels"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "levels": FieldWords("Words", one: "word")
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the scale: small letters, digits and hyphens.")
    visitor.required("name", &name, "What it is called.")
    visitor.optional(
      "partnership", &partnership, "The partnership that uses it; none where all do.")
    visitor.optional("levels", &levels, "Its words, the best first.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension RatingScale {
  /// Where such records lie.
  public static let homes: [Home<RatingScale>] = [
    .list(
      "ratingScales", in: "rating-scales.json",
      "The words with which things are rated, and when each is given."
    )
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<RatingScale>] = [
    ListColumn("name", "Scale", isMain: true) { record, _ in record.name },
    ListColumn("levels", "Words") { record, _ in
      record.levels.map(\.word).joined(separator: ", ")
    },
  ]

  /// The level with a word, whatever its capitals.
  public func level(_ word: String) -> RatingLevel? {
    levels.first { $0.word.folded == word.folded }
  }
}

/// How good or bad a word is, so that it can be coloured as well as read.
public enum RatingTone: String, Choice {
  case good, fair, poor, neutral

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .good: "good"
    case .fair: "a cause for concern"
    case .poor: "a definite cause for concern"
    case .neutral: "neither good nor bad"
    }
  }
}

/// One word of a scale, and when it is given.
public struct RatingLevel: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "ratingLevel", title: "Word of a scale",
    help: "One word of a scale, with the sentence that says when it is given.")
  /// The word as people say it.
  public var word: String = ""
  /// When it is given, as a sentence.
  public var says: String = ""
  /// How good or bad it is.
  public var tone: RatingTone = .neutral

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "says": "Given when",
    "tone": "How good it is",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("word", &word, "The word as people say it.")
    visitor.required("says", &says, "When it is given, as a sentence.")
    visitor.optional("tone", &tone, "How good or bad it is.")
  }

  /// The word and its sentence.
  public func lines(_ names: Names) -> [String] { ["\(word): \(says)"] }
}

extension Workspace {
  /// Words with which things are rated.
  public var ratingScales: RecordTable<RatingScale> {
    get { self[RatingScale.self] }
    _modify { yield &self[RatingScale.self] }
  }
}

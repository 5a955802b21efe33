/// What a group is for and how it works, as agreed.
public struct TermsOfReference: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "termsOfReference", title: "Terms of reference",
    help: "What a group is for and how it works, as agreed.")
  /// The version in force.
  public var version: String = ""
  /// When they were agreed.
  public var agreedOn: ImpreciseDate?
  /// Who agreed them.
  public var agreedBy: String = ""
  /// When they were last reviewed.
  public var reviewedOn: ImpreciseDate?
  /// How often they are reviewed.
  public var reviewEvery: Cadence?
  /// What the group does.
  public var duties: [String] = []
  /// Who belongs to it, in words.
  public var membership: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty terms of reference.
  public init() {}

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      TermsOfReference.self,
      first: [
        "reviewedOn", "version", "agreedOn", "agreedBy", "duties", .long("membership"),
        .long("note"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "reviewEvery": "Reviewed"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("version", &version, "The version in force.")
    visitor.optional("agreedOn", &agreedOn, "When they were agreed.")
    visitor.optional("agreedBy", &agreedBy, "Who agreed them.")
    visitor.optional("reviewedOn", &reviewedOn, "When they were last reviewed.")
    visitor.optional("reviewEvery", &reviewEvery, "How often they are reviewed.")
    visitor.optional("duties", &duties, "What the group does.")
    visitor.optional("membership", &membership, "Who belongs to it, in words.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// Somebody who has to agree a document.
public struct SignOff: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "signOff", title: "Sign-off",
    help: "Who has to agree a document, by when, and when they did.")
  /// A short id of the sign-off: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What is agreed.
  public var title: String = ""
  /// Who agrees it.
  public var owners: [Owner] = []
  /// By when it is owed.
  public var due: ImpreciseDate?
  /// When it was agreed.
  public var signedOn: ImpreciseDate?
  /// The document.
  public var document: Reference<PublishedDocument>?
  /// The review.
  public var review: Reference<Review>?
  /// The meeting that agreed it.
  public var meeting: Reference<Meeting>?
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
      SignOff.self,
      first: ["partnership", .title("title"), "owners", "due", "signedOn", "document"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "owners": "Agreed by",
    "due": "By",
    "signedOn": "Agreed on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the sign-off: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What is agreed.")
    visitor.optional("owners", &owners, "Who agrees it.")
    visitor.optional("due", &due, "By when it is owed.")
    visitor.optional("signedOn", &signedOn, "When it was agreed.")
    visitor.optional("document", &document, "The document.")
    visitor.optional("review", &review, "The review.")
    visitor.optional("meeting", &meeting, "The meeting that agreed it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension SignOff {
  /// Where such records lie.
  public static let homes: [Home<SignOff>] = [
    .list(
      "signOffs", in: "partnerships/*/documents.json",
      "What the partnership publishes and who agrees it."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<SignOff>] = [
    ListColumn("title", "What is agreed", isMain: true) { record, _ in record.title },
    ListColumn(field: "owners").orElse("nobody named"),
    ListColumn(field: "due").orElse("no date"),
    ListColumn(
      "signed", "Agreed", isStanding: true,
      order: { $1.hasHappened($0.signedOn) ? .init($0.signedOn) : .text($0.due?.iso ?? "") }
    ) { record, context in
      context.hasHappened(record.signedOn)
        ? record.signedOn?.wholeInList(on: context.day) ?? "yes" : "not yet"
    },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "signOffDue", "the sign-off names its day", rule: "sign-off", "Sign-off", form: .report,
      of: SignOff.self, due: { $0.due }, done: { $0.signedOn })
  ]

  /// It is ticked as agreed.
  public static var tick: Tick<SignOff>? {
    .day("signedOn", \.signedOn)
  }
}

extension Workspace {
  /// Who agrees documents.
  public var signOffs: RecordTable<SignOff> {
    get { self[SignOff.self] }
    _modify { yield &self[SignOff.self] }
  }
}

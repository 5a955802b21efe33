/// A short form that people in this field use, and what it stands for.
public struct Abbreviation: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "abbreviation", title: "Abbreviation",
    help: "A short form that people in this field use, and what it stands for.")
  /// A short id of the abbreviation: small letters, digits and hyphens.
  public var id: String = ""
  /// The short form.
  public var short: String = ""
  /// What it stands for.
  public var long: String = ""
  /// What that is, in a sentence.
  public var says: String = ""
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
  public var label: String { "\(short): \(long)" }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Abbreviation.self,
      first: ["short", "long", .long("says")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "says": "What that is"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the abbreviation: small letters, digits and hyphens.")
    visitor.required("short", &short, "The short form.")
    visitor.required("long", &long, "What it stands for.")
    visitor.optional("says", &says, "What that is, in a sentence.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Abbreviation {
  /// Where such records lie.
  public static let homes: [Home<Abbreviation>] = [
    .list("abbreviations", in: "abbreviations.json", "Short forms and what they stand for.") { _ in
      ""
    }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Abbreviation>] = [
    ListColumn("short", "Short form", isMain: true) { record, _ in record.short },
    ListColumn("long", "Stands for", isLong: true) { record, _ in record.long },
    ListColumn("says", "What that is", isLong: true) { record, _ in record.says },
  ]
}

extension Workspace {
  /// Short forms and what they stand for.
  public var abbreviations: RecordTable<Abbreviation> {
    get { self[Abbreviation.self] }
    _modify { yield &self[Abbreviation.self] }
  }
}

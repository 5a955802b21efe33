/// What an agency gives other than money.
public struct InKind: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "inKind", title: "Help in kind",
    help: "What an agency gives other than money: chairing, rooms, data, people.")
  /// A short id of the help: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The agency.
  public var agency: Reference<Agency>?
  /// Who gives it, in words, where it is no agency.
  public var who: String = ""
  /// What is given.
  public var what: String = ""
  /// The year.
  public var period: ImpreciseDate?
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
  public var label: String { what }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      InKind.self,
      first: ["partnership", "agency", .title("what"), "period"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "what": "What is given",
    "who": "Who else",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the help: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.optional("agency", &agency, "The agency.")
    visitor.optional("who", &who, "Who gives it, in words, where it is no agency.")
    visitor.required("what", &what, "What is given.")
    visitor.optional("period", &period, "The year.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension InKind {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.money

  /// Where such records lie.
  public static let homes: [Home<InKind>] = [
    .list(
      "inKind", in: "partnerships/*/money.json",
      "What each partner pays, what else comes in, and what it is spent on."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<InKind>] = [
    ListColumn("what", "What is given", isMain: true) { record, _ in record.what },
    ListColumn(field: "agency"),
    ListColumn(field: "who"),
    ListColumn(field: "period"),
  ]
}

extension Workspace {
  /// What is given other than money.
  public var inKind: RecordTable<InKind> {
    get { self[InKind.self] }
    _modify { yield &self[InKind.self] }
  }
}

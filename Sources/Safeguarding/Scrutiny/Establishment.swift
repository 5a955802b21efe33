/// A place of custody or secure care with its history.
public struct Establishment: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "establishment", title: "Establishment",
    help: "A place of custody or secure care: what it is, since when, and what it was before.")
  /// A short id of the establishment: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership in whose area it lies.
  public var partnership: Reference<Partnership> = ""
  /// The name in use now or last.
  public var name: String = ""
  /// What sort of establishment it is.
  public var form: EstablishmentForm = .youngOffenderInstitution
  /// The agency that it is among the relevant agencies.
  public var agency: Reference<Agency>?
  /// When it was opened.
  public var from: ImpreciseDate?
  /// Since when no children are held there.
  public var to: ImpreciseDate?
  /// How many children it can hold.
  public var capacity: Measure?
  /// The indicators that are about it.
  public var indicators: [Reference<Indicator>] = []
  /// What became of it, earliest first.
  public var stages: [EstablishmentStage] = []
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
      Establishment.self,
      first: ["partnership", "name", "form", "from", "to", "capacity", "stages"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "from": "Opened",
    "to": "No children since",
    "capacity": "Room for",
    "stages": FieldWords("History", one: "event"),
    "agency": "Among the relevant agencies",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the establishment: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership in whose area it lies.")
    visitor.required("name", &name, "The name in use now or last.")
    visitor.required("form", &form, "What sort of establishment it is.")
    visitor.optional("agency", &agency, "The agency that it is among the relevant agencies.")
    visitor.optional("from", &from, "When it was opened.")
    visitor.optional("to", &to, "Since when no children are held there.")
    visitor.optional("capacity", &capacity, "How many children it can hold.")
    visitor.optional("indicators", &indicators, "The indicators that are about it.")
    visitor.optional("stages", &stages, "What became of it, earliest first.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Establishment {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<Establishment>] = [
    .list(
      "establishments", in: "partnerships/*/scrutiny.json",
      "What scrutineers did, what they asked for, and what came of it."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<Establishment>] = [
    ListColumn("name", "Establishment", isMain: true) { record, _ in record.name },
    ListColumn(field: "form"),
    ListColumn.standing { record, context in record.state(context) },
    ListColumn(field: "from").orElse("not printed"),
    ListColumn(field: "to"),
    ListColumn(field: "capacity"),
  ]

  /// What became of it by a day.
  public func state(_ context: RecordContext) -> String {
    if let last = stages.last(where: { context.hasHappened($0.on) }) { return last.what }
    if context.hasHappened(to) { return "no children held" }
    return from.map { context.hasHappened($0) } ?? true ? "open" : "not open yet"
  }
}

/// What sort of establishment it is.
public enum EstablishmentForm: String, Choice {
  case youngOffenderInstitution, secureSchool, secureTrainingCentre, secureChildrensHome, prison,
    policeCustody

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .youngOffenderInstitution: "young offender institution"
    case .secureChildrensHome: "secure children's home"
    case .policeCustody: "police custody"
    default: inWords(rawValue).lowercased()
    }
  }
}

/// Something that happened to an establishment.
public struct EstablishmentStage: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "establishmentStage", title: "Event of an establishment",
    help:
      "Something that happened to an establishment: opened, inspected, closed, put to another use.")
  /// When it was.
  public var on: ImpreciseDate?
  /// What happened, in a few words.
  public var what: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "on": "When",
    "what": "What happened",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("on", &on, "When it was.")
    visitor.required("what", &what, "What happened, in a few words.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// The day and what happened.
  public func lines(_ names: Names) -> [String] { ["\(on.map { "\($0.short): " } ?? "")\(what)"] }
}

extension Workspace {
  /// Places of custody and secure care.
  public var establishments: RecordTable<Establishment> {
    get { self[Establishment.self] }
    _modify { yield &self[Establishment.self] }
  }
}

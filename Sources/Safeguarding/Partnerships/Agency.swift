/// An organisation that takes part in the arrangements.
public struct Agency: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "agency", title: "Agency",
    help: "An organisation, or a named group of organisations, that takes part in the arrangements."
  )
  /// A short id of the agency: small letters, digits and hyphens.
  public var id: String = ""
  /// The full name in use now.
  public var name: String = ""
  /// A short name for narrow columns.
  public var shortName: String = ""
  /// What sort of organisation it is.
  public var category: AgencyCategory = .other
  /// Names the same body had before, with dates.
  public var formerNames: [PrintedName] = []
  /// Other spellings in print.
  public var aliases: [PrintedName] = []
  /// The bodies whose duties it took over.
  public var successorOf: [Reference<Agency>] = []
  /// When it began.
  public var from: ImpreciseDate?
  /// When it ended.
  public var to: ImpreciseDate?
  /// True when this stands for many bodies, such as all primary schools.
  public var isGroupOfBodies: Bool = false
  /// The address of its website.
  public var website: String = ""
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty agency.
  public init() {}

  /// What people call it.
  public var label: String { shortName.isEmpty ? name : shortName }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(Agency.self, first: ["name", "shortName", "category", .long("note")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "formerNames": FieldWords(one: "former name"),
    "aliases": FieldWords(one: "other spelling"),
    "successorOf": "Took over from",
    "isGroupOfBodies": "Stands for many bodies",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the agency: small letters, digits and hyphens.")
    visitor.required("name", &name, "The full name in use now.")
    visitor.optional("shortName", &shortName, "A short name for narrow columns.")
    visitor.required("category", &category, "What sort of organisation it is.")
    visitor.optional("formerNames", &formerNames, "Names the same body had before, with dates.")
    visitor.optional("aliases", &aliases, "Other spellings in print.")
    visitor.optional("successorOf", &successorOf, "The bodies whose duties it took over.")
    visitor.optional("from", &from, "When it began.")
    visitor.optional("to", &to, "When it ended.")
    visitor.optional(
      "isGroupOfBodies", &isGroupOfBodies,
      "True when this stands for many bodies, such as all primary schools.")
    visitor.optional("website", &website, "The address of its website.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// What sort of organisation an agency is.
public enum AgencyCategory: String, Choice {
  case council, police, health, education, probation, secureEstate, voluntary, fire, justice
  case socialCare, transport, housing, faith, sport, partnership, board, government, other

  /// The sort in words.
  public var title: String { inWords(rawValue) }
}

extension Agency {
  /// Where such records lie.
  public static let homes: [Home<Agency>] = [
    .list("agencies", in: "agencies.json", "The organisations that take part.")
  ]

  /// Everybody cites it.
  public static let isKnownByName = true

  /// The whole name, where there is room for it.
  public var fullName: String { name }
}

extension Workspace {
  /// Organisations.
  public var agencies: RecordTable<Agency> {
    get { self[Agency.self] }
    _modify { yield &self[Agency.self] }
  }
}

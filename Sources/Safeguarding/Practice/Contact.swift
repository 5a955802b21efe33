/// Where to turn to: the front door, a designated officer, a named senior manager.
public struct Contact: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "contact", title: "Contact",
    help:
      "Where to turn to: the front door, a designated officer, a named senior manager; offices, never private people."
  )
  /// A short id of the contact: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is for.
  public var title: String = ""
  /// What sort of contact it is.
  public var form: ContactForm = .frontDoor
  /// The agency.
  public var agency: Reference<Agency>?
  /// The office that answers.
  public var holder: String = ""
  /// The published number.
  public var telephone: String = ""
  /// The published address or page.
  public var address: String = ""
  /// When somebody answers.
  public var hours: String = ""
  /// When to turn there, in a sentence.
  public var says: String = ""
  /// Where it can be read.
  public var document: Reference<PublishedDocument>?
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
      Contact.self,
      first: [
        "partnership", .title("title"), "form", "agency", "holder", "telephone", "address", "hours",
        .long("says"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "says": "When to turn there",
    "holder": "Office",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the contact: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What it is for.")
    visitor.required("form", &form, "What sort of contact it is.")
    visitor.optional("agency", &agency, "The agency.")
    visitor.optional("holder", &holder, "The office that answers.")
    visitor.optional("telephone", &telephone, "The published number.")
    visitor.optional("address", &address, "The published address or page.")
    visitor.optional("hours", &hours, "When somebody answers.")
    visitor.optional("says", &says, "When to turn there, in a sentence.")
    visitor.optional("document", &document, "Where it can be read.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Contact {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.practice

  /// Where such records lie.
  public static let homes: [Home<Contact>] = [
    .list(
      "contacts", in: "partnerships/*/practice.json",
      "How people were heard, thresholds and programmes of practice."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Contact>] = [
    ListColumn("title", "For what", isMain: true) { record, _ in record.title },
    ListColumn(field: "form"),
    ListColumn("telephone", "Telephone") { record, _ in
      record.telephone.isEmpty ? "not printed" : record.telephone
    },
    ListColumn(field: "agency"),
    ListColumn(field: "address"),
    ListColumn(field: "holder"),
    ListColumn(field: "hours"),
  ]
}

/// What sort of contact it is.
public enum ContactForm: String, Choice {
  case frontDoor, designatedOfficer, namedSenior, businessTeam, training, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .frontDoor: "front door"
    case .designatedOfficer: "designated officer for allegations"
    case .namedSenior: "named senior officer or manager"
    case .businessTeam: "business team"
    case .other: "something else"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// Where to turn to.
  public var contacts: RecordTable<Contact> {
    get { self[Contact.self] }
    _modify { yield &self[Contact.self] }
  }
}

/// A person who holds an office or attends meetings.
public struct Person: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "person", title: "Person",
    help: "A public office holder or member; never a child or a family.")
  /// A short id of the person: small letters, digits and hyphens.
  public var id: String = ""
  /// The name, with the spelling used most.
  public var name: String = ""
  /// Other spellings of the name in print.
  public var aliases: [PrintedName] = []
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty person.
  public init() {}

  /// What people call it.
  public var label: String { name }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(Person.self, first: ["name", .long("note")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "aliases": FieldWords(one: "other spelling")
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the person: small letters, digits and hyphens.")
    visitor.required("name", &name, "The name, with the spelling used most.")
    visitor.optional("aliases", &aliases, "Other spellings of the name in print.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Person {
  /// Where such records lie.
  public static let homes: [Home<Person>] = [
    .list("people", in: "people.json", "The people who hold an office or attend meetings.")
  ]

  /// Everybody cites it.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<Person>] = [
    ListColumn("name", "Person", isMain: true) { record, _ in record.name },
    ListColumn("offices", "Offices and seats, as printed", isLong: true) { record, context in
      let all = record.offices(in: context.workspace, context.names)
      return all.isEmpty ? "none recorded" : all.joined(separator: "; ")
    },
  ]

  /// The offices and seats that are recorded of the person, each with whose it is and from when to when.
  public func offices(in workspace: Workspace, _ names: Names) -> [String] {
    func told(_ title: String, _ holders: [Tenure], of whose: String) -> [String] {
      holders.filter { $0.person.id == id }.map { tenure in
        let name = tenure.title.isEmpty ? title : tenure.title
        let days = [
          tenure.from.map { "from \($0.known)" } ?? tenure.seenOn.map { "as printed \($0.known)" },
          tenure.to.map { "to \($0.known)" },
        ].compactMap(\.self).joined(separator: " ")
        return [name, whose, days].filter { !$0.isEmpty }.joined(separator: ", ")
      }
    }
    let offices = workspace.partnerships.all.flatMap { partnership in
      partnership.partners.flatMap { partner in
        [partner.lead, partner.delegated].compactMap(\.self).flatMap {
          told($0.title, $0.holders, of: names(Agency.kind, partner.agency.id))
        }
      } + partnership.officers.flatMap { told($0.title, $0.holders, of: partnership.label) }
    }
    let seats = workspace.groups.all.flatMap { group in
      (group.chair.map { told($0.title, $0.holders, of: group.label) } ?? [])
        + group.seats.flatMap { told($0.title, $0.holders, of: group.label) }
    }
    return offices + seats
  }
}

extension Workspace {
  /// Office holders.
  public var people: RecordTable<Person> {
    get { self[Person.self] }
    _modify { yield &self[Person.self] }
  }
}

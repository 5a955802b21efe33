/// Who has to do something: an agency, a seat, a group, a person, or somebody named.
public struct Owner: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "owner", title: "Owner",
    help: "Who has to do something: an agency, a seat, a group, a person, or somebody named.")
  /// The agency.
  public var agency: Reference<Agency>?
  /// The seat.
  public var seat: Reference<Seat>?
  /// The group.
  public var group: Reference<PartnershipGroup>?
  /// The partnership.
  public var partnership: Reference<Partnership>?
  /// The person.
  public var person: Reference<Person>?
  /// Anybody else, in words.
  public var name: String = ""

  /// An empty owner.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("agency", &agency, "The agency.")
    visitor.optional("seat", &seat, "The seat.")
    visitor.optional("group", &group, "The group.")
    visitor.optional("partnership", &partnership, "The partnership.")
    visitor.optional("person", &person, "The person.")
    visitor.optional("name", &name, "Anybody else, in words.")
  }

  /// The owner in a line: the person first, then the office and the body.
  public func lines(_ names: Names) -> [String] {
    let parts =
      [
        person?.lines(names), seat?.lines(names), group?.lines(names), agency?.lines(names),
        partnership?.lines(names), name.isEmpty ? nil : [name],
      ]
      .compactMap { $0?.joined() }
    return [parts.joined(separator: ", ")]
  }
}

extension Owner {
  /// The fields that name a record, with its kind, in the order in which they are declared.
  package static let references: [(field: String, kind: RecordKind)] =
    RecordShape(Owner.self).references

  /// The fields in the order in which an owner is told: a person before their seat, and a seat before
  /// its agency.
  package static let tellingOrder = ["person", "seat", "group", "agency", "partnership", "name"]
}

extension [Owner] {
  /// The owners in a line.
  public func text(_ names: Names) -> String {
    map { $0.lines(names).joined() }.joined(separator: "; ")
  }
}

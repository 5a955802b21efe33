/// A place at the table, apart from the person who takes it.
public struct Seat: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "seat", title: "Seat",
    help: "A place in a group, apart from the people who take it.")
  /// A short id of the seat: small letters, digits and hyphens.
  public var id: String = ""
  /// The title of the seat as printed.
  public var title: String = ""
  /// The agency it belongs to.
  public var agency: Reference<Agency>?
  /// What sort of seat, as printed: statutory, additional, adviser, chair.
  public var standing: String = ""
  /// On what it rests: in law, by designation, or by agreement of the partners.
  public var basis: SeatBasis?
  /// Who held it, earliest first.
  public var holders: [Tenure] = []
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty seat.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Seat.self,
      first: [
        "title", "agency", "basis", "standing", "holders", .within("holders/person", "Held by"),
        .within("holders/from", "Since"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "title": "Seat",
    "standing": "Kind of seat",
    "basis": "Rests on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the seat: small letters, digits and hyphens.")
    visitor.required("title", &title, "The title of the seat as printed.")
    visitor.optional("agency", &agency, "The agency it belongs to.")
    visitor.optional(
      "standing", &standing, "What sort of seat, as printed: statutory, additional, adviser, chair."
    )
    visitor.optional(
      "basis", &basis,
      "On what it rests: a statutory partner, a designated education agency, a local agreement.")
    visitor.optional("holders", &holders, "Who held it, earliest first.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Title, agency and sort of seat; who held it, and what else is said of it.
  public func lines(_ names: Names) -> [String] {
    // Many seats are called after their agency.
    let body = (agency?.lines(names).joined()).flatMap { title.contains($0) ? nil : $0 }
    let seat = [title, body ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let kind = standing.isEmpty ? basis?.title ?? "" : standing
    return [kind.isEmpty ? seat : "\(seat) (\(kind))"]
      + holders.flatMap { $0.lines(names).map { "  " + $0 } } + (note.isEmpty ? [] : ["  " + note])
  }

  /// Who holds the seat on a day, and how that is known.
  public func holding(on day: CalendarDate) -> Holding {
    var office = Office()
    (office.title, office.agency, office.holders) = (title, agency, holders)
    return office.holding(on: day)
  }
}

extension Seat {
  /// Where such records lie.
  public static let homes: [Home<Seat>] = [.inside("seats", of: PartnershipGroup.self) { $0.seats }]
}

extension Workspace {
  /// The seats of all groups.
  public var seats: RecordTable<Seat> {
    get { self[Seat.self] }
    _modify { yield &self[Seat.self] }
  }
}

/// To whom a group reports, and as what.
public struct GroupParent: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "groupParent", title: "Parent",
    help: "A partnership or group that a group belongs to, and as what.")
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// The group it reports to.
  public var group: Reference<Group>?
  /// What it is to this parent: subgroup, joint subgroup, associated forum.
  public var role: String = ""
  /// Since when.
  public var from: FuzzyDate?
  /// Until when.
  public var to: FuzzyDate?
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty parent.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.optional("group", &group, "The group it reports to.")
    visitor.optional(
      "role", &role, "What it is to this parent: subgroup, joint subgroup, associated forum.")
    visitor.optional("from", &from, "Since when.")
    visitor.optional("to", &to, "Until when.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Parent and role in a line.
  public func lines(_ names: Names) -> [String] {
    var line = partnership.lines(names).joined()
    if let group { line += ", " + group.lines(names).joined() }
    if !role.isEmpty { line += " (\(role))" }
    if let from { line += ", from \(from.short)" }
    if let to { line += ", to \(to.short)" }
    return [line]
  }
}

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
  /// What sort of seat: statutory, additional, adviser, chair.
  public var standing: String = ""
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

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the seat: small letters, digits and hyphens.")
    visitor.required("title", &title, "The title of the seat as printed.")
    visitor.optional("agency", &agency, "The agency it belongs to.")
    visitor.optional(
      "standing", &standing, "What sort of seat: statutory, additional, adviser, chair.")
    visitor.optional("holders", &holders, "Who held it, earliest first.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Who holds the seat on a day, as far as is printed.
  public func holder(on day: CalendarDate) -> Tenure? { holders.last { $0.mayCover(day) } }
}

/// What a group is for and how it works, as agreed.
public struct TermsOfReference: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "termsOfReference", title: "Terms of reference",
    help: "What a group is for and how it works, as agreed.")
  /// The version in force.
  public var version: String = ""
  /// When they were agreed.
  public var agreedOn: FuzzyDate?
  /// Who agreed them.
  public var agreedBy: String = ""
  /// When they were last reviewed.
  public var reviewedOn: FuzzyDate?
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

/// The order in which partners take the chair.
public struct RotationPattern: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "rotation", title: "Rotation",
    help: "The order in which agencies take the chair, and for how long.")
  /// The first day of the first term.
  public var start: CalendarDate?
  /// How many months a term lasts.
  public var termMonths: Int = 12
  /// The agencies in the order in which they take the chair; empty when not printed.
  public var order: [Reference<Agency>] = []
  /// The words of the source.
  public var printed: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty rotation.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("start", &start, "The first day of the first term.")
    visitor.required("termMonths", &termMonths, "How many months a term lasts.")
    visitor.optional(
      "order", &order,
      "The agencies in the order in which they take the chair; empty when not printed.")
    visitor.optional("printed", &printed, "The words of the source.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// A group of the arrangements: an executive, a subgroup, a forum, a panel.
public struct Group: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "group", title: "Group",
    help: "A group of the arrangements: an executive, a subgroup, a forum, a panel.")
  /// A short id of the group: small letters, digits and hyphens.
  public var id: String = ""
  /// The name in use now or last.
  public var name: String = ""
  /// A short name for narrow columns.
  public var shortName: String = ""
  /// What sort of group it is.
  public var form: GroupForm = .subgroup
  /// Other names in print.
  public var aliases: [PrintedName] = []
  /// The partnerships and groups it belongs to, each with its role there.
  public var parents: [GroupParent] = []
  /// What it is for, in a sentence or two.
  public var purpose: String = ""
  /// The themes it covers.
  public var themes: [String] = []
  /// How often it meets.
  public var cadence: Cadence?
  /// Since when it exists or is named.
  public var from: FuzzyDate?
  /// Until when it existed.
  public var to: FuzzyDate?
  /// Its chair, where the chair does not rotate.
  public var chair: Office?
  /// The order in which the chair rotates.
  public var rotation: RotationPattern?
  /// The places at its table.
  public var seats: [Seat] = []
  /// How many members it has, where the seats are not printed.
  public var members: Measure?
  /// What it is for and how it works, as agreed.
  public var termsOfReference: TermsOfReference?
  /// The items that stand on every agenda.
  public var standingItems: [String] = []
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty group.
  public init() {}

  /// What people call it.
  public var label: String { shortName.isEmpty ? name : shortName }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the group: small letters, digits and hyphens.")
    visitor.required("name", &name, "The name in use now or last.")
    visitor.optional("shortName", &shortName, "A short name for narrow columns.")
    visitor.required("form", &form, "What sort of group it is.")
    visitor.optional("aliases", &aliases, "Other names in print.")
    visitor.required(
      "parents", &parents, "The partnerships and groups it belongs to, each with its role there.")
    visitor.optional("purpose", &purpose, "What it is for, in a sentence or two.")
    visitor.optional("themes", &themes, "The themes it covers.")
    visitor.optional("cadence", &cadence, "How often it meets.")
    visitor.optional("from", &from, "Since when it exists or is named.")
    visitor.optional("to", &to, "Until when it existed.")
    visitor.optional("chair", &chair, "Its chair, where the chair does not rotate.")
    visitor.optional("rotation", &rotation, "The order in which the chair rotates.")
    visitor.optional("seats", &seats, "The places at its table.")
    visitor.optional(
      "members", &members, "How many members it has, where the seats are not printed.")
    visitor.optional(
      "termsOfReference", &termsOfReference, "What it is for and how it works, as agreed.")
    visitor.optional("standingItems", &standingItems, "The items that stand on every agenda.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Whether the group exists on a day, as far as is printed.
  public func isLive(on day: CalendarDate) -> Bool {
    if let last = to?.last, last < day { return false }
    if let first = from?.first, first > day { return false }
    return true
  }

  /// Whether it serves more than one partnership.
  public var isJoint: Bool { Set(parents.map(\.partnership)).count > 1 }

  /// Whether its chair passes from one agency to the next.
  public var rotatesChair: Bool { rotation != nil }
}

/// What sort of group a group is.
public enum GroupForm: String, Choice {
  case executive, leadPartners, subgroup, operationalGroup, partnershipGroup, forum, network
  case board, panel, conference, linked

  /// The sort in words.
  public var title: String { inWords(rawValue) }
}

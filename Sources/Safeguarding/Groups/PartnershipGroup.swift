import Letters

/// A group of the arrangements: an executive, a subgroup, a forum, a panel.
public struct PartnershipGroup: Entity {
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
  public var type: GroupType = .subgroup
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
  /// The groups whose work it took over: one that was split stands in several, merged ones in one.
  public var successorOf: [Reference<PartnershipGroup>] = []
  /// Since when it exists or is named.
  public var from: ImpreciseDate?
  /// Until when it existed.
  public var to: ImpreciseDate?
  /// Its chair, where the chair does not rotate, or did not until the rotation began.
  public var chair: Office?
  /// The order in which the chair rotates.
  public var rotation: RotationPattern?
  /// The rotations before it and after it, each from its start.
  public var otherRotations: [RotationPattern] = []
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

  /// The same behind "the", which some names bring along.
  public var bareLabel: String {
    let rest = label.dropFirst(4)
    return label.folded.hasPrefix("the ") && !rest.isEmpty ? String(rest) : label
  }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      PartnershipGroup.self,
      first: [
        "name", "shortName", "type", "cadence", "seats", "rotation", "chair", .long("purpose"),
        "parents",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "cadence": "Meets",
    "parents": FieldWords("Belongs to", one: "partnership it belongs to"),
    "chair": FieldWords(one: "chair"),
    "rotation": FieldWords(one: "rotation of the chair"),
    "otherRotations": FieldWords("Rotations at other times", one: "rotation at another time"),
    "members": "How many members",
    "successorOf": "Took over from",
    "aliases": FieldWords(one: "other name"),
    "standingItems": "On every agenda",
  ]

  /// Its terms of reference may illustrate, or the checklist of its rotation.
  public static var mayIllustrate: Bool { true }

  /// The group without those of its parts that illustrate.
  public var published: PartnershipGroup? {
    guard termsOfReference?.illustrative == true || rotations.contains(where: \.handoverIllustrates)
    else { return nil }
    var group = self
    if termsOfReference?.illustrative == true { group.termsOfReference = nil }
    group.rotation = rotation?.published
    group.otherRotations = otherRotations.map(\.published)
    return group
  }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the group: small letters, digits and hyphens.")
    visitor.required("name", &name, "The name in use now or last.")
    visitor.optional("shortName", &shortName, "A short name for narrow columns.")
    visitor.required("type", &type, "What sort of group it is.")
    visitor.optional("aliases", &aliases, "Other names in print.")
    visitor.required(
      "parents", &parents, "The partnerships and groups it belongs to, each with its role there.")
    visitor.optional("purpose", &purpose, "What it is for, in a sentence or two.")
    visitor.optional("themes", &themes, "The themes it covers.")
    visitor.optional("cadence", &cadence, "How often it meets.")
    visitor.optional(
      "successorOf", &successorOf,
      "The groups whose work it took over: one that was split stands in several, merged ones in one."
    )
    visitor.optional("from", &from, "Since when it exists or is named.")
    visitor.optional("to", &to, "Until when it existed.")
    visitor.optional(
      "chair", &chair, "Its chair, where the chair does not rotate, or did not until it began to.")
    visitor.optional("rotation", &rotation, "The order in which the chair rotates.")
    visitor.optional(
      "otherRotations", &otherRotations,
      "Earlier and later rotations with another order, length or agencies, each with its start; a rotation holds until its end, or until the next one starts."
    )
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
    day.mayLie(from: from, to: to)
  }

  /// Whether it serves more than one partnership.
  public var isJoint: Bool { Set(parents.map(\.partnership)).count > 1 }

  /// Whether its chair passes from one agency to the next, now or at another time.
  public var rotatesChair: Bool { rotation != nil || !otherRotations.isEmpty }

  /// Whether anything is recorded of a chair beside terms.
  public var hasChair: Bool { chair != nil || rotatesChair }

  /// Every version of its rotation, earliest first; only the first can do without a start.
  public var rotations: [RotationPattern] {
    let all = otherRotations + (rotation.map { [$0] } ?? [])
    let dated = all.filter { $0.start != nil }.enumerated().sorted { left, right in
      (left.element.start?.dayNumber ?? 0, left.offset)
        < (right.element.start?.dayNumber ?? 0, right.offset)
    }.map(\.element)
    return (all.first { $0.start == nil }.map { [$0] } ?? []) + dated
  }

  /// The version of its rotation that holds on a day.
  public func rotation(on day: CalendarDate) -> RotationPattern? {
    let version = rotations.last { $0.start.map { $0 <= day } ?? true }
    return version.flatMap { version in version.end.map { day <= $0 } ?? true ? version : nil }
  }
}

/// What sort of group a group is.
public enum GroupType: String, Choice {
  case executive, leadPartners, subgroup, operationalGroup, partnershipGroup, forum, network
  case board, panel, conference, linked
  /// A multi-agency child protection team: Children Act 2004, section 16EA.
  case childProtectionTeam

  /// The sort in words.
  public var title: String {
    self == .childProtectionTeam ? "Multi-agency child protection team" : inWords(rawValue)
  }
}

extension PartnershipGroup {
  /// Where such records lie.
  public static let homes: [Home<PartnershipGroup>] = [.own("groups/*/group.json")]

  /// The whole name, where there is room for it.
  public var fullName: String { name }
}

extension Workspace {
  /// The groups that took over a group's work, in the order of the file; none where nothing says so.
  public func successors(of group: PartnershipGroup) -> [PartnershipGroup] {
    let reference = Reference<PartnershipGroup>(group.id)
    return groups.all.filter { $0.successorOf.contains(reference) }
  }

  /// The bodies that took over an agency's duties.
  public func successors(of agency: Agency) -> [Agency] {
    let reference = Reference<Agency>(agency.id)
    return agencies.all.filter { $0.successorOf.contains(reference) }
  }

  /// Executives, subgroups, forums.
  public var groups: RecordTable<PartnershipGroup> {
    get { self[PartnershipGroup.self] }
    _modify { yield &self[PartnershipGroup.self] }
  }
}

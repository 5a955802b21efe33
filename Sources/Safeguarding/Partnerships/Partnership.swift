/// A multi-agency safeguarding arrangement for an area.
public struct Partnership: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "partnership", title: "Partnership",
    help: "A safeguarding children partnership, or the board that came before it.")
  /// A short id of the partnership: small letters, digits and hyphens.
  public var id: String = ""
  /// The full name.
  public var name: String = ""
  /// The abbreviation.
  public var shortName: String = ""
  /// The area it covers.
  public var area: String = ""
  /// When it began.
  public var from: ImpreciseDate?
  /// When it ended.
  public var to: ImpreciseDate?
  /// The partnership or board before it.
  public var predecessor: Reference<Partnership>?
  /// The one that took over.
  public var successor: Reference<Partnership>?
  /// What came before it, where that is not a partnership of this workspace.
  public var predecessorNote: String = ""
  /// The month in which its reporting year begins.
  public var reportingYearFrom: MonthOfYear = .april
  /// Its reporting periods that are no such years, earliest first; years of twelve months join on.
  public var reportingPeriods: [ImpreciseDate] = []
  /// The bodies that share the duty; three in most areas, but any number.
  public var partners: [SafeguardingPartner] = []
  /// The group that leads it and whose chair rotates.
  public var executive: Reference<PartnershipGroup>?
  /// The group in which the lead safeguarding partners meet.
  public var leadGroup: Reference<PartnershipGroup>?
  /// Independent scrutineers, business manager and other offices.
  public var officers: [Office] = []
  /// What it is for, as it says itself.
  public var purposes: [String] = []
  /// Its vision.
  public var vision: String = ""
  /// The address of its website.
  public var website: String = ""
  /// The published number for urgent concerns.
  public var telephone: String = ""
  /// The strategic boards it reports to or works with.
  public var otherBoards: [Reference<Agency>] = []
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty partnership.
  public init() {}

  /// What people call it.
  public var label: String { shortName }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Partnership.self,
      first: ["name", "shortName", "area", "from", "partners", "officers", "executive"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "officers": FieldWords(one: "officer"),
    "leadGroup": "Group of the lead partners",
    "reportingYearFrom": "Reporting year from",
    "reportingPeriods": FieldWords(one: "reporting period"),
    "predecessor": "Came after",
    "successor": "Taken over by",
    "predecessorNote": "What came before",
    "purposes": "What it is for",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the partnership: small letters, digits and hyphens.")
    visitor.required("name", &name, "The full name.")
    visitor.required("shortName", &shortName, "The abbreviation.")
    visitor.optional("area", &area, "The area it covers.")
    visitor.optional("from", &from, "When it began.")
    visitor.optional("to", &to, "When it ended.")
    visitor.optional("predecessor", &predecessor, "The partnership or board before it.")
    visitor.optional("successor", &successor, "The one that took over.")
    visitor.optional(
      "predecessorNote", &predecessorNote,
      "What came before it, where that is not a partnership of this workspace.")
    visitor.optional(
      "reportingYearFrom", &reportingYearFrom, "The month in which its reporting year begins.")
    visitor.optional(
      "reportingPeriods", &reportingPeriods,
      "Reporting periods of another length, such as 2024-04/2025-08; years join on to them.")
    visitor.optional(
      "partners", &partners, "The bodies that share the duty; three in most areas, but any number.")
    visitor.optional(
      "executive", &executive,
      "The group that leads it; blank for its only group of the kind executive.")
    visitor.optional(
      "leadGroup", &leadGroup, "The group in which the lead safeguarding partners meet.")
    visitor.optional(
      "officers", &officers, "Independent scrutineers, business manager and other offices.")
    visitor.optional("purposes", &purposes, "What it is for, as it says itself.")
    visitor.optional("vision", &vision, "Its vision.")
    visitor.optional("website", &website, "The address of its website.")
    visitor.optional("telephone", &telephone, "The published number for urgent concerns.")
    visitor.optional(
      "otherBoards", &otherBoards, "The strategic boards it reports to or works with.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Partnership {
  /// Whether the partnership exists on a day, as far as is printed.
  public func isLive(on day: CalendarDate) -> Bool { day.mayLie(from: from, to: to) }
}

extension Partnership {
  /// The executive that is not named and follows from the groups, in words.
  public func following(_ context: RecordContext) -> [String: String] {
    guard executive == nil, let found = context.workspace.executive(of: self, on: context.day)
    else { return [:] }
    return [
      "executive":
        "\(context.names(PartnershipGroup.kind, found.id)), its only group of the kind executive"
    ]
  }
}

extension Workspace {
  /// The group that leads a partnership: the one it names, else its only group of the kind executive.
  public func executive(
    of partnership: Partnership, on day: CalendarDate
  ) -> Reference<PartnershipGroup>? {
    if let named = partnership.executive { return named }
    let found = groups.all.filter { group in
      group.type == .executive && group.isLive(on: day)
        && group.parents.contains { $0.partnership.id == partnership.id }
    }
    return found.count == 1 ? found.first.map { Reference($0.id) } : nil
  }
}

extension Partnership {
  /// Where such records lie.
  public static let homes: [Home<Partnership>] = [.own("partnerships/*/partnership.json")]
}

extension Workspace {
  /// Partnerships and their predecessors.
  public var partnerships: RecordTable<Partnership> {
    get { self[Partnership.self] }
    _modify { yield &self[Partnership.self] }
  }
}

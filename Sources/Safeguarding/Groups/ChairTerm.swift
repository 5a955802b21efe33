/// One term in a rotating chair.
public struct ChairTerm: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "chairTerm", title: "Chair term",
    help: "One term in a rotating chair: who, from when to when, and whether it was held.")
  /// A short id of the term: small letters, digits and hyphens.
  public var id: String = ""
  /// The group whose chair it is.
  public var group: Reference<PartnershipGroup> = ""
  /// The agency whose turn it is; none for an independent chair, or where the source names none.
  public var agency: Reference<Agency>?
  /// Who takes the chair.
  public var person: Reference<Person>?
  /// The person's title as printed.
  public var title: String = ""
  /// When the term begins.
  public var from: ImpreciseDate?
  /// When it ends.
  public var to: ImpreciseDate?
  /// A date on which a document shows this chair, where the term's days are not printed.
  public var seenOn: ImpreciseDate?
  /// Whether it was held or is planned.
  public var status: ChairTermStatus = .planned
  /// Why it differs from the pattern.
  public var reason: String = ""
  /// Whether what follows moves with this term, else the pattern keeps its dates and turns.
  public var shiftsFollowing = false
  /// What has to be done when the chair passes into this term, and what is done.
  public var handover: [HandoverItem] = []
  /// What else a reader should know.
  public var note: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty chair term.
  public init() {}

  /// The terms of each group's chair.
  public static let grouping: RecordGrouping<ChairTerm>? = RecordGrouping(by: { $0.group.id })

  /// Whether it is recorded to last beyond the day on which a later one begins.
  public func lasts(into later: ChairTerm) -> Bool { lasts(into: later.from) }

  /// Whether it is recorded to last into a term that begins then.
  func lasts(into beginning: ImpreciseDate?) -> Bool {
    guard let own = from?.first, let end = to?.first, let first = beginning?.first,
      let latest = beginning?.last
    else { return false }
    return own < first && latest < end
  }

  /// Whether a later one waits for its end where both are recorded for the same days.
  ///
  /// What was held is not moved by what was held as well, nor by what was only planned.
  func holdsBack(_ later: ChairTerm) -> Bool { later.status != .held || status == .vacant }

  /// What people call it.
  public var label: String {
    if let from { return "Term from \(from.known)" }
    return seenOn.map { "Term as printed \($0.known)" } ?? "Term, start not printed"
  }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      ChairTerm.self,
      first: [
        "agency", "person", "title", "from", "to", "status", .long("reason"),
        "shiftsFollowing",
        .long("note"),
      ], omitting: ["group"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "shiftsFollowing": "Later turns move too",
    "title": "Title in print",
    "seenOn": "Seen in the chair on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the term: small letters, digits and hyphens.")
    visitor.required("group", &group, "The group whose chair it is.")
    visitor.optional(
      "agency", &agency,
      "The agency whose turn it is; leave it out for an independent chair or where none is named.")
    visitor.optional("person", &person, "Who takes the chair.")
    visitor.optional("title", &title, "The person's title as printed.")
    visitor.optional("from", &from, "When the term begins; left out where that is not printed.")
    visitor.optional("to", &to, "When it ends; left out where nothing says so.")
    visitor.optional(
      "seenOn", &seenOn,
      "A date on which a document shows this chair, where no beginning is printed.")
    visitor.required("status", &status, "Whether it was held or is planned.")
    visitor.optional("reason", &reason, "Why it differs from the pattern.")
    visitor.optional(
      "shiftsFollowing", &shiftsFollowing,
      "True when the turns and dates that follow move with this term; false when the pattern stays."
    )
    visitor.optional(
      "handover", &handover,
      "What has to be done when the chair passes into this term, and what is done.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// Whether a term in the chair was held or is planned.
public enum ChairTermStatus: String, Choice {
  case held, planned, projected, vacant

  /// The status in words.
  public var title: String {
    switch self {
    case .held: "held"
    case .planned: "planned"
    case .projected: "by the pattern"
    case .vacant: "vacant"
    }
  }
}

extension ChairTerm {
  /// Where such records lie.
  public static let homes: [Home<ChairTerm>] = [
    .list("chairTerms", in: "groups/*/chair-terms.json", "The terms in a rotating chair.") {
      $0.group.id
    }
  ]
}

extension Workspace {
  /// Terms in rotating chairs.
  public var chairTerms: RecordTable<ChairTerm> {
    get { self[ChairTerm.self] }
    _modify { yield &self[ChairTerm.self] }
  }
}

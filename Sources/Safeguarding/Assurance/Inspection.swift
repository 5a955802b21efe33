/// An inspectorate looked at an agency, an establishment or a partnership.
public struct Inspection: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "inspection", title: "Inspection",
    help: "An inspectorate looked at an agency, an establishment or the area, and what it said.")
  /// A short id of the inspection: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that it concerns.
  public var partnership: Reference<Partnership> = ""
  /// What was inspected.
  public var title: String = ""
  /// Who inspected: Ofsted, HMICFRS, CQC, HMI Prisons.
  public var inspectorate: String = ""
  /// What kind of inspection or visit it was.
  public var type: String = ""
  /// What a visit was about.
  public var theme: String = ""
  /// The agency that was inspected.
  public var agency: Reference<Agency>?
  /// The establishment that was inspected.
  public var establishment: Reference<Establishment>?
  /// The group that follows it.
  public var group: Reference<PartnershipGroup>?
  /// When it was.
  public var on: ImpreciseDate?
  /// When the report was published.
  public var publishedOn: ImpreciseDate?
  /// What it came to, in its own words.
  public var outcome: String = ""
  /// What was judged, and how.
  public var judgements: [InspectionJudgement] = []
  /// What was invoked at once, such as an Urgent Notification.
  public var urgent: String = ""
  /// What was found.
  public var findings: [String] = []
  /// By when a reply or a plan is owed.
  public var replyDue: ImpreciseDate?
  /// When it was given.
  public var repliedOn: ImpreciseDate?
  /// Where the report stands.
  public var link: String = ""
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
      Inspection.self,
      first: [
        "partnership", .title("title"), "inspectorate", "agency", "on", "publishedOn",
        .long("outcome"), "judgements", "findings",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "on": "Inspected on",
    "type": "Kind of inspection",
    "theme": "About",
    "link": "Report",
    "agency": "Of which agency",
    "establishment": "Of which establishment",
    "urgent": "Invoked at once",
    "replyDue": "Reply by",
    "repliedOn": "Replied on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the inspection: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that it concerns.")
    visitor.required("title", &title, "What was inspected.")
    visitor.required(
      "inspectorate", &inspectorate, "Who inspected: Ofsted, HMICFRS, CQC, HMI Prisons.")
    visitor.optional("type", &type, "What kind of inspection or visit it was.")
    visitor.optional("theme", &theme, "What a visit was about.")
    visitor.optional("agency", &agency, "The agency that was inspected.")
    visitor.optional("establishment", &establishment, "The establishment that was inspected.")
    visitor.optional("group", &group, "The group that follows it.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("publishedOn", &publishedOn, "When the report was published.")
    visitor.optional("outcome", &outcome, "What it came to, in its own words.")
    visitor.optional("judgements", &judgements, "What was judged, and how.")
    visitor.optional("urgent", &urgent, "What was invoked at once, such as an Urgent Notification.")
    visitor.optional("findings", &findings, "What was found.")
    visitor.optional("replyDue", &replyDue, "By when a reply or a plan is owed.")
    visitor.optional("repliedOn", &repliedOn, "When it was given.")
    visitor.optional("link", &link, "Where the report stands.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Inspection {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<Inspection>? = RecordCheck(
    line: { _ in .third }, sort: { _ in kind.title }, on: { $0.publishedOn ?? $0.on },
    isAnnounced: false,
    result: { inspection, _ in inspection.result })

  /// How many recommendations it made, and how many of them are done by a day.
  private func recommendationWords(_ context: RecordContext) -> String {
    let made = context.workspace.recommendations.all.filter { $0.inspection?.id == id }
    if made.isEmpty { return "" }
    return "\(made.count { context.hasHappened($0.doneOn) }) of \(made.count) done"
  }

  /// What it came to; its first judgement or what the visit was about where nothing is said of it.
  public var result: String {
    if !outcome.isEmpty { return outcome }
    return judgements.first.map { "\($0.what): \($0.grade)" } ?? theme
  }

  /// Where such records lie.
  public static let homes: [Home<Inspection>] = [
    .list(
      "inspections", in: "partnerships/*/assurance.json",
      "What was looked at, when and by whom, and what was found."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Inspection>] = [
    ListColumn("title", "Inspected", isMain: true) { record, _ in record.title },
    ListColumn(field: "on").orElse("no date"),
    ListColumn("recommendations", "Asked for") { record, context in
      record.recommendationWords(context)
    }.orElse("nothing recorded"),
    ListColumn(field: "inspectorate"),
    ListColumn("outcome", "Outcome") { record, _ in record.result }.orElse("not printed"),
    ListColumn(field: "urgent"),
    ListColumn(field: "replyDue"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "inspectionReplyDue", "the inspection names the day of the reply", rule: "inspection-reply",
      "Reply to an inspection", form: .report, of: Inspection.self, due: { $0.replyDue },
      done: { $0.repliedOn })
  ]

  /// It is ticked as replied to.
  public static var tick: Tick<Inspection>? {
    .day("repliedOn", \.repliedOn)
  }
}

extension Workspace {
  /// What inspectorates looked at.
  public var inspections: RecordTable<Inspection> {
    get { self[Inspection.self] }
    _modify { yield &self[Inspection.self] }
  }
}

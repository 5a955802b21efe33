/// What a group reports to the one above it, with a rating.
public struct GroupReport: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "groupReport", title: "Report up",
    help:
      "What a group reports to the one above it: how it stands, what was achieved, what is asked for."
  )
  /// A short id of the report: small letters, digits and hyphens.
  public var id: String = ""
  /// The group that reports.
  public var group: Reference<PartnershipGroup> = ""
  /// The group that it reports to.
  public var to: Reference<PartnershipGroup>?
  /// The period that it is about.
  public var period: ImpreciseDate?
  /// By when it is owed.
  public var due: ImpreciseDate?
  /// When it was sent.
  public var sentOn: ImpreciseDate?
  /// The meeting that hears it.
  public var meeting: Reference<Meeting>?
  /// How the group stands.
  public var rating: Rating?
  /// How things stand, in a few sentences.
  public var summary: String = ""
  /// What was achieved.
  public var achieved: [String] = []
  /// What gives cause for concern.
  public var concerns: [String] = []
  /// What is asked of the group above.
  public var asks: [String] = []
  /// What was answered.
  public var answer: String = ""
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
  public var label: String { "Report up\(period.map { ", \($0.short)" } ?? "")" }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      GroupReport.self,
      first: [
        "group", "to", "period", "due", "sentOn", "rating", .long("summary"), "achieved",
        "concerns", "asks",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "to": "To which group",
    "asks": "What it asks for",
    "answer": "What was answered",
    "due": "To be sent by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the report: small letters, digits and hyphens.")
    visitor.required("group", &group, "The group that reports.")
    visitor.optional("to", &to, "The group that it reports to.")
    visitor.optional("period", &period, "The period that it is about.")
    visitor.optional("due", &due, "By when it is owed.")
    visitor.optional("sentOn", &sentOn, "When it was sent.")
    visitor.optional("meeting", &meeting, "The meeting that hears it.")
    visitor.optional("rating", &rating, "How the group stands.")
    visitor.optional("summary", &summary, "How things stand, in a few sentences.")
    visitor.optional("achieved", &achieved, "What was achieved.")
    visitor.optional("concerns", &concerns, "What gives cause for concern.")
    visitor.optional("asks", &asks, "What is asked of the group above.")
    visitor.optional("answer", &answer, "What was answered.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension GroupReport {
  /// Where such records lie.
  public static let homes: [Home<GroupReport>] = [
    .list("groupReports", in: "groups/*/work.json", "What the group looks at, and what it reports.")
    {
      $0.group.id
    }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<GroupReport>] = [
    ListColumn("group", "Group", isMain: true) { record, context in
      context.names(PartnershipGroup.kind, record.group.id)
    },
    ListColumn("rating", "Rated") { record, context in
      record.isSent(by: context) ? record.rating?.level ?? "not rated" : ""
    }.orElse("not sent"),
    ListColumn(field: "period").orElse("no date"),
    ListColumn(
      "sent", "Sent", isStanding: true,
      order: { $0.isSent(by: $1) ? .init($0.sentOn) : .text($0.due?.iso ?? "") }
    ) { record, context in
      if record.isSent(by: context) { return record.sentOn?.wholeInList(on: context.day) ?? "yes" }
      guard let due = record.due?.last else { return "not sent" }
      return due < context.day ? "overdue" : "not yet"
    },
    ListColumn(field: "due").orElse("no date"),
    ListColumn("asks", "Asks for") { record, _ in record.asks.joined(separator: "; ") },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "groupReportDue", "the report names the day by which it is sent", rule: "group-report",
      "Report up", form: .report, of: GroupReport.self
    ) { record, context in
      let group = context.names(PartnershipGroup.kind, record.group.id)
      return [
        Owed(
          "\(group): report up\(record.period.map { ", \($0.short)" } ?? "")", due: record.due,
          isDone: record.sentOn != nil, doneOn: record.sentOn)
      ]
    }
  ]

  /// Whether it was sent by a day; before that nobody knows how the group stands.
  public func isSent(by context: RecordContext) -> Bool { context.hasHappened(sentOn) }

  /// It is ticked as sent.
  public static var tick: Tick<GroupReport>? {
    .day("sentOn", \.sentOn)
  }
}

extension Workspace {
  /// What groups report to those above them.
  public var groupReports: RecordTable<GroupReport> {
    get { self[GroupReport.self] }
    _modify { yield &self[GroupReport.self] }
  }
}

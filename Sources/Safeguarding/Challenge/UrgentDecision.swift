/// Something decided between two meetings, to be minuted at the next.
public struct UrgentDecision: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "urgentDecision", title: "Decision between meetings",
    help: "Something that was decided between two meetings; it is to be minuted at the next one.")
  /// A short id of the decision: small letters, digits and hyphens.
  public var id: String = ""
  /// The group for which it was decided.
  public var group: Reference<PartnershipGroup> = ""
  /// What was decided, as a sentence.
  public var text: String = ""
  /// When it was.
  public var decidedOn: ImpreciseDate?
  /// Who decided.
  public var by: [Owner] = []
  /// Why it could not wait.
  public var because: String = ""
  /// The partnerships for which it holds; all of the group where none is named.
  public var decidedFor: [Reference<Partnership>] = []
  /// The meeting whose minutes record it.
  public var minutedAt: Reference<Meeting>?
  /// When it was minuted.
  public var minutedOn: ImpreciseDate?
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

  /// The partnerships for which it holds.
  public var partnerships: [Reference<Partnership>] { decidedFor }

  /// What people call it.
  public var label: String { text }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      UrgentDecision.self,
      first: [
        "group", .title("text"), "decidedOn", "by", .long("because"), "minutedAt", "minutedOn",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "by": "Decided by",
    "because": "Why it could not wait",
    "decidedFor": "Holds for",
    "minutedAt": "Minuted at",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the decision: small letters, digits and hyphens.")
    visitor.required("group", &group, "The group for which it was decided.")
    visitor.required("text", &text, "What was decided, as a sentence.")
    visitor.optional("decidedOn", &decidedOn, "When it was.")
    visitor.optional("by", &by, "Who decided.")
    visitor.optional("because", &because, "Why it could not wait.")
    visitor.optional(
      "decidedFor", &decidedFor,
      "The partnerships for which it holds; all of the group where none is named.")
    visitor.optional("minutedAt", &minutedAt, "The meeting whose minutes record it.")
    visitor.optional("minutedOn", &minutedOn, "When it was minuted.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension UrgentDecision {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<UrgentDecision>] = [
    .list("urgentDecisions", in: "groups/*/decisions.json", "What was decided between meetings.") {
      $0.group.id
    }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<UrgentDecision>] = [
    ListColumn("text", "What was decided", isMain: true) { record, _ in record.text },
    ListColumn(
      "minuted", "Minuted", isStanding: true,
      order: { $1.hasHappened($0.minutedOn) ? .init($0.minutedOn) : .text("not yet") }
    ) { record, context in
      context.hasHappened(record.minutedOn)
        ? record.minutedOn?.wholeInList(on: context.day) ?? "yes" : "not yet"
    },
    ListColumn(field: "decidedOn").orElse("no date"),
    ListColumn(field: "group"),
    ListColumn(field: "by"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "urgentDecisionDue", "what is decided between meetings is minuted at the next one",
      rule: "urgent-decision", "Decision to be minuted", form: .minutes, of: UrgentDecision.self
    ) { record, context in
      guard let decided = record.decidedOn?.last else { return [] }
      let meetings: [Meeting] = context.workspace.meetings(of: record.group)
      let next = meetings.first { meeting in
        meeting.status != .cancelled && (meeting.date?.last ?? decided) > decided
      }
      return [
        Owed(
          record.text, due: next?.date, isDone: record.minutedOn != nil, doneOn: record.minutedOn)
      ]
    }
  ]

  /// It is ticked as minuted.
  public static var tick: Tick<UrgentDecision>? {
    .day("minutedOn", \.minutedOn)
  }
}

extension Workspace {
  /// What was decided between meetings.
  public var urgentDecisions: RecordTable<UrgentDecision> {
    get { self[UrgentDecision.self] }
    _modify { yield &self[UrgentDecision.self] }
  }
}

/// Something that a group looks at in a month of its work programme.
public struct WorkItem: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "workItem", title: "Work item",
    help: "Something that a group looks at by a date, as its work programme says.")
  /// A short id of the item: small letters, digits and hyphens.
  public var id: String = ""
  /// The group.
  public var group: Reference<PartnershipGroup> = ""
  /// What it looks at.
  public var title: String = ""
  /// Who brings it.
  public var owners: [Owner] = []
  /// By when, often a month.
  public var due: ImpreciseDate?
  /// How often it comes back.
  public var every: Cadence?
  /// When the group looked at it last.
  public var doneOn: ImpreciseDate?
  /// The meeting at which it was looked at.
  public var meeting: Reference<Meeting>?
  /// The indicator that it is about.
  public var indicator: Reference<Indicator>?
  /// What came of it.
  public var outcome: String = ""
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
      WorkItem.self,
      first: ["group", .title("title"), "owners", "due", "every", "doneOn", .long("outcome")])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "owners": "Brought by",
    "every": "Comes back",
    "doneOn": "Looked at on",
    "outcome": "What came of it",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the item: small letters, digits and hyphens.")
    visitor.required("group", &group, "The group.")
    visitor.required("title", &title, "What it looks at.")
    visitor.optional("owners", &owners, "Who brings it.")
    visitor.optional("due", &due, "By when, often a month.")
    visitor.optional("every", &every, "How often it comes back.")
    visitor.optional("doneOn", &doneOn, "When the group looked at it last.")
    visitor.optional("meeting", &meeting, "The meeting at which it was looked at.")
    visitor.optional("indicator", &indicator, "The indicator that it is about.")
    visitor.optional("outcome", &outcome, "What came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension WorkItem {
  /// Where such records lie.
  public static let homes: [Home<WorkItem>] = [
    .list("workItems", in: "groups/*/work.json", "What the group looks at, and what it reports.") {
      $0.group.id
    }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<WorkItem>] = [
    ListColumn("title", "What is looked at", isMain: true) { record, _ in record.title },
    ListColumn("due", "By") { record, _ in record.dueNext }.orElse("no date"),
    ListColumn(field: "group"),
    ListColumn(field: "owners").orElse("nobody named"),
    ListColumn(field: "every"),
    ListColumn.standing { record, context in record.state(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "workItemDue", "the work programme names the month", rule: "work-item", "Work programme",
      form: .report, of: WorkItem.self
    ) { record, _ in
      [Owed(record.title, due: record.dueNext, isDone: record.isDone, doneOn: record.doneOn)]
    }
  ]

  /// It is ticked as looked at.
  public static var tick: Tick<WorkItem>? {
    Tick(
      fields: ["doneOn"], isDone: { $0.isDone },
      set: { item, day in item.doneOn = day.map { ImpreciseDate($0) } })
  }

  /// By when the group looks at it next: what comes back is due again after it was looked at.
  public var dueNext: ImpreciseDate? {
    guard let every, let last = doneOn?.last else { return due }
    if let due = due?.last, due > last { return self.due }
    return ImpreciseDate(every.next(after: last))
  }

  /// Whether it was looked at and does not come back.
  public var isDone: Bool { doneOn != nil && every == nil }

  /// How it stands by a day.
  public func state(_ context: RecordContext) -> String {
    if isDone, context.hasHappened(doneOn) { return "done" }
    guard let last = dueNext?.last else { return "no date" }
    return last < context.day ? "overdue" : "planned"
  }
}

extension Workspace {
  /// What groups look at and when.
  public var workItems: RecordTable<WorkItem> {
    get { self[WorkItem.self] }
    _modify { yield &self[WorkItem.self] }
  }
}

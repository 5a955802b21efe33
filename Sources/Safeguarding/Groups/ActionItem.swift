/// Something somebody has to do: an action, a recommendation, a practice change, a next step.
public struct ActionItem: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "action", title: "Action",
    help:
      "Something somebody has to do: an action, a recommendation, a practice change, a next step.")
  /// A short id of the action: small letters, digits and hyphens.
  public var id: String = ""
  /// The group that watches over it.
  public var group: Reference<PartnershipGroup> = ""
  /// Where it comes from.
  public var origin: ActionOrigin = .meeting
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// The heading it stands under.
  public var area: String = ""
  /// What has to be done, as a sentence.
  public var title: String = ""
  /// Who has to do it; somebody outside the partnership is possible.
  public var owners: [Owner] = []
  /// When it is due; its last possible day counts.
  public var due: ImpreciseDate?
  /// How often it returns after it was done; none for what is done once.
  public var repeats: Cadence?
  /// What it is to reach, where that has several dates.
  public var targets: [ActionTarget] = []
  /// Later dates that were agreed, earliest first; the first date stays as "due".
  public var extensions: [Extension] = []
  /// How it stands.
  public var status: ActionStatus = .open
  /// When it was finished.
  public var doneOn: ImpreciseDate?
  /// When it was agreed.
  public var raisedOn: ImpreciseDate?
  /// The review that recommended it.
  public var review: Reference<Review>?
  /// The meeting that agreed it.
  public var meeting: Reference<Meeting>?
  /// The plan it belongs to.
  public var plan: Reference<Plan>?
  /// The number of the priority in that plan.
  public var priority: String = ""
  /// Who checks whether it changed practice.
  public var evaluatedBy: String = ""
  /// When that is checked.
  public var evaluateOn: ImpreciseDate?
  /// How it is getting on.
  public var progress: [ProgressNote] = []
  /// What shows that it was done.
  public var evidence: [String] = []
  /// What shows that it changed something.
  public var impact: [String] = []
  /// How it was judged to be getting on, judgement by judgement.
  public var ratings: [Rating] = []
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty action.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      ActionItem.self,
      first: [.title("title"), "owners", "due", "status", .long(FormLayout.addedNote)],
      then: [
        "evidence", "impact", "doneOn", .long("note"), "review", "meeting", "plan", "priority",
        "area", "number", "evaluatedBy", "evaluateOn",
      ], omitting: ["group"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "origin": "Comes from",
    "evaluatedBy": "Effect checked by",
    "evaluateOn": "Effect checked on",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the action: small letters, digits and hyphens.")
    visitor.required("group", &group, "The group that watches over it.")
    visitor.optional("origin", &origin, "Where it comes from.")
    visitor.optional("number", &number, "The number as printed: a label, not a count.")
    visitor.optional("area", &area, "The heading it stands under.")
    visitor.required("title", &title, "What has to be done, as a sentence.")
    visitor.optional(
      "owners", &owners, "Who has to do it; somebody outside the partnership is possible.")
    visitor.optional("due", &due, "When it is due; its last possible day counts.")
    visitor.optional(
      "repeats", &repeats, "How often it returns after it was done; left out for what is done once."
    )
    visitor.optional("targets", &targets, "What it is to reach, where that has several dates.")
    visitor.optional(
      "extensions", &extensions,
      "Later dates that were agreed, earliest first; the first date stays as \"due\".")
    visitor.required("status", &status, "How it stands.")
    visitor.optional("doneOn", &doneOn, "When it was finished.")
    visitor.optional("raisedOn", &raisedOn, "When it was agreed.")
    visitor.optional("review", &review, "The review that recommended it.")
    visitor.optional("meeting", &meeting, "The meeting that agreed it.")
    visitor.optional("plan", &plan, "The plan it belongs to.")
    visitor.optional("priority", &priority, "The number of the priority in that plan.")
    visitor.optional("evaluatedBy", &evaluatedBy, "Who checks whether it changed practice.")
    visitor.optional("evaluateOn", &evaluateOn, "When that is checked.")
    visitor.optional("progress", &progress, "How it is getting on.")
    visitor.optional("evidence", &evidence, "What shows that it was done.")
    visitor.optional("impact", &impact, "What shows that it changed something.")
    visitor.optional(
      "ratings", &ratings, "How it was judged to be getting on, judgement by judgement.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Whether somebody still has to do it.
  public var isOpen: Bool { status == .open || status == .started }

  /// Whether somebody still has to do it and nothing says by when.
  public var hasNoDate: Bool {
    isOpen && due?.last == nil && targets.allSatisfy { $0.due?.last == nil }
      && extensions.allSatisfy { $0.to?.last == nil } && (repeats == nil || raisedOn?.last == nil)
  }

  /// Whether somebody still has to do it although its last possible day has gone by.
  public func isOverdue(on day: CalendarDate) -> Bool { missedDay(on: day) != nil }

  /// The earliest of its last possible days that has gone by, while somebody still has to do it: its own
  /// date, or one of those that it is to reach on the way.
  public func missedDay(on day: CalendarDate) -> CalendarDate? {
    guard isOpen else { return nil }
    // A later date was agreed for all that it is to reach.
    let agreed = extensions.last?.to
    var missed: CalendarDate?
    if let last = (agreed ?? due)?.last, last < day { missed = last }
    for target in targets where target.doneOn == nil {
      guard let last = (agreed ?? target.due)?.last, last < day else { continue }
      missed = min(missed ?? last, last)
    }
    return missed
  }

  /// Whether it was done after its last possible day; one that returns is owed by its next date.
  public var wasDoneLate: Bool {
    guard status == .done, repeats == nil, let done = doneOn?.first,
      let last = (extensions.last?.to ?? due)?.last
    else { return false }
    return last < done
  }
}

/// Where an action comes from.
public enum ActionOrigin: String, Choice {
  case meeting, recommendation, practiceChange, nextStep, commitment, plan

  /// The origin in words.
  public var title: String { inWords(rawValue) }
}

/// How an action stands.
public enum ActionStatus: String, Choice {
  case open, started, done, dropped
  /// The source does not say how it stands.
  case unknown

  /// The status in words.
  public var title: String {
    switch self {
    case .open: "open"
    case .started: "under way"
    case .done: "done"
    case .dropped: "dropped"
    case .unknown: "not reported"
    }
  }
}

extension ActionItem {
  /// Where such records lie.
  public static let homes: [Home<ActionItem>] = [
    .list(
      "actions", in: "groups/*/actions.json",
      "The actions, recommendations and next steps that the group watches over."
    ) { $0.group.id }
  ]
}

extension ActionItem {
  /// Whoever has to do it says how it is getting on.
  public static var ownFields: Set<String> { Access.ownFields }
  /// It is ticked by its status and the day on which it was finished.
  public static var tick: Tick<ActionItem>? {
    Tick(
      fields: ["status", "doneOn"], isDone: { !$0.isOpen && $0.status != .unknown },
      set: { action, day in
        action = day.map { action.completed(on: $0) } ?? action.reopened()
      })
  }
}

extension Workspace {
  /// Actions, recommendations, practice changes and next steps.
  public var actions: RecordTable<ActionItem> {
    get { self[ActionItem.self] }
    _modify { yield &self[ActionItem.self] }
  }
}

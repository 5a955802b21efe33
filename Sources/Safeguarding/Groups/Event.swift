/// A conference, a leadership event or a development day.
public struct Event: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "event", title: "Event",
    help:
      "A conference, a leadership event or a development day: its topics, who came, and what came of it."
  )
  /// A short id of the event: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// What sort of event it is.
  public var form: EventForm = .conference
  /// When it was.
  public var on: ImpreciseDate?
  /// The group that holds it.
  public var group: Reference<PartnershipGroup>?
  /// The meeting that it was.
  public var meeting: Reference<Meeting>?
  /// Its topics.
  public var topics: [String] = []
  /// How many came.
  public var came: Measure?
  /// Who took part, by agency or office.
  public var participants: [String] = []
  /// What came of it.
  public var led: [String] = []
  /// The plan that it led to.
  public var plan: Reference<Plan>?
  /// By when it is to be held.
  public var due: ImpreciseDate?
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
      Event.self,
      first: ["partnership", .title("title"), "form", "due", "on", "topics", "came", "led"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "on": "Held on",
    "due": "To be held by",
    "came": "How many came",
    "participants": "Who took part",
    "led": "What came of it",
    "plan": "Plan that it led to",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the event: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What it is called.")
    visitor.required("form", &form, "What sort of event it is.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("group", &group, "The group that holds it.")
    visitor.optional("meeting", &meeting, "The meeting that it was.")
    visitor.optional("topics", &topics, "Its topics.")
    visitor.optional("came", &came, "How many came.")
    visitor.optional("participants", &participants, "Who took part, by agency or office.")
    visitor.optional("led", &led, "What came of it.")
    visitor.optional("plan", &plan, "The plan that it led to.")
    visitor.optional("due", &due, "By when it is to be held.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Event {
  /// Where such records lie.
  public static let homes: [Home<Event>] = [
    .list(
      "events", in: "partnerships/*/events.json",
      "Conferences, leadership events and development days."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Event>] = [
    ListColumn("title", "Event", isMain: true) { record, _ in record.title },
    ListColumn("on", "When") { event, _ in event.day }.orElse("no date"),
    ListColumn(field: "form"),
    ListColumn(field: "came").orElse("not printed"),
    ListColumn(field: "topics"),
    ListColumn("led", "Came to") { record, _ in record.led.joined(separator: "; ") },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "eventDue", "the event names the day by which it is held", rule: "event-due", "Event",
      form: .event, of: Event.self, due: { $0.due }, done: { $0.on })
  ]

  /// When it was held, or is to be.
  public var day: ImpreciseDate? { on ?? due }

  /// It is ticked as held.
  public static var tick: Tick<Event>? {
    .day("on", \.on)
  }
}

/// What sort of event it is.
public enum EventForm: String, Choice {
  case leadershipEvent, developmentDay, conference, forum, launch

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .leadershipEvent: "leadership event"
    case .developmentDay: "development day"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// Conferences and other events.
  public var events: RecordTable<Event> {
    get { self[Event.self] }
    _modify { yield &self[Event.self] }
  }
}

/// A meeting of a group: its agenda, who came, what was decided.
public struct Meeting: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "meeting", title: "Meeting",
    help: "A meeting of a group: its agenda and papers, who came, what was decided.")
  /// A short id of the meeting: small letters, digits and hyphens.
  public var id: String = ""
  /// The group that meets.
  public var group: Reference<PartnershipGroup> = ""
  /// The day of the meeting.
  public var date: ImpreciseDate?
  /// The time of day, such as 10:00.
  public var time: String = ""
  /// Whether it was held, is planned or was cancelled.
  public var status: MeetingStatus = .planned
  /// A title where it has one of its own.
  public var title: String = ""
  /// Where, or online.
  public var place: String = ""
  /// The agenda, in order.
  public var agenda: [AgendaItem] = []
  /// Who came and who sent apologies.
  public var attendance: [Attendance] = []
  /// How many came, where only the number is printed.
  public var attendees: Measure?
  /// What was decided.
  public var decisions: [Decision] = []
  /// The day by which papers go out.
  public var papersDueOn: CalendarDate?
  /// When the minutes were agreed.
  public var minutesAgreedOn: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty meeting.
  public init() {}

  /// What people call it.
  public var label: String {
    "\(title.isEmpty ? "Meeting" : title) of \(date?.short ?? "an unknown day")"
  }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Meeting.self,
      first: [
        "date", "time", "status", "title", "place", "papersDueOn", "minutesAgreedOn",
        .long("note"),
      ], omitting: ["group"])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "attendees": "How many came"
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the meeting: small letters, digits and hyphens.")
    visitor.required("group", &group, "The group that meets.")
    visitor.required("date", &date, "The day of the meeting.")
    visitor.optional("time", &time, "The time of day, such as 10:00.")
    visitor.required("status", &status, "Whether it was held, is planned or was cancelled.")
    visitor.optional("title", &title, "A title where it has one of its own.")
    visitor.optional("place", &place, "Where, or online.")
    visitor.optional("agenda", &agenda, "The agenda, in order.")
    visitor.optional("attendance", &attendance, "Who came and who sent apologies.")
    visitor.optional("attendees", &attendees, "How many came, where only the number is printed.")
    visitor.optional("decisions", &decisions, "What was decided.")
    visitor.optional("papersDueOn", &papersDueOn, "The day by which papers go out.")
    visitor.optional("minutesAgreedOn", &minutesAgreedOn, "When the minutes were agreed.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Whether it was held on a day or earlier, as far as its date says.
  func wasHeld(by day: CalendarDate) -> Bool {
    status == .held && (date?.first.map { $0 <= day } ?? false)
  }

  /// Whether it is planned for a day or later, as far as its date says.
  public func isPlanned(from day: CalendarDate) -> Bool {
    status == .planned && (date?.last.map { day <= $0 } ?? false)
  }

  /// How many papers the agenda asks for and how many have come in.
  public var papers: (received: Int, all: Int) {
    let papers = agenda.flatMap(\.papers)
    return (papers.filter { $0.receivedOn != nil }.count, papers.count)
  }
}

/// Whether somebody came to a meeting.
public enum AttendanceStatus: String, Choice {
  case present, apologies, absent

  /// The status in words.
  public var title: String { rawValue }
}

/// What an agenda item wants of the meeting.
public enum AgendaPurpose: String, Choice {
  case decision, discussion, assurance, information

  /// The purpose in words.
  public var title: String { "for \(rawValue)" }
}

/// Whether a meeting was held.
public enum MeetingStatus: String, Choice {
  case planned, held, cancelled

  /// The status in words.
  public var title: String { rawValue }
}

extension Meeting {
  /// Where such records lie.
  public static let homes: [Home<Meeting>] = [
    .list("meetings", in: "groups/*/meetings.json", "The group's meetings, held and planned.") {
      $0.group.id
    }
  ]
}

extension Workspace {
  /// Meetings of all groups.
  public var meetings: RecordTable<Meeting> {
    get { self[Meeting.self] }
    _modify { yield &self[Meeting.self] }
  }
}

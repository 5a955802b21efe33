/// Who came to a meeting, who sent apologies.
public struct Attendance: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "attendance", title: "Attendance",
    help: "One seat or person at a meeting.")
  /// The seat.
  public var seat: Reference<Seat>?
  /// The person who came.
  public var person: Reference<Person>?
  /// The agency, where no seat is printed.
  public var agency: Reference<Agency>?
  /// Present, apologies or absent.
  public var status: AttendanceStatus = .present
  /// Why not.
  public var reason: String = ""
  /// Who came instead.
  public var deputy: String = ""

  /// An empty attendance.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("seat", &seat, "The seat.")
    visitor.optional("person", &person, "The person who came.")
    visitor.optional("agency", &agency, "The agency, where no seat is printed.")
    visitor.required("status", &status, "Present, apologies or absent.")
    visitor.optional("reason", &reason, "Why not.")
    visitor.optional("deputy", &deputy, "Who came instead.")
  }

  /// Who and how in a line.
  public func lines(_ names: Names) -> [String] {
    let who = [seat?.lines(names), person?.lines(names), agency?.lines(names)]
      .compactMap { $0?.joined() }.joined(separator: ", ")
    let detail = [reason, deputy.isEmpty ? "" : "deputy: \(deputy)"].filter { !$0.isEmpty }
    return [([who + ": " + status.title] + detail).joined(separator: "; ")]
  }
}

/// A paper for an agenda item.
public struct Paper: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "paper", title: "Paper",
    help: "A paper for an agenda item, and whether it has come in.")
  /// The title.
  public var title: String = ""
  /// Who writes it.
  public var owner: Owner?
  /// When it is due out.
  public var dueOn: CalendarDate?
  /// When it came in.
  public var receivedOn: CalendarDate?

  /// An empty paper.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("title", &title, "The title.")
    visitor.optional("owner", &owner, "Who writes it.")
    visitor.optional("dueOn", &dueOn, "When it is due out.")
    visitor.optional("receivedOn", &receivedOn, "When it came in.")
  }

  /// Title, owner and whether it has come in.
  public func lines(_ names: Names) -> [String] {
    var line = title
    if let owner { line += ", " + owner.lines(names).joined() }
    if let receivedOn {
      line += ", received \(receivedOn.short)"
    } else if let dueOn {
      line += ", due \(dueOn.short)"
    }
    return [line]
  }
}

/// One item of an agenda.
public struct AgendaItem: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "agendaItem", title: "Agenda item",
    help: "One item of an agenda.")
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// What it is about.
  public var title: String = ""
  /// Who leads it.
  public var lead: Owner?
  /// What is wanted of the meeting.
  public var purpose: AgendaPurpose = .discussion
  /// How many minutes it is given.
  public var minutes: Int?
  /// Its papers.
  public var papers: [Paper] = []
  /// What came of it.
  public var outcome: String = ""
  /// What else a reader should know.
  public var note: String = ""

  /// An empty agenda item.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("number", &number, "The number as printed: a label, not a count.")
    visitor.required("title", &title, "What it is about.")
    visitor.optional("lead", &lead, "Who leads it.")
    visitor.optional("purpose", &purpose, "What is wanted of the meeting.")
    visitor.optional("minutes", &minutes, "How many minutes it is given.")
    visitor.optional("papers", &papers, "Its papers.")
    visitor.optional("outcome", &outcome, "What came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
  }

  /// Number, title, lead and outcome.
  public func lines(_ names: Names) -> [String] {
    var line = [number, title].filter { !$0.isEmpty }.joined(separator: " ")
    line += " (\(purpose.title))"
    if let lead { line += ", " + lead.lines(names).joined() }
    return [line] + papers.flatMap { $0.lines(names).map { "  paper: " + $0 } }
      + (outcome.isEmpty ? [] : ["  outcome: " + outcome])
  }
}

/// What a meeting decided.
public struct Decision: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "decision", title: "Decision",
    help: "What a meeting decided.")
  /// The number as printed.
  public var number: String = ""
  /// What was decided, as a sentence.
  public var text: String = ""
  /// Who carries it out.
  public var owner: Owner?
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty decision.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional("number", &number, "The number as printed.")
    visitor.required("text", &text, "What was decided, as a sentence.")
    visitor.optional("owner", &owner, "Who carries it out.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Number, text and owner.
  public func lines(_ names: Names) -> [String] {
    var line = [number, text].filter { !$0.isEmpty }.joined(separator: " ")
    if let owner { line += " (" + owner.lines(names).joined() + ")" }
    return [line]
  }
}

/// A meeting of a group: its agenda, who came, what was decided.
public struct Meeting: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "meeting", title: "Meeting",
    help: "A meeting of a group: its agenda and papers, who came, what was decided.")
  /// A short id of the meeting: small letters, digits and hyphens.
  public var id: String = ""
  /// The group that meets.
  public var group: Reference<Group> = ""
  /// The day of the meeting.
  public var date: FuzzyDate?
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
  public var minutesAgreedOn: FuzzyDate?
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty meeting.
  public init() {}

  /// What people call it.
  public var label: String {
    "\(title.isEmpty ? "Meeting" : title) of \(date?.short ?? "an unknown day")"
  }

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

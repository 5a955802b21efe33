/// A look at practice: cases on a theme, a deep dive, an agency's own audit.
public struct Audit: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "audit", title: "Audit",
    help:
      "A look at practice on a theme, with cases counted and never described, what was good and what was not."
  )
  /// A short id of the audit: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership for which it is done.
  public var partnership: Reference<Partnership> = ""
  /// The theme.
  public var title: String = ""
  /// What sort of audit it is.
  public var form: AuditForm = .multiAgency
  /// The line of assurance: first, second or third.
  public var line: AssuranceLine?
  /// The group that does it.
  public var group: Reference<PartnershipGroup>?
  /// Who sees to it.
  public var owners: [Owner] = []
  /// The agencies whose work is looked at.
  public var agencies: [Reference<Agency>] = []
  /// The year or quarter of the programme that it belongs to.
  public var period: ImpreciseDate?
  /// When it is to be finished.
  public var due: ImpreciseDate?
  /// When it was finished.
  public var doneOn: ImpreciseDate?
  /// When it was reported.
  public var reportedOn: ImpreciseDate?
  /// How many cases are to be looked at.
  public var planned: Measure?
  /// How many cases were looked at.
  public var cases: Measure?
  /// How many cases were graded how.
  public var grades: [AuditGrade] = []
  /// The scale that its grades are words of.
  public var scale: Reference<RatingScale>?
  /// What was good.
  public var strengths: [String] = []
  /// What has to be better.
  public var areas: [String] = []
  /// The group that the actions were handed to.
  public var handedTo: Reference<PartnershipGroup>?
  /// The actions that came of it.
  public var actions: [Reference<ActionItem>] = []
  /// The audit whose theme it takes up again.
  public var repeats: Reference<Audit>?
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
      Audit.self,
      first: [
        "partnership", .title("title"), "form", "group", "period", "due", "doneOn", "cases",
        "strengths", "areas", "actions",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "line": "Line of assurance",
    "agencies": "Whose work",
    "period": "Programme of",
    "due": "To be finished by",
    "doneOn": "Finished on",
    "planned": "Cases to be looked at",
    "cases": "Cases looked at",
    "areas": "What has to be better",
    "strengths": "What was good",
    "handedTo": "Actions handed to",
    "repeats": "Takes up again",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the audit: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership for which it is done.")
    visitor.required("title", &title, "The theme.")
    visitor.required("form", &form, "What sort of audit it is.")
    visitor.optional("line", &line, "The line of assurance: first, second or third.")
    visitor.optional("group", &group, "The group that does it.")
    visitor.optional("owners", &owners, "Who sees to it.")
    visitor.optional("agencies", &agencies, "The agencies whose work is looked at.")
    visitor.optional("period", &period, "The year or quarter of the programme that it belongs to.")
    visitor.optional("due", &due, "When it is to be finished.")
    visitor.optional("doneOn", &doneOn, "When it was finished.")
    visitor.optional("reportedOn", &reportedOn, "When it was reported.")
    visitor.optional("planned", &planned, "How many cases are to be looked at.")
    visitor.optional("cases", &cases, "How many cases were looked at.")
    visitor.optional("grades", &grades, "How many cases were graded how.")
    visitor.optional("scale", &scale, "The scale that its grades are words of.")
    visitor.optional("strengths", &strengths, "What was good.")
    visitor.optional("areas", &areas, "What has to be better.")
    visitor.optional("handedTo", &handedTo, "The group that the actions were handed to.")
    visitor.optional("actions", &actions, "The actions that came of it.")
    visitor.optional("repeats", &repeats, "The audit whose theme it takes up again.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Audit {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<Audit>? = RecordCheck(
    line: \.lineOrUsual, sort: { "Audit, \($0.form.title)" },
    on: \.day, result: { $0.stage($1) })

  /// Where such records lie.
  public static let homes: [Home<Audit>] = [
    .list(
      "audits", in: "partnerships/*/assurance.json",
      "What was looked at, when and by whom, and what was found."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Audit>] = [
    ListColumn("title", "Theme", isMain: true) { record, _ in record.title },
    ListColumn("on", "When") { record, _ in record.day }.orElse("no date"),
    ListColumn("cases", "Cases") { record, _ in record.casesWords }.orElse("not printed"),
    ListColumn(field: "form"),
    ListColumn(field: "group"),
    ListColumn.standing { record, context in record.stage(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "auditDue", "the audit names the day by which it is finished", rule: "audit-due",
      "Audit", form: .audit, of: Audit.self, due: { $0.due }, done: { $0.doneOn ?? $0.reportedOn })
  ]

  /// It is ticked as finished.
  public static var tick: Tick<Audit>? {
    .day("doneOn", \.doneOn)
  }

  /// The line of assurance that it says, else the one that audits of its sort usually are.
  public var lineOrUsual: AssuranceLine {
    if let line { return line }
    switch form {
    case .singleAgency, .selfEvaluation: return .first
    case .multiAgency, .casework, .policyAudit, .oversight, .benchmarking, .assurance:
      return .second
    case .deepDive: return .third
    }
  }

  /// How far it has come by a day.
  public func stage(_ context: RecordContext) -> String {
    if context.hasHappened(reportedOn) { return "reported" }
    if context.hasHappened(doneOn) {
      return actions.isEmpty ? "finished" : counted(actions.count, "action")
    }
    if let last = due?.last { return last < context.day ? "overdue" : "planned" }
    if doneOn != nil || reportedOn != nil { return "planned" }
    guard let first = period?.first, let last = period?.last else { return "no date" }
    if first > context.day { return "planned" }
    if !(strengths.isEmpty && areas.isEmpty && grades.isEmpty) { return "findings printed" }
    return last <= context.day ? "result not printed" : "under way"
  }

  /// When it was, or is to be: the day of its report before that of its work.
  public var day: ImpreciseDate? { reportedOn ?? doneOn ?? due ?? period }

  /// How many cases were looked at, of how many.
  public var casesWords: String {
    switch (cases, planned) {
    case (let cases?, let planned?): "\(cases.text) of \(planned.text)"
    case (let cases?, nil): cases.text
    case (nil, let planned?): "0 of \(planned.text)"
    case (nil, nil): ""
    }
  }
}

/// What sort of audit it is.
public enum AuditForm: String, Choice {
  case multiAgency, singleAgency, casework, selfEvaluation, deepDive, benchmarking, policyAudit,
    oversight,
    assurance

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .multiAgency: "multi-agency"
    case .singleAgency: "single agency"
    case .selfEvaluation: "self-evaluation"
    case .deepDive: "deep dive"
    case .policyAudit: "policies and procedures"
    case .oversight: "oversight of a way of working"
    case .assurance: "assurance by a delegated lead"
    default: inWords(rawValue).lowercased()
    }
  }
}

/// How many cases were graded in one way.
public struct AuditGrade: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "auditGrade", title: "Grade",
    help: "A grade, and how many cases were given it.")
  /// The grade as a word of the audit's scale.
  public var grade: String = ""
  /// How many cases.
  public var count: Measure?

  /// An empty one.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("grade", &grade, "The grade as a word of the audit's scale.")
    visitor.optional("count", &count, "How many cases.")
  }

  /// The grade and its number.
  public func lines(_ names: Names) -> [String] {
    ["\(grade)\(count.map { ": \($0.text)" } ?? "")"]
  }
}

extension Workspace {
  /// What was looked at.
  public var audits: RecordTable<Audit> {
    get { self[Audit.self] }
    _modify { yield &self[Audit.self] }
  }
}

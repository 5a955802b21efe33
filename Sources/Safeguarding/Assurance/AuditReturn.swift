/// What an agency answered in a cycle, and what the panel made of it.
public struct AuditReturn: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "auditReturn", title: "Self-assessment",
    help:
      "What an agency answered in a cycle, what the panel made of it, and what has to be better by when."
  )
  /// A short id of the self-assessment: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that asked for it.
  public var partnership: Reference<Partnership> = ""
  /// The cycle.
  public var cycle: Reference<AuditCycle> = ""
  /// The agency; none for a sector as a whole.
  public var agency: Reference<Agency>?
  /// The sector, where many small settings answer as one.
  public var sector: String = ""
  /// Who sees to it in the agency.
  public var champions: [Owner] = []
  /// By when it is owed.
  public var due: ImpreciseDate?
  /// When it came.
  public var returnedOn: ImpreciseDate?
  /// When the agency is heard by the challenge panel.
  public var panelOn: ImpreciseDate?
  /// When it was heard.
  public var heardOn: ImpreciseDate?
  /// The scores, standard by standard.
  public var scores: [StandardScore] = []
  /// By when the action plan is owed.
  public var planDue: ImpreciseDate?
  /// When the action plan came.
  public var planOn: ImpreciseDate?
  /// What was carried forward from the cycle before.
  public var carried: [String] = []
  /// What the survey of staff says of it.
  public var staff: String = ""
  /// How many settings answered, where it is a sector.
  public var settings: Measure?
  /// How many settings there are.
  public var ofSettings: Measure?
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

  /// The agency whose name it goes by.
  public var namesake: RecordID? { agency.map { RecordID(Agency.kind, $0.id) } }

  /// What people call it.
  public var label: String { sector.isEmpty ? (agency?.id ?? cycle.id) : sector }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      AuditReturn.self,
      first: [
        "partnership", "cycle", "agency", "sector", "champions", "due", "returnedOn", "panelOn",
        "scores", "planDue", "planOn",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "champions": FieldWords("Champions", one: "champion"),
    "due": "Answer by",
    "returnedOn": "Answered on",
    "panelOn": "Heard by the panel on",
    "heardOn": "Was heard on",
    "planDue": "Action plan by",
    "planOn": "Action plan came on",
    "carried": "Carried forward",
    "staff": "What staff say",
    "settings": "Settings that answered",
    "ofSettings": "Of how many",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required(
      "id", &id, "A short id of the self-assessment: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that asked for it.")
    visitor.required("cycle", &cycle, "The cycle.")
    visitor.optional("agency", &agency, "The agency; none for a sector as a whole.")
    visitor.optional("sector", &sector, "The sector, where many small settings answer as one.")
    visitor.optional("champions", &champions, "Who sees to it in the agency.")
    visitor.optional("due", &due, "By when it is owed.")
    visitor.optional("returnedOn", &returnedOn, "When it came.")
    visitor.optional("panelOn", &panelOn, "When the agency is heard by the challenge panel.")
    visitor.optional("heardOn", &heardOn, "When it was heard.")
    visitor.optional("scores", &scores, "The scores, standard by standard.")
    visitor.optional("planDue", &planDue, "By when the action plan is owed.")
    visitor.optional("planOn", &planOn, "When the action plan came.")
    visitor.optional("carried", &carried, "What was carried forward from the cycle before.")
    visitor.optional("staff", &staff, "What the survey of staff says of it.")
    visitor.optional("settings", &settings, "How many settings answered, where it is a sector.")
    visitor.optional("ofSettings", &ofSettings, "How many settings there are.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension AuditReturn {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<AuditReturn>] = [
    .list(
      "auditReturns", in: "partnerships/*/self-assessments.json",
      "How agencies assess themselves, and what a panel made of it."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<AuditReturn>] = [
    ListColumn("agency", "Agency", isMain: true) { record, context in record.who(context.names) },
    ListColumn(field: "cycle"),
    ListColumn.standing { record, context in record.stage(context).title },
    ListColumn("self", "Own score") { record, _ in record.ownMean },
    ListColumn("moderated", "Moderated") { record, _ in record.moderatedMean },
    ListColumn(field: "due"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "auditReturnDue", "the self-assessment names its days", rule: "audit-return",
      "Self-assessment of an agency", form: .audit, of: AuditReturn.self
    ) { record, context in
      let who = record.who(context.names)
      return [
        Owed(
          "Self-assessment: \(who)", due: record.due, isDone: record.returnedOn != nil,
          doneOn: record.returnedOn),
        Owed(
          "Challenge panel: \(who)", due: record.panelOn, isDone: record.heardOn != nil,
          doneOn: record.heardOn, suffix: ":panel"),
        Owed(
          "Action plan: \(who)", due: record.planDue, isDone: record.planOn != nil,
          doneOn: record.planOn, suffix: ":plan"),
      ]
    }
  ]

  /// It is ticked as answered.
  public static var tick: Tick<AuditReturn>? {
    .day("returnedOn", \.returnedOn)
  }

  /// The agency or the sector.
  public func who(_ names: Names) -> String {
    agency.map { names(Agency.kind, $0.id) } ?? sector
  }

  /// How far it has come by a day.
  public func stage(_ context: RecordContext) -> AuditStage {
    if context.hasHappened(planOn) { return .planned }
    if scores.contains(where: { $0.moderated != nil }) { return .moderated }
    if context.hasHappened(heardOn) { return .heard }
    return context.hasHappened(returnedOn) ? .answered : .asked
  }

  /// The mean of the agency's own scores, with one decimal; empty where there is none.
  public var ownMean: String { AuditReturn.mean(scores.compactMap(\.own)) }

  /// The mean of the scores that the panel gave.
  public var moderatedMean: String { AuditReturn.mean(scores.compactMap(\.moderated)) }

  private static func mean(_ scores: [Int]) -> String {
    if scores.isEmpty { return "" }
    return formatted(Double(scores.reduce(0, +)) / Double(scores.count), decimals: 1)
  }
}

/// How far the self-assessment of an agency has come.
public enum AuditStage: String, Choice {
  case asked, answered, heard, moderated, planned

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .asked: "not answered"
    case .answered: "answered"
    case .heard: "heard by the panel"
    case .moderated: "moderated"
    case .planned: "action plan came"
    }
  }
}

/// What an agency and a panel say of one standard.
public struct StandardScore: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "standardScore", title: "Score of a standard",
    help:
      "What an agency says of itself on one standard, what the panel says, and what has to be better."
  )
  /// The number of the standard in the cycle.
  public var standard: String = ""
  /// The agency's own score, from 0 to 3.
  public var own: Int?
  /// The score that the panel gave, from 0 to 3.
  public var moderated: Int?
  /// What shows it.
  public var evidence: String = ""
  /// What has to be better.
  public var improvement: String = ""
  /// By when it is owed.
  public var due: ImpreciseDate?
  /// When it was done.
  public var doneOn: ImpreciseDate?

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "own": "Own score",
    "moderated": "Moderated score",
    "improvement": "What has to be better",
    "due": "Better by",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("standard", &standard, "The number of the standard in the cycle.")
    visitor.optional("own", &own, "The agency's own score, from 0 to 3.")
    visitor.optional("moderated", &moderated, "The score that the panel gave, from 0 to 3.")
    visitor.optional("evidence", &evidence, "What shows it.")
    visitor.optional("improvement", &improvement, "What has to be better.")
    visitor.optional("due", &due, "By when it is owed.")
    visitor.optional("doneOn", &doneOn, "When it was done.")
  }

  /// Standard, scores and what has to be better.
  public func lines(_ names: Names) -> [String] {
    let scores =
      "own \(own.map(String.init) ?? "-"), moderated \(moderated.map(String.init) ?? "-")"
    let by = doneOn.map { ", done \($0.short)" } ?? due.map { ", by \($0.short)" } ?? ""
    let better = improvement.isEmpty ? "" : "; to be better: \(improvement)\(by)"
    return ["\(standard): \(scores)\(evidence.isEmpty ? "" : "; shown by \(evidence)")\(better)"]
  }
}

extension Workspace {
  /// What agencies answered in cycles.
  public var auditReturns: RecordTable<AuditReturn> {
    get { self[AuditReturn.self] }
    _modify { yield &self[AuditReturn.self] }
  }
}

/// All agencies assess themselves against the same standards: section 11, section 175/157.
public struct AuditCycle: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "auditCycle", title: "Self-assessment cycle",
    help:
      "All agencies assess themselves against the same standards: section 11, or section 175/157 for schools."
  )
  /// A short id of the cycle: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership that asks for it.
  public var partnership: Reference<Partnership> = ""
  /// What it is called.
  public var title: String = ""
  /// The duty that is assessed.
  public var duty: SelfAssessmentDuty = .section11
  /// The years of the cycle.
  public var period: ImpreciseDate?
  /// With what it is done.
  public var tool: String = ""
  /// When the tool was opened to the agencies.
  public var launchedOn: ImpreciseDate?
  /// By when all have answered.
  public var due: ImpreciseDate?
  /// When the cycle was over.
  public var finishedOn: ImpreciseDate?
  /// When the challenge panel sits.
  public var panelOn: ImpreciseDate?
  /// The group that oversees it.
  public var group: Reference<PartnershipGroup>?
  /// The standards.
  public var standards: [AuditStandard] = []
  /// The words of the scores.
  public var scale: Reference<RatingScale>?
  /// The survey of staff that tests the answers.
  public var staffSurvey: Reference<Survey>?
  /// The cycle before.
  public var previous: Reference<AuditCycle>?
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
      AuditCycle.self,
      first: [
        "partnership", .title("title"), "duty", "period", "launchedOn", "due", "panelOn", "tool",
        "standards", "scale",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "period": "Years",
    "launchedOn": "Opened on",
    "due": "Answers by",
    "panelOn": "Challenge panel on",
    "previous": "Cycle before",
    "staffSurvey": "Survey of staff",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the cycle: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership that asks for it.")
    visitor.required("title", &title, "What it is called.")
    visitor.required("duty", &duty, "The duty that is assessed.")
    visitor.optional("period", &period, "The years of the cycle.")
    visitor.optional("tool", &tool, "With what it is done.")
    visitor.optional("launchedOn", &launchedOn, "When the tool was opened to the agencies.")
    visitor.optional("due", &due, "By when all have answered.")
    visitor.optional("finishedOn", &finishedOn, "When the cycle was over.")
    visitor.optional("panelOn", &panelOn, "When the challenge panel sits.")
    visitor.optional("group", &group, "The group that oversees it.")
    visitor.optional("standards", &standards, "The standards.")
    visitor.optional("scale", &scale, "The words of the scores.")
    visitor.optional("staffSurvey", &staffSurvey, "The survey of staff that tests the answers.")
    visitor.optional("previous", &previous, "The cycle before.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension AuditCycle {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<AuditCycle>? = RecordCheck(
    line: { _ in .second }, sort: { _ in kind.title }, on: { $0.launchedOn ?? $0.period },
    result: { cycle, context in
      let returns = cycle.returns(in: context.workspace)
      let answered = returns.count { context.hasHappened($0.returnedOn) }
      return returns.isEmpty ? "" : "\(answered) of \(returns.count) answered"
    })

  /// Where such records lie.
  public static let homes: [Home<AuditCycle>] = [
    .list(
      "auditCycles", in: "partnerships/*/self-assessments.json",
      "How agencies assess themselves, and what a panel made of it."
    ) { $0.partnership.id }
  ]

  /// Other records cite it by its name.
  public static let isKnownByName = true

  /// The columns of a list of them.
  public static let columns: [ListColumn<AuditCycle>] = [
    ListColumn("title", "Cycle", isMain: true) { record, _ in record.title },
    ListColumn(field: "period").orElse("no date"),
    ListColumn("returns", "Answered") { record, context in
      let returns = record.returns(in: context.workspace)
      return returns.isEmpty
        ? "" : "\(returns.count { context.hasHappened($0.returnedOn) }) of \(returns.count)"
    }.orElse("not recorded"),
    ListColumn(field: "duty"),
    ListColumn(field: "launchedOn"),
    ListColumn(field: "panelOn"),
  ]

  /// What agencies answered in it.
  public func returns(in workspace: Workspace) -> [AuditReturn] {
    workspace.auditReturns.all.filter { $0.cycle.id == id }
  }

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "auditCycleDue", "the cycle names the day by which all have answered", rule: "audit-cycle",
      "Self-assessment", form: .audit, of: AuditCycle.self, due: { $0.due },
      done: { $0.finishedOn })
  ]

  /// It is ticked as over.
  public static var tick: Tick<AuditCycle>? {
    .day("finishedOn", \.finishedOn)
  }
}

/// The duty that agencies assess.
public enum SelfAssessmentDuty: String, Choice {
  case section11, section175, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .section11: "section 11, Children Act 2004"
    case .section175: "section 175/157, Education Act 2002"
    case .other: "another duty"
    }
  }
}

/// A standard that agencies assess themselves against.
public struct AuditStandard: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "auditStandard", title: "Standard",
    help: "A standard that agencies assess themselves against.")
  /// The number as printed: a label, not a count.
  public var number: String = ""
  /// The standard.
  public var text: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty one.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("number", &number, "The number as printed: a label, not a count.")
    visitor.required("text", &text, "The standard.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// Number and standard.
  public func lines(_ names: Names) -> [String] { ["\(number) \(text)"] }
}

extension Workspace {
  /// Cycles in which agencies assess themselves.
  public var auditCycles: RecordTable<AuditCycle> {
    get { self[AuditCycle.self] }
    _modify { yield &self[AuditCycle.self] }
  }
}

/// A disagreement between partners about the arrangements, stage by stage.
public struct Dispute: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "dispute", title: "Dispute",
    help:
      "A disagreement between partners about the arrangements or their funding, stage by stage, with what is owed at each."
  )
  /// A short id of the dispute: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// What it is about.
  public var title: String = ""
  /// What sort of dispute it is.
  public var form: DisputeForm = .arrangements
  /// Who disagrees.
  public var parties: [Owner] = []
  /// When it was raised.
  public var raisedOn: ImpreciseDate?
  /// How far it went, earliest first.
  public var stages: [DisputeStage] = []
  /// The meeting whose minutes record it.
  public var minutedAt: Reference<Meeting>?
  /// When it was settled.
  public var closedOn: ImpreciseDate?
  /// What it came to.
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
      Dispute.self,
      first: [
        "partnership", .title("title"), "form", "parties", "raisedOn", "stages", "closedOn",
        .long("outcome"),
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "parties": FieldWords("Who disagrees", one: "party"),
    "outcome": "What it came to",
    "closedOn": "Settled on",
    "minutedAt": "Recorded in the minutes of",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the dispute: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required("title", &title, "What it is about.")
    visitor.optional("form", &form, "What sort of dispute it is.")
    visitor.optional("parties", &parties, "Who disagrees.")
    visitor.optional("raisedOn", &raisedOn, "When it was raised.")
    visitor.optional("stages", &stages, "How far it went, earliest first.")
    visitor.optional("minutedAt", &minutedAt, "The meeting whose minutes record it.")
    visitor.optional("closedOn", &closedOn, "When it was settled.")
    visitor.optional("outcome", &outcome, "What it came to.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Dispute {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.assurance

  /// Where such records lie.
  public static let homes: [Home<Dispute>] = [
    .list(
      "disputes", in: "partnerships/*/disputes.json",
      "Disagreements, disputes and who acts for whom."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Dispute>] = [
    ListColumn("title", "Dispute", isMain: true) { record, _ in record.title },
    ListColumn(field: "raisedOn"),
    ListColumn(field: "parties"),
    ListColumn(field: "form"),
    ListColumn.standing { record, context in record.state(context) },
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "disputeAnswerDue", "a stage of the dispute names the day of the answer",
      rule: "dispute-answer", "Answer in a dispute", form: .report, of: Dispute.self
    ) { record, _ in
      record.stages.enumerated().map { index, stage in
        // What goes on to the next stage waits for no answer any more.
        let next = record.stages.dropFirst(index + 1).first
        return Owed(
          "\(stage.stage.title.asTitle): \(record.title)", due: stage.due,
          isDone: stage.answeredOn != nil || next != nil || record.closedOn != nil,
          doneOn: stage.answeredOn ?? next?.openedOn ?? record.closedOn,
          suffix: index == 0 ? "" : ":stage-\(index + 1)")
      }
    }
  ]

  /// It goes on to the next stage where one did not settle it.
  public static var commands: [RecordCommand<Dispute>] {
    [
      RecordCommand(
        "next-stage", "Move a dispute to its next stage", keys: ["Z"], hint: "next stage",
        fields: ["stages"],
        reason: { dispute, _ in
          if dispute.closedOn != nil { return "This dispute is settled; ‹tick› opens it again." }
          return dispute.nextLevel == nil
            ? "This dispute is before the Secretary of State: no stage follows." : nil
        }
      ) { disputes, context in
        guard let dispute = disputes.first, let level = dispute.nextLevel else { return nil }
        var moved = dispute
        var stage = DisputeStage()
        (stage.stage, stage.openedOn) = (level, ImpreciseDate(context.day))
        moved.stages.append(stage)
        return context.edit("Next stage, \(level.title): \(dispute.title)", dispute, to: moved)
      }
    ]
  }

  /// The stage after the last one that it came to; nil where none follows.
  public var nextLevel: DisputeLevel? {
    guard let last = stages.last else { return .executive }
    return DisputeLevel.allCases.drop { $0 != last.stage }.dropFirst().first
  }

  /// It is ticked as settled.
  public static var tick: Tick<Dispute>? {
    .day("closedOn", \.closedOn)
  }

  /// The stage that it had reached by a day; nil before the first.
  public func stage(_ context: RecordContext) -> DisputeStage? {
    stages.last { context.hasHappened($0.openedOn) }
      ?? (stages.first?.openedOn == nil ? stages.first : nil)
  }

  /// How it stands by a day, in words.
  public func state(_ context: RecordContext) -> String {
    if context.hasHappened(closedOn) { return "settled" }
    guard let stage = stage(context) else { return "raised" }
    if context.hasHappened(stage.answeredOn) { return "\(stage.stage.title), answered" }
    guard let last = stage.due?.last else { return stage.stage.title }
    return last < context.day ? "\(stage.stage.title), answer overdue" : stage.stage.title
  }
}

/// What sort of dispute it is.
public enum DisputeForm: String, Choice {
  case arrangements, funding, membership, other

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .arrangements: "about the arrangements"
    case .funding: "about funding"
    case .membership: "about taking part"
    case .other: "about something else"
    }
  }
}

/// Who settles a dispute at a stage.
public enum DisputeLevel: String, Choice {
  case executive, chiefOfficers, mediation, arbitration, regulator, secretaryOfState

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .executive: "between members of the Executive Board"
    case .chiefOfficers: "before the Chief Officers"
    case .mediation: "mediation by the independent scrutineer"
    case .arbitration: "arbitration"
    case .regulator: "before the regulator"
    case .secretaryOfState: "before the Secretary of State"
    }
  }
}

/// One stage of a dispute, and what came of it.
public struct DisputeStage: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "disputeStage", title: "Stage of a dispute",
    help:
      "One stage of a dispute: before whom, since when, by when an answer is owed, and what it was."
  )
  /// Before whom it is.
  public var stage: DisputeLevel = .executive
  /// When it began.
  public var openedOn: ImpreciseDate?
  /// Who sees to it.
  public var with: String = ""
  /// By when an answer is owed.
  public var due: ImpreciseDate?
  /// When it came.
  public var answeredOn: ImpreciseDate?
  /// What it came to.
  public var outcome: String = ""

  /// An empty one.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "stage": "Before whom",
    "with": "Who sees to it",
    "due": "Answer by",
    "answeredOn": "Answered on",
    "outcome": "What it came to",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("stage", &stage, "Before whom it is.")
    visitor.optional("openedOn", &openedOn, "When it began.")
    visitor.optional("with", &with, "Who sees to it.")
    visitor.optional("due", &due, "By when an answer is owed.")
    visitor.optional("answeredOn", &answeredOn, "When it came.")
    visitor.optional("outcome", &outcome, "What it came to.")
  }

  /// Before whom, since when, and what it came to.
  public func lines(_ names: Names) -> [String] {
    let since = openedOn.map { ", since \($0.short)" } ?? ""
    let answer =
      answeredOn.map { ", answered \($0.short)" } ?? due.map { ", answer by \($0.short)" } ?? ""
    return ["\(stage.title)\(since)\(answer)\(outcome.isEmpty ? "" : ": \(outcome)")"]
  }
}

extension Workspace {
  /// Disputes between partners.
  public var disputes: RecordTable<Dispute> {
    get { self[Dispute.self] }
    _modify { yield &self[Dispute.self] }
  }
}

/// Something that could keep a partnership from what it set out to do.
public struct Risk: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "risk", title: "Risk",
    help:
      "Something that could go wrong: why, what it would mean, what is done about it, who watches it."
  )
  /// A short id of the risk: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership whose risk it is.
  public var partnership: Reference<Partnership> = ""
  /// What could happen.
  public var title: String = ""
  /// What would bring it about.
  public var cause: String = ""
  /// What it would mean.
  public var impact: String = ""
  /// The plan that it endangers.
  public var plan: Reference<Plan>?
  /// The objective that it endangers, by its number as printed.
  public var objective: String = ""
  /// Who watches it.
  public var owners: [Owner] = []
  /// What is done so that it does not happen, or does less harm.
  public var controls: [String] = []
  /// How likely and how grave it was thought to be, judgement by judgement.
  public var scores: [RiskScore] = []
  /// When it was accepted as it is.
  public var acceptedOn: ImpreciseDate?
  /// Who accepted it.
  public var acceptedBy: [Owner] = []
  /// When it was looked at last.
  public var reviewedOn: ImpreciseDate?
  /// When it has to be looked at next.
  public var nextReview: ImpreciseDate?
  /// Since when it is none any more.
  public var closedOn: ImpreciseDate?
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty risk.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Risk.self,
      first: [
        "partnership", .title("title"), "cause", .long("impact"), "owners", "controls", "scores",
        "nextReview",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "title": "What could happen", "impact": "What it would mean", "owners": "Watched by",
    "controls": "What is done", "scores": "Judgements", "acceptedOn": "Accepted on",
    "acceptedBy": "Accepted by", "reviewedOn": "Last looked at", "nextReview": "Look at it by",
    "closedOn": "No risk since",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the risk: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership whose risk it is.")
    visitor.required("title", &title, "What could happen.")
    visitor.optional("cause", &cause, "What would bring it about.")
    visitor.optional("impact", &impact, "What it would mean.")
    visitor.optional("plan", &plan, "The plan that it endangers.")
    visitor.optional(
      "objective", &objective, "The objective that it endangers, by its number as printed.")
    visitor.optional("owners", &owners, "Who watches it.")
    visitor.optional(
      "controls", &controls, "What is done so that it does not happen, or does less harm.")
    visitor.optional(
      "scores", &scores, "How likely and how grave it was thought to be, judgement by judgement.")
    visitor.optional("acceptedOn", &acceptedOn, "When it was accepted as it is.")
    visitor.optional("acceptedBy", &acceptedBy, "Who accepted it.")
    visitor.optional("reviewedOn", &reviewedOn, "When it was looked at last.")
    visitor.optional("nextReview", &nextReview, "When it has to be looked at next.")
    visitor.optional("closedOn", &closedOn, "Since when it is none any more.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }

  /// The latest judgement by a day of how things stand with what is done about it, else of how they
  /// would stand without.
  public func score(_ context: RecordContext) -> RiskScore? {
    let known = known(context)
    return known.last { $0.stage == .afterControls } ?? known.last { $0.stage == .beforeControls }
  }

  /// How the latest judgement differs from the one before of the same stage; nil without one.
  public func movement(_ context: RecordContext) -> Int? {
    guard let score = score(context) else { return nil }
    let same = known(context).filter { $0.stage == score.stage }.compactMap(\.product)
    guard same.count > 1, let last = same.last else { return nil }
    return last - same[same.count - 2]
  }

  /// The movement as a word and a number, which need no colour: `up 4`.
  fileprivate func movementWords(_ context: RecordContext) -> String {
    guard let movement = movement(context) else { return "" }
    return movement == 0 ? "the same" : movement > 0 ? "up \(movement)" : "down \(-movement)"
  }

  /// The judgements that were made by a day.
  private func known(_ context: RecordContext) -> [RiskScore] {
    scores.filter { $0.on.map { context.hasHappened($0) } ?? true }
  }
}

extension Risk {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.plans

  /// Where such records lie.
  public static let homes: [Home<Risk>] = [
    .list(
      "risks", in: "partnerships/*/risks.json", "What could go wrong, and what is done about it."
    ) {
      $0.partnership.id
    }
  ]

  /// The columns of a list of risks.
  public static let columns: [ListColumn<Risk>] = [
    ListColumn("title", "What could happen", isMain: true) { risk, _ in risk.title },
    ListColumn(
      "score", "Score",
      order: { risk, context in
        risk.score(context)?.product.map { .number(Double($0)) } ?? .nothing
      }
    ) { risk, context in risk.score(context)?.words ?? "" }.orElse("no score"),
    ListColumn(field: "objective"),
    ListColumn("movement", "Since before") { risk, context in risk.movementWords(context) },
    ListColumn(field: "owners").orElse("nobody"), ListColumn(field: "nextReview").orElse("no date"),
    ListColumn.standing { risk, context in
      context.hasHappened(risk.closedOn)
        ? "closed" : context.hasHappened(risk.acceptedOn) ? "accepted" : "open"
    },
  ]

  /// When it has to be looked at.
  public static let clocks = [
    Clock.own(
      "riskReviewDue", "the risk names the day of its next review", rule: "risk-review",
      "Review of a risk", form: .data, of: Risk.self
    ) { risk, _ in
      guard let due = risk.nextReview else { return [] }
      return [
        Owed(
          risk.title, due: due, isDone: risk.closedOn != nil || risk.isReviewed,
          doneOn: risk.reviewedOn ?? risk.closedOn)
      ]
    }
  ]

  /// Whether it was looked at on the day it had to be, or later.
  private var isReviewed: Bool {
    guard let due = nextReview?.last, let last = reviewedOn?.last else { return false }
    return due <= last
  }

  /// It is ticked as looked at.
  public static var tick: Tick<Risk>? {
    Tick(
      fields: ["reviewedOn"], isDone: { $0.isReviewed || $0.closedOn != nil },
      set: { risk, day in risk.reviewedOn = day.map { ImpreciseDate($0) } })
  }
}

/// One judgement of a risk: how likely it is and how grave it would be.
public struct RiskScore: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "riskScore", title: "Judgement of a risk",
    help: "How likely a risk was thought to be and how grave, from 1 to 5, on a day.")
  /// What is judged.
  public var stage: Stage = .afterControls
  /// How likely it is, from 1 to 5.
  public var likelihood: Int?
  /// How grave it would be, from 1 to 5.
  public var impact: Int?
  /// When it was judged.
  public var on: ImpreciseDate?
  /// Why it was judged so.
  public var because: String = ""

  /// What is judged.
  public enum Stage: String, Choice {
    case beforeControls, afterControls, target

    /// The stage in words.
    public var title: String {
      switch self {
      case .beforeControls: "without what is done about it"
      case .afterControls: "with what is done about it"
      case .target: "what is aimed at"
      }
    }
  }

  /// An empty judgement.
  public init() {}

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = ["stage": "Judged", "on": "Judged on"]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("stage", &stage, "What is judged.")
    visitor.required("likelihood", &likelihood, "How likely it is, from 1 to 5.")
    visitor.required("impact", &impact, "How grave it would be, from 1 to 5.")
    visitor.optional("on", &on, "When it was judged.")
    visitor.optional("because", &because, "Why it was judged so.")
  }

  /// Likelihood times impact; nil where one is missing or none of 1 to 5.
  public var product: Int? {
    guard let likelihood, let impact, (1...5).contains(likelihood), (1...5).contains(impact) else {
      return nil
    }
    return likelihood * impact
  }

  /// The judgement in a few words: `12 of 25 (3 x 4)`.
  public var words: String {
    guard let product, let likelihood, let impact else { return "not from 1 to 5" }
    return "\(product) of 25 (\(likelihood) x \(impact))"
  }

  /// The judgement in a line.
  public func lines(_ names: Names) -> [String] {
    ["\(stage.title): \(words)\(on.map { ", \($0.short)" } ?? "")"]
  }
}

extension Workspace {
  /// What could go wrong.
  public var risks: RecordTable<Risk> {
    get { self[Risk.self] }
    _modify { yield &self[Risk.self] }
  }
}

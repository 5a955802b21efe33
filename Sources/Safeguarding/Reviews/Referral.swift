/// A case that an agency put forward for a review, by a pseudonym only.
public struct Referral: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "referral", title: "Referral",
    help:
      "A case that an agency put forward for a review, by a pseudonym only, and what was decided.")
  /// A short id of the referral: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership.
  public var partnership: Reference<Partnership> = ""
  /// A pseudonym that nobody can be known by: a letter, a number.
  public var pseudonym: String = ""
  /// The agency that put it forward.
  public var agency: Reference<Agency>?
  /// When it was.
  public var on: ImpreciseDate?
  /// By when it is decided.
  public var due: ImpreciseDate?
  /// When it was decided.
  public var decidedOn: ImpreciseDate?
  /// What was decided.
  public var decision: ReferralDecision = .open
  /// Why, in general terms.
  public var grounds: String = ""
  /// Who decided.
  public var decidedBy: [Owner] = []
  /// Who was consulted, such as the scrutineer.
  public var consulted: String = ""
  /// The review that came of it.
  public var review: Reference<Review>?
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
  public var label: String { pseudonym }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Referral.self,
      first: [
        "partnership", "pseudonym", "agency", "on", "due", "decision", "decidedOn",
        .long("grounds"), "review",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "on": "Put forward on",
    "agency": "Put forward by",
    "due": "To be decided by",
    "grounds": "Why",
    "review": "Came to",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the referral: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership.")
    visitor.required(
      "pseudonym", &pseudonym, "A pseudonym that nobody can be known by: a letter, a number.")
    visitor.optional("agency", &agency, "The agency that put it forward.")
    visitor.optional("on", &on, "When it was.")
    visitor.optional("due", &due, "By when it is decided.")
    visitor.optional("decidedOn", &decidedOn, "When it was decided.")
    visitor.optional("decision", &decision, "What was decided.")
    visitor.optional("grounds", &grounds, "Why, in general terms.")
    visitor.optional("decidedBy", &decidedBy, "Who decided.")
    visitor.optional("consulted", &consulted, "Who was consulted, such as the scrutineer.")
    visitor.optional("review", &review, "The review that came of it.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Referral {
  /// The part of the work to which it belongs.
  public static let area = RecordArea.learning

  /// Where such records lie.
  public static let homes: [Home<Referral>] = [
    .list(
      "referrals", in: "partnerships/*/learning.json",
      "Referrals, national and other reviews, and what is counted only."
    ) { $0.partnership.id }
  ]

  /// The columns of a list of them.
  public static let columns: [ListColumn<Referral>] = [
    ListColumn("pseudonym", "Referral", isMain: true) { record, _ in record.pseudonym },
    ListColumn(field: "agency"),
    ListColumn(field: "on"),
    ListColumn.standing("Decision") { record, context in
      context.hasHappened(record.decidedOn) || record.decidedOn == nil
        ? record.decision.title : ReferralDecision.open.title
    },
    ListColumn(field: "decidedOn"),
    ListColumn(field: "review"),
  ]

  /// By when something is owed.
  public static let clocks = [
    Clock.own(
      "referralDue", "the referral names the day of its decision", rule: "referral-due",
      "Decision on a referral", form: .review, of: Referral.self, due: { $0.due },
      done: { $0.decidedOn })
  ]

  /// It is ticked as decided.
  public static var tick: Tick<Referral>? {
    .day("decidedOn", \.decidedOn)
  }
}

/// What was decided on a referral.
public enum ReferralDecision: String, Choice {
  case open, rapidReview, practiceReview, learningReview, otherReview, noReview, withdrawn

  /// What is chosen, in words.
  public var title: String {
    switch self {
    case .open: "not decided"
    case .rapidReview: "rapid review"
    case .practiceReview: "local child safeguarding practice review"
    case .learningReview: "learning lessons review"
    case .otherReview: "another review"
    case .noReview: "criteria not met"
    default: inWords(rawValue).lowercased()
    }
  }
}

extension Workspace {
  /// Cases put forward for a review.
  public var referrals: RecordTable<Referral> {
    get { self[Referral.self] }
    _modify { yield &self[Referral.self] }
  }
}

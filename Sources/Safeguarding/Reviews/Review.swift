/// A review of a serious incident or of practice.
public struct Review: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "review", title: "Review",
    help:
      "A review of a serious incident or of practice; only the published pseudonym, never a child's details."
  )
  /// A short id of the review: small letters, digits and hyphens.
  public var id: String = ""
  /// The published pseudonym or title.
  public var title: String = ""
  /// What sort of review it is.
  public var type: ReviewType = .localReview
  /// The partnership that commissioned it.
  public var commissionedBy: Reference<Partnership>?
  /// The partnership that looks after it now.
  public var currentOwner: Reference<Partnership>?
  /// The group that follows its recommendations.
  public var monitoredBy: Reference<PartnershipGroup>?
  /// How far it has come.
  public var stage: ReviewStage = .underWay
  /// What it was about, in general terms.
  public var summary: String = ""
  /// When the serious incident became known to the local authority.
  public var incidentKnownOn: ImpreciseDate?
  /// When the notification was sent: day 0 of the rapid review.
  public var notifiedOn: ImpreciseDate?
  /// When the rapid review was completed and sent to the national panel.
  public var rapidReviewSentOn: ImpreciseDate?
  /// When the national panel replied.
  public var panelRepliedOn: ImpreciseDate?
  /// When it was determined that the criteria of a serious incident are not met, which ends it.
  public var criteriaNotMetOn: ImpreciseDate?
  /// Why the criteria are not met.
  public var criteriaNotMetBecause: String = ""
  /// When it was decided to review.
  public var decidedOn: ImpreciseDate?
  /// Why it was decided so, in general terms.
  public var grounds: String = ""
  /// Who carries it out.
  public var reviewers: [Owner] = []
  /// When the overview report was endorsed.
  public var endorsedOn: ImpreciseDate?
  /// When the present stage is due, where it is known.
  public var dueOn: ImpreciseDate?
  /// The day on which it is to be published.
  public var plannedPublicationOn: ImpreciseDate?
  /// When the full report went to the national panel and the Secretary of State.
  public var advanceCopySentOn: ImpreciseDate?
  /// When it was published.
  public var publishedOn: ImpreciseDate?
  /// In what form it was published.
  public var publicationForm: PublicationForm = .notDecided
  /// Why it was not published in full.
  public var notPublishedBecause: String = ""
  /// To whom it was sent, and when.
  public var sentTo: [Dispatch] = []
  /// Since when and why its clock stands still.
  public var pause: Pause?
  /// Later dates that were agreed, earliest first; the first dates are kept.
  public var extensions: [Extension] = []
  /// Its steps with dates.
  public var milestones: [Milestone] = []
  /// Each agency's own audit of how its recommendations stand.
  public var audits: [RecommendationAudit] = []
  /// What it found to be strong or in need of work.
  public var themes: [String] = []
  /// What was made to spread the learning.
  public var learningProducts: [LearningProduct] = []
  /// What else a reader should know.
  public var note: String = ""
  /// True when the record illustrates and was not published.
  public var illustrative: Bool = false
  /// Whether it illustrates; asked of very many records, so it is not looked up by its name.
  public var isIllustrative: Bool { illustrative }
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty review.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What matters first.
  public static var form: FormLayout {
    FormLayout(
      Review.self,
      first: [
        "stage", "incidentKnownOn", "notifiedOn", "rapidReviewSentOn", "panelRepliedOn",
        "decidedOn", "endorsedOn",
        "dueOn", "plannedPublicationOn", "advanceCopySentOn", "publishedOn", .long("summary"),
        .long("note"),
      ],
      then: [
        .title("title"), "type", "commissionedBy", "criteriaNotMetOn", "criteriaNotMetBecause",
      ])
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "notifiedOn": "Notification sent",
    "criteriaNotMetOn": "Criteria not met on",
    "criteriaNotMetBecause": "Criteria not met because",
    "grounds": "Why it was decided so", "reviewers": FieldWords("Reviewers", one: "reviewer"),
    "publicationForm": "Published", "notPublishedBecause": "Not in full because",
    "sentTo": FieldWords("Sent to", one: "recipient"),
  ]

  /// Nobody owes its dates but those whom its rules name.
  public var owners: [Owner] { [] }

  /// The partnership that commissioned it; where nobody says so, the one that looks after it.
  public var origin: Reference<Partnership>? { commissionedBy ?? currentOwner }

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the review: small letters, digits and hyphens.")
    visitor.required("title", &title, "The published pseudonym or title.")
    visitor.required("type", &type, "What sort of review it is.")
    visitor.optional(
      "commissionedBy", &commissionedBy,
      "The partnership that commissioned it; left out where nobody says so.")
    visitor.optional("currentOwner", &currentOwner, "The partnership that looks after it now.")
    visitor.optional("monitoredBy", &monitoredBy, "The group that follows its recommendations.")
    visitor.required("stage", &stage, "How far it has come.")
    visitor.optional("summary", &summary, "What it was about, in general terms.")
    visitor.optional(
      "incidentKnownOn", &incidentKnownOn,
      "When the serious incident became known to the local authority.")
    visitor.optional(
      "notifiedOn", &notifiedOn,
      "When the notification was sent: day 0 of the rapid review, not the day of the incident.")
    visitor.optional(
      "rapidReviewSentOn", &rapidReviewSentOn,
      "When the rapid review was completed and sent to the national panel.")
    visitor.optional("panelRepliedOn", &panelRepliedOn, "When the national panel replied.")
    visitor.optional(
      "criteriaNotMetOn", &criteriaNotMetOn,
      "When it was determined that the criteria of a serious incident are not met: its clocks end.")
    visitor.optional(
      "criteriaNotMetBecause", &criteriaNotMetBecause,
      "Why the criteria are not met, in general terms; nothing about a child.")
    visitor.optional("decidedOn", &decidedOn, "When it was decided to review.")
    visitor.optional("grounds", &grounds, "Why it was decided so, in general terms.")
    visitor.optional("reviewers", &reviewers, "Who carries it out.")
    visitor.optional("endorsedOn", &endorsedOn, "When the overview report was endorsed.")
    visitor.optional("dueOn", &dueOn, "When the present stage is due, where it is known.")
    visitor.optional(
      "plannedPublicationOn", &plannedPublicationOn, "The day on which it is to be published.")
    visitor.optional(
      "advanceCopySentOn", &advanceCopySentOn,
      "When the full report went to the national panel and the Secretary of State.")
    visitor.optional("publishedOn", &publishedOn, "When it was published.")
    visitor.optional("publicationForm", &publicationForm, "In what form it was published.")
    visitor.optional(
      "notPublishedBecause", &notPublishedBecause, "Why it was not published in full.")
    visitor.optional("sentTo", &sentTo, "To whom it was sent, and when.")
    visitor.optional("pause", &pause, "Since when and why its clock stands still.")
    visitor.optional(
      "extensions", &extensions,
      "Later dates that were agreed, earliest first; the first dates are kept.")
    visitor.optional("milestones", &milestones, "Its steps with dates.")
    visitor.optional(
      "audits", &audits, "Each agency's own audit of how its recommendations stand.")
    visitor.optional("themes", &themes, "What it found to be strong or in need of work.")
    visitor.optional("learningProducts", &learningProducts, "What was made to spread the learning.")
    visitor.optional("note", &note, "What else a reader should know.")
    visitor.optional(
      "illustrative", &illustrative, "True when the record illustrates and was not published.")
    visitor.optional("source", &source, "Where this was published.")
  }
}

/// What sort of review a review is.
public enum ReviewType: String, Choice {
  case rapidReview, localReview, seriousCaseReview, learningReview, domesticHomicideReview, other

  /// The sort in words.
  public var title: String {
    switch self {
    case .rapidReview: "Rapid review"
    case .localReview: "Local child safeguarding practice review"
    case .seriousCaseReview: "Serious case review"
    case .learningReview: "Learning lessons review"
    case .domesticHomicideReview: "Domestic homicide review"
    case .other: "Other review"
    }
  }

  /// The sort as an abbreviation.
  public var abbreviation: String {
    switch self {
    case .rapidReview: "RR"
    case .localReview: "LCSPR"
    case .seriousCaseReview: "SCR"
    case .learningReview: "LLR"
    case .domesticHomicideReview: "DHR"
    case .other: "other"
    }
  }
}

/// How far a review has come.
public enum ReviewStage: String, Choice {
  case notified, rapidReview, underWay, paused, awaitingPublication, published, closed
  /// It was determined after the notification that the criteria are not met.
  case criteriaNotMet
  /// The source does not say.
  case notPrinted

  /// The stage in words.
  public var title: String {
    switch self {
    case .notified: "notified"
    case .rapidReview: "rapid review"
    case .underWay: "under way"
    case .paused: "paused"
    case .awaitingPublication: "awaiting publication"
    case .published: "published"
    case .closed: "closed"
    case .criteriaNotMet: "criteria not met"
    case .notPrinted: "not printed"
    }
  }
}

extension Review {
  /// Whether nothing more is owed of it: it was published, closed, or did not meet the criteria.
  public var isOver: Bool { stage == .published || stage == .closed || missesCriteria }

  /// Whether it was determined that the criteria of a serious incident are not met.
  public var missesCriteria: Bool { stage == .criteriaNotMet || criteriaNotMetOn != nil }

  /// A review belongs to a partnership, and that the criteria are not met needs its reason.
  ///
  /// It is the partnership that commissioned it, or the one that keeps it.
  public var problems: [RecordProblem] {
    if commissionedBy == nil, currentOwner == nil {
      return [
        RecordProblem(
          "commissionedBy", "The review names no partnership.",
          hint: "Name the partnership that commissioned it, or the one that looks after it now.")
      ]
    }
    guard missesCriteria else { return [] }
    if stage != .criteriaNotMet {
      return [
        RecordProblem(
          "stage", "it says when the criteria were found not to be met, and another stage.",
          hint: "Make the stage \"criteria not met\", or take the day away.")
      ]
    }
    if criteriaNotMetBecause.isEmpty {
      return [
        RecordProblem(
          "criteriaNotMetBecause", "it does not say why the criteria are not met.",
          hint: "Add the reason, as agreed by the safeguarding partners.")
      ]
    }
    return []
  }

  /// The part of the work to which it belongs.
  public static let area = RecordArea.learning

  /// It is a check in the map of assurance.
  public static let check: RecordCheck<Review>? = RecordCheck(
    line: { _ in .third }, sort: { $0.type.title },
    on: { $0.publishedOn ?? $0.decidedOn ?? $0.notifiedOn },
    result: { review, _ in review.stage.title })

  /// Where such records lie.
  public static let homes: [Home<Review>] = [.own("reviews/*.json")]
}

extension Workspace {
  /// Reviews.
  public var reviews: RecordTable<Review> {
    get { self[Review.self] }
    _modify { yield &self[Review.self] }
  }
}

/// In what form a review was published: Working Together lets only its improvements be told.
public enum PublicationForm: String, Choice {
  case notDecided, full, improvementsOnly, notPublished

  /// The form in words.
  public var title: String {
    switch self {
    case .notDecided: "not decided"
    case .full: "in full"
    case .improvementsOnly: "improvements only"
    case .notPublished: "not published"
    }
  }
}

/// What a published total counts: a step before a review, or a sort of review.
public enum ReviewCount: String, Choice {
  case discussion, notification
  case rapidReview, localReview, seriousCaseReview, learningReview, domesticHomicideReview, other

  /// The sort of review, where one is counted.
  public var review: ReviewType? { ReviewType(rawValue: rawValue) }

  /// What is counted, in the singular.
  public var title: String {
    switch self {
    case .discussion: "Discussion whether to notify"
    case .notification: "Serious incident notification"
    default: review?.title ?? rawValue
    }
  }

  /// What is counted, as an abbreviation.
  public var abbreviation: String {
    switch self {
    case .discussion: "talk"
    case .notification: "notice"
    default: review?.abbreviation ?? rawValue
    }
  }
}

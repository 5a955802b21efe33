/// The event that starts a rule's clock, and how it is found among the records.
///
/// A new one is declared beside the function that finds it, and added to the list of all.
public struct RuleTrigger: Choice {
  /// Where the date of an event comes from.
  enum Nature {
    /// Something happens or is planned.
    case event
    /// A record gives itself a date.
    case ownDate
    /// It returns, so that it is expected without a record.
    case returning
    /// No date is known.
    case none
  }

  /// The word for it in files.
  public let rawValue: String
  /// The event in words.
  public let title: String
  /// The event of a review that it means, if any.
  public let reviewEvent: ReviewEvent?
  let nature: Nature
  /// Finds every occasion for a rule with this trigger.
  let find: @Sendable (inout DeadlineMaker, RuleBook.Entry) -> Void

  init(
    _ word: String, _ title: String, _ nature: Nature = .event, review event: ReviewEvent? = nil,
    find: @escaping @Sendable (inout DeadlineMaker, RuleBook.Entry) -> Void
  ) {
    rawValue = word
    self.title = title
    self.nature = nature
    reviewEvent = event
    self.find = find
  }

  /// The trigger with a word, or nil.
  public init?(rawValue: String) {
    guard let known = RuleTrigger.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = known
  }

  /// Every trigger, in the order in which files and schemas list them.
  public static let allCases: [RuleTrigger] = [
    .incidentKnown, .incidentNotified, .rapidReviewSent, .reviewDecided, .publicationPlanned,
    .reviewPaused, .reportEndorsed, .lastMeeting, .meetingPlanned, .meetingHeld,
    .meetingsInPeriod, .termsReviewed, .chairTermBegins, .officeVacant, .periodBegins,
    .periodEnds, .fixedDate, .obligationStarts, .ruleFulfilled, .lastFulfilled, .actionDue,
    .effectCheckDue, .obligationDue, .reviewDue, .submissionDue, .papersDue, .reminder,
    .definition,
  ]

  /// Two triggers are the same when their words are.
  public static func == (left: RuleTrigger, right: RuleTrigger) -> Bool {
    left.rawValue == right.rawValue
  }

  /// Feeds the word into a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
